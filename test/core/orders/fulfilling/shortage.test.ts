import { describe, expect, it } from 'vitest';
import { readAnswer } from '#core/orders/fulfilling/answer.decide.ts';
import { chosenShortage, replaced, takeOff } from '#core/orders/fulfilling/answering.decide.ts';
import { deltaOf, readReport, replan, substitutesFor, withoutUnits } from '#core/orders/fulfilling/shortage.decide.ts';
import type { ReportedShortage, Substitute } from '#core/orders/fulfilling/shortage.ts';
import type { Calendar } from '#core/schedule/calendar.ts';
import type { Product } from '#core/stock/catalogue.ts';
import type { StockAt } from '#core/stock/fulfilability.decide.ts';
import { aLine, anOrder, factsOf, noon } from '../order.builder.ts';

const calendar: Calendar = { timeZone: 'Asia/Shanghai', intervals: [], holidays: new Set() };
const today = Temporal.PlainDate.from('2026-11-25');
const when = { today, calendar };
const name = { en: 'x', 'zh-CN': 'x', 'zh-TW': 'x' };
const color = { key: 'color' as const, label: name, choices: [{ value: 'black', label: name, aliases: [] }], required: false };
const product = (sku: string, changes: Partial<Product> = {}): Product => ({
  sku,
  kind: 'goods',
  names: name,
  aliases: [],
  unit: 'pc',
  options: [color],
  customCosts: [],
  leadDays: 5,
  tips: null,
  substitutes: [],
  ...changes,
});
const shelf = (location: string, free: number, sku = 'CH-ERGO', incoming: StockAt['incoming'] = []): StockAt => ({
  location,
  rank: 1,
  sku,
  free,
  incoming,
});
const line = aLine({ quantity: 3, allocated: 3, options: [{ key: 'color', value: 'black', unit: null, evidence: null }] });
const order = anOrder({ state: 'preparing', lines: [line, aLine({ id: 'line-2', position: 2, sku: 'LT-DESK' })] });
const sold = (one: typeof line) => anOrder({ lines: [one] });
const kept = [
  { lineId: 'line-1', location: 'PUDONG', quantity: 2 },
  { lineId: 'line-1', location: 'SUZHOU', quantity: 1 },
  { lineId: 'line-2', location: 'PUDONG', quantity: 2 },
];
const need = {
  lineId: 'line-1',
  sku: 'CH-ERGO',
  kind: 'goods' as const,
  quantity: 3,
  leadDays: 5,
  extraDays: 2,
  customised: false,
  customCost: 0n,
};
const report = (missing: number, expected: string | null = null) => ({
  line,
  location: 'PUDONG',
  missing,
  expected: expected === null ? null : Temporal.PlainDate.from(expected),
});

