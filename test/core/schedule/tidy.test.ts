import { afterAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { handleNext } from '#core/messages/inbox.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { runNightly } from '#core/schedule/nightly.ts';
import { handleNextJob } from '#core/schedule/jobs.ts';
import { planTidying, tidy } from '#core/schedule/tidy.ts';
import type { Turn } from '#core/turn.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { addressOf, deliverAll, empty, messageFrom, noon, silent, speak, turnOf } from '#test/support/machinery.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const night = (days: number): Promise<void> => {
  const now = noon.add({ hours: 24 * days });
  return turnOf(database, (turn) => runNightly(turn, [(at) => tidy(at, { inbox: 30, keys: 60, outbox: 30, buttons: 60 })]), now);
};
const count = async (): Promise<unknown> => {
  const [row] = await database.sql`
    select (select count(*)::int from inbox) as inbox, (select count(*)::int from inbox_keys) as keys,
      (select count(*)::int from outbox where card is not null) as words, (select count(*)::int from outbox) as outbox, (select count(*)::int from buttons) as buttons`;
  return row;
};

it('forgets what was handled and said, keys last, and keeps what still waits', async () => {
  await accept(database.sql, messageFrom('C1', 'done', 'u1'), randomIds);
  await handleNext(database, { now: noon, ids: randomIds, log: silent }, { handle: async () => ({ ok: true }), parked: async () => {} });
  await accept(database.sql, messageFrom('C1', 'waits', 'u2'), randomIds);
  await speak(database, addressOf('telegram'), 'sent', { buttons: [{ action: 'a', label: 'A' }] });
  await deliverAll(database, [scriptedChannel('telegram')]);
  await speak(database, addressOf('telegram'), 'queued');
  await night(29);
  expect(await count()).toEqual({ inbox: 2, keys: 2, words: 2, outbox: 2, buttons: 1 });
  await night(31);
  expect(await count()).toEqual({ inbox: 1, keys: 2, words: 1, outbox: 2, buttons: 1 });
  await night(61);
  expect(await count()).toEqual({ inbox: 1, keys: 1, words: 1, outbox: 2, buttons: 0 });
});

it('takes little at a time, and comes back at once for the rest', async () => {
  await empty(database);
  for (let index = 0; index < 7; index++) {
    await accept(database.sql, messageFrom(`C${index}`, 'done', `u${index}`), randomIds);
    await handleNext(database, { now: noon, ids: randomIds, log: silent }, { handle: async () => ({ ok: true }), parked: async () => {} });
  }
  const later = noon.add({ hours: 24 * 31 });
  const left: number[] = [];
  await turnOf(database, planTidying, later);
  const handlers = { handle: (turn: Turn) => tidy(turn, { inbox: 30, keys: 60, outbox: 30, buttons: 60 }, 3), parked: async () => {} };
  while (await handleNextJob(database, { now: later, ids: randomIds, log: silent }, handlers))
    left.push((await database.sql`select from inbox`).count);
  expect(left).toEqual([4, 1, 0]);
});
