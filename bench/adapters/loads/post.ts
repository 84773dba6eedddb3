import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire, made before anything is measured. */
export function requestOf(url: string, body: string, headers: Record<string, string>): Buffer {
  const { host, pathname } = new URL(url);
  const all = { host, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
}

/** Connections that are kept, each with one request at a time. */
export interface Poster {
  /** Resolves with the milliseconds until it was answered with 200; rejects where it was answered otherwise. */
  post(request: Buffer): Promise<number>;
  close(): void;
}

export async function openPoster(url: string, connections: number): Promise<Poster> {
  const { hostname, port } = new URL(url);
  const idle: Line[] = [];
  const waiting: { request: Buffer; since: number; answered: (ms: number) => void; failed: (error: Error) => void }[] = [];
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port))));
  idle.push(...lines);
  const next = (): void => {
    for (let line = idle.pop(); line; line = idle.pop()) {
      const work = waiting.shift();
      if (!work) return void idle.push(line);
      const free = line;
      line.send(work.request, (status) => {
        idle.push(free);
        if (status === 200) work.answered(performance.now() - work.since);
        else work.failed(new Error(`answered with ${status}`));
        next();
      });
    }
  };
  return {
    post: (request) =>
      new Promise((answered, failed) => {
        waiting.push({ request, since: performance.now(), answered, failed });
        next();
      }),
    close: () => lines.forEach(({ socket }) => socket.destroy()),
  };
}

interface Line {
  socket: Socket;
  send(request: Buffer, answered: (status: number) => void): void;
}

/** As little of HTTP as a generator of load needs: the clients of Node take longer than what is measured here. */
async function openLine(host: string, port: number): Promise<Line> {
  const socket = connect({ host, port, noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let came = '';
  let waiting: ((status: number) => void) | null = null;
  const end = (status: number): void => {
    const answered = waiting;
    waiting = null;
    came = '';
    answered?.(status);
  };
  socket.on('data', (data) => {
    came += data.toString('latin1');
    if (isWhole(came)) end(Number(came.slice(9, 12)));
  });
  socket.on('close', () => end(0));
  socket.on('error', () => {});
  return {
    socket,
    send(request, answered) {
      waiting = answered;
      if (socket.destroyed) end(0);
      else socket.write(request);
    },
  };
}

function isWhole(came: string): boolean {
  const body = came.indexOf('\r\n\r\n') + 4;
  if (body < 4) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(came)?.[1];
  return length === undefined ? came.endsWith('0\r\n\r\n') : came.length >= body + Number(length);
}
