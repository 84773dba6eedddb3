import type { Tx } from '../../ports.ts';

/** Counters of an order that left the house in the past; its stock was gone before today's count. */
export async function setCounters(tx: Tx, orderId: string, delivered: boolean): Promise<void> {
  await tx`
    update order_lines
    set allocated = quantity, shipped = quantity, delivered = case when ${delivered} then quantity else 0 end
    where order_id = ${orderId}`;
}
