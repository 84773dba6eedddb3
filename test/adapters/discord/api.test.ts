import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { openApi } from '#adapters/discord/api.ts';

it('gives each call the time that it asks for, which an upload may need', async () => {
  const isOver = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.includes('/words')) return; // never answered
    void isOver.promise.then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const api = openApi({ token: 'a.b.c', apiUrl: `http://127.0.0.1:${port}/api` }, 50);
  const files = [{ name: 'a.png', data: Buffer.from('a picture') }];
  const upload = api.call('POST', '/channels/1/uploads', { body: {}, files, ms: 60_000 }).catch(String);
  // begun after it and given up, as they asked for no more
  for (let times = 0; times < 3; times++) await expect(api.call('POST', '/channels/2/words', { body: {} })).rejects.toThrow();
  isOver.resolve();
  expect(await upload).toEqual({ id: '1' });
});
