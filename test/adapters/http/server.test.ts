import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, expect, it } from 'vitest';
import { createApp } from '#adapters/http/app.ts';
import { listen, type Listening } from '#adapters/http/server.ts';
import { Problem } from '#src/problem.ts';

const loopback = { host: '127.0.0.1', port: 0 };
const open: Listening[] = [];
const logged: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (facts: unknown, event: string) => void logged.push([event, facts]) };

afterEach(async () => {
  for (const server of open.splice(0)) await server.close(0);
});

async function start(app: ReturnType<typeof createApp>): Promise<Listening> {
  const server = await listen(app, loopback);
  open.push(server);
  return server;
}

function desk(faults: string[] = []) {
  return createApp({ log, faults: () => Promise.resolve(faults), home: null, routes: [] });
}

it('is alive and ready, and says what is missing when it is not', async () => {
  expect(await (await desk().request('/livez')).json()).toEqual({ live: true });
  expect((await desk().request('/readyz')).status).toBe(200);
  const answer = await desk(['The database does not answer.']).request('/readyz');
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, faults: ['The database does not answer.'] }]);
});

it('answers a program in JSON and a person in a sentence when there is nothing', async () => {
  const sentence = await desk().request('/nowhere');
  expect([sentence.status, await sentence.text()]).toEqual([404, 'There is nothing at this address.\n']);
  const json = await desk().request('/api/v1/nowhere');
  expect(await json.json()).toEqual({ error: { code: 'not_found', message: 'There is nothing at this address.' } });
});

it('tells nobody what went wrong inside', async () => {
  const app = desk();
  app.get('/broken', () => {
    throw new Error('password is hunter2');
  });
  const answer = await app.request('/broken');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('hunter2');
  expect(logged.at(-1)).toMatchObject(['http.failed', { path: '/broken' }]);
});

it('refuses a body of more than a megabyte', async () => {
  const app = desk();
  app.post('/read', async (c) => c.text(await c.req.text()));
  const { url } = await start(app);
  const answer = await fetch(`${url}/read`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
});

it('leaves routes that come with limits of their own to these', async () => {
  const route = new Hono().post('/playground/api/say', async (c) => c.text(String((await c.req.text()).length)));
  const app = createApp({ log, faults: () => Promise.resolve([]), home: null, routes: [route] });
  const answer = await app.request('/playground/api/say', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) });
  expect(await answer.text()).toBe(String(2 * 1024 * 1024));
});

it('shows whoever opens the bare address where to go', async () => {
  const app = createApp({ log, faults: () => Promise.resolve([]), home: '/playground', routes: [] });
  expect((await app.request('/')).headers.get('location')).toBe('/playground');
  const plain = await desk().request('/');
  expect([plain.status, await plain.text()]).toEqual([200, expect.stringMatching(/^The desk is live; /)]);
});

it('says which port is taken and how to take another', async () => {
  const { port } = await start(desk());
  const second = listen(desk(), { ...loopback, port });
  await expect(second).rejects.toBeInstanceOf(Problem);
  await expect(second).rejects.toMatchObject({
    message: expect.stringContaining(`Port ${port}`),
    remedy: expect.stringMatching(/: --port \d+$/),
  });
  // npm would keep the option to itself
  await expect(listen(desk(), { ...loopback, port, asTyped: 'npm start -- ' })).rejects.toMatchObject({
    remedy: expect.stringMatching(/: npm start -- --port \d+$/),
  });
});

it('says that this machine has no such address', async () => {
  await expect(listen(desk(), { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ message: 'This machine has no address 192.0.2.1.' });
});

it('closes although somebody still listens to an event stream', async () => {
  const app = desk();
  app.get('/stream', (c) =>
    streamSSE(c, async (stream) => {
      await stream.writeSSE({ data: 'hello' });
      await new Promise(() => {});
    }),
  );
  const server = await listen(app, loopback);
  const reader = (await fetch(`${server.url}/stream`)).body?.getReader();
  await reader?.read();
  await server.close(60_000);
  await expect(reader?.read()).rejects.toThrow();
});

it('lets a running request end before it closes', async () => {
  const app = desk();
  const arrived = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  app.get('/slow', async (c) => {
    arrived.resolve();
    await go.promise;
    return c.text('done');
  });
  const server = await listen(app, loopback);
  const answer = fetch(`${server.url}/slow`);
  await arrived.promise;
  const closed = server.close(60_000);
  go.resolve();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

it('does not wait longer than it was told', async () => {
  const app = desk();
  const arrived = Promise.withResolvers<void>();
  app.get('/stuck', () => {
    arrived.resolve();
    return new Promise<Response>(() => {});
  });
  const server = await listen(app, loopback);
  const answer = fetch(`${server.url}/stuck`);
  await arrived.promise;
  await Promise.all([server.close(0), expect(answer).rejects.toThrow()]);
});