describe('what is reported missing', () => {
  it.for([
    [{ item: 'line-1@SUZHOU', quantity: '1' }, 'SUZHOU', 1],
    [{ line: 'ch-ergo', quantity: '2' }, 'PUDONG', 2],
    [{ line: '1', location: 'suzhou', quantity: '1' }, 'SUZHOU', 1],
  ] as const)('is found by %j', ([input, location, missing]) => {
    expect(readReport(order, kept, { ...input }, today)).toMatchObject({ ok: true, report: { location, missing } });
  });

  it.for([
    [{ quantity: '1' }, 'value_missing'],
    [{ line: 'nothing', quantity: '1' }, 'value_invalid'],
    [{ item: 'line-9@PUDONG', quantity: '1' }, 'value_invalid'],
    [{ line: '1', quantity: '3' }, 'more_than_kept'],
    [{ line: '1' }, 'value_missing'],
    [{ line: '1', quantity: 'some' }, 'value_invalid'],
    [{ line: '1', quantity: '1', expected: 'soon' }, 'value_invalid'],
    [{ line: '1', quantity: '1', expected: '2026-11-24' }, 'value_invalid'],
  ] as const)('is refused for %j', ([input, code]) => {
    expect(readReport(order, kept, { ...input }, today)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('the new date', () => {
  const dateOf = (missing: number, stock: StockAt[], expected: string | null = null) => {
    const { cover, date } = replan(report(missing, expected), need, stock, when);
    return [cover.map(({ location, quantity }) => `${quantity} ${location}`).join(), date.toString()];
  };
  it('comes from another warehouse first, then from what is on its way, then from making', () => {
    expect(dateOf(2, [shelf('PUDONG', 9), shelf('SUZHOU', 5)])).toEqual(['2 SUZHOU', '2026-11-27']);
    const incoming = [{ quantity: 5, due: Temporal.PlainDate.from('2026-11-28') }];
    expect(dateOf(2, [shelf('PUDONG', 0, 'CH-ERGO', incoming), shelf('SUZHOU', 1)])).toEqual(['1 SUZHOU', '2026-11-29']);
    expect(dateOf(2, [shelf('PUDONG', 9), shelf('SUZHOU', 0)])).toEqual(['', '2026-12-01']);
  });
  it('is the day that somebody knows, for what no other warehouse has', () => {
    expect(dateOf(2, [shelf('SUZHOU', 0)], '2026-12-10')).toEqual(['', '2026-12-11']);
    expect(dateOf(2, [shelf('SUZHOU', 1)], '2026-12-10')).toEqual(['1 SUZHOU', '2026-12-11']);
    expect(dateOf(2, [shelf('SUZHOU', 9)], '2026-12-10')).toEqual(['2 SUZHOU', '2026-11-27']);
  });
});

describe('what may come instead', () => {
  const known = (changes: Partial<Product>, free = 5) => ({
    products: new Map([
      ['CH-ERGO', product('CH-ERGO', { substitutes: ['CH-TASK'] })],
      ['CH-TASK', product('CH-TASK', changes)],
    ]),
    prices: new Map([['CH-TASK', { sku: 'CH-TASK', currency: 'CNY', unit: 69_900n, floor: 0n }]]),
    stock: [shelf('PUDONG', free, 'CH-TASK')],
  });
  it('keeps the choices it can and shows what the total changes by', () => {
    expect(substitutesFor(sold(line), report(2), known({}), when)).toMatchObject([
      { sku: 'CH-TASK', delta: '-176200', date: '2026-11-26', options: [{ value: 'black' }] },
    ]);
    expect(substitutesFor(sold(line), report(2), known({ options: [] }), when)[0]?.options).toEqual([]);
  });
  it('is nothing that is not there, has no price, is no goods, or misses a choice it needs', () => {
    expect(substitutesFor(sold(line), report(2), known({}, 1), when)).toEqual([]);
    expect(substitutesFor(sold(line), report(2), { ...known({}), prices: new Map() }, when)).toEqual([]);
    expect(substitutesFor(sold(line), report(2), known({ kind: 'service' }), when)).toEqual([]);
    expect(substitutesFor(sold(line), report(2), known({ options: [{ ...color, key: 'width', required: true }] }), when)).toEqual([]);
    const wish = { ...line, specs: [{ key: 'color' as const, value: 'white', unit: null, evidence: { start: 0, end: 5, text: 'white' } }] };
    expect(substitutesFor(sold(wish), { ...report(2), line: wish }, known({}), when)).toEqual([]);
  });
});

describe('an answer in words', () => {
  it.for([
    ['I can wait', 'wait'],
    ['ok, wait', 'wait'],
    ['好的，我等', 'wait'],
    ['可以等', 'wait'],
    ['那就等吧', 'wait'],
    ['Please send what you have', 'split'],
    ['先发有的吧', 'split'],
    ['分批寄沒關係', 'split'],
    ['take the other one instead', 'substitute'],
    ['换吧', 'substitute'],
    ['那換一款', 'substitute'],
    ['please cancel what is missing', 'cancel_line'],
    ['取消缺的', 'cancel_line'],
    ['缺的就不要了', 'cancel_line'],
    ['I cannot wait', null],
    ['不等了', null],
    ['不想换', null],
    ['取消', null],
    ['cancel', null],
    ['2 waiting room chairs', null],
    ['我要两把等候椅', null],
    ['where is my order?', null],
    ['等'.repeat(61), null],
  ] as const)('is read from “%s”: %s', ([words, answer]) => {
    expect(readAnswer(words)).toBe(answer);
  });
});

describe('what an answer changes', () => {
  const shortage: ReportedShortage = {
    id: 'x',
    orderId: 'order-1',
    lineId: 'line-1',
    dueAt: noon,
    resolution: null,
    data: { missing: 2, location: 'PUDONG', date: '2026-12-04', promiseBefore: '2026-11-27', substitutes: [], cancelDelta: '0' },
  };
  const facts = (lines = [line]) =>
    factsOf({ state: 'preparing', lines, promisedLatest: Temporal.PlainDate.from('2026-12-04') }, { shortages: [shortage] });
  const chosen = { shortage, line, missing: 2 };
  const ergo = product('CH-ERGO', { customCosts: [{ key: 'color', value: 'black', perUnit: 100, once: 50, extraDays: 0 }] });

  it('is about the open shortage that is named, or the only one', () => {
    expect(chosenShortage(facts(), {})).toMatchObject({ missing: 2 });
    expect(chosenShortage(facts(), { shortage: 'y' })).toMatchObject({ refusal: { code: 'no_shortage' } });
    expect(chosenShortage(facts(), { line: 'LT-DESK' })).toMatchObject({ refusal: { code: 'no_shortage' } });
    const other = { ...shortage, id: 'y' };
    expect(chosenShortage({ ...facts(), shortages: [shortage, other] }, {})).toMatchObject({ refusal: { code: 'value_missing' } });
    expect(chosenShortage({ ...facts(), shortages: [{ ...shortage, resolution: 'wait' }] }, {})).toMatchObject({
      refusal: { code: 'no_shortage' },
    });
    // what has left meanwhile is not missing any more
    expect(chosenShortage(facts([{ ...line, shipped: 2 }]), {})).toMatchObject({ missing: 1 });
  });

  it('takes units off with their price, and gives the promise before back', () => {
    const { changes, outcome } = takeOff(facts(), chosen, ergo);
    expect([outcome, changes?.total, changes?.promisedLatest?.toString()]).toEqual(['part', 158_000n + 150n, '2026-11-27']);
    expect(takeOff(facts([{ ...line, quantity: 2 }]), { ...chosen, line: { ...line, quantity: 2 } }, ergo)).toMatchObject({
      outcome: 'all',
      changes: { total: 0n },
    });
    expect(deltaOf(sold({ ...line, customCost: 350n }), { ...line, customCost: 350n }, 2, ergo)).toBe(-316_200n);
    expect(withoutUnits(line, 3, ergo).customCost).toBe(0n);
  });

  it('ends an order that is on its way once all that is left has arrived', () => {
    const sent = { ...line, shipped: 1, delivered: 1, allocated: 1 };
    const onItsWay = { ...facts([sent]), order: { ...facts([sent]).order, state: 'in_transit' as const } };
    expect(takeOff(onItsWay, { ...chosen, line: sent }, ergo).outcome).toBe('rest');
  });

  it('brings another product as a line of its own; what was paid in full no longer is when it costs more', () => {
    const dear: Substitute = { sku: 'CH-TASK', options: [], unitPrice: '200000', customCost: '0', delta: '84000', date: '2026-12-01' };
    const paid = { ...facts(), order: { ...facts().order, payment: 'paid' as const, total: 474_000n } };
    const { changes } = replaced(paid, chosen, dear, product('CH-ERGO'), 'new');
    expect(changes).toMatchObject({
      payment: 'unpaid',
      total: 558_000n,
      lines: [{ cancelled: 2 }, { id: 'new', sku: 'CH-TASK', quantity: 2, position: 2 }],
    });
    expect(changes?.promisedLatest?.toString()).toBe('2026-12-01');
  });
});
