import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '#core/schedule/calendar.ts';
import { planFulfilment, type FulfilabilityReport, type Need, type StockAt } from '#core/stock/fulfilability.decide.ts';

// Wednesday; the first of December is a holiday
const today = Temporal.PlainDate.from('2026-11-25');
const calendar: Calendar = {
  timeZone: 'Asia/Shanghai',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  holidays: new Set(['2026-12-01']),
};

const chairs = (quantity: number, changes: Partial<Need> = {}): Need => ({
  lineId: 'chairs',
  sku: 'CHAIR',
  kind: 'goods',
  quantity,
  leadDays: 5,
  extraDays: 2,
  customised: false,
  customCost: 0n,
  ...changes,
});
const setup: Need = {
  lineId: 'setup',
  sku: 'SETUP',
  kind: 'service',
  quantity: 1,
  leadDays: 3,
  extraDays: 0,
  customised: false,
  customCost: 0n,
};
const shelf = (location: string, free: number, incoming: [number, string][] = [], rank = location === 'SHA' ? 1 : 2): StockAt => ({
  location,
  rank,
  sku: 'CHAIR',
  free,
  incoming: incoming.map(([quantity, due]) => ({ quantity, due: Temporal.PlainDate.from(due) })),
});

/** A report as a table a person can read: one row per line, then the whole order. */
function table(report: FulfilabilityReport): string[] {
  const rows = report.lines.map((line) => {
    const takes = line.takes.map(({ location, quantity }) => `${quantity} ${location}`).join(' + ') || '-';
    const rest = line.rest ? `${line.rest.quantity} ${line.rest.how} ${line.rest.date}` : '-';
    return [line.lineId, line.verdict, line.nowQuantity, takes, rest, line.customCost, line.promise].join(' | ');
  });
  return [...rows, `order | ${report.promise} | ${report.confidence} | ${report.customCost}`];
}

describe('what an order can be promised', () => {
  test('everything in one place leaves tomorrow, and the first place that has it all gives it all', () => {
    expect(table(planFulfilment([chairs(5)], [shelf('SHA', 3), shelf('SUZ', 9)], { today, calendar }))).toEqual([
      'chairs | yes | 5 | 5 SUZ | - | 0 | 2026-11-26',
      'order | 2026-11-26 | high | 0',
    ]);
  });

  test('no single place has enough: the places give in their order', () => {
    expect(table(planFulfilment([chairs(11)], [shelf('SUZ', 9), shelf('SHA', 3)], { today, calendar }))).toEqual([
      'chairs | yes | 11 | 3 SHA + 8 SUZ | - | 0 | 2026-11-26',
      'order | 2026-11-26 | high | 0',
    ]);
  });

  test('what is missing comes with goods on their way, over the weekend and the holiday', () => {
    const stock = [
      shelf('SHA', 3, [
        [2, '2026-11-26'],
        [4, '2026-11-30'],
      ]),
    ];
    expect(table(planFulfilment([chairs(8)], stock, { today, calendar }))).toEqual([
      'chairs | partial | 3 | 3 SHA | 5 incoming 2026-12-02 | 0 | 2026-12-02',
      'order | 2026-12-02 | medium | 0',
    ]);
  });

  test('nothing there and nothing coming soon: it is made, and engraving takes two days more', () => {
    const stock = [shelf('SHA', 0, [[50, '2027-03-01']])];
    expect(table(planFulfilment([chairs(2, { customised: true, customCost: 6_000n })], stock, { today, calendar }))).toEqual([
      'chairs | no | 0 | - | 2 make 2026-12-08 | 6000 | 2026-12-08',
      'order | 2026-12-08 | low | 6000',
    ]);
  });

  test('a service needs no stock; two lines of a product share what there is; engraved chairs from the shelf wait two days', () => {
    const needs = [chairs(2, { customised: true }), chairs(4, { lineId: 'more' }), setup];
    expect(table(planFulfilment(needs, [shelf('SHA', 5)], { today, calendar }))).toEqual([
      'chairs | yes | 2 | 2 SHA | - | 0 | 2026-11-30',
      'more | partial | 3 | 3 SHA | 1 make 2026-12-04 | 0 | 2026-12-04',
      'setup | yes | 1 | - | 1 book 2026-11-30 | 0 | 2026-11-30',
      'order | 2026-12-04 | low | 0',
    ]);
  });

  test('earlier orders that wait get what comes in first, and overdue goods are promised to nobody', () => {
    const stock = [
      shelf('SHA', 0, [
        [4, '2026-11-26'],
        [9, '2026-11-20'],
      ]),
    ];
    const plan = (waiting: number) =>
      planFulfilment([chairs(3)], stock, { today, calendar, waiting: new Map([['CHAIR', waiting]]) }).lines[0]?.rest;
    expect(plan(1)).toEqual({ quantity: 3, date: '2026-11-27', how: 'incoming' });
    expect(plan(2)).toEqual({ quantity: 3, date: '2026-12-04', how: 'make' });
  });

  test('more of what is kept in stock takes two weeks where nobody has said how long, unless it is on its way; what is not kept is made', () => {
    const rest = (stock: StockAt[]) => planFulfilment([chairs(5, { leadDays: 0 })], stock, { today, calendar }).lines[0]?.rest;
    expect(rest([shelf('SHA', 2)])).toEqual({ quantity: 3, date: '2026-12-11', how: 'unknown' });
    expect(rest([shelf('SHA', 2, [[3, '2026-11-26']])])).toMatchObject({ how: 'incoming' });
    expect(rest([])).toEqual({ quantity: 5, date: '2026-11-26', how: 'make' });
  });

  test('the report is plain JSON', () => {
    const report = planFulfilment([chairs(8, { customCost: 9_007_199_254_740_993n })], [shelf('SHA', 3)], { today, calendar });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.customCost).toBe('9007199254740993');
  });

  test('lengths are exact: a tenth of a metre three times', () => {
    const cable = (lineId: string): Need => chairs(0.1, { lineId });
    const report = planFulfilment([cable('a'), cable('b'), cable('c')], [shelf('SHA', 0.3)], { today, calendar });
    expect(report.lines.map(({ verdict }) => verdict)).toEqual(['yes', 'yes', 'yes']);
  });
});

