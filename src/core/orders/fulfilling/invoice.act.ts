import { sentence } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import type { Address } from '../../messages/incoming.ts';
import { deskPlaces } from '../../people/colleague.store.ts';
import type { Query } from '../../ports.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import { underCardOf, viewFor } from '../cards/show.act.ts';
import { freeWords, wordsOf } from '../cards/view.ts';
import { wordsOfWish } from './asked-for.decide.ts';

/** Where those read who make out invoices. */
export const invoicePlaces = (query: Query): Promise<Address[]> => deskPlaces(query, 'sales');

/** An order that is confirmed without anybody's look is on no card of sales: who makes out the invoice is told that one is asked for, once. */
export async function tellInvoice(turn: DeskTurn, _effect: unknown, { order }: Applied): Promise<void> {
  const said = wordsOfWish(order, 'invoice');
  if (said === null) return;
  const number = order.number ?? '';
  for (const to of await invoicePlaces(turn.tx)) {
    const view = await viewFor(turn, order, await findReader(turn.tx, to), to);
    const text = wordsOf(view)('fulfilling:invoice', { number, customer: view.customerName, words: freeWords(view, said) });
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `invoice:${order.id}:${to.platform}:${to.account}:${to.key}`,
      card: sentence(text, [{ action: 'status', label: number, args: { order: order.id } }]),
      orderId: order.id,
      ...underCardOf(order.id, to),
    });
  }
}
