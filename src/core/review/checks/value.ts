import { amount, pass, review, type Check } from './check.ts';

/** TIER: one order in twenty is so large that a person looks at it. */
export const value: Check = ({ order, valueLimits }) => {
  if (!valueLimits || order.total <= valueLimits.p95) return pass('TIER');
  return review('TIER', 'value_high', { total: amount(order.total, order.currency), p95: amount(valueLimits.p95, order.currency) });
};
