import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';

export async function putPayment(
  turn: Turn,
  payment: { orderId: string; amount: bigint; currency: string; reference: string; by: string | null },
): Promise<void> {
  await turn.tx`
    insert into payments (id, order_id, amount, currency, reference, recorded_by, at)
    values (${turn.ids.uuid()}, ${payment.orderId}, ${payment.amount}, ${payment.currency}, ${payment.reference},
      ${payment.by}, ${turn.now})`;
}

/** What has been paid for an order so far, minor units of its currency. */
export async function paidSoFar(query: Query, orderId: string): Promise<bigint> {
  const [row] = await query<{ paid: bigint }[]>`
    select coalesce(sum(amount), 0)::bigint as paid
    from payments
    where order_id = ${orderId}`;
  return row?.paid ?? 0n;
}
