import { afterAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { handleNext } from '#core/messages/inbox.ts';
import { accept } from '#core/messages/inbox.store.ts';
import { runNightly } from '#core/schedule/nightly.ts';
import { tidy } from '#core/schedule/tidy.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { addressOf, deliverAll, messageFrom, noon, silent, speak, turnOf } from '#test/support/machinery.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const night = (days: number): Promise<void> => {
  const now = noon.add({ hours: 24 * days });
  return turnOf(database, (turn) => runNightly(turn, [(at) => tidy(at, { inbox: 30, keys: 60, outbox: 30 })]), now);
};
const count = async (): Promise<unknown> => {
  const [row] = await database.sql`
    select (select count(*)::int from inbox) as inbox, (select count(*)::int from inbox_keys) as keys,
      (select count(*)::int from outbox where card is not null) as words, (select count(*)::int from outbox) as outbox`;
  return row;
};

it('forgets what was handled and said, keys last, and keeps what still waits', async () => {
  await accept(database.sql, messageFrom('C1', 'done', 'u1'), randomIds);
  await handleNext(database, { now: noon, ids: randomIds, log: silent }, { handle: async () => ({ ok: true }), parked: async () => {} });
  await accept(database.sql, messageFrom('C1', 'waits', 'u2'), randomIds);
  await speak(database, addressOf('telegram'), 'sent');
  await deliverAll(database, [scriptedChannel('telegram')]);
  await speak(database, addressOf('telegram'), 'queued');
  await night(29);
  expect(await count()).toEqual({ inbox: 2, keys: 2, words: 2, outbox: 2 });
  await night(31);
  expect(await count()).toEqual({ inbox: 1, keys: 2, words: 1, outbox: 2 });
  await night(61);
  expect(await count()).toEqual({ inbox: 1, keys: 1, words: 1, outbox: 2 });
});
