import { describe, expect, it } from 'vitest';
import {
  asOrdered,
  freshReasons,
  paymentAfter,
  promiseOf,
  stillAsked,
  withStandingPromises,
} from '#core/orders/changing/reverified.decide.ts';
import { pass, review } from '#core/review/checks/check.ts';
import type { Calendar } from '#core/schedule/calendar.ts';
import type { FulfilabilityReport } from '#core/stock/fulfilability.decide.ts';
import { aLine, anOrder } from '../order.builder.ts';

const weekdays: Calendar = {
  timeZone: 'Asia/Shanghai',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  holidays: new Set(),
};
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
const report = (promises: Record<string, string>): FulfilabilityReport => ({
  lines: Object.entries(promises).map(([lineId, promise]) => ({
    lineId,
    verdict: 'yes',
    nowQuantity: 2,
    takes: [],
    rest: null,
    customCost: '0',
    promise,
  })),
  promise: Object.values(promises).toSorted().at(-1) ?? '',
  customCost: '0',
  confidence: 'high',
});

describe('looking at a changed order', () => {
  const known = [review('TIER', 'value_high', { total: 'CNY 900' }).reason];

  it('asks a person only about what nobody has accepted yet; what was accepted stays so for less money', () => {
    const same = review('TIER', 'value_high', { total: 'CNY 900' }).reason;
    const other = review('TIER', 'value_high', { total: 'CNY 950' }).reason;
    const spec = review('SPEC', 'spec_without_price').reason;
    expect(freshReasons([same, spec], known, true)).toEqual([spec]);
    expect(freshReasons([other], known, true)).toEqual([other]);
    expect(freshReasons([other], known, false)).toEqual([]);
  });

  it('does not ask again what belongs to ordering: twice the same, the list price, the first note', () => {
    expect(stillAsked([pass('A1'), pass('A7'), pass('V3'), pass('A9'), pass('V4')]).map(({ code }) => code)).toEqual(['A1', 'V4']);
  });

  it('looks at what is still ordered of each line', () => {
    const order = anOrder({ lines: [aLine({ quantity: 5, cancelled: 2 }), aLine({ id: 'line-2', quantity: 2, cancelled: 2 })] });
    expect(asOrdered(order).lines.map(({ id, quantity, cancelled }) => [id, quantity, cancelled])).toEqual([['line-1', 3, 0]]);
  });

  it('lets making go on: what nobody touched keeps its promise, what changed is planned anew', () => {
    const second = aLine({ id: 'line-2', position: 2 });
    const before = anOrder({ promisedLatest: day('2026-12-04'), lines: [aLine(), second] });
    const after = { ...before, lines: [aLine(), { ...second, quantity: 9 }] };
    const planned = report({ 'line-1': '2026-12-10', 'line-2': '2026-12-11' });
    expect(withStandingPromises(planned, before, after, day('2026-12-01')).lines.map(({ promise }) => promise)).toEqual([
      '2026-12-04',
      '2026-12-11',
    ]);
    expect(withStandingPromises(planned, before, before, day('2026-12-01')).promise).toBe('2026-12-04');
    // a promise that was broken is none
    expect(withStandingPromises(planned, before, before, day('2026-12-05')).promise).toBe('2026-12-11');
  });

  it('promises the day that was asked for, a working day, and never before everything can be there', () => {
    const order = anOrder({ promisedLatest: day('2026-11-27') });
    const promised = (wish: { date?: string }, earliest: string, on = order): string =>
      promiseOf(on, wish, day(earliest), weekdays).toString();
    expect(promised({ date: '2026-11-30' }, '2026-11-27')).toBe('2026-11-30');
    expect(promised({ date: '2026-11-28' }, '2026-11-27')).toBe('2026-11-30'); // a Saturday
    expect(promised({ date: '2026-11-26' }, '2026-11-27')).toBe('2026-11-27');
    const moved = anOrder({ requestedDate: day('2026-12-05'), promisedLatest: day('2026-12-07') });
    expect(promised({}, '2026-11-27', moved)).toBe('2026-12-07');
    // "by Friday" was a limit and delays nothing
    const limit = anOrder({ requestedDate: day('2026-12-05'), promisedLatest: day('2026-11-27') });
    expect(promised({}, '2026-11-30', limit)).toBe('2026-11-30');
  });

  it.each([
    [0n, 'paid', 900n, 'paid', 0n],
    [900n, 'paid', 900n, 'paid', 0n],
    [900n, 'paid', 600n, 'paid', 300n],
    [900n, 'paid', 1000n, 'unpaid', 0n],
    [500n, 'unpaid', 400n, 'paid', 100n],
    [500n, 'unpaid', 600n, 'unpaid', 0n],
  ] as const)('with %s paid and %s, a total of %s is %s with %s to pay back', (paid, payment, total, after, refund) => {
    expect(paymentAfter({ payment }, total, paid, false)).toEqual({ payment: after, refund });
  });

  it('waits for the rest of a prepayment', () => {
    expect(paymentAfter({ payment: 'paid' }, 1000n, 900n, true)).toEqual({ payment: 'prepaid', refund: 0n });
  });
});
