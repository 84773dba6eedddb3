import { describe, expect, it } from 'vitest';
import type { Facts } from '#core/orders/judge.decide.ts';
import { differenceOf, tellingEffects, toldOf } from '#core/orders/told.ts';
import { remember } from '#core/orders/timeline/remembered.decide.ts';
import { aLine, anOrder } from '../order.builder.ts';

describe('what an event keeps of a step', () => {
  it('is state, version and total, and nothing that stayed as it was', () => {
    expect(differenceOf(anOrder(), anOrder({ state: 'submitted', version: 2 }))).toEqual({
      before: { state: 'draft', version: 1, total: '316000' },
      after: { state: 'submitted', version: 2, total: '316000' },
    });
  });

  it('is both sides of everything that changed', () => {
    const after = anOrder({
      lines: [aLine({ quantity: 3, cancelled: 1 }), aLine({ id: 'line-2', quantityUnclear: true })],
      address: null,
      promisedLatest: Temporal.PlainDate.from('2026-12-03'),
      requestedDate: Temporal.PlainDate.from('2026-12-01'),
      payment: 'paid',
      urgent: true,
      note: 'and a lamp',
    });
    const { before, after: kept } = differenceOf(anOrder({ lines: [aLine({ quantity: 3 })] }), after);
    expect(before).toMatchObject({ address: 'Shanghai', promise: null, requestedDate: null, payment: 'unpaid', urgent: false });
    expect(kept).toMatchObject({ address: null, promise: '2026-12-03', requestedDate: '2026-12-01', payment: 'paid', urgent: true });
    expect([before.lines, kept.lines].map((lines) => lines?.map(({ quantity }) => quantity))).toEqual([[3], [2, null]]);
    expect(kept.said).toBe('and a lamp');
  });

  it('is only what was added to the words, and not endlessly', () => {
    expect(differenceOf(anOrder({ note: '2 chairs' }), anOrder({ note: '2 chairs\nmake it 3' })).after.said).toBe('make it 3');
    expect(toldOf(anOrder({ note: 'x'.repeat(5_000) })).said).toHaveLength(500);
  });

  it('is the effects people read about, holds only where one was lifted', () => {
    const holds: Facts['holds'] = [{ id: 'h', kind: 'credit', blocks: [], reason: 'credit', releaseRole: 'manager' }];
    const told = tellingEffects(
      [
        { kind: 'record_payment', amount: 12n, reference: 'R' },
        { kind: 'lift_hold', hold: 'credit', reason: 'R' },
        { kind: 'lift_hold', hold: 'legal', reason: 'R' },
        { kind: 'release' },
      ],
      { holds, change: null, order: anOrder({}) },
    );
    expect(told).toEqual([
      { kind: 'record_payment', amount: '12', reference: 'R' },
      { kind: 'lift_hold', holds: ['credit'] },
    ]);
    expect(remember({ effects: told }).effects).toEqual(told);
  });
});

describe('reading back what was kept', () => {
  it.each([[null], [undefined], [7], ['x'], [[]], [{ lines: 3, said: {}, effects: 'x', params: [], total: '1.5', urgent: 'yes' }]])(
    'never fails: %j',
    (side) => {
      expect(remember(side)).toMatchObject({ effects: [], params: {}, input: {} });
      expect(remember(side).lines).toBeUndefined();
      expect(remember(side).total).toBeUndefined();
    },
  );

  it('leaves out effects it does not know and keeps the others', () => {
    const effects = [{ kind: 'later_feature' }, { kind: 'forward_approval', role: 'legal' }];
    expect(remember({ effects }).effects).toEqual([null, { kind: 'forward_approval', role: 'legal' }]);
  });
});
