import type { Tx } from '../ports.ts';
import { cardOver } from './outbox.store.ts';

/**
 * The card over a message that stands in a conversation, so that something else can take its place; null where it does not stand there any
 * more, or is the card of an order.
 */
export async function placeOfMessage(tx: Tx, { id, of }: { id: string; of: string }): Promise<{ id: string; live: string } | null> {
  const [said] = await tx<{ cardId: string | null }[]>`
    select o.card_id as "cardId"
    from outbox o
    left join cards c on c.id = o.card_id
    where o.id = ${of}
      and o.state = 'sent'
      and coalesce(c.message_key, o.message_key) is not null`;
  if (!said) return null;
  const card = said.cardId ?? (await cardOver(tx, { id, of }));
  const [row] = await tx<{ id: string; live: string }[]>`select id, live from cards where id = ${card} and order_id is null`;
  return row ?? null;
}

/** A live card of another name stands in the place of this one from now on. */
export async function renameCard(tx: Tx, id: string, { live, orderId }: { live: string; orderId: string | null }): Promise<void> {
  await tx`
    update cards
    set live = ${live},
      order_id = ${orderId}
    where id = ${id}`;
}
