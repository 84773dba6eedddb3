import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, type Stage } from './stage.ts';

let db: OpenDatabase;
let stage: Stage;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  stage = await openStage(db);
});

describe('who may speak', () => {
  const ask = (headers: Record<string, string>) => stage.app.request('/playground/api/state', { headers });

  it.each(['127.0.0.1:4000', 'localhost', 'LOCALHOST:80', '[::1]:4000'])('a page of this machine: %s', async (host) => {
    expect((await ask({ host })).status).toBe(200);
    expect((await ask({ host, origin: `http://${host}` })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.example:4000',
    '127.0.0.1@evil.example',
    '0.0.0.0:4000',
    '192.168.1.2',
  ])('no other name: %s', async (host) => {
    expect((await ask({ host })).status).toBe(403);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:9999', 'file://'])('no page of another place: %s', async (origin) => {
    const response = await ask({ host: '127.0.0.1:4000', origin });
    expect(response.status).toBe(403);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('no form of a foreign page: a body must be JSON by its type', async () => {
    expect(await stage.post('say', { as: 'mei', channel: 'telegram', text: 'x' }, { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
    expect(stage.desk.heard).toHaveLength(0);
  });
});

describe('a call that cannot be understood', () => {
  it.each([
    ['say', { channel: 'telegram', text: 'x' }, 400, '“as” must be the id of a person'],
    ['say', { as: 'mei', channel: 'telegram' }, 400, '“text” must be what the person says'],
    ['say', { as: 'mei', channel: 'telegram', text: 7 }, 400, '“text” must be what the person says'],
    ['say', [], 400, 'The body must be a JSON object'],
    ['say', '{', 400, 'not valid JSON'],
    ['say', { as: 'nobody', channel: 'telegram', text: 'x' }, 404, 'no such person'],
    ['say', { as: 'mei', channel: 'pigeon', text: 'x' }, 404, 'no such channel'],
    ['say', { as: 'mei', channel: 'telegram', text: 'x', reply_to: 'gone' }, 404, 'no such message'],
    ['press', { as: 'mei', message: 'gone', button: 'b' }, 404, 'no such message'],
    ['press', { as: 'mei', message: 'm', button: 'b', values: { n: 1 } }, 400, '“values.n” must be text'],
    ['clock', {}, 400, 'Give either “advance”'],
    ['clock', { advance: 'soon' }, 400, '“advance” must be a duration'],
    ['clock', { advance: 'P900Y' }, 400, 'at most two years'],
    ['clock', { to: 'tomorrow' }, 400, '“to” must be an instant'],
    ['nonsense', {}, 404, 'no such page or call'],
  ])('%s %j says what is wrong', async (path, body, status, words) => {
    const { status: got, answer } = await stage.post(path, body);
    expect({ status: got, text: answer.error?.text }).toEqual({ status, text: expect.stringContaining(words) });
    expect(answer.error.code).toMatch(/^[a-z_]+$/);
  });
});
