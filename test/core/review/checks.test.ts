import { describe, expect, test } from 'vitest';
import type { CheckFacts } from '#core/review/checks/check.ts';
import { checks, runChecks } from '#core/review/checks.ts';
import { aLine } from '#test/core/orders/order.builder.ts';
import { aReading } from '#test/core/notes/reading.builder.ts';
import { black, chair, evidence, facts, item } from './facts.builder.ts';

/** A check's outcome and why. */
const ask = (code: string, about: CheckFacts): string => {
  const result = checks[code]?.(about);
  return `${result?.outcome} ${result?.reason.key}`;
};
const noted = (changes: Parameters<typeof aReading>[0]): CheckFacts => facts({ note: 'x', reading: aReading(changes) });
const line = (changes: Parameters<typeof aLine>[0]): CheckFacts => facts({ lines: [aLine({ options: [black], ...changes })] });
const day = Temporal.PlainDate.from('2026-11-25');

test('a good order passes every check, and every check signs with its own code', () => {
  const results = runChecks(facts());
  expect(results.map(({ code, outcome, points }) => `${code} ${outcome} ${points}`)).toEqual(
    Object.keys(checks).map((code) => `${code} pass 0`),
  );
});

describe('the lines', () => {
  test('A1 asks for a required option that is missing or empty', () => {
    expect(ask('A1', line({}))).toBe('pass passed');
    expect(ask('A1', line({ options: [] }))).toBe('review option_missing');
    expect(ask('A1', line({ options: [{ ...black, value: '' }] }))).toBe('review option_missing');
  });

  test('A2 asks which product is meant', () => {
    expect(ask('A2', line({ sku: null }))).toBe('review product_unclear');
    expect(ask('A2', line({ sku: 'GONE' }))).toBe('review product_unclear');
  });

  test.each([
    ['color', 'blue', null, 'pass passed'],
    ['color', 'pink', null, 'review option_not_offered'],
    ['voltage', '110', 'V', 'review option_not_offered'],
    ['height', '40', 'cm', 'pass passed'],
    ['height', '60.1', 'cm', 'review option_out_of_range'],
    ['height', '50', 'mm', 'review option_out_of_range'],
    ['height', '', 'cm', 'review option_out_of_range'],
    ['engraving', '一二三四五六七八九十', null, 'pass passed'],
    ['engraving', 'Hello world', null, 'review option_too_long'],
  ] as const)('A3 looks whether %s %s %s is offered', (key, value, unit, outcome) => {
    expect(ask('A3', line({ options: [{ key, value, unit, evidence: null }] }))).toBe(outcome);
  });

  test('A6 wonders about more than five times the usual, once there is a usual', () => {
    const usual = (median: number, orders: number) => ({ customer: { usual: new Map([[chair.sku, { median, orders }]]) } });
    expect(ask('A6', facts({ lines: [aLine({ quantity: 11 })] }, usual(2, 2)))).toBe('review quantity_unusual');
    expect(ask('A6', facts({ lines: [aLine({ quantity: 10 })] }, usual(2, 2)))).toBe('pass passed');
    expect(ask('A6', facts({ lines: [aLine({ quantity: 99 })] }, usual(2, 1)))).toBe('pass passed');
    expect(ask('A6', facts({ lines: [aLine({ quantity: 6 }), aLine({ id: 'b', quantity: 5 })] }, usual(2, 2)))).toBe(
      'review quantity_unusual',
    );
  });

  test('SPEC sends a wish without a price to a person', () => {
    expect(ask('SPEC', line({ specs: [{ key: 'scent', value: 'rose', unit: null, evidence }] }))).toBe('review spec_without_price');
  });

  test('V3 wants the list price, and never below the floor', () => {
    expect(ask('V3', line({ unitPrice: 158_000n }))).toBe('pass passed');
    expect(ask('V3', line({ unitPrice: 120_000n }))).toBe('review price_differs');
    expect(ask('V3', line({ unitPrice: 119_999n }))).toBe('review price_below_floor');
    expect(ask('V3', facts({}, { prices: new Map() }))).toBe('review price_missing');
    expect(ask('V3', facts({ currency: 'EUR' }))).toBe('review price_missing');
  });
});

