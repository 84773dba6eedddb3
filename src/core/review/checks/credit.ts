import { amount, pass, type Check, type CheckReason, type CheckResult } from './check.ts';

/** V4: what the customer owes with this order stays within the limit and a tenth; otherwise it is confirmed, but held. */
export const credit: Check = ({ order, customer, businessCurrency }) => {
  const limit = customer.creditLimit;
  if (limit === null || customer.prepaid || order.payment !== 'unpaid') return pass('V4');
  // a limit says nothing about another currency, and money is never converted here
  if (order.currency !== businessCurrency)
    return held({ key: 'credit_other_currency', params: { total: amount(order.total, order.currency) } });
  const after = customer.exposure + order.total - customer.paid;
  if (after * 10n <= limit * 11n) return pass('V4');
  return held({ key: 'credit_exceeded', params: { exposure: amount(after, order.currency), limit: amount(limit, order.currency) } });
};

const held = (reason: CheckReason): CheckResult => ({ code: 'V4', outcome: 'warn', points: 0, reason, hold: 'credit' });
