import { afterAll, beforeAll, expect, it } from 'vitest';
import { newestTouches, touchesOfSubject } from '#core/care/touch.store.ts';
import { lastScore } from '#core/care/survey.store.ts';
import { couponsOf, findCoupon } from '#core/care/win-back/coupon.store.ts';
import { enrolmentUnderWay, findEnrolment, lastEnrolment, outcomes } from '#core/care/win-back/enrolment.store.ts';
import { anyOrderOpen, favouritesOf, habitOf, orderedSince, orderSpending } from '#core/orders/habit.store.ts';
import { agreedToOffers, everAgreedToOffers, lastSaidOfOffers, noteOffersAsked } from '#core/people/consent.store.ts';
import { reachableAddress } from '#core/people/account.store.ts';
import { anyExceptionOpen } from '#core/review/exception.store.ts';
import type { Tx } from '#core/ports.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = Temporal.Instant.from('2026-11-25T04:00:00Z');

let office: Office;
/** Two thousand customers with eight orders and four words about offers each, assigned three times, with a coupon of each time. */
beforeAll(async () => {
  office = await openOffice();
  const { sql } = office.database;
  const key = sql`('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  const whose = sql`('00000000-0000-7000-8000-' || lpad((n % 2000 + 1)::text, 12, '0'))::uuid`;
  await sql`insert into customers (id, name, locale, created_at) select ${key}, 'c' || n, 'en', ${now} from generate_series(1, 2000) as n`;
  const [foreign] = await sql<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = 'orders'::regclass and contype = 'f' and confrelid = 'transitions'::regclass`;
  if (foreign) await sql`alter table orders drop constraint ${sql(foreign.name)}`;
  await sql`
    insert into orders (id, number, kind, customer_id, platform, account, conversation, state, version, locale, currency, price_list, total,
      created_at, submitted_at, entered_state_at)
    select ${key}, 'X-' || n, 'goods', ${whose}, 'slack', 'playground', 'dm', 'completed', 1, 'en', 'CNY', 'standard', 0,
      ${now}::timestamptz - n * interval '1 hour', ${now}::timestamptz - n * interval '1 hour', ${now}
    from generate_series(1, 16000) as n`;
  await sql`
    insert into order_lines (id, order_id, position, sku, words, quantity, unit_price)
    select ${key}, ${key}, 1, 'CH-ERGO', 'x', 1, 100 from generate_series(1, 16000) as n`;
  await sql`
    insert into exceptions (id, order_id, code, grade, cause_side, state, data, opened_at, due_at, resolution, resolved_at)
    select id, id, 'low_score', 'medium', 'us', 'resolved', '{}', ${now}, ${now}, 'case_closed', ${now} from orders where number like 'X-%'`;
  await sql`
    insert into consents (id, customer_id, purpose, state, platform, source, evidence, at)
    select ${key}, ${whose}, case when n % 4 = 0 then 'survey' else 'marketing' end, case when n % 3 = 0 then 'withdrawn' else 'given' end,
      'telegram', 'button', 'x', ${now}::timestamptz - n * interval '1 minute'
    from generate_series(1, 8000) as n`;
  await sql`
    insert into enrolments (id, campaign, customer_id, round, arm, last_order_id, last_ordered_at, silent_days, allowed_days, assigned_at, state, over_at,
      over_because)
    select ${key}, 'win_back', ${whose}, 1 + (n - 1) / 2000, case when n % 5 = 0 then 'holdout' else 'treated' end, ${key}, ${now}, 100, 90,
      ${now}::timestamptz - n * interval '1 hour', case when n % 5 = 0 then 'held_out' else 'over' end, case when n % 5 <> 0 then ${now}::timestamptz end,
      case when n % 5 <> 0 then 'all_said' end
    from generate_series(1, 6000) as n`;
  await sql`
    insert into touches (id, customer_id, order_id, campaign, subject, step, purpose, state, planned_at, due_at, expires_at, sent_at)
    select ${key}, ${whose}, ${key}, 'win_back', ${key}, 'coupon', 'marketing', 'sent', ${now}, ${now}, ${now}, ${now} from generate_series(1, 6000) as n`;
  await sql`
    insert into coupons (id, code, customer_id, touch_id, percent, issued_at, expires_at)
    select ${key}, 'BACK-A' || lpad(n::text, 5, '0'), ${whose}, ${key}, 10, ${now}, ${now}::timestamptz + interval '7 days' from generate_series(1, 6000) as n`;
  await sql`update orders o set coupon_id = k.id from coupons k where o.id = k.id`;
  await sql`
    insert into survey_answers (id, customer_id, order_id, kind, score, asked_at, answered_at)
    select id, customer_id, id, 'csat', 4, created_at, created_at from orders where number like 'X-%'`;
  await sql`insert into touch_orders (touch_id, order_id, delivered_at, late_days) select id, order_id, sent_at, 0 from touches`;
  await sql`vacuum analyze`;
});
afterAll(() => office.close());

const customer = id(8);
it.runIf(isThorough).each<[string, (tx: Tx) => Promise<unknown>]>([
  ['reading how somebody orders', (tx) => habitOf(tx, customer)],
  ['reading what they like', (tx) => favouritesOf(tx, customer, 20)],
  ['asking whether an order is open', (tx) => anyOrderOpen(tx, customer)],
  ['asking whether they ordered since', (tx) => orderedSince(tx, customer, now)],
  ['asking whether anything went wrong', (tx) => anyExceptionOpen(tx, customer)],
  ['reading what they agreed to', (tx) => agreedToOffers(tx, customer)],
  ['reading what they said last', (tx) => lastSaidOfOffers(tx, customer)],
  ['noting that they were asked', (tx) => noteOffersAsked(tx, customer, now)],
  ['finding the next of those who agreed', (tx) => everAgreedToOffers(tx, id(900), 50)],
  ['finding where they hear us', (tx) => reachableAddress(tx, customer, null, ['telegram'])],
  ['reading how satisfied they were', (tx) => lastScore(tx, customer)],
  ['finding an assignment', (tx) => findEnrolment(tx, id(7))],
  ['finding the last one', (tx) => lastEnrolment(tx, customer)],
  ['finding the one under way', (tx) => enrolmentUnderWay(tx, customer)],
  ['reading what it planned', (tx) => touchesOfSubject(tx, 'win_back', id(7))],
  ['reading what was planned for a customer', (tx) => newestTouches(tx, customer, 12)],
  ['finding a coupon', (tx) => findCoupon(tx, 'BACK-A00007')],
  ['finding a customer’s coupons', (tx) => couponsOf(tx, customer, now)],
  ['asking who spent it', (tx) => orderSpending(tx, id(7))],
])(`%s stays a look at a few pages, however many were won back${onlyThorough}`, async (_name, work) => {
  const { pages, walked } = await costOf(office.database, work);
  // few accounts are read as they lie
  expect(walked.filter((table) => table !== 'accounts')).toEqual([]);
  expect(pages).toBeLessThan(120);
});

it.runIf(isThorough)(`counts what it brings by looking each of the assigned up${onlyThorough}`, async () => {
  const until = now.subtract({ hours: 24 * 30 });
  const told = await outcomes(office.database.sql, until, 24 * 30);
  expect([told.treated.n + told.holdout.n, told.holdout.n]).toEqual([5281, 1057]);
  const { walked } = await costOf(office.database, (tx) => outcomes(tx, until, 24 * 30));
  expect(walked).not.toContain('events');
});
