import type { Query, Tx } from '../ports.ts';

/** Every order somebody ever began, drafts too. */
export async function orderIdsOf(query: Query, customerId: string): Promise<string[]> {
  const rows = await query<{ id: string }[]>`select id from orders where customer_id = ${customerId}`;
  return rows.map(({ id }) => id);
}

/** How many orders somebody ever sent in. */
export async function ordersSentIn(query: Query, customerId: string): Promise<number> {
  const [row] = await query<{ count: number }[]>`
    select count(*)::int as count
    from orders
    where customer_id = ${customerId}
      and number is not null`;
  return row?.count ?? 0;
}

/** These orders, with what was asked for to change in them, are this customer's from now on. */
export async function moveOrders(tx: Tx, ids: readonly string[], from: string, to: string): Promise<void> {
  await tx`
    update orders
    set customer_id = ${to}
    where id = any (${[...ids]}::uuid[])
      and customer_id = ${from}`;
  await tx`
    update change_requests
    set customer_id = ${to}
    where order_id = any (${[...ids]}::uuid[])
      and customer_id = ${from}`;
}

/** Whether anybody ever began an order. */
export async function anyOrder(query: Query): Promise<boolean> {
  const [row] = await query<{ any: boolean }[]>`select exists (select from orders) as any`;
  return row?.any ?? false;
}

/** Orders of a customer that were placed in one of these conversations, given as `laneOf` names them. */
export async function ordersPlacedIn(query: Query, customerId: string, lanes: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select id
    from orders
    where customer_id = ${customerId}
      and platform || ':' || account || ':' || conversation = any (${[...lanes]}::text[])`;
  return rows.map(({ id }) => id);
}
