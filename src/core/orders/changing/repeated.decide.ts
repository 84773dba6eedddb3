import type { Price, Product } from '../../stock/catalogue.ts';
import { orderedOf, untouched, type Line, type Order } from '../order.ts';
import { wishPrice } from '../placing/wish-price.decide.ts';

/** The lines of an earlier order, as new ones; what is no longer sold stays behind. */
export function repeatedLines(
  order: Order,
  products: ReadonlyMap<string, Product>,
  prices: ReadonlyMap<string, Price>,
  nextId: () => string,
): Line[] {
  return order.lines
    .filter((line) => orderedOf(line) > 0 && isSold(line, products, prices))
    .map((line, index) => ({
      ...line,
      id: nextId(),
      position: index + 1,
      candidates: [],
      quantity: orderedOf(line),
      // the words a choice came from stand in the note of the earlier order
      options: line.options.map((option) => ({ ...option, evidence: null })),
      ...untouched,
    }));
}

const isSold = ({ sku }: Line, products: ReadonlyMap<string, Product>, prices: ReadonlyMap<string, Price>): boolean =>
  sku !== null && products.has(sku) && prices.has(sku);

export interface Repeated {
  /** Lines that were left out, since nobody sells them any more. */
  gone: Line[];
  /** Unit prices that moved since, minor units. */
  prices: { line: Line; was: bigint; is: bigint }[];
  /** Wishes that a person priced then, and prices anew. */
  wishes: { line: Line; was: bigint }[];
}

/** How a draft differs from the order it repeats: shown before it is confirmed, while it is edited too. */
export function comparedWith(earlier: Order, draft: Order, products: ReadonlyMap<string, Product>): Repeated {
  const lines = earlier.lines.filter((line) => orderedOf(line) > 0);
  const prices = draft.lines.flatMap((line) => {
    const old = lines.find(({ sku }) => sku !== null && sku === line.sku);
    return old && old.unitPrice !== line.unitPrice ? [{ line, was: old.unitPrice, is: line.unitPrice }] : [];
  });
  const gone = lines.filter(({ sku }) => sku === null || !products.has(sku));
  const wishes = draft.lines.flatMap((line) => {
    const old = line.specs.length > 0 ? lines.find(({ sku, specs }) => sku !== null && sku === line.sku && specs.length > 0) : undefined;
    const was = old ? wishPrice(old, products.get(old.sku ?? '')) : 0n;
    return was > 0n ? [{ line, was }] : [];
  });
  return { gone, wishes, prices: prices.filter(({ line }, at) => prices.findIndex((one) => one.line.sku === line.sku) === at) };
}
