import { exact } from '../../stock/fulfilability.decide.ts';
import { pass, review, type Check } from './check.ts';

const timesUsual = 5;
const fewestOrders = 2;

/** A6: nobody orders more than five times their own usual quantity by a slip of the finger. */
export const quantity: Check = ({ order, customer }) => {
  const totals = new Map<string, number>();
  for (const { sku, quantity: asked } of order.lines) if (sku) totals.set(sku, exact((totals.get(sku) ?? 0) + asked));
  for (const [sku, asked] of totals) {
    const usual = customer.usual.get(sku);
    if (usual && usual.orders >= fewestOrders && asked > timesUsual * usual.median)
      return review('A6', 'quantity_unusual', { product: sku, quantity: String(asked), usual: String(usual.median) });
  }
  return pass('A6');
};
