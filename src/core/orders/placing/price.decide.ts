import type { Price, Product } from '../../stock/catalogue.ts';
import type { ChosenOption, Line } from '../order.ts';

/** What the chosen options of a line cost, by the product's own rules; minor units for the whole line. */
export function customCost(product: Product, options: ChosenOption[], quantity: number): bigint {
  const rules = rulesOf(product, options);
  const perUnit = rules.reduce((sum, rule) => sum + rule.perUnit, 0);
  const once = rules.reduce((sum, rule) => sum + rule.once, 0);
  return BigInt(Math.round(perUnit * quantity + once));
}

/** Working days the chosen options add to the lead time. */
export function extraDays(product: Product, options: ChosenOption[]): number {
  return Math.max(0, ...rulesOf(product, options).map((rule) => rule.extraDays));
}

/** The line at today's price; a product without a price on the list costs nothing here and is stopped by its check. */
export function priced(line: Line, product: Product | undefined, price: Price | undefined): Line {
  if (!product) return { ...line, unitPrice: 0n, customCost: 0n };
  return { ...line, unitPrice: price?.unit ?? 0n, customCost: customCost(product, line.options, line.quantity) };
}

function rulesOf(product: Product, options: ChosenOption[]) {
  return product.customCosts.filter((rule) =>
    options.some(({ key, value }) => key === rule.key && (rule.value === undefined || rule.value === value)),
  );
}