describe('whatever is ordered and whatever is there', () => {
  const quantity = fc.integer({ min: 0, max: 40_000 }).map((thousandths) => thousandths / 1000);
  const need = fc.record({
    lineId: fc.uuid(),
    sku: fc.constantFrom('CHAIR', 'DESK'),
    kind: fc.constantFrom('goods' as const, 'goods' as const, 'service' as const),
    quantity: quantity.filter((value) => value > 0),
    leadDays: fc.integer({ min: 0, max: 15 }),
    extraDays: fc.integer({ min: 0, max: 5 }),
    customised: fc.boolean(),
    customCost: fc.bigInt({ min: 0n, max: 100_000n }),
  });
  const incoming = fc.record({ quantity, due: fc.integer({ min: -5, max: 40 }).map((days) => today.add({ days })) });
  const stock = fc
    .array(
      fc.record({
        location: fc.constantFrom('A', 'B', 'C'),
        rank: fc.integer({ min: 0, max: 2 }),
        sku: fc.constantFrom('CHAIR', 'DESK'),
        free: quantity,
        incoming: fc.array(incoming, { maxLength: 3 }),
      }),
      { maxLength: 6 },
    )
    .map((shelves) => [...new Map(shelves.map((one) => [`${one.location} ${one.sku}`, one])).values()]);
  const needs = fc.array(need, { minLength: 1, maxLength: 5 });

  test('nothing is promised before tomorrow, and only on working days', () => {
    fc.assert(
      fc.property(needs, stock, (asked, shelves) => {
        const report = planFulfilment(asked, shelves, { today, calendar });
        for (const { promise } of [report, ...report.lines]) {
          expect(promise > today.toString()).toBe(true);
          expect(Temporal.PlainDate.from(promise).dayOfWeek).toBeLessThan(6);
        }
        expect(report.promise).toBe(
          report.lines
            .map(({ promise }) => promise)
            .toSorted()
            .at(-1),
        );
      }),
    );
  });

  test('never more is taken than is free', () => {
    fc.assert(
      fc.property(needs, stock, (asked, shelves) => {
        const report = planFulfilment(asked, shelves, { today, calendar });
        for (const { location, sku, free } of shelves) {
          const taken = report.lines
            .flatMap((line, at) => (asked[at]?.sku === sku ? line.takes : []))
            .filter((take) => take.location === location);
          expect(taken.reduce((sum, take) => sum + take.quantity * 1000, 0)).toBeLessThanOrEqual(free * 1000 + 0.001);
        }
      }),
    );
  });

  test('the verdict is yes exactly when all of it is there now, and now and later make the whole', () => {
    fc.assert(
      fc.property(needs, stock, (asked, shelves) => {
        planFulfilment(asked, shelves, { today, calendar }).lines.forEach((line, at) => {
          const whole = asked[at];
          expect(line.verdict === 'yes').toBe(line.nowQuantity === whole?.quantity);
          if (whole?.kind === 'goods') expect(line.nowQuantity + (line.rest?.quantity ?? 0)).toBeCloseTo(whole.quantity, 6);
        });
      }),
    );
  });

  test('more stock, here or on its way, never makes a promise later', () => {
    fc.assert(
      fc.property(needs, stock, fc.nat(), quantity, incoming, (asked, shelves, which, more, arrival) => {
        const richer = shelves.map((one, at) =>
          at === which % shelves.length ? { ...one, free: one.free + more, incoming: [...one.incoming, arrival] } : one,
        );
        const [before, after] = [shelves, richer].map((list) => planFulfilment(asked, list, { today, calendar }));
        expect((after?.promise ?? '') <= (before?.promise ?? '')).toBe(true);
        after?.lines.forEach(({ promise }, at) => expect(promise <= (before?.lines[at]?.promise ?? '')).toBe(true));
      }),
      { numRuns: 500 },
    );
  });
});
