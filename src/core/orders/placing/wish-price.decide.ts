import type { Product } from '../../stock/catalogue.ts';
import { refuse, type Refusal } from '../decision.ts';
import { bareAmount, readAmount } from '../../text/amount.ts';
import { orderedOf, type Line, type Order } from '../order.ts';
import { customCost } from './price.decide.ts';

type Products = ReadonlyMap<string, Product>;

/** Lines with wishes that no price rule covers: a person may say what they cost. */
export const wishfulLines = (order: Order): Line[] => order.lines.filter((line) => line.specs.length > 0 && orderedOf(line) > 0);

/** What a person asked for the wishes of a line, beyond what the product's own rules ask for its options; minor units. */
export function wishPrice(line: Line, product: Product | undefined): bigint {
  return product ? line.customCost - customCost(product, line.options, orderedOf(line)) : line.customCost;
}

/** What a line costs beyond its unit price when it asks for another quantity: by the rules, and by what was asked for a wish each. */
export function resizedCost(line: Line, to: Pick<Line, 'options' | 'specs' | 'quantity'>, product: Product | undefined): bigint {
  if (to.quantity <= 0) return 0n;
  if (!product) return line.customCost;
  const [from, now] = [orderedOf(line), to.quantity].map((count) => BigInt(Math.round(count * 1000)));
  const wishes = to.specs.length > 0 && from && now ? (wishPrice(line, product) * now + from / 2n) / from : 0n;
  return customCost(product, to.options, to.quantity) + wishes;
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
    const before = wishPrice(line, products.get(line.sku ?? ''));
    const price = typed === undefined ? before : typed === '' ? 0n : readAmount(bareAmount(typed, order.currency), order.currency);
    if (price === null) return refuse('amount_invalid', { value: typed?.slice(0, 40) ?? '' });
    extra += price - before;
    lines.push(price === before ? line : { ...line, customCost: line.customCost + price - before });
  }
  return { ok: true, lines, extra };
}
