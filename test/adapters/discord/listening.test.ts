import { afterAll, beforeAll, expect, it } from 'vitest';
import { Listening } from '#adapters/discord/listening.ts';
import { findListening } from '#adapters/discord/listening.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const log = { info: () => {}, warn: () => {}, error: () => {} };

it.for([
  ['moves on while what was heard is committed', 0, true],
  ['stays where it was while a word waits for long', 11 * 60_000, false],
] as const)('the mark until when everything was heard %s', async ([, behind, moves]) => {
  const account = `bot ${behind}`;
  const catchUp = async (): Promise<void> => {};
  const listening = new Listening({ database, log, account, session: () => 'one', behindMs: () => behind, catchUp });
  await listening.begin(async () => true);
  await database.sql`update discord_listening set heard_until = now() - interval '1 hour' where account = ${account}`;
  const before = await findListening(database.sql, account);
  listening.isConnected = true;
  await listening.leave();
  const after = await findListening(database.sql, account);
  expect(before?.since.toString() !== after?.since.toString()).toBe(moves);
});
