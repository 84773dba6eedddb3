import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentSince } from '#core/care/gate.store.ts';
import { bestScore, surveyAnswerOf } from '#core/care/survey.store.ts';
import {
  deliveriesOf,
  findTouch,
  lockTouch,
  findTouchOfKey,
  newestDeliveries,
  openStep,
  saidTouches,
  touchesAbout,
  unansweredTouches,
} from '#core/care/touch.store.ts';
import { openCaseAbout } from '#core/cases/case.store.ts';
import { keyOfMessage, withdrawMessages } from '#core/messages/outbox.store.ts';
import { readPlanned } from '#core/orders/timeline/store.ts';
import { reachableAddress } from '#core/people/account.store.ts';
import { anythingWrong, openTroubleOf, troublesOfCase } from '#core/review/exception.store.ts';
import type { Tx } from '#core/ports.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const since = now.subtract({ hours: 72 });

let office: Office;
let caseId = '';
/** Four hundred customers with fifteen followed-up orders each, and an exception of each that was settled. */
beforeAll(async () => {
  office = await openOffice();
  const { sql } = office.database;
  await sql`
    insert into customers (id, name, locale, created_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'c' || n, 'en', ${now}
    from generate_series(1, 400) as n`;
  const [foreign] = await sql<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = 'orders'::regclass and contype = 'f' and confrelid = 'transitions'::regclass`;
  if (foreign) await sql`alter table orders drop constraint ${sql(foreign.name)}`;
  await sql`
    insert into orders (id, number, kind, customer_id, platform, account, conversation, state, version, locale, currency, price_list, total,
      created_at, entered_state_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'X-' || n, 'goods',
      ('00000000-0000-7000-8000-' || lpad((n % 400 + 1)::text, 12, '0'))::uuid, 'slack', 'playground', 'dm', 'completed', 1, 'en', 'CNY',
      'standard', 0, ${now}::timestamptz - n * interval '1 minute', ${now}
    from generate_series(1, 6000) as n`;
  await sql`
    insert into touches (id, customer_id, order_id, campaign, subject, step, purpose, state, planned_at, due_at, expires_at, outbox_key, sent_at)
    select o.id, o.customer_id, o.id, 'follow_up', o.id, 'csat', 'survey', 'sent', o.created_at, o.created_at, o.created_at, 'touch:' || o.number,
      o.created_at
    from orders o
    where o.number like 'X-%'`;
  await sql`insert into touch_orders (touch_id, order_id, delivered_at, late_days) select id, order_id, sent_at, 0 from touches`;
  await sql`
    insert into survey_answers (id, touch_id, customer_id, order_id, kind, score, asked_at, answered_at)
    select id, id, customer_id, order_id, 'csat', 4, sent_at, sent_at from touches`;
  await sql`
    insert into exceptions (id, order_id, code, grade, cause_side, state, data, opened_at, due_at, resolution, resolved_at)
    select id, id, 'low_score', 'medium', 'us', 'resolved', '{}', ${now}, ${now}, 'case_closed', ${now}
    from orders
    where number like 'X-%'`;
  await sql`
    insert into cases (id, number, customer_id, about, state, version, platform, account, conversation, opened_at, closed_at)
    select o.id, 1000 + right(o.number, -2)::int, o.customer_id, 'problem', 'closed', 1, 'slack', 'playground', 'dm', ${now}, ${now}
    from orders o
    where o.number like 'X-%'`;
  caseId = id(7);
  await sql`analyze`;
});
afterAll(() => office.close());

const customer = id(8);
const orders = [id(7), id(407)];
it.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['finding a touch', (tx) => findTouch(tx, id(7))],
  ['locking it', (tx) => lockTouch(tx, id(7))],
  ['finding it by what was said', (tx) => findTouchOfKey(tx, 'touch:X-7')],
  ['finding what a message was said for', (tx) => keyOfMessage(tx, id(7))],
  ['reading its deliveries', (tx) => deliveriesOf(tx, id(7))],
  [
    'finding what an earlier delivery still plans',
    (tx) => openStep(tx, { customerId: customer, campaign: 'follow_up', step: 'close', since }),
  ],
  ['reading every touch about two orders', (tx) => touchesAbout(tx, orders)],
  ['finding what waits for an answer', (tx) => unansweredTouches(tx, customer, since)],
  ['finding what was said and may still wait', (tx) => saidTouches(tx, customer, ['survey', 'marketing'], since)],
  ['taking back what was said and waits', (tx) => withdrawMessages(tx, ['touch:X-7'], 'opted_out', now)],
  ['finding what was delivered lately', (tx) => newestDeliveries(tx, customer, since)],
  ['counting what was sent in a month', (tx) => sentSince(tx, customer, orders, now.subtract({ hours: 720 }))],
  ['asking whether something is wrong', (tx) => anythingWrong(tx, customer, orders)],
  ['asking whether something is wrong with an order', (tx) => openTroubleOf(tx, id(7))],
  ['reading what a case is to settle', (tx) => troublesOfCase(tx, caseId)],
  ['asking whether they talk with a colleague', (tx) => openCaseAbout(tx, customer)],
  ['reading an answer', (tx) => surveyAnswerOf(tx, id(7))],
  ['reading the best score', (tx) => bestScore(tx, orders)],
  ['finding where a customer hears us', (tx) => reachableAddress(tx, customer, 'slack:playground:dm')],
  ['reading what is planned for an order', (tx) => readPlanned(tx, id(7), now, 10)],
])('%s stays a look at a few pages, whatever was sent before', async (_name, work) => {
  const { pages, walked } = await costOf(office.database, work);
  // few accounts, jobs and messages are read as they lie; what many of them cost is tried elsewhere
  expect(walked.filter((table) => !['accounts', 'jobs', 'outbox'].includes(table))).toEqual([]);
  expect(pages).toBeLessThan(120);
});
