import type { Query } from '../ports.ts';
import type { Card } from './card.ts';
import type { Address, PersonRef } from './incoming.ts';

/** What a message said, all of it, and whom it was for; a live card as it stands now. */
export interface Whole {
  card: Card;
  to: Address;
  orderId: string | null;
  caseId: string | null;
  onlyFor: PersonRef | null;
}

/** Null where its words are not kept any more. */
export async function findWhole(query: Query, messageId: string): Promise<Whole | null> {
  const [row] = await query<Whole[]>`
    select coalesce(c.card, o.card) as card, o.address as to, o.order_id as "orderId", o.case_id as "caseId", o.only_for as "onlyFor"
    from outbox o
    left join cards c on c.id = o.card_id
    where o.id = ${messageId}
      and o.card is not null`;
  return row ?? null;
}

/** Where a live card stands. */
export async function placeOfCard(query: Query, cardId: string): Promise<Address | null> {
  const [row] = await query<{ address: Address }[]>`select address from cards where id = ${cardId}`;
  return row?.address ?? null;
}
