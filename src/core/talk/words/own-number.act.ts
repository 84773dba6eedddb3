import { findOrderByNumber } from '../../orders/order.store.ts';
import { namesGoods } from '../../orders/placing/words.act.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { DeskTurn } from '../../turn.ts';

/**
 * The number a message names, unless it is the customer's own: "5 headsets, our PO-4471" orders headsets and asks after no order. One
 * that looks like ours and is none is a slip, and is told.
 */
export async function orderNamed(turn: DeskTurn, text: string, number: string | null): Promise<string | null> {
  const prefix = number && /^[A-Z]+-/.exec(number)?.[0];
  if (!prefix || prefix === (await readBusiness(turn.tx)).orderPrefix.toUpperCase()) return number;
  if (await findOrderByNumber(turn.tx, number)) return number;
  return (await namesGoods(turn, text)) ? null : number;
}
