import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ModelAnswer } from '#core/ports.ts';
import { restingModel } from '#src/note-readers.ts';
import { openRawServer } from '#test/support/model-server.ts';
import { openTerminal } from './office.ts';

/** A server of models that takes no key, as whoever reads a file of notes would find it. */
let server: Awaited<ReturnType<typeof openRawServer>>;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  server = await openRawServer((_, response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'));
  const settings = { apiKey: 'k', baseUrl: server.url, model: 'm', prices: null, budget: { day: null, month: null }, currency: 'USD' };
  terminal = await openTerminal(undefined, undefined, settings);
});
afterAll(async () => {
  await terminal.close();
  await server.close();
});

const line = (id: number, note = 'urgent, navy please'): string =>
  `${JSON.stringify({ id, order_date: '2026-11-25', timezone: 'Asia/Shanghai', note })}\n`;

it.each(['model', 'both'])('--reader %s: after five failures the rest is read by the rules at once, with the reason', async (reader) => {
  const before = server.count();
  const notes = Array.from({ length: 300 }, (_, at) => line(at, at % 50 === 49 ? 'thanks' : undefined));
  const { exitCode, out, err } = await terminal.feed(notes, 'notes', 'read', '--reader', reader);
  expect([exitCode, server.count() - before]).toEqual([0, 5]);
  const read = out
    .trim()
    .split('\n')
    .map((text): { urgent: boolean; reading: { degraded: string | null; second?: object } } => JSON.parse(text));
  expect(read.map(({ reading }) => reading.degraded)).toEqual(
    notes.map((_, at) => (at % 50 === 49 ? null : at < 5 ? 'wrong_key' : 'breaker_open')),
  );
  expect(read.filter(({ urgent }) => urgent)).toHaveLength(294);
  expect(read[5]?.reading.second).toMatchObject({ degraded: 'breaker_open', because: 'wrong_key' });
  expect(err).toBe(
    "line 6: the model has failed too often and is given a rest: the last time, the model's server does not accept the key. " +
      'The rules read the next notes at once; every 30 seconds one is tried again.\n' +
      "294 of 300 notes were read by the rules alone (the model's server does not accept the key: 5; the model has failed too often and is given a rest: 289).\n",
  );
});

it('tries again after half a minute, and asks as before once it is well', async () => {
  let ms = 0;
  let failing = true;
  let asked = 0;
  const answer = (): ModelAnswer =>
    failing ? { ok: false, reason: 'server_down', usage: null, ms: 1 } : { ok: true, text: '{}', usage: null, ms: 1 };
  const model = { server: 's', model: 'm', shape: null, ask: () => Promise.resolve((asked++, answer())) };
  const ask = restingModel(model, () => ms);
  const question = { messages: [], shape: 'text' as const, schema: {}, name: 'note', mostTokens: 1 };
  const outcome = async (): Promise<string> => {
    const said = await ask(question, new AbortController().signal);
    return said.ok ? 'answered' : said.reason;
  };
  for (let at = 0; at < 5; at++) expect(await outcome()).toBe('server_down');
  expect([await outcome(), asked]).toEqual(['breaker_open', 5]);
  ms = 30_000;
  expect([await outcome(), asked]).toEqual(['server_down', 6]);
  ms = 59_999;
  expect([await outcome(), asked]).toEqual(['breaker_open', 6]);
  failing = false;
  ms = 60_000;
  expect([await outcome(), await outcome(), asked]).toEqual(['answered', 'answered', 8]);
});
