import { pass, review, type Check } from './check.ts';

/** A1: every option a product requires is chosen. */
export const complete: Check = ({ order, products }) => {
  for (const line of order.lines) {
    const product = line.sku ? products.get(line.sku) : undefined;
    const missing = product?.options.find(
      (option) => option.required && !line.options.some(({ key, value }) => key === option.key && value !== ''),
    );
    if (product && missing) return review('A1', 'option_missing', { product: product.sku, option: missing.key });
  }
  return pass('A1');
};
