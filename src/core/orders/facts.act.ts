import { exceptionsOf } from '../review/exception.store.ts';
import type { DeskTurn } from '../turn.ts';
import { readyParts } from './fulfilling/parts.decide.ts';
import { shortageCode, type Shortage } from './fulfilling/shortage.ts';
import { pendingChange } from './changing/change.store.ts';
import type { Facts } from './judge.decide.ts';
import type { Order } from './order.ts';
import { readBeside } from './order.store.ts';
import type { State } from './states.ts';
import { inLanguage } from '../text/locale.ts';

/** Nothing is kept for an order before it is confirmed, so nothing of it can be missing. */
export const wasConfirmed = (state: State): boolean => !['draft', 'submitted', 'in_review', 'rejected', 'expired'].includes(state);

/** Everything `judge` asks about an order, read in this transaction. */
export async function readFacts(turn: DeskTurn, order: Order): Promise<Facts> {
  const beside = await readBeside(turn.tx, order.id);
  const change = await pendingChange(turn.tx, order.id);
  const { products } = await turn.catalogue();
  const missingOptions = order.lines.flatMap((line) => {
    const product = line.sku ? products.get(line.sku) : undefined;
    const missing = product?.options.find((option) => option.required && !line.options.some(({ key }) => key === option.key));
    return product && missing ? [{ words: inLanguage(product.names, order.locale), key: inLanguage(missing.label, order.locale) }] : [];
  });
  const ready = readyParts(order.lines, (sku) => products.get(sku)?.kind === 'service');
  const shortages = wasConfirmed(order.state) ? await exceptionsOf<Shortage>(turn.tx, order.id, shortageCode) : [];
  return { ...beside, order, change, missingOptions, ready, shortages };
}
