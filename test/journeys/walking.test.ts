import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { readFacts } from '#core/orders/facts.act.ts';
import { capabilities, type AskableAction } from '#core/orders/capabilities.ts';
import { isOpen } from '#core/orders/fulfilling/shortage.ts';
import { offered, type Facts } from '#core/orders/judge.decide.ts';
import { findOrder } from '#core/orders/order.store.ts';
import { finals, type State } from '#core/orders/states.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import type { Actor } from '#core/people/person.ts';
import type { DeskTurn } from '#core/turn.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { isThorough, runs } from '#test/support/runs.ts';

const people = ['ann', 'raj', 'lin', 'bob', 'sofia', 'omar', 'grace'] as const;
/** Values a person would fill in; with them an action succeeds if and only if it is offered. */
const filled: Partial<Record<AskableAction, Record<string, string>>> = {
  reject: { reason: 'no' },
  ask: { question: 'sure?' },
  answer: { answer: 'yes' },
  escalate: { role: 'manager', reason: 'large' },
  forward: { colleague: 'grace', reason: 'she knows' },
  undo: { reason: 'too early' },
  hold: { kind: 'document', reason: 'paper missing' },
  release_hold: { reason: 'paper came' },
  paid: { amount: '1', reference: 'wire' },
  ship: { carrier: 'SF' },
  refuse_proposal: { reason: 'no' },
};
/** Where several lines could be meant, a person names one. */
function chosen({ order, shortages }: Facts, action: AskableAction, version: number): Record<string, string> {
  const short = shortages.find(isOpen);
  const line = order.lines.find(({ id, allocated, shipped }) => (action === 'shortage' ? allocated > shipped : id === short?.lineId));
  if (action === 'shortage') return { line: String(line?.position ?? ''), quantity: '1' };
  if (action === 'substitute' || action === 'wait' || action === 'split' || action === 'cancel_line')
    return { line: String(line?.position ?? '') };
  return filledAt(action, version);
}
/** What a person would fill in who wants it otherwise each time. */
const filledAt = (action: AskableAction, version: number): Record<string, string> => {
  if (action === 'reschedule') return { date: Temporal.PlainDate.from('2026-11-26').add({ days: version }).toString() };
  return action === 'change_address' ? { address: `${version} Bund, Shanghai` } : (filled[action] ?? {});
};
/** Offered, and yet refused for what is asked of them; they are walked in `changing-at-random`, `later-words` and `correcting`. */
const mayRefuse: readonly AskableAction[] = ['edit', 'pick_product', 'change_items', 'request_cancel', 'reorder', 'add_note', 'correct'];
const actions = (Object.keys(capabilities) as AskableAction[]).filter((action) => !mayRefuse.includes(action)); // the keys of a record are its actions
const wishes = ['2 desk lamps', '2 ergonomic chairs in white', '1 ergonomics training', '3 executive chairs', '100 desk lamps'];
const isFinal = (state: State): boolean => finals.some((end) => end === state);

