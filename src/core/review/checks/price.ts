import { amount, pass, review, type Check } from './check.ts';

/** V3: every line is sold at its list price, and never below the floor. */
export const price: Check = ({ order, prices }) => {
  for (const { sku, unitPrice } of order.lines) {
    if (sku === null) continue;
    const list = prices.get(sku);
    if (!list || list.currency !== order.currency) return review('V3', 'price_missing', { product: sku });
    const facts = { product: sku, price: amount(unitPrice, order.currency) };
    if (unitPrice < list.floor) return review('V3', 'price_below_floor', { ...facts, floor: amount(list.floor, order.currency) });
    if (unitPrice !== list.unit) return review('V3', 'price_differs', { ...facts, list: amount(list.unit, order.currency) });
  }
  return pass('V3');
};
