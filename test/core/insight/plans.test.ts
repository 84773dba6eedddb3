import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAnswers, listTouchesWithheld, scoresGiven, touchesWithheld } from '#core/care/figures.store.ts';
import { countOpenCases, listOpenCases } from '#core/cases/figures.store.ts';
import { spanOf } from '#core/insight/day.decide.ts';
import { readDigest } from '#core/insight/reading.act.ts';
import { listLostMessages, lostMessages } from '#core/messages/lost.store.ts';
import { wishesMeant } from '#core/notes/model/calls/figures.store.ts';
import { correctionsOf } from '#core/notes/model/labels/label.store.ts';
import { backlog, backlogByState, placedOrders, placedValues, placedWithin } from '#core/orders/figures.store.ts';
import type { Query } from '#core/ports.ts';
import { exceptionsOpened, listExceptions, openExceptions, waitingDecisions } from '#core/review/figures.store.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const zone = 'Asia/Shanghai';
const day = Temporal.PlainDate.from('2026-11-20');
const span = spanOf(day, zone);
const fortnight = Array.from({ length: 14 }, (_, back) => spanOf(day.subtract({ days: back }), zone));
const page = { size: 6, number: 1 };

/** Fifteen orders a day for four hundred days, ten events each: sixty thousand; all but a few days are over. */
describe.runIf(isThorough)(`the figures of a day among 60,000 events${onlyThorough}`, () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    const { sql } = office.database;
    const [customer] = await sql<{ id: string }[]>`select id from customers limit 1`;
    const whose = customer?.id ?? '';
    const since = spanOf(day.subtract({ days: 390 }), zone).from;
    await sql`create table past as
      select n, gen_random_uuid() as id, ${since}::timestamptz + (n / 15) * interval '1 day' + (n % 15) * interval '1 hour' as at,
        case when n % 300 = 7 then 'confirmed' when n % 300 = 8 then 'in_review' else 'completed' end as state
      from generate_series(0, 5999) as n`;
    // the check of states refuses steps that no row backs; here only the cost is asked
    await sql`alter table transitions drop constraint only_rows_of_the_table`;
    await sql`
      with header as (
        insert into orders (id, number, kind, customer_id, platform, account, conversation, state, version, locale, currency, price_list,
          total, created_at, submitted_at, entered_state_at)
        select id, 'P-' || n, 'goods', ${whose}, 'import', 'a', 'c', state, 1, 'en', case when n % 3 = 0 then 'EUR' else 'CNY' end,
          'standard', 100, at, at, at
        from past)
      insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor)
      select id, 1, 'goods', '-', 'create', state, at, 'system'
      from past`;
    await sql`
      insert into events (id, at, kind, order_id, actor, after)
      select gen_random_uuid(), p.at + step * interval '1 hour', case when step = 0 then 'order.confirm' else 'order.edit' end, p.id,
        'system', '{"total": "150"}'
      from past p, generate_series(0, 9) as step`;
    await sql`
      insert into approvals (id, order_id, order_version, eligible_role, state, reasons, asked_at, due_at, decided_at)
      select gen_random_uuid(), id, 1, 'sales', case when state = 'in_review' then 'pending' else 'approved' end, '[]', at, at,
        case when state <> 'in_review' then at end
      from past`;
    await sql`
      insert into exceptions (id, order_id, code, grade, cause_side, state, data, opened_at, due_at, resolution, resolved_at)
      select gen_random_uuid(), id, 'stock_out', 'medium', 'us', case when n % 150 = 1 then 'open' else 'resolved' end, '{}', at, at,
        case when n % 150 <> 1 then 'wait' end, case when n % 150 <> 1 then at end
      from past`;
    await sql`
      insert into outbox (id, lane, address, class, dedupe_key, state, reason, card, order_id, said_at, due_at, settled_at)
      select gen_random_uuid(), 'telegram:playground:dm:mei', '{"platform":"telegram","account":"playground","key":"dm:mei"}',
        'transactional', 'k' || copy || ':' || n, case when n % 10 > 2 then 'sent' else (array['failed', 'unknown', 'withheld'])[1 + n % 10] end,
        case when n % 10 <= 2 then 'blocked' end, '{}', id, at, at, now()
      from past, generate_series(1, 4) as copy`;
    await sql`
      insert into cases (id, number, customer_id, about, state, version, platform, account, conversation, opened_at, closed_at)
      select id, n + 100, ${whose}, 'person', 'closed', 1, 'slack', 'A1', 'dm', at, at
      from past`;
    await sql`
      insert into touches (id, customer_id, order_id, campaign, subject, step, purpose, state, reason, planned_at, due_at, expires_at, sent_at, settled_at)
      select id, ${whose}, id, 'follow_up', id, 'csat', 'survey', case when n % 5 = 0 then 'withheld' else 'sent' end,
        case when n % 5 = 0 then 'opted_out' end, at, at, at, case when n % 5 <> 0 then at end, case when n % 5 = 0 then at end
      from past`;
    await sql`
      insert into survey_answers (id, customer_id, order_id, kind, score, asked_at, answered_at)
      select id, ${whose}, id, 'csat', 1 + n % 5, at, at from past`;
    await sql`update orders set note = 'urgent' where id in (select id from past)`;
    await sql`
      insert into note_labels (id, at, order_id, item, reader, field, support, is_right, said_by, model, prompt, example)
      select gen_random_uuid(), at, id, 'urgent', 'rules', 'urgent', 0, false, (select id from staff limit 1), '', '', '{}'
      from past`;
    await sql`analyze`;
  });
  afterAll(() => office.close());

  it.each<[string, (query: Query) => Promise<unknown>, number]>([
    ['what was placed', (query) => placedValues(query, span), 700],
    ['its list', (query) => placedOrders(query, span, page), 200],
    ['two weeks of them', (query) => placedWithin(query, fortnight), 700],
    ['the exceptions', (query) => exceptionsOpened(query, span), 100],
    ['their list', (query) => listExceptions(query, span, page), 200],
    ['the satisfaction', (query) => scoresGiven(query, span), 100],
    ['its list', (query) => listAnswers(query, span, page), 200],
    ['the planned messages that were not sent', (query) => touchesWithheld(query, span), 100],
    ['their list', (query) => listTouchesWithheld(query, span, page), 200],
    ['what was withheld', (query) => lostMessages(query, span, 'withheld'), 100],
    ['what did not arrive', (query) => lostMessages(query, span, 'undelivered'), 150],
    ['its list', (query) => listLostMessages(query, span, 'undelivered', page), 250],
    ['the backlog', (query) => backlogByState(query), 150],
    ['its list', (query) => backlog(query, page), 200],
    ['the decisions that wait', (query) => waitingDecisions(query, office.now), 300],
    ['the open exceptions', (query) => openExceptions(query), 150],
    ['their list', (query) => listExceptions(query, null, page), 200],
    ['what colleagues put right in notes', (query) => correctionsOf(query, span), 200],
    ['what unclear messages meant', (query) => wishesMeant(query, span), 100],
    ['the open conversations', (query) => countOpenCases(query), 20],
    ['their list', (query) => listOpenCases(query, page), 20],
  ])('%s: a look at what they count, and no more', async (_name, work, most) => {
    const { pages, walked } = await costOf(office.database, work);
    // the people of a demo business and a handful of changes are read at once
    expect(walked.filter((table) => !['customers', 'staff', 'accounts', 'change_requests'].includes(table))).toEqual([]);
    expect(pages).toBeLessThan(most);
  });

  it('counts them right, with what an order was worth when it was placed', async () => {
    const digest = await readDigest(office.database.sql, day, zone, office.now);
    expect(digest.orders).toEqual({
      n: 15,
      parts: [
        { currency: 'CNY', n: 10, amount: 10n * 150n, lost: 0, lostAmount: 0n },
        { currency: 'EUR', n: 5, amount: 5n * 150n, lost: 0, lostAmount: 0n },
      ],
    });
    expect(digest.trend.map(({ n }) => n)).toEqual(Array.from({ length: 14 }, () => 15));
    expect(digest.exceptions).toEqual({ n: 15, parts: [{ code: 'stock_out', grade: 'medium', n: 15 }] });
    expect([digest.satisfaction.n, digest.satisfaction.share, digest.satisfaction.mean]).toEqual([15, 0.4, 3]);
    expect(digest.touches).toEqual({ n: 3, parts: [{ reason: 'opted_out', n: 3 }] });
    expect(digest.withheld).toEqual({ n: 8, parts: [{ state: 'withheld', reason: 'blocked', n: 8 }] });
    expect(digest.undelivered.n).toBe(16);
    expect(digest.backlog).toMatchObject({
      n: 40,
      parts: [
        { state: 'in_review', n: 20 },
        { state: 'confirmed', n: 20 },
      ],
    });
    expect(digest.backlog.oldest.map(({ number }) => number)).toEqual(['P-7', 'P-8', 'P-307', 'P-308', 'P-607']);
    expect(digest.approvals).toEqual({ n: 20, parts: [{ role: 'sales', assignee: null, n: 20, overdue: 20, paused: 0 }] });
    expect(digest.openExceptions.n).toBe(40);
  });
});
