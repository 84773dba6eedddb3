import { afterEach, describe, expect, it } from 'vitest';
import { inspectModel } from '#adapters/openai/inspect.ts';
import { openModelServer, openRawServer } from '#test/support/model-server.ts';

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const secret = 'sk-canary-in-a-key';
/** What is found on a server that answers so. */
async function found(status: number, body: string, model = 'qwen3') {
  const server = await openRawServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
  open.push(server);
  const findings = await inspectModel({ apiKey: secret, baseUrl: server.url, model });
  expect(JSON.stringify(findings)).not.toContain(secret);
  expect(server.count()).toBe(1);
  return findings;
}
const listing = (...ids: unknown[]): string => JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, object: 'model' })) });
const wrong = (findings: { ok: boolean }[]): unknown[] => findings.filter(({ ok }) => !ok);

describe('what doctor asks a model’s server', () => {
  it('is whether it answers, takes the key, and has the model', async () => {
    const findings = await found(200, listing('other', 'qwen3:latest'));
    expect(wrong(findings)).toEqual([]);
    expect(findings.map(({ item }) => item)).toEqual(['server', 'model']);
  });

  it('names what the server has where the model is none of it', async () => {
    const [fault, ...rest] = wrong(await found(200, listing('a', 'b', 'c', 'd', 'e', 'f')));
    expect(fault).toMatchObject({ item: 'model', remedy: 'Set ORDERLY_MODEL to one it has: a, b, c, d, e, ….' });
    expect(rest).toEqual([]);
  });

  it.each([
    [404, '{"error":{"message":"no such route"}}'],
    [200, listing()],
    [200, listing(7)],
    [200, '{"data":{"a":1}}'],
    [200, '[]'],
    [429, '{}'],
  ])('is content with a server that lists none (%i, %s)', async (status, body) => {
    expect(wrong(await found(status, body))).toEqual([]);
  });

  it.each([
    [401, '{"error":{"message":"bad key"}}', /does not take the key/],
    [403, '{}', /does not take the key/],
    [500, '<html>', /cannot be asked/],
    [200, '<html>', /cannot be asked/],
  ])('says what is wrong (%i, %s)', async (status, body, says) => {
    expect(wrong(await found(status, body))).toEqual([
      expect.objectContaining({ item: 'server', says: expect.stringMatching(says), remedy: expect.any(String) }),
    ]);
  });

  it('says that nobody is there', async () => {
    const server = await openRawServer(() => {});
    await server.close();
    const [finding] = await inspectModel({ apiKey: null, baseUrl: server.url, model: 'm' });
    expect(finding).toMatchObject({ item: 'server', ok: false });
  });

  it('is answered by a server that speaks the API of OpenAI', async () => {
    const server = await openModelServer();
    open.push(server);
    expect(wrong(await inspectModel({ apiKey: null, baseUrl: `${server.mock.url}/v1`, model: 'gpt-4o' }))).toEqual([]);
  });
});