describe('the note', () => {
  test('A4 passes what is confirmed and asks about what is only suggested', () => {
    const deadline = { date: '2026-12-01', time: null, strict: false };
    expect(ask('A4', noted({ deadline: { ...item('confirmed'), ...deadline } }))).toBe('pass passed');
    expect(ask('A4', noted({ deadline: { ...item('suggested'), ...deadline } }))).toBe('review note_unconfirmed');
    expect(ask('A4', noted({ deadline: { ...item('rejected'), ...deadline } }))).toBe('pass passed');
  });

  test('A4 sends unread words, unclear dates and unread notes to a person', () => {
    expect(ask('A4', noted({ unread: [evidence], needsHuman: true, humanReasons: ['unread_text'] }))).toBe('review note_needs_person');
    expect(ask('A4', noted({ unread: [evidence] }))).toBe('review note_needs_person');
    expect(ask('A4', noted({ needsHuman: true, humanReasons: ['unclear_date'] }))).toBe('review note_needs_person');
    expect(ask('A4', noted({ needsHuman: true }))).toBe('review note_needs_person');
    expect(ask('A4', facts({ note: 'as always', reading: null }))).toBe('review note_not_read');
    expect(ask('A4', facts({ note: ' ', reading: null }))).toBe('pass passed');
  });

  test('A9 hears when the note says another quantity or another colour', () => {
    const change = (to: number | null, delta: number | null = null) =>
      noted({ quantityChanges: [{ ...item(), sku: null, to, delta }], needsHuman: true, humanReasons: ['quantity_change'] });
    expect(ask('A9', change(2))).toBe('pass passed');
    expect(ask('A9', change(3))).toBe('review note_other_quantity');
    expect(ask('A9', change(null, 1))).toBe('review note_contradicts');
    expect(ask('A9', noted({ humanReasons: ['quantity_change'] }))).toBe('review note_contradicts');
    expect(ask('A9', noted({ humanReasons: ['conflict'] }))).toBe('review note_contradicts');
    const color = (...values: string[]) =>
      facts({
        lines: [aLine({ options: [black] })],
        note: 'x',
        reading: aReading({ specs: values.map((value) => ({ ...item(), sku: chair.sku, key: 'color', value, unit: null })) }),
      });
    expect(ask('A9', color('black'))).toBe('pass passed');
    expect(ask('A9', color('蓝色'))).toBe('review note_other_option');
    expect(ask('A9', color('blue', 'black'))).toBe('pass passed');
  });

  test('A10 obeys nothing and sends requests beyond an order to a person', () => {
    expect(ask('A10', noted({ injection: [evidence], humanReasons: ['injection'] }))).toBe('review note_instructs');
    expect(ask('A10', noted({ humanReasons: ['discount_request'] }))).toBe('review note_asks_outside');
    expect(ask('A10', noted({ humanReasons: ['unclear_date'] }))).toBe('pass passed');
  });
});

describe('where and when', () => {
  test('A5 needs an address where we deliver; a service needs none', () => {
    expect(ask('A5', facts({ address: null }))).toBe('review address_missing');
    expect(ask('A5', facts({ address: ' ' }))).toBe('review address_missing');
    expect(ask('A5', facts({ address: null, kind: 'service' }))).toBe('pass passed');
    expect(ask('A5', facts({ address: '臺北市信義區' }, { servedZones: ['上海', '臺北'] }))).toBe('pass passed');
    expect(ask('A5', facts({ address: 'Pudong, SHANGHAI' }, { servedZones: ['shanghai'] }))).toBe('pass passed');
    expect(ask('A5', facts({ address: 'Berlin' }, { servedZones: ['shanghai'] }))).toBe('review address_not_served');
  });

  test('A8 shows the gap to the date asked for, and asks a person when the date is strict', () => {
    const strict = aReading({ deadline: { ...item(), date: '2026-11-25', time: null, strict: true } });
    expect(ask('A8', facts({ requestedDate: day.add({ days: 1 }) }))).toBe('pass passed');
    expect(ask('A8', facts({ requestedDate: day }))).toBe('warn date_later');
    expect(ask('A8', facts({ requestedDate: day }, { gapShown: false }))).toBe('review date_gap_unseen');
    expect(ask('A8', facts({ requestedDate: day, reading: strict }))).toBe('review date_impossible');
  });

  test('A8 asks a person about goods that would come before the day they may', () => {
    const waiting = (notBefore: string, status: 'confirmed' | 'suggested' = 'confirmed') =>
      noted({ flags: [{ ...item(status), flag: 'delivery_window', notBefore }] });
    expect(checks['A8']?.(waiting('2026-11-27'))).toMatchObject({
      outcome: 'review',
      reason: { key: 'date_not_before', params: { asked: '2026-11-27', promise: '2026-11-26' } },
    });
    expect(ask('A8', waiting('2026-11-26'))).toBe('pass passed');
    expect(ask('A8', waiting('2026-11-27', 'suggested'))).toBe('pass passed');
  });

  test('A7 asks whether both are wanted', () => {
    expect(ask('A7', facts({}, { duplicate: { number: 'HO-1', because: 'same_lines' } }))).toBe('review duplicate_lines');
    expect(ask('A7', facts({}, { duplicate: { number: 'HO-1', because: 'external_ref' } }))).toBe('review duplicate_reference');
  });
});

