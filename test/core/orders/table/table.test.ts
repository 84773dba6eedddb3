import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionIds, type ActionTable } from '#core/orders/actions.ts';
import { diagram, transitionCheck } from '#core/orders/table/diagram.ts';
import { judge, offered } from '#core/orders/judge.decide.ts';
import { finals, states, stepOf } from '#core/orders/states.ts';
import { rowsOf, tables } from '#core/orders/table/tables.ts';
import { aLine, ann, bob, factsOf, grace, lin, mei, noon, omar, sofia, system, waitingFor } from '../order.builder.ts';

const people = [mei, ann, lin, bob, sofia, omar, grace, system];
const anything = fc.record({
  kind: fc.constantFrom('goods' as const, 'service' as const),
  state: fc.constantFrom(...states),
  total: fc.bigInt({ min: 0n, max: 20_000_000n }),
  placedBy: fc.constantFrom(null, 'lin', 'bob', 'grace'),
  payment: fc.constantFrom('unpaid' as const, 'paid' as const, 'prepaid' as const),
  allocated: fc.nat(2),
  shipped: fc.nat(2),
  approval: fc.constantFrom(null, 'customer_service' as const, 'sales' as const, 'legal' as const, 'manager' as const),
  paused: fc.boolean(),
  onHold: fc.boolean(),
});
const facts = anything.map(({ kind, state, total, placedBy, payment, allocated, shipped, approval, paused, onHold }) =>
  factsOf(
    { kind, state, total, placedBy, payment, lines: [aLine({ allocated, shipped: Math.min(shipped, allocated) })] },
    {
      approval: approval && waitingFor(approval, { pausedAt: paused ? noon : null }),
      holds: onHold ? [{ id: 'h', kind: 'credit', blocks: ['prepare', 'ship'], reason: 'credit', releaseRole: 'manager' }] : [],
    },
  ),
);

describe('the action table', () => {
  it('is what the database enforces', () => {
    const folder = new URL('../../../../migrations/', import.meta.url);
    const checks = readdirSync(folder)
      .toSorted()
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .filter((migration) => migration.includes('only_rows_of_the_table check'));
    expect(checks.at(-1)).toContain(transitionCheck()); // the newest one counts
  });

  it('allows a person an action if and only if it is offered to them', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...people), fc.constantFrom(...actionIds), (known, person, action) => {
        fc.pre(action !== 'create');
        expect(offered(known, person, noon).includes(action)).toBe(judge(known, action, person, noon).ok);
      }),
    );
  });

  it('offers nothing on an order that ended but to order the same again', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...people), fc.constantFrom(...finals), (known, person, state) => {
        expect(offered({ ...known, order: { ...known.order, state } }, person, noon).filter((action) => action !== 'reorder')).toEqual([]);
      }),
    );
  });

  it('never leads out of an end', () => {
    for (const table of Object.values<ActionTable>(tables))
      for (const row of table) if (row.to !== 'new') for (const end of finals) expect(row.from).not.toContain(end);
  });

  it('reaches every state from nothing', () => {
    for (const kind of ['goods', 'service'] as const) {
      const reached = new Set<string>(['-']);
      for (let grew = true; grew;) {
        const before = reached.size;
        for (const row of tables[kind])
          if (row.to !== 'same' && row.to !== 'new' && row.from.some((from) => reached.has(from))) reached.add(row.to);
        grew = reached.size > before;
      }
      expect([...states].filter((state) => !reached.has(state))).toEqual([]);
    }
  });

  it('gives every action with several endings a name for each', () => {
    for (const kind of ['goods', 'service'] as const)
      for (const state of states)
        for (const action of actionIds) {
          const outcomes = rowsOf(kind, state, action).map(({ outcome }) => outcome);
          expect(new Set(outcomes).size).toBe(outcomes.length);
        }
  });

  it('maps every state to at most one step a customer sees', () => {
    expect(Object.keys(stepOf).toSorted()).toEqual([...states].toSorted());
  });

  it('draws each kind as a Mermaid diagram with every action in it', () => {
    for (const kind of ['goods', 'service'] as const)
      for (const action of actionIds) expect(diagram(kind).includes(action)).toBe(tables[kind].some((row) => row.action === action));
    for (const action of actionIds) expect(diagram('goods')).toContain(action);
  });
});

describe('who may', () => {
  const inReview = (total: bigint, role: 'customer_service' | 'sales' | 'legal' | 'manager' = 'customer_service') =>
    factsOf({ state: 'in_review', total }, { approval: waitingFor(role) });
  const refusal = (verdict: ReturnType<typeof judge>) => (verdict.ok ? 'allowed' : verdict.code);

  it('lets Lin approve up to her limit and Bob above it', () => {
    expect(refusal(judge(inReview(2_000_000n), 'approve', lin, noon))).toBe('allowed');
    expect(refusal(judge(inReview(2_000_001n), 'approve', lin, noon))).toBe('above_limit');
    expect(refusal(judge(inReview(2_000_001n), 'approve', bob, noon))).toBe('allowed');
    expect(refusal(judge(inReview(10_000_001n), 'approve', bob, noon))).toBe('above_limit');
    expect(refusal(judge(inReview(10_000_001n), 'approve', grace, noon))).toBe('allowed');
  });

  it('lets Sofia decide what was escalated to legal and nothing else', () => {
    expect(refusal(judge(inReview(100n), 'approve', sofia, noon))).toBe('other_role_decides');
    expect(refusal(judge(inReview(9_000_000n, 'legal'), 'approve', sofia, noon))).toBe('allowed');
    expect(refusal(judge(inReview(100n, 'legal'), 'approve', lin, noon))).toBe('other_role_decides');
  });

  it('never lets anybody approve an order they wrote down themselves', () => {
    const known = inReview(100n);
    expect(refusal(judge({ ...known, order: { ...known.order, placedBy: 'grace' } }, 'approve', grace, noon))).toBe('own_order');
  });

  it('lets only the customer confirm, and only their own order', () => {
    for (const person of people) expect(judge(factsOf(), 'confirm', person, noon).ok).toBe(person === mei);
  });

  it('stops preparing while a hold blocks it', () => {
    const hold = { id: 'h', kind: 'credit' as const, blocks: ['prepare'], reason: 'credit', releaseRole: 'manager' as const };
    expect(refusal(judge(factsOf({ state: 'confirmed' }, { holds: [hold] }), 'prepare', omar, noon))).toBe('on_hold');
    expect(refusal(judge(factsOf({ state: 'confirmed' }), 'prepare', omar, noon))).toBe('allowed');
  });
});
