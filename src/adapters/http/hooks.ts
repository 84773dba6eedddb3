import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Hook } from '#adapters/hook.ts';
import type { Log } from '#core/ports.ts';

/** Answers a request itself, or says that it is somebody else's by returning false. */
export type First = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * What platforms post, straight from Node. Every event of every platform passes here: a request and an answer as the web has them,
 * and a chain of middleware for pages, would cost each of them more than all that becomes of it.
 */
export function hooksFirst(hooks: readonly Hook[], log: Log): First {
  const known = new Map<string, Hook>(hooks.map((hook) => [hook.path, hook]));
  return (request, response) => {
    const hook = request.method === 'POST' ? known.get(pathOf(request.url ?? '')) : undefined;
    if (!hook) return false;
    read(request, hook.largest, (body) => {
      if (body === null) return send(response, { status: 413, body: 'Too large.\n' });
      const { headers } = request;
      const header = (name: string): string => String(headers[name] ?? '');
      Promise.try(() => hook.answer({ header, body }))
        .then((answer) => send(response, answer))
        .catch((error: unknown) => {
          log.error({ error, method: 'POST', path: hook.path }, 'http.failed');
          send(response, { status: 500, body: 'Something went wrong here. It was written to the log.\n' });
        });
    });
    return true;
  };
}

const pathOf = (url: string): string => (url.includes('?') ? url.slice(0, url.indexOf('?')) : url);

/**
 * Calls once: with the whole body, or with null as soon as it is larger than that; what comes after is thrown away. Never, where its
 * sender leaves. What comes in pieces is put together at once: kept as it comes, each byte of a sender who means harm would cost hundreds.
 */
function read(request: IncomingMessage, largest: number, done: (body: Buffer | null) => void): void {
  let body: Buffer | null = null;
  let size = 0;
  let isOver = Number(request.headers['content-length'] ?? 0) > largest;
  if (isOver) done(null);
  request.on('data', (chunk: Buffer) => {
    if (isOver) return;
    isOver = size + chunk.length > largest;
    if (isOver) {
      body = null;
      return done(null);
    }
    body = body === null ? chunk : joined(body, size, chunk, largest);
    size += chunk.length;
  });
  request.on('end', () => {
    if (!isOver) done(body?.subarray(0, size) ?? Buffer.alloc(0));
  });
  request.on('error', () => {}); // its sender has left
}

/** The first `size` bytes and then the chunk, in the same memory as long as there is room in it. */
function joined(body: Buffer, size: number, chunk: Buffer, largest: number): Buffer {
  // the first chunk is memory of the parser: as it fits exactly, it is never written to
  const fits = size + chunk.length <= body.length;
  const room = fits ? body : Buffer.allocUnsafeSlow(Math.min(largest, Math.max(1024, 2 * (size + chunk.length))));
  if (!fits) body.copy(room, 0, 0, size);
  chunk.copy(room, size);
  return room;
}

function send(response: ServerResponse, { status, body = '' }: Answer): void {
  if (response.destroyed) return;
  if (body === '') return void response.writeHead(status, { 'content-length': 0 }).end();
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  const bytes = Buffer.byteLength(text);
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'content-length': bytes,
    'x-content-type-options': 'nosniff',
  });
  // the same bytes, where each character is one; Node writes them in half the time
  response.end(text, bytes === text.length ? 'latin1' : 'utf8');
}