describe('money', () => {
  test('V4 lets a tenth above the limit pass, then confirms with a credit hold', () => {
    const owing = (exposure: bigint, order = {}) => facts(order, { customer: { creditLimit: 1_000_000n, exposure } });
    expect(ask('V4', owing(784_000n))).toBe('pass passed');
    expect(ask('V4', owing(784_001n))).toBe('warn credit_exceeded');
    expect(checks['V4']?.(owing(784_001n))).toMatchObject({
      hold: 'credit',
      reason: { params: { exposure: 'CNY 1100001', limit: 'CNY 1000000' } },
    });
    expect(ask('V4', facts({}, { customer: { creditLimit: 1_000_000n, exposure: 784_001n, paid: 1n } }))).toBe('pass passed');
    expect(ask('V4', owing(9_000_000n, { payment: 'prepaid' }))).toBe('pass passed');
    expect(ask('V4', owing(9_000_000n, { payment: 'paid' }))).toBe('pass passed');
    expect(ask('V4', facts({}, { customer: { creditLimit: 0n, prepaid: true } }))).toBe('pass passed');
    expect(ask('V4', facts({}, { customer: { creditLimit: null, exposure: 9_000_000n } }))).toBe('pass passed');
    expect(ask('V4', owing(0n, { currency: 'EUR' }))).toBe('warn credit_other_currency');
  });

  test('LEAD asks a person about goods that are not in stock and come nobody knows when', () => {
    const standing = (how: 'unknown' | 'make'): CheckFacts => {
      const { order, report, ...beside } = facts();
      const [first] = order.lines;
      const rest = { quantity: 988, date: '2026-12-11', how };
      const lines = [
        { lineId: first?.id ?? '', verdict: 'partial' as const, nowQuantity: 12, takes: [], rest, customCost: '0', promise: rest.date },
      ];
      return { ...beside, order, report: { ...report, lines } };
    };
    expect(ask('LEAD', standing('make'))).toBe('pass passed');
    expect(checks['LEAD']?.(standing('unknown'))).toMatchObject({
      outcome: 'review',
      reason: { key: 'lead_unknown', params: { product: chair.sku, quantity: '988', days: '10' } },
    });
  });

  test('TIER and V10 look at orders above the P95, V10 only at first orders; before it is known, TIER at each that is larger than all before, V10 at every first order', () => {
    expect(ask('TIER', facts({ total: 1_000_000n }))).toBe('pass passed');
    expect(ask('TIER', facts({ total: 1_000_001n }))).toBe('review value_high');
    expect(ask('TIER', facts({ total: 9_000n }, { valueLimits: null }))).toBe('pass passed');
    expect(ask('V10', facts({ total: 1n }, { valueLimits: null, customer: { known: false } }))).toBe('review newcomer_first');
    expect(ask('V10', facts({ total: 1n }, { valueLimits: null }))).toBe('pass passed');
    expect(ask('TIER', facts({ total: 9_000n }, { valueLimits: null, largest: 9_000n }))).toBe('pass passed');
    expect(ask('TIER', facts({ total: 9_001n }, { valueLimits: null, largest: 9_000n }))).toBe('review value_largest');
    expect(ask('V10', facts({ total: 1_000_001n }))).toBe('pass passed');
    expect(ask('V10', facts({ total: 1_000_000n }, { customer: { known: false } }))).toBe('pass passed');
    expect(checks['V10']?.(facts({ total: 1_000_001n }, { customer: { known: false } }))).toMatchObject({ outcome: 'review', points: 30 });
  });
});
