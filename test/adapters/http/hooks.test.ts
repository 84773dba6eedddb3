import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import type { Hook, Posted } from '#adapters/hook.ts';
import { createApp } from '#adapters/http/app.ts';
import { hooksFirst } from '#adapters/http/hooks.ts';
import { listen, type Listening } from '#adapters/http/server.ts';

const open: Listening[] = [];
const logged: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (facts: unknown, event: string) => void logged.push([event, facts]) };

afterEach(async () => {
  for (const server of open.splice(0)) await server.close(0);
  logged.length = 0;
});

async function desk(answer: Hook['answer'], largest = 100): Promise<Listening> {
  const app = createApp({ log, faults: () => Promise.resolve([]), home: null, routes: [] });
  const server = await listen(app, { host: '127.0.0.1', port: 0 }, hooksFirst([{ path: '/hooks/one', largest, answer }], log));
  open.push(server);
  return server;
}

const echo: Hook['answer'] = async ({ header, body }: Posted) => ({ status: 200, body: { said: String(body), by: header('x-by') } });
const post = (url: string, body: RequestInit['body'] & {}, more: RequestInit = {}) => fetch(url, { method: 'POST', body, ...more });

it('hands on what was posted, and gives back the answer', async () => {
  const { url } = await desk(echo);
  const answer = await post(`${url}/hooks/one?by=way`, 'two chairs, 两把椅子', { headers: { 'x-by': 'Mei' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(await answer.json()).toEqual({ said: 'two chairs, 两把椅子', by: 'Mei' });
  expect(await (await post(`${url}/hooks/one`, '')).json()).toEqual({ said: '', by: '' });
});

it('answers with a sentence that no browser takes for something else', async () => {
  const { url } = await desk(async () => ({ status: 401, body: '不是你。\n' }));
  const answer = await post(`${url}/hooks/one`, '<script>');
  const told = ['content-type', 'x-content-type-options'].map((name) => answer.headers.get(name));
  expect([answer.status, ...told, await answer.text()]).toEqual([401, 'text/plain; charset=utf-8', 'nosniff', '不是你。\n']);
});

it('leaves everything else to the app', async () => {
  const { url } = await desk(echo);
  expect((await fetch(`${url}/hooks/one`)).status).toBe(404);
  expect((await post(`${url}/hooks/two`, 'x')).status).toBe(404);
  expect(await (await fetch(`${url}/livez`)).json()).toEqual({ live: true });
});

it('reads no more than it may, whether a body says how long it is or not, and the next request is heard', async () => {
  let heard = 0;
  const { url } = await desk(async ({ body }) => {
    heard += body.length;
    return { status: 200 };
  });
  const stream = new Blob(['x'.repeat(2_000_000)]).stream();
  for (const body of ['x'.repeat(101), 'x'.repeat(5_000_000)]) expect((await post(`${url}/hooks/one`, body)).status).toBe(413);
  expect((await post(`${url}/hooks/one`, stream, { duplex: 'half' } as RequestInit)).status).toBe(413); // TypeScript does not know `duplex` yet
  expect(heard).toBe(0);
  expect((await post(`${url}/hooks/one`, 'x'.repeat(100))).status).toBe(200);
  expect(heard).toBe(100);
});

it('tells nobody what went wrong inside', async () => {
  const { url } = await desk(() => Promise.reject(new Error('password is hunter2')));
  const answer = await post(`${url}/hooks/one`, 'x');
  expect([answer.status, (await answer.text()).includes('hunter2')]).toEqual([500, false]);
  expect(logged).toMatchObject([['http.failed', { path: '/hooks/one' }]]);
});

it('outlives whoever leaves in the middle of a body, or before the answer', async () => {
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { url, port } = await desk(async () => {
    begun.resolve();
    await go.promise;
    return { status: 200, body: 'too late' };
  });
  const send = async (text: string) => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /hooks/one HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\n${text}`);
    return socket;
  };
  const half = await send('ha');
  const whole = await send('full');
  await begun.promise;
  half.resetAndDestroy();
  whole.resetAndDestroy();
  await once(whole, 'close');
  go.resolve();
  expect((await post(`${url}/hooks/one`, 'next')).status).toBe(200);
  expect(logged).toEqual([]);
});

/** Speaks HTTP as nobody's client would; what comes back until the server has ended. */
async function raw(port: number, write: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const heard: string[] = [];
  socket.on('data', (chunk) => heard.push(String(chunk)));
  const ended = once(socket, 'close');
  await write(socket);
  await ended;
  return heard.join('');
}
const chunkedHead = 'POST /hooks/one HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n';

it('puts together what comes in pieces of any size', async () => {
  const { port } = await desk(async ({ body }) => ({ status: 200, body: String(body) }), 4_000);
  const [small, large] = ['两把椅子', 'x'.repeat(1_500)];
  const pieces = [small, large, '!', large, small].map((text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  const answer = await raw(port, async (socket) => {
    socket.write(chunkedHead);
    for (const piece of pieces) for (const byte of [piece.slice(0, 5), piece.slice(5)]) socket.write(byte);
    socket.write('0\r\n\r\n');
  });
  expect(answer).toContain(`\r\n\r\n${small}${large}!${large}${small}`);
});

/** What is in use once nothing is left over. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)(); // what the flag brings
  return process.memoryUsage().heapUsed;
}

it('keeps little more of a body than its bytes, in however many pieces they come', async () => {
  let held = 0;
  const { port } = await desk(async ({ body }) => {
    held = heldBytes();
    return { status: 200, body: `${body.length}` };
  }, 4_000_000);
  const byByte = '1\r\nx\r\n'.repeat(10_000);
  const before = heldBytes();
  const answer = await raw(port, async (socket) => {
    socket.write(chunkedHead);
    for (let at = 0; at < 30; at++) if (!socket.write(byByte)) await once(socket, 'drain');
    socket.write('0\r\n\r\n');
  });
  expect(answer).toMatch(/\r\n\r\n300000$/);
  // each of them kept would be a hundred bytes or more
  expect(held - before).toBeLessThan(10_000_000);
});

it('says so where an answer cannot be given, or is refused at once', async () => {
  const { url } = await desk(async () => ({ status: 200, body: { count: 1n } }));
  const thrown = await desk(() => {
    throw new Error('at once');
  });
  for (const at of [url, thrown.url]) expect((await post(`${at}/hooks/one`, 'x')).status).toBe(500);
  expect(logged).toMatchObject([['http.failed', {}], ['http.failed', {}]]); // prettier-ignore
});
