import type { Tx } from '../ports.ts';

/** The cards of these orders in these conversations stay as they stand: whoever reads there has no business with the orders any more. */
export async function retireCards(tx: Tx, orderIds: readonly string[], lanes: readonly string[]): Promise<void> {
  await tx`
    update cards
    set live = live || ':' || coalesce(said_by, id)
    where order_id = any (${[...orderIds]}::uuid[])
      and lane = any (${[...lanes]}::text[])`;
}
