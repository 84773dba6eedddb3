import { json } from '../../json.ts';
import type { Query } from '../../ports.ts';
import type { Turn } from '../../turn.ts';
import type { PendingChange } from './wish.ts';

export type NewChange = Omit<PendingChange, 'id' | 'askedAt'> & { baseVersion: number; customerId: string | null };

export async function insertChange(turn: Turn, orderId: string, change: NewChange): Promise<string> {
  const { tx, now } = turn;
  const id = turn.ids.uuid();
  await tx`
    insert into change_requests (id, order_id, base_version, kind, wish, before, after, price_delta, earliest, reasons, customer_id,
      staff_id, state, asked_at, due_at)
    values (${id}, ${orderId}, ${change.baseVersion}, ${change.kind}, ${json(tx, change.wish)}, ${json(tx, change.before)},
      ${json(tx, change.after)}, ${change.priceDelta}, ${change.earliest}, ${json(tx, change.reasons)}, ${change.customerId},
      ${change.staffId}, 'pending', ${now}, ${change.dueAt})`;
  return id;
}

/** The one change of an order that nobody has decided yet, or null. */
export async function pendingChange(query: Query, orderId: string): Promise<PendingChange | null> {
  const [row] = await query<PendingChange[]>`
    select ${columns(query)}
    from change_requests
    where order_id = ${orderId}
      and state = 'pending'`;
  return row ?? null;
}

export type SettledState = 'accepted' | 'refused' | 'superseded' | 'withdrawn' | 'lapsed';

/** A change however it stands, with who decided it: its card says so. */
export interface KnownChange extends PendingChange {
  orderId: string;
  state: 'pending' | SettledState;
  decidedBy: string | null;
  decidedAt: Temporal.Instant | null;
  reason: string | null;
}

export async function findChange(query: Query, id: string): Promise<KnownChange | null> {
  const [row] = await query<KnownChange[]>`
    select ${columns(query)}, order_id as "orderId", state, decided_at as "decidedAt", reason,
      (select name from staff s where s.id = c.decided_by) as "decidedBy"
    from change_requests c
    where id = ${id}`;
  return row ?? null;
}

/** False when somebody settled it before. */
export async function settleChange(
  turn: Turn,
  id: string,
  state: SettledState,
  by: string | null,
  reason: string | null,
): Promise<boolean> {
  const settled = await turn.tx`
    update change_requests
    set state = ${state}, decided_at = ${turn.now}, decided_by = ${by}, reason = ${reason}
    where id = ${id}
      and state = 'pending'`;
  return settled.count === 1;
}

export async function postponeChange(turn: Turn, id: string, dueAt: Temporal.Instant): Promise<void> {
  await turn.tx`update change_requests set due_at = ${dueAt} where id = ${id} and state = 'pending'`;
}

const columns = (query: Query) => query`
  id, kind, wish, before, after, price_delta as "priceDelta", earliest::text as earliest, reasons, staff_id as "staffId",
  asked_at as "askedAt", due_at as "dueAt"`;