describe.each(engines)('an order walked by anybody in any way on %s', (engine) => {
  let office: Office;
  let turnOf: (work: (turn: DeskTurn) => Promise<void>) => Promise<void>;
  beforeAll(async () => {
    office = await openOffice({ engine });
    const desk = deskTurns({ reader: rulesReader });
    turnOf = (work) => office.database.transaction((tx) => work(desk({ tx, now: office.now, ids: randomIds })));
  });
  afterAll(() => office.close());

  const actorOf = async (turn: DeskTurn, person: string): Promise<Actor> => {
    const address = { platform: 'slack' as const, account: 'playground', key: `dm:${person}`, kind: 'dm' as const };
    const speaker = await findSpeaker(turn.tx, { platform: 'slack', account: 'playground', key: person }, address);
    if (!speaker) throw new Error(`${person} is nobody`);
    return speaker.actor;
  };
  const booksAgree = async (): Promise<void> => {
    const [books] = await office.database.sql<{ shelves: number; kept: number; lines: number }[]>`
      select (select coalesce(sum(allocated), 0) from stock_levels) as shelves,
        (select coalesce(sum(quantity), 0) from allocations) as kept,
        (select coalesce(sum(allocated - shipped), 0) from order_lines l join products p on p.sku = l.sku and p.kind = 'goods') as lines`;
    expect(books?.kept).toBe(books?.shelves);
    expect(books?.lines).toBe(books?.shelves);
  };

  it('does what is offered and nothing else, one version at a time, and never leaves an end', async () => {
    // what is likely comes first, so that walks get far
    const step = fc.record({
      person: fc.constantFrom(...people),
      pick: fc.nat(),
      wild: fc.constantFrom(false, false, false, true),
      action: fc.constantFrom(...actions),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wishes), fc.array(step, { minLength: 4, maxLength: 14 }), async (wish, steps) => {
        await office.say('ann', `/order ${wish}`); // plain words would answer a question that an earlier walk left open
        const [made] = await office.database.sql<
          { id: string }[]
        >`select id from orders where state = 'draft' order by created_at desc, id desc limit 1`;
        if (!made) throw new Error('no draft was made');
        for (const { person, pick, wild, action: any } of steps)
          await turnOf(async (turn) => {
            const before = await findOrder(turn.tx, made.id);
            if (!before) throw new Error('the order is gone');
            const actor = await actorOf(turn, person);
            const facts = await readFacts(turn, before);
            const may = offered(facts, actor, turn.now);
            const likely = actions.filter((action) => may.includes(action));
            const action = wild || likely.length === 0 ? any : (likely[pick % likely.length] ?? any);
            const taken = await capabilities[action](turn, {
              orderId: made.id,
              action,
              actor,
              via: null,
              input: chosen(facts, action, before.version),
              version: before.version,
            });
            const foreign = actor.kind === 'customer' && actor.id !== before.customerId;
            expect(taken.ok).toBe(may.includes(action) && !foreign);
            const after = await findOrder(turn.tx, made.id);
            const steps = action === 'confirm' ? 2 : 1; // the desk verifies in the same breath
            expect(after?.version).toBe(before.version + (taken.ok ? steps : 0));
            if (isFinal(before.state)) expect(taken.ok).toBe(false);
            const [last] = await turn.tx<{ version: number; to: string }[]>`
              select version, to_state as "to" from transitions where order_id = ${made.id} order by version desc limit 1`;
            expect(last).toEqual({ version: after?.version, to: after?.state });
            const [asked] = await turn.tx<{ pending: number; running: number; jobs: number }[]>`
              select (select count(*)::int from approvals where order_id = ${made.id} and state = 'pending') as pending,
                (select count(*)::int from approvals where order_id = ${made.id} and state = 'pending' and paused_at is null) as running,
                (select count(*)::int from jobs where key = 'escalate_approval:' || ${made.id}::text and state = 'waiting') as jobs`;
            // somebody is asked exactly while the order stands in review, and called when they do not answer
            expect(asked?.pending).toBe(after?.state === 'in_review' ? 1 : 0);
            expect(asked?.jobs).toBe(asked?.running);
          });
        await booksAgree();
        await office.database.sql`update orders set conversation = 'elsewhere' where id = ${made.id}`;
      }),
      { numRuns: isThorough ? runs(12) : 5 },
    );
  });

  it('cannot be moved past its table, not even by hand', async () => {
    await office.say('raj', '2 desk lamps');
    const { sql } = office.database;
    const [order] = await sql<
      { id: string; version: number }[]
    >`select id, version from orders where state = 'draft' and conversation = 'dm:raj'`;
    if (!order) throw new Error('no draft was made');
    const put = (from: string, action: string, to: string) => sql`
      insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor)
      values (${order.id}, ${order.version + 1}, 'goods', ${from}, ${action}, ${to}, now(), 'system')`;
    await expect(sql`update orders set state = 'confirmed' where id = ${order.id}`).rejects.toThrow();
    await expect(sql`update orders set version = version + 1 where id = ${order.id}`).rejects.toThrow();
    await expect(put('draft', 'approve', 'completed')).rejects.toThrow();
    await expect(put('in_review', 'approve', 'confirmed')).rejects.toThrow();
    await expect(sql`delete from transitions where order_id = ${order.id}`).rejects.toThrow();
    const [after] = await sql`select state, version from orders where id = ${order.id}`;
    expect(after).toEqual({ state: 'draft', version: order.version });
  });
});
