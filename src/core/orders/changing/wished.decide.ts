import type { Price, Product } from '../../stock/catalogue.ts';
import { refuse, type Refusal } from '../decision.ts';
import { orderedOf, orderTotal, untouched, type Line, type Order } from '../order.ts';
import { mostLines } from '../placing/lines.decide.ts';
import { priced } from '../placing/price.decide.ts';
import { resizedCost } from '../placing/wish-price.decide.ts';
import type { ItemsWish, Wish } from './wish.ts';

export interface Shop {
  products: ReadonlyMap<string, Product>;
  /** Today's, of the order's own list and currency. */
  prices: ReadonlyMap<string, Price>;
}

type Wished = { ok: true; order: Order } | { ok: false; refusal: Refusal };

/** The order as it would be. What was agreed keeps its price; only what is added is sold at today's. */
export function wished(order: Order, wish: Wish, shop: Shop): Wished {
  const changed: Order = {
    ...order,
    requestedDate: wish.date === undefined ? order.requestedDate : Temporal.PlainDate.from(wish.date),
    address: wish.address ?? order.address,
  };
  if (!wish.items) return { ok: true, order: changed };
  const lines = wishedLines(order, wish.items, shop);
  if (!lines.ok) return lines;
  return { ok: true, order: { ...changed, lines: lines.lines, total: orderTotal(lines.lines, order.discount) } };
}

function wishedLines(order: Order, wish: ItemsWish, shop: Shop): { ok: true; lines: Line[] } | { ok: false; refusal: Refusal } {
  const after: Line[] = [];
  for (const line of order.lines) {
    const asked = wish.lines.find(({ lineId }) => lineId === line.id);
    const ordered = orderedOf(line);
    if (asked && asked.from !== ordered) return refuse('change_outdated', { words: line.words });
    const to = asked?.to ?? ordered;
    if (to < line.shipped) return refuse('below_shipped', { words: line.words, shipped: String(line.shipped) });
    after.push(resized(line, to, wish, shop));
  }
  const last = order.lines.reduce((most, { position }) => Math.max(most, position), 0);
  for (const [index, added] of wish.added.entries()) {
    const product = shop.products.get(added.sku);
    const price = shop.prices.get(added.sku);
    if (!product || !price) return refuse('not_sold', { words: added.words });
    // what is carried and what is done walk different tables
    if (order.kind === 'service' && product.kind === 'goods') return refuse('other_kind', { words: added.words });
    after.push(priced(newLine(added, last + index + 1), product, price));
  }
  const live = after.filter((line) => orderedOf(line) > 0);
  if (live.length === 0) return refuse('nothing_left');
  return live.length > mostLines ? refuse('too_many_lines', { most: String(mostLines) }) : { ok: true, lines: after };
}

/** A line is never deleted once the order was sent in: what is taken off it stands as cancelled when nothing is left. */
function resized(line: Line, to: number, wish: ItemsWish, { products }: Shop): Line {
  const chosen = wish.options.filter(({ lineId }) => lineId === line.id);
  if (to === orderedOf(line) && chosen.length === 0) return line;
  const options = [
    ...line.options.filter(({ key }) => !chosen.some((option) => option.key === key)),
    ...chosen.map(({ lineId: _line, ...option }) => option),
  ];
  const specs = line.specs.filter(({ key }) => !chosen.some((option) => option.key === key));
  const product = line.sku ? products.get(line.sku) : undefined;
  const sized = to === 0 ? { cancelled: line.quantity } : { quantity: Math.round((to + line.cancelled) * 1000) / 1000 };
  const cost = resizedCost(line, { options, specs, quantity: to }, product);
  return { ...line, ...sized, options, specs, customCost: cost };
}

function newLine(added: ItemsWish['added'][number], position: number): Line {
  const { id, sku, words, quantity, options } = added;
  return {
    id,
    position,
    sku,
    words,
    candidates: [],
    quantity,
    quantityUnclear: false,
    unitPrice: 0n,
    customCost: 0n,
    options,
    specs: [],
    ...untouched,
  };
}

/** A later wish takes the place of an earlier one that waits, field by field, so that nothing asked for is lost. */
export function merged(earlier: Wish | null, later: Wish): Wish {
  if (!earlier || earlier.cancel || later.cancel) return later;
  const items = earlier.items && later.items ? mergedItems(earlier.items, later.items) : (later.items ?? earlier.items);
  return { ...earlier, ...later, ...(items ? { items } : {}) };
}

function mergedItems(earlier: ItemsWish, later: ItemsWish): ItemsWish {
  const isNew = (lineId: string): boolean => !later.lines.some((line) => line.lineId === lineId);
  return {
    lines: [...earlier.lines.filter(({ lineId }) => isNew(lineId)), ...later.lines],
    options: [
      ...earlier.options.filter(({ lineId, key }) => !later.options.some((one) => one.lineId === lineId && one.key === key)),
      ...later.options,
    ],
    added: [...earlier.added.filter(({ sku }) => !later.added.some((one) => one.sku === sku)), ...later.added],
  };
}
