import { amount, pass, review, type Check } from './check.ts';

/** V10: the first order of a customer is not one of our largest; while nobody knows what is usual, a person looks at it. */
export const newcomer: Check = ({ order, customer, valueLimits }) => {
  if (customer.known) return pass('V10');
  if (!valueLimits) return review('V10', 'newcomer_first');
  if (order.total <= valueLimits.p95) return pass('V10');
  return review('V10', 'newcomer_large', { total: amount(order.total, order.currency), p95: amount(valueLimits.p95, order.currency) }, 30);
};
