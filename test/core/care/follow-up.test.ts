import { describe, expect, it } from 'vitest';
import { lastWord, lateDays, planFollowUp, type Plan } from '#core/care/follow-up.decide.ts';
import { noon } from '../orders/order.builder.ts';
import { aTouch } from './touch.builder.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const delivery = { orderId: 'order-2', deliveredAt: noon, lateDays: 0 };
const told = ({ steps, joined }: Plan): string[] => [
  ...steps.map(({ step, dueAt, notNeeded }) => `${step} +${dueAt.since(noon).total('hours')}${notNeeded ? ` ${notNeeded}` : ''}`),
  ...joined.map(({ step, dueAt, state, reason }) => `${state} ${reason} ${step} +${dueAt.since(noon).total('hours')}`),
];

describe('what a delivery plans', () => {
  it('asks, helps, asks how it was and has a last word, each in its time', () => {
    const plan = planFollowUp(delivery, []);
    expect(told(plan)).toEqual(['arrived +2', 'tips +24', 'csat +48', 'close +72']);
    const ends = plan.steps.map(({ expiresAt }) => expiresAt.since(noon).total('hours'));
    expect(ends).toEqual([24, 48, 72, 144]);
  });

  it('spares whoever was kept waiting the tips', () => {
    expect(told(planFollowUp({ ...delivery, lateDays: 1 }, []))).toEqual(['arrived +2', 'tips +24 late_delivery', 'csat +48', 'close +72']);
  });

  it('goes together with an earlier delivery, at the times of the later', () => {
    const open = ['tips', 'csat', 'close'].map((step) => aTouch({ step }));
    expect(told(planFollowUp(delivery, open))).toEqual([
      'arrived +2',
      'deferred merged tips +24',
      'deferred merged csat +48',
      'deferred merged close +72',
    ]);
  });

  it('asks once whether all is well where that was not asked yet', () => {
    const open = ['arrived', 'tips', 'csat', 'close'].map((step) => aTouch({ step }));
    expect(told(planFollowUp(delivery, open))[0]).toBe('deferred merged arrived +2');
    expect(planFollowUp(delivery, open).steps).toEqual([]);
  });

  it('leaves tips to the delivery that was in time', () => {
    const open = ['tips', 'csat', 'close'].map((step) => aTouch({ step }));
    expect(told(planFollowUp({ ...delivery, lateDays: 2 }, open))).toEqual([
      'arrived +2',
      'deferred merged csat +48',
      'deferred merged close +72',
    ]);
  });
});

describe('how late a delivery is', () => {
  it.for([
    ['2026-11-26', null, '2026-11-26', 0],
    ['2026-11-26', null, '2026-11-25', 0],
    ['2026-11-26', null, '2026-11-27', 1],
    ['2026-11-26', null, '2026-12-03', 7],
    ['2026-11-26', '2026-11-30', '2026-11-30', 0],
    ['2026-11-26', '2026-11-30', '2026-12-01', 1],
    ['2026-11-26', '2026-11-20', '2026-11-27', 1],
    [null, null, '2026-11-27', 0],
  ] as const)('promised %s, wished %s, there on %s: %i days', ([first, wished, on, days]) => {
    const promised = { promisedOriginal: first ? day(first) : null, requestedDate: wished ? day(wished) : null };
    expect(lateDays(promised, day(on))).toBe(days);
  });
});

it('has a last word only for whoever was content or said nothing', () => {
  expect(lastWord({ score: 5, silent: 0 })).toBe('thanks');
  expect(lastWord({ score: 5, silent: 1 })).toBe('thanks');
  expect(lastWord({ score: null, silent: 1 })).toBe('reminder');
  expect(lastWord({ score: 4, silent: 0 })).toBeNull();
  expect(lastWord({ score: null, silent: 0 })).toBeNull();
});
