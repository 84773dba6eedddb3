import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { filesThere, lockDueLanes, markSending, readHeads, renewLease } from '#core/messages/delivery.store.ts';
import { placeDue, waitingIn, whatIsDue } from '#core/messages/due.store.ts';
import { findButton } from '#core/messages/buttons.ts';
import { firstWaiting, isAnyDue, lockBegun, lockDueLane, markBegun } from '#core/messages/inbox.store.ts';
import { closeLane, openLane } from '#core/messages/reach.store.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Tx } from '#core/ports.ts';
import { beginDueJob, forgetOldPauses, isReadingDue, nextDue } from '#core/schedule/jobs.store.ts';
import { whatWaits } from '#core/waiting.store.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { costOf } from '#test/support/plans.ts';
import { messageFrom, noon } from '#test/support/machinery.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

/** One row each, or one per platform: looking at all of them is cheaper than an index. */
const small = new Set(['business', 'channel_accounts', 'cards', 'outbox_gate', 'schedules']);
const crowded = 'telegram:A1:crowded';

const begun = { id: randomIds.uuid(), lane: crowded, body: messageFrom('crowded', '', ''), attempts: 0, unfinished: 0 };
const quiet: Address = { platform: 'telegram', account: 'A1', key: 'quiet', kind: 'dm' };

/** Fifteen thousand messages wait in one conversation, one in each of two thousand others; as many are over. */
beforeAll(async () => {
  const { sql } = database;
  await sql`
    insert into outbox (id, lane, position, address, class, dedupe_key, state, card, said_at, due_at, settled_at)
    select gen_random_uuid(), case when n <= 15000 then ${crowded} else 'telegram:A1:' || n % 2000 end, n, '{}', 'marketing', 'k' || n,
      case when n <= 15000 or n > 28000 then 'queued' else 'sent' end, '{}', ${noon}, ${noon}, case when n > 15000 and n <= 28000 then now() end
    from generate_series(1, 30000) as n`;
  await sql`
    insert into lanes (lane, platform, account, last_position, rank, next_at)
    select lane, 'telegram', 'A1', max(position), 3, now()
    from outbox
    where state = 'queued'
    group by lane`;
  await sql`
    insert into inbox (id, lane, position, body, at, state)
    select gen_random_uuid(), case when n % 2 = 0 then ${crowded} else 'telegram:A1:' || n end, n, '{}', ${noon}, case when n % 2 = 0 then 'received' else 'done' end
    from generate_series(1, 20000) as n`;
  await sql`
    insert into inbox_lanes (lane, last_position, pending, next_at)
    select lane, max(position), count(*) filter (where state = 'received'), now()
    from inbox
    group by lane`;
  await sql`insert into inbox_turns select lane from inbox_lanes`;
  await sql`
    insert into jobs (key, id, kind, body, due_at, planned_at, state)
    select 'j' || n, gen_random_uuid(), 'x', '{}', ${noon}::timestamptz + n * interval '1 minute', ${noon}, case when n % 2 = 0 then 'waiting' else 'done' end
    from generate_series(0, 20000) as n`;
  await sql`
    insert into buttons (token, action, args, lane, created_at)
    select 't' || n, 'a', '{}', ${crowded}, ${noon}
    from generate_series(1, 10000) as n`;
  await sql`
    with boss as (insert into staff (id, name, locale, created_at) values (gen_random_uuid(), 'B', 'en', ${noon}) returning id)
    insert into list_files (id, staff_id, address, file, state, created_at)
    select gen_random_uuid(), boss.id, '{}', '{}', 'cancelled', ${noon}
    from boss, generate_series(1, 5000)`;
  await sql`analyze`;
});

it.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['asking what there is to do', (tx) => whatWaits(tx, noon, [{ name: 'digest', times: '08:00' }])],
  ['asking whether anything is due', (tx) => whatIsDue(tx, noon)],
  ['asking which accounts wait', (tx) => waitingIn(tx, ['telegram:A1', 'slack:A1'])],
  ['placing what is due', (tx) => placeDue(tx, noon)],
  ['locking lanes', (tx) => lockDueLanes(tx, { platform: 'telegram', account: 'A1' }, { all: 8, files: 0 }, 0)],
  ['reading the heads', (tx) => readHeads(tx, [crowded, 'telegram:A1:7'], noon)],
  [
    'marking one as sending',
    (tx) => markSending(tx, [{ id: randomIds.uuid(), lane: crowded }], { token: randomIds.uuid(), seconds: 25, gapSeconds: 0 }),
  ],
  ['asking which files came to a conversation', (tx) => filesThere(tx, { id: randomIds.uuid(), lane: crowded })],
  ['renewing a lease', (tx) => renewLease(tx, crowded, randomIds.uuid(), 25)],
  ['finding a conversation to handle', (tx) => lockDueLane(tx)],
  ['finding its first message', (tx) => firstWaiting(tx, crowded)],
  ['beginning with it', (tx) => markBegun(tx, begun, 5)],
  ['holding its conversation', (tx) => lockBegun(tx, begun)],
  ['beginning with a due job', (tx) => beginDueJob(tx, noon, 5)],
  ['asking whether a reading is due', (tx) => isReadingDue(tx, noon)],
  ['asking whether a conversation is to be handled', (tx) => isAnyDue(tx)],
  ['finding the next due time', (tx) => nextDue(tx, noon)],
  ['finding a button', (tx) => findButton(tx, 't77')],
  ['closing a conversation', (tx) => closeLane(tx, quiet, 'blocked')],
  ['opening it', (tx) => openLane(tx, quiet, noon)],
  ['looking whether jobs wait for an old clock', (tx) => forgetOldPauses(tx, noon, 1800)],
])('%s stays a look at a few pages with 15,000 messages in one lane', async (_name, work) => {
  const { pages, walked } = await costOf(database, work);
  expect(walked.filter((table) => !small.has(table))).toEqual([]);
  expect(pages).toBeLessThan(100);
});
