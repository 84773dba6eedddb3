import { expect, it } from 'vitest';
import { gradeFor, gradeReason, type Weight } from '#core/review/grade.decide.ts';

const usual: Weight = { tier: 'standard', others: 0, isLargest: false, overdueTwice: false };

it.each<[string, Partial<Weight>, string | null]>([
  ['nothing', {}, null],
  ['a second one', { others: 1 }, null],
  ['the third in 90 days', { others: 2 }, 'third_in_90_days'],
  ['a core customer', { tier: 'core' }, 'key_customer'],
  ['a VIP', { tier: 'vip' }, 'key_customer'],
  ['an order among the largest', { isLargest: true }, 'largest_order'],
  ['twice its time', { overdueTwice: true }, 'overdue_twice'],
])('%s makes it weigh more, or not', (_, more, reason) => {
  expect(gradeReason({ ...usual, ...more })).toBe(reason);
});

it('is one grade, however many reasons there are, and never above high', () => {
  const reason = gradeReason({ tier: 'vip', others: 9, isLargest: true, overdueTwice: true });
  expect((['low', 'medium', 'high'] as const).map((grade) => gradeFor(grade, reason))).toEqual(['medium', 'high', 'high']);
  expect((['low', 'medium', 'high'] as const).map((grade) => gradeFor(grade, null))).toEqual(['low', 'medium', 'high']);
});
