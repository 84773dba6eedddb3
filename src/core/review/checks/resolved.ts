import { pass, review, type Check } from './check.ts';

/** A2: every line names one product that is sold. */
export const resolved: Check = ({ order, products }) => {
  const unclear = order.lines.find(({ sku }) => sku === null || !products.has(sku));
  return unclear ? review('A2', 'product_unclear', { words: unclear.words }) : pass('A2');
};
