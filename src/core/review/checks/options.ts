import type { ChosenOption } from '../../orders/order.ts';
import type { Product } from '../../stock/catalogue.ts';
import { pass, review, type Check, type CheckResult } from './check.ts';

/** A3: every chosen option is one the product can be made with. */
export const options: Check = ({ order, products }) => {
  for (const line of order.lines) {
    const product = line.sku ? products.get(line.sku) : undefined;
    const wrong = product && line.options.map((chosen) => misfit(product, chosen)).find((result) => result !== null);
    if (wrong) return wrong;
  }
  return pass('A3');
};

function misfit(product: Product, { key, value, unit }: ChosenOption): CheckResult | null {
  const facts = { product: product.sku, option: key, value: unit ? `${value} ${unit}` : value };
  const option = product.options.find((offered) => offered.key === key);
  if (!option) return review('A3', 'option_not_offered', facts);
  const { choices, range, maxLength } = option;
  if (choices?.some((choice) => choice.value === value)) return null;
  if (range) {
    const measure = value.trim() === '' ? NaN : Number(value);
    if (unit === range.unit && measure >= range.min && measure <= range.max) return null;
    return review('A3', 'option_out_of_range', { ...facts, range: `${range.min}–${range.max} ${range.unit}` });
  }
  if (choices) return review('A3', 'option_not_offered', facts);
  const length = Array.from(value).length;
  return maxLength !== undefined && length > maxLength ? review('A3', 'option_too_long', { ...facts, most: String(maxLength) }) : null;
}
