import { amount, pass, review, type Check } from './check.ts';

/** TIER: one order in twenty is so large that a person looks at it; while nobody knows what is usual, each that is larger than all before. */
export const value: Check = ({ order, valueLimits, largest }) => {
  const total = amount(order.total, order.currency);
  if (!valueLimits) {
    if (largest === null || order.total <= largest) return pass('TIER');
    return review('TIER', 'value_largest', { total, largest: amount(largest, order.currency) });
  }
  if (order.total <= valueLimits.p95) return pass('TIER');
  return review('TIER', 'value_high', { total, p95: amount(valueLimits.p95, order.currency) });
};
