import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { nearestPlanned, newestMessages, newestUnsaid } from '#core/backstage/backstage.store.ts';
import { lookAtDesk, lookAtOrder } from '#core/backstage/look.act.ts';
import { deskTurns } from '#core/desk.ts';
import { newestEvent } from '#core/events/event.store.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { DeskTurn } from '#core/turn.ts';
import { eitherEngine } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';
import { costOf } from '#test/support/plans.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

describe.each(eitherEngine)('behind the cards on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { deliveredLate } = followedOf(() => office);
  const deskTurn = deskTurns({ reader: rulesReader });
  /** In a transaction in which the database refuses every write. */
  const looking = <T>(look: (turn: DeskTurn) => Promise<T>): Promise<T> =>
    office.database.transaction(async (tx) => {
      await tx`set transaction read only`;
      return look(deskTurn({ tx, now: office.now, ids: randomIds }));
    });
  const idOf = async (number: string | null): Promise<string> => {
    const [row] = await office.database.sql<{ id: string }[]>`
      select id from orders where number is not distinct from ${number} order by created_at desc limit 1`;
    return row?.id ?? '';
  };

  it('stands how a note was read, with the words each wish came from, in every language', async () => {
    await office.say('mei', '我要两把人体工学椅，黑色，加急，周五前送到公司，老地方见');
    const id = await idOf(null);
    const look = await looking((turn) => lookAtOrder(turn, id, 'en'));
    expect(look?.number).toBeNull();
    expect(look?.note?.read.map(({ what, from, kind }) => `${kind} ${what} ← ${from.text}`)).toEqual(
      expect.arrayContaining(['read Urgent ← 加急', 'read Ergonomic chair · Black ← 黑色', expect.stringMatching(/^unread .*老地方见/)]),
    );
    for (const { from } of look?.note?.read ?? []) expect(look?.note?.text.slice(from.start, from.end)).toBe(from.text);
    expect((await looking((turn) => lookAtOrder(turn, id, 'zh-TW')))?.note?.read.map(({ what }) => what)).toContain('人體工學椅 · 黑色');
    expect(await looking((turn) => lookAtOrder(turn, '01a20000-0000-7000-8000-000000000000', 'en'))).toBeNull();
  });

  it('stands what happened, what went out, what was kept back and why, and what comes next', async () => {
    const number = await deliveredLate('ann', '2 desk lamps, black', 2);
    const id = await idOf(number);
    const order = await looking((turn) => lookAtOrder(turn, id, 'en'));
    expect(order?.happened.map(({ text }) => text).join('\n')).toContain('Omar (warehouse) handed goods to the carrier');
    const { messages, unsaid, planned } = await looking((turn) => lookAtDesk(turn, 'en'));
    expect(messages[0]).toMatchObject({ state: 'sent', number, platform: 'slack' });
    expect(messages.map(({ id: each }) => each)).toEqual(
      messages
        .map(({ id: each }) => each)
        .toSorted()
        .toReversed(),
    );
    expect(unsaid).toMatchObject([
      {
        what: 'Tips and an offer of help',
        why: 'delivered late: we apologise instead',
        state: 'cancelled',
        customer: 'Ann Fischer',
        number,
      },
    ]);
    const followed = planned.filter((row) => row.number === number && row.step !== null);
    expect(followed.map(({ what }) => what)).toEqual([
      'Whether everything is all right – unless there is a reason not to ask',
      'Satisfaction (1–5) – unless there is a reason not to ask',
      'Last word: a reminder or thanks – unless there is a reason not to ask',
    ]);
    expect(planned.map(({ at }) => at.epochMilliseconds)).toEqual(planned.map(({ at }) => at.epochMilliseconds).toSorted((a, b) => a - b));
    expect(planned.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['nightly', 'digest']));
  });

  it('cannot change anything: the database says so', async () => {
    await expect(looking(({ tx }) => tx`delete from events`)).rejects.toThrow('read-only');
  });

  it.runIf(isThorough)(`costs as much after a long past as on the first day${onlyThorough}`, async () => {
    const { sql } = office.database;
    const [customer] = await sql<{ id: string }[]>`select id from customers limit 1`;
    await sql`
      insert into outbox (id, lane, address, class, dedupe_key, state, card, said_at, due_at, settled_at)
      select gen_random_uuid(), 'telegram:playground:dm:' || n % 50, '{}', 'transactional', 'k' || n, 'sent', '{}',
        ${office.now}, ${office.now}, now()
      from generate_series(1, 20000) as n`;
    await sql`
      insert into jobs (key, id, kind, body, due_at, planned_at, state)
      select 'j' || n, gen_random_uuid(), 'accept_delivery', '{}', ${office.now}::timestamptz + n * interval '1 minute', ${office.now},
        case when n % 2 = 0 then 'waiting' else 'done' end
      from generate_series(1, 20000) as n`;
    await sql`
      insert into touches (id, customer_id, campaign, subject, step, purpose, state, reason, planned_at, due_at, expires_at, settled_at)
      select gen_random_uuid(), ${customer?.id ?? ''}, 'follow_up', gen_random_uuid(), 'tips', 'service', 'withheld', 'expired',
        ${office.now}, ${office.now}, ${office.now}, ${office.now}
      from generate_series(1, 20000) as n`;
    await sql`
      insert into events (id, at, kind, actor)
      select gen_random_uuid(), ${office.now}, 'digest.sent', 'system'
      from generate_series(1, 20000) as n`;
    await sql`analyze`;
    for (const look of [
      (turn: DeskTurn) => newestMessages(turn.tx, 80),
      (turn: DeskTurn) => newestUnsaid(turn.tx, 80),
      (turn: DeskTurn) => nearestPlanned(turn.tx, office.now, 60),
      (turn: DeskTurn) => newestEvent(turn.tx),
    ]) {
      const { pages, walked } = await costOf(office.database, (tx) => look(deskTurn({ tx, now: office.now, ids: randomIds })));
      expect(walked.filter((table) => !['customers', 'orders', 'schedules'].includes(table))).toEqual([]);
      expect(pages).toBeLessThan(1500);
    }
  });
});
