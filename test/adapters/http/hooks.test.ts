import { once } from 'node:events';
import { connect } from 'node:net';
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
