import { expect, test } from 'vitest';
import { locales } from '#core/text/locale.ts';
import texts from '#core/text/en/checks.json' with { type: 'json' };
import { checks, runChecks } from '#core/review/checks.ts';
import { pass, review, type CheckResult } from '#core/review/checks/check.ts';
import { reasonWords } from '#core/review/reason.cards.ts';
import { judgeChecks, type Tier } from '#core/review/verdict.decide.ts';
import { chair, facts } from './facts.builder.ts';

const tiers: Tier[] = [
  { role: 'customer_service', approvesTo: 2_000_000n },
  { role: 'sales', approvesTo: 10_000_000n },
  { role: 'manager', approvesTo: null },
];
const risky = (points: number): CheckResult => ({ ...pass('V6'), points });

test('an order that passes everything is confirmed', () => {
  expect(judgeChecks(runChecks(facts()), 316_000n, tiers)).toEqual({
    verdict: 'confirm',
    riskScore: 0,
    holds: [],
    reviewReasons: [],
    eligibleRole: 'customer_service',
  });
});

test('too little credit confirms with a hold', () => {
  const results = runChecks(facts({}, { customer: { creditLimit: 1n } }));
  expect(judgeChecks(results, 316_000n, tiers)).toMatchObject({ verdict: 'confirm', holds: ['credit'] });
});

test('one check that asks for a person is enough, and every reason is kept', () => {
  const verdict = judgeChecks(runChecks(facts({ address: null, total: 3_000_000n }, { customer: { known: false } })), 3_000_000n, tiers);
  expect(verdict).toMatchObject({ verdict: 'review', riskScore: 30, eligibleRole: 'sales' });
  expect(verdict.reviewReasons.map(({ key }) => key)).toEqual(['address_missing', 'newcomer_large', 'value_high']);
});

test('small doubts add up at fifty', () => {
  expect(judgeChecks([risky(20), risky(29)], 1n, tiers).verdict).toBe('confirm');
  expect(judgeChecks([risky(20), risky(30)], 1n, tiers)).toMatchObject({
    verdict: 'review',
    reviewReasons: [{ key: 'risk_high', params: { score: '50' } }],
  });
});

test('only a rule that blocks rejects', () => {
  expect(judgeChecks([{ ...pass('V12'), outcome: 'block' }, review('A5', 'address_missing')], 1n, tiers).verdict).toBe('reject');
});

test.each([
  [2_000_000n, 'customer_service'],
  [2_000_001n, 'sales'],
  [10_000_001n, 'manager'],
])('%d may be decided by %s', (total, role) => {
  expect(judgeChecks([], total, tiers).eligibleRole).toBe(role);
});

test('with nobody whose word reaches so far, a manager is asked', () => {
  expect(judgeChecks([], 5n, [{ role: 'sales', approvesTo: 4n }]).eligibleRole).toBe('manager');
});

const reader = { timeZone: 'Asia/Shanghai', now: Temporal.Instant.from('2026-11-25T04:00:00Z'), products: new Map([[chair.sku, chair]]) };

test('a reason is said to the desk with the facts and to the customer politely, each in their language', () => {
  const credit = checks['V4']?.(facts({}, { customer: { creditLimit: 100_000n } })).reason ?? { key: '', params: {} };
  expect(reasonWords({ ...reader, locale: 'en' }, 'desk', credit)).toContain('owes CN¥3,160.00; the credit limit is CN¥1,000.00');
  const option = { key: 'note_other_option', params: { product: 'CH-ERGO', option: 'color', value: 'black', other: 'blue' } };
  expect(reasonWords({ ...reader, locale: 'zh-CN' }, 'desk', option)).toBe('人体工学椅的颜色：备注写“蓝色”，订单行写“黑色”。');
  expect(reasonWords({ ...reader, locale: 'zh-TW' }, 'customer', option)).toBe('人體工學椅是「藍色」還是「黑色」？我們跟您確認一下。');
  const date = { key: 'date_impossible', params: { asked: '2026-11-27', promise: '2026-12-02' } };
  expect(reasonWords({ ...reader, locale: 'en' }, 'customer', date)).toBe(
    'You need it by Fri, Nov 27; so far we can promise Wed, Dec 2. We look for a way.',
  );
  expect(
    reasonWords({ ...reader, locale: 'en' }, 'desk', { key: 'note_asks_outside', params: { topics: 'injection,discount_request' } }),
  ).toContain('orders to the desk, Asks for a better price');
});

test('every sentence is whole in every language, and a reason of another version still says something', () => {
  const params = {
    product: 'CH-ERGO',
    option: 'color',
    value: 'black',
    other: 'blue',
    words: 'stool',
    range: '40–60 cm',
    most: '10',
    topics: 'unclear',
    noted: '3',
    days: '10',
    quantity: '2',
    usual: '1',
    number: 'T-1',
    asked: '2026-11-27',
    promise: '2026-12-02',
    price: 'CNY 1',
    floor: 'CNY 2',
    list: 'CNY 3',
    exposure: 'CNY 4',
    limit: 'CNY 5',
    total: 'CNY 6',
    p95: 'CNY 7',
    largest: 'CNY 8',
    wishes: 'scent',
    score: '50',
    reason: 'x',
    by: 'Lin',
    name: 'Lin',
    due: '2026-11-25T04:00:00Z',
  };
  for (const locale of locales)
    for (const audience of ['desk', 'customer'] as const)
      for (const key of [...Object.keys(texts[audience]), 'toString', 'of_tomorrow'])
        expect(reasonWords({ ...reader, locale }, audience, { key, params })).toMatch(/^[^{}]{3,}$/);
});
