import { afterAll, beforeAll, expect, it } from 'vitest';
import { findCase, findCaseByNumber, findOpenCase, lastMessages, latestCase, lockOpenCase, openCases } from '#core/cases/case.store.ts';
import { lastWords } from '#core/messages/inbox.store.ts';
import { tokenOn } from '#core/messages/buttons.ts';
import { caseOfMessage, findCard, livePlaces } from '#core/messages/outbox.store.ts';
import type { Tx } from '#core/ports.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { noon } from '#test/support/machinery.ts';
import { costOf } from '#test/support/plans.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const long = '00000000-0000-7000-8000-000000000001';
const channel = { platform: 'slack', account: 'A1', key: 'review', kind: 'group' } as const;
const dm = { platform: 'slack', account: 'A1', key: 'dm', kind: 'dm' } as const;

/** Ten thousand cases of the past and three hundred open ones; one of them with five thousand messages, all in one channel. */
beforeAll(async () => {
  const { sql } = database;
  await sql`
    insert into customers (id, name, locale, created_at)
    select lpad(n::text, 32, '0')::uuid, 'c' || n, 'en', ${noon}
    from generate_series(1, 300) as n`;
  await sql`
    insert into cases (id, number, customer_id, about, state, version, platform, account, conversation, opened_at, waiting_since, closed_at)
    select case when n = 10000 then ${long}::uuid else gen_random_uuid() end, n, lpad((n % 300 + 1)::text, 32, '0')::uuid, 'person',
      case when n > 9700 then 'open' else 'closed' end, 1, 'slack', 'A1', 'dm', ${noon}::timestamptz + n * interval '1 minute',
      case when n > 9850 then ${noon}::timestamptz end, case when n <= 9700 then ${noon}::timestamptz end
    from generate_series(1, 10000) as n`;
  await sql`
    insert into case_messages (id, case_id, position, at, author, author_id, text)
    select gen_random_uuid(), ${long}, n, ${noon}, 'customer', lpad('1', 32, '0')::uuid, 'words'
    from generate_series(1, 5000) as n`;
  await sql`
    insert into outbox (id, lane, position, address, class, dedupe_key, state, said_at, due_at, settled_at, message_key, case_id)
    select gen_random_uuid(), 'slack:A1:review', n, '{}', 'transactional', 'k' || n, 'sent', ${noon}, ${noon}, now(), 'm' || n % 2500, ${long}
    from generate_series(1, 10000) as n`;
  await sql`
    insert into cards (id, lane, address, live, card)
    select gen_random_uuid(), 'slack:A1:review', '{}', 'case:' || n, '{}'
    from generate_series(1, 10000) as n`;
  await sql`
    insert into inbox (id, lane, position, body, at, state)
    select gen_random_uuid(), 'slack:A1:dm', n, '{"kind":"message","text":"words"}', ${noon}, 'done'
    from generate_series(1, 5000) as n`;
  await sql`analyze`;
});

it.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['finding a customer’s open case', (tx) => findOpenCase(tx, `${'0'.repeat(30)}07`)],
  ['locking it', (tx) => lockOpenCase(tx, `${'0'.repeat(30)}07`)],
  ['finding a case', (tx) => findCase(tx, long)],
  ['finding a case by its number', (tx) => findCaseByNumber(tx, 77n)],
  ['finding a customer’s latest case', (tx) => latestCase(tx, `${'0'.repeat(30)}07`)],
  ['listing who waits longest', (tx) => openCases(tx, 10)],
  ['reading the newest of five thousand messages', (tx) => lastMessages(tx, long, 6)],
  ['finding the case of a message that is answered', (tx) => caseOfMessage(tx, channel, 'm77')],
  ['finding nothing for a message of no case', (tx) => caseOfMessage(tx, channel, 'nothing')],
  ['finding where a case stands', (tx) => livePlaces(tx, 'case:77')],
  ['finding its card', (tx) => findCard(tx, channel, ['case:77'])],
  ['finding a button of it', (tx) => tokenOn(tx, channel, 'case:77', 'reply')],
  ['reading what was said before', (tx) => lastWords(tx, dm, noon, 3)],
])('%s stays a look at a few pages, whatever was said before', async (_name, work) => {
  const { pages, walked } = await costOf(database, work);
  // a handful of colleagues and the customers who are named are read as they lie
  expect(walked.filter((table) => table !== 'staff' && table !== 'customers')).toEqual([]);
  expect(pages).toBeLessThan(60);
});
