import { createServer, type Server } from 'node:http';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { Problem } from '#src/problem.ts';
import type { First } from './hooks.ts';

export interface Place {
  host: string;
  /** 0 takes any free one. */
  port: number;
  /** What stands before an option where the start was typed, for whoever has to choose another port. */
  asTyped?: string;
}

export interface Listening {
  url: string;
  port: number;
  /** Takes nothing new, lets running requests end for at most so long, and ends open event streams at once. */
  close(graceMs?: number): Promise<void>;
}

type Bindings = HttpBindings | Http2Bindings;
type Stream = Bindings['outgoing'];
type Answer = (request: Request, bindings: Bindings) => Response | Promise<Response>;

/** Answers on a port; one that cannot be had is a `Problem`. What `first` does not answer is for the app. */
export async function listen(app: { fetch: Answer }, place: Place, first: First = () => false): Promise<Listening> {
  const streams = new Set<Stream>();
  const answer = getRequestListener(notingStreams(app.fetch, streams));
  const server = createServer((request, response) => void (first(request, response) || answer(request, response)));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(problemOf(error, place)));
  server.listen(place.port, place.host, resolve);
  await promise;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : place.port;
  return { port, url: `http://${shownHost(place.host)}:${port}`, close: (graceMs = 3_000) => close(server, streams, graceMs) };
}

/** Somebody else listens there: whoever needs more ports than one advises better. */
export class PortTaken extends Problem {}

/** Whether the port can be had, before anything else is begun; a `Problem` when it cannot. */
export async function tryPort(place: Place): Promise<void> {
  const { close } = await listen({ fetch: () => new Response() }, place);
  await close(0);
}

/** An event stream never ends by itself: its connection is remembered, so that closing need not wait for it. */
function notingStreams(fetch: Answer, streams: Set<Stream>): Answer {
  return async (request, bindings) => {
    const response = await fetch(request, bindings);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      streams.add(bindings.outgoing);
      bindings.outgoing.once('close', () => streams.delete(bindings.outgoing));
    }
    return response;
  };
}

async function close(server: Server, streams: Set<Stream>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const stream of streams) stream.destroy();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}

/** The address a browser understands: "any" is no host. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function problemOf(error: Error, { host, port, asTyped = '' }: Place): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return new PortTaken(
      `Port ${port} on ${host} is taken, perhaps by another Orderly.`,
      `Stop that program, or choose another port: ${asTyped}--port ${port === 65_535 ? 4000 : port + 1}`,
    );
  if (code === 'EACCES') return new Problem(`This user may not listen on port ${port}.`, `Choose a port above 1023: ${asTyped}--port 4000`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Problem(
      `This machine has no address ${host}.`,
      'Use --host 127.0.0.1 for this machine only, or --host 0.0.0.0 for every network it is in.',
    );
  return error;
}
