import { json } from '../json.ts';
import type { Address } from '../messages/incoming.ts';
import type { Actor } from '../people/person.ts';
import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { EventKind } from './event.kinds.ts';

/** One thing that happened: who, through which channel, what, before, after, why. */
export interface Event {
  kind: EventKind;
  actor: Actor;
  via: Address | null;
  orderId?: string | null;
  customerId?: string | null;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/** Written in the transaction of what it tells. */
export async function record(turn: Turn, event: Event): Promise<void> {
  const { tx } = turn;
  const { actor } = event;
  const id = actor.kind === 'customer' || actor.kind === 'staff' ? actor.id : null;
  const roles = actor.kind === 'staff' ? actor.roles.map(({ role }) => role) : [];
  await tx`
    insert into events (id, at, kind, order_id, customer_id, actor, actor_id, actor_name, actor_roles,
      platform, conversation, conversation_kind, before, after, reason)
    values (${turn.ids.uuid()}, ${turn.now}, ${event.kind}, ${event.orderId ?? null}, ${event.customerId ?? null},
      ${actor.kind}, ${id}, ${actor.kind === 'api' ? actor.name : null}, ${roles},
      ${event.via?.platform ?? null}, ${event.via?.key ?? null}, ${event.via?.kind ?? null},
      ${event.before ? json(tx, event.before) : null}, ${event.after ? json(tx, event.after) : null}, ${event.reason ?? null})`;
}

/** Changes whenever something has happened; null before anything did. */
export async function newestEvent(query: Query): Promise<string | null> {
  const [row] = await query<{ id: string }[]>`
    select id
    from events
    order by id desc
    limit 1`;
  return row?.id ?? null;
}

/** Whether the day an order is wanted on is one it was moved to after it was sent in, and not a limit it was ordered with. */
export async function wasMovedToItsDay(query: Query, orderId: string): Promise<boolean> {
  const [row] = await query`
    select 1
    from events
    where order_id = ${orderId}
      and kind in ('order.reschedule', 'order.accept_proposal')
      and after -> 'requestedDate' is not null
    limit 1`;
  return row !== undefined;
}

export type PastEvent = Event & { at: Temporal.Instant };

/** Many things that happened at their own times, in the order in which they are given. */
export async function recordPast(turn: Turn, events: readonly PastEvent[]): Promise<void> {
  const { tx } = turn;
  const rows = events.map(({ at, kind, actor, orderId, customerId, before, after, reason }) => ({
    id: turn.ids.uuid(),
    at,
    kind,
    order_id: orderId ?? null,
    customer_id: customerId ?? null,
    actor: actor.kind,
    actor_id: actor.kind === 'customer' || actor.kind === 'staff' ? actor.id : null,
    actor_name: actor.kind === 'api' ? actor.name : null,
    before: before ?? null,
    after: after ?? null,
    reason: reason ?? null,
  }));
  await tx`
    insert into events (id, at, kind, order_id, customer_id, actor, actor_id, actor_name, before, after, reason)
    select id, at, kind, order_id, customer_id, actor, actor_id, actor_name, before, after, reason
    from jsonb_to_recordset(${json(tx, rows)}) as e (id uuid, at timestamptz, kind text, order_id uuid, customer_id uuid, actor text,
      actor_id uuid, actor_name text, before jsonb, after jsonb, reason text)`;
}
