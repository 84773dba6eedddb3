import { afterAll, beforeAll, expect, it } from 'vitest';
import { findNoteMessage } from '#core/orders/note-message.store.ts';
import { reachableAddress } from '#core/people/account.store.ts';
import { purposesOf } from '#core/people/business.store.ts';
import { countWrong, lockCode, lockedUntil, putCode } from '#core/people/codes/code.store.ts';
import { accountsOf, standingJoin } from '#core/people/joining/joining.store.ts';
import { findCustomersByName } from '#core/people/customer.store.ts';
import { preferredAddress } from '#core/people/people.store.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import type { Tx } from '#core/ports.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { noon } from '#test/support/machinery.ts';
import { costOf } from '#test/support/plans.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

const from = { platform: 'telegram' as const, account: 'bot', key: 'u17' };
const dm = { platform: 'telegram' as const, account: 'bot', key: 'd17', kind: 'dm' as const };
let customer = '';
let staff = '';

/** Twenty thousand people, each with a code and an account; three hundred colleagues, every third of them away. */
beforeAll(async () => {
  const { sql } = database;
  await sql`
    insert into business (name, time_zone, locale, currency, order_prefix, origin) values ('{"en":"B"}', 'UTC', 'en', 'EUR', 'B-', 'own')`;
  await sql`
    insert into customers (id, name, locale, created_at)
    select gen_random_uuid(), 'Customer ' || n, 'en', ${noon} from generate_series(1, 20000) as n`;
  await sql`
    insert into accounts (platform, account, user_key, customer_id, dm_key, preferred, linked_at)
    select 'telegram', 'bot', 'u' || row_number() over (), id, 'd' || row_number() over (), true, ${noon} from customers`;
  await sql`insert into staff (id, name, locale, created_at) select gen_random_uuid(), 'S' || n, 'en', ${noon} from generate_series(1, 300) as n`;
  await sql`
    insert into accounts (platform, account, user_key, staff_id, dm_key, preferred, linked_at)
    select 'slack', 'T1', name, id, name, true, ${noon} from staff`;
  await sql`insert into staff_roles (staff_id, role, granted_at) select id, 'sales', ${noon} from staff`;
  await sql`
    update staff s set absent_until = ${noon}, stand_in = (select id from staff where name = 'S1')
    where s.name like 'S%3'`;
  await sql`
    insert into codes (digest, kind, customer_id, created_at, expires_at)
    select encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 'link', id, ${noon}, ${noon} from customers`;
  await sql`
    insert into code_guesses (platform, account, user_key, wrong, since)
    select 'telegram', 'bot', 'u' || n, 1, ${noon} from generate_series(1, 20000) as n`;
  await sql`
    insert into joins (id, customer_id, former_id, moved, at)
    select gen_random_uuid(), a.customer_id, b.customer_id, '{"accounts":[]}', ${noon}
    from accounts a
    join accounts b on b.user_key = 'u1'
    where a.customer_id is not null and a.user_key <> 'u1'`;
  const [known] = await sql<{ customer: string; staff: string }[]>`
    select (select customer_id from accounts where user_key = 'u17') as customer, (select id from staff where name = 'S1') as staff`;
  customer = known?.customer ?? '';
  staff = known?.staff ?? '';
  await sql`analyze`;
});

/** A few rows, whatever the desk has seen: looking at all of them is cheaper than an index. */
const small = new Set(['business', 'staff', 'staff_roles', 'desk_conversations', 'note_messages']);

it.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['who speaks', (tx) => findSpeaker(tx, from, dm)],
  ['who speaks for others too', (tx) => findSpeaker(tx, { platform: 'slack', account: 'T1', key: 'S1' }, dm)],
  ['what a conversation is for', (tx) => purposesOf(tx, dm)],
  ['a code', (tx) => lockCode(tx, '7K3M-9QXP-2HTV')],
  ['a new code', (tx) => putCode(tx, { code: 'x', kind: 'link', customerId: customer, staffId: null, expiresAt: noon }, noon)],
  ['who is locked out', (tx) => lockedUntil(tx, from, noon)],
  ['one more wrong code', (tx) => countWrong(tx, from, noon)],
  ['somebody’s accounts', (tx) => accountsOf(tx, { kind: 'customer', id: customer })],
  ['with whom an account came', (tx) => standingJoin(tx, customer, from)],
  ['where a customer is reached', (tx) => reachableAddress(tx, customer, null, null, 'orders')],
  ['where a colleague is reached', (tx) => preferredAddress(tx, { kind: 'staff', id: staff })],
  ['who is called that', (tx) => findCustomersByName(tx, 'customer 17', 4)],
  ['what a message was about', (tx) => findNoteMessage(tx, dm, 'm1')],
])('%s is found without walking through the history', async (_, work) => {
  const { pages, walked } = await costOf(database, work);
  expect(walked.filter((table) => !small.has(table))).toEqual([]);
  expect(pages).toBeLessThan(80);
});
