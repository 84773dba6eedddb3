import type { Product } from '../../stock/catalogue.ts';
import { refuse, type Refusal } from '../decision.ts';
import { digitsOf, readMoney } from '../money.decide.ts';
import type { Line, Order } from '../order.ts';
import { customCost } from './price.decide.ts';

type Products = ReadonlyMap<string, Product>;

/** Lines with wishes that no price rule covers: a person may say what they cost. */
export const wishfulLines = (order: Order): Line[] =>
  order.lines.filter(({ specs, quantity, cancelled }) => specs.length > 0 && quantity > cancelled);

/** What a person asked for the wishes of a line, beyond what the product's own rules ask for its options; minor units. */
export function wishPrice(line: Line, products: Products): bigint {
  const product = line.sku ? products.get(line.sku) : undefined;
  return product ? line.customCost - customCost(product, line.options, line.quantity) : line.customCost;
}

/** The lines at the prices somebody typed for their wishes, `price_1` for the first line; what is not named keeps its price. */
export function withWishPrices(
  order: Order,
  input: Record<string, string>,
  products: Products,
): { ok: true; lines: Line[]; extra: bigint } | { ok: false; refusal: Refusal } {
  let extra = 0n;
  const lines: Line[] = [];
  for (const line of order.lines) {
    const typed = wishfulLines(order).includes(line) ? input[`price_${line.position}`]?.trim() : undefined;
    const before = wishPrice(line, products);
    const price = typed === undefined ? before : typed === '' ? 0n : readMoney(typed, digitsOf(order.currency));
    if (price === null) return refuse('value_invalid', { field: 'price', value: typed?.slice(0, 40) ?? '' });
    extra += price - before;
    lines.push(price === before ? line : { ...line, customCost: line.customCost + price - before });
  }
  return { ok: true, lines, extra };
}
