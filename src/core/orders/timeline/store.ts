import type { Query } from '../../ports.ts';

/** One thing that happened to an order, or was said about it. `id` sorts by time over both. */
export type Happening = { id: string; at: Temporal.Instant; platform: string | null } & (
  | {
      source: 'event';
      kind: string;
      actor: 'customer' | 'staff' | 'system' | 'api';
      actorId: string | null;
      actorName: string | null;
      actorRoles: string[];
      conversation: string | null;
      conversationKind: string | null;
      before: unknown;
      after: unknown;
      reason: string | null;
    }
  | { source: 'message'; state: string; reason: string | null; text: string | null }
);

export interface Wanted {
  orderId: string;
  /** Older than this, or newer than this; the newest of all with neither. */
  before: string | null;
  after: string | null;
  /** Null: every kind, and the messages to the customer as well. */
  kinds: string[] | null;
  customerId: string;
  /** The conversation in which the order was placed. */
  lane: string;
  now: Temporal.Instant;
  limit: number;
}

/**
 * What happened to an order and what its customer was told, oldest first, at most `limit` of it. A card that was brought up to
 * date and an answer to "where is it?" are no news; where one did not arrive they are.
 */
export async function readHappenings(query: Query, wanted: Wanted): Promise<Happening[]> {
  const { orderId, limit } = wanted;
  const forward = wanted.after !== null;
  const way = forward ? query`asc` : query`desc`;
  const older = wanted.before;
  const events = forward ? query`e.id > ${wanted.after}` : older === null ? query`true` : query`e.id < ${older}`;
  const messages = forward ? query`o.id > ${wanted.after}` : older === null ? query`true` : query`o.id < ${older}`;
  const rows = await query<Happening[]>`
    select *
    from (
      (select e.id, e.at, e.platform, 'event' as source, e.kind, e.actor, e.actor_id as "actorId",
        coalesce(e.actor_name, s.name, c.name) as "actorName", e.actor_roles as "actorRoles", e.conversation,
        e.conversation_kind as "conversationKind", e.before, e.after, e.reason, null as state, null as text
      from events e
      left join staff s on e.actor = 'staff' and s.id = e.actor_id
      left join customers c on e.actor = 'customer' and c.id = e.actor_id
      where e.order_id = ${orderId}
        and ${events}
        and (${wanted.kinds}::text[] is null or e.kind = any(${wanted.kinds}::text[]))
      order by e.id ${way}
      limit ${limit})
      union all
      (select o.id, o.due_at, o.address ->> 'platform', 'message', null, null, null, null, null, null, null, null, null, o.reason, o.state,
        left(o.card ->> 'fallback', 4000)
      from outbox o
      where ${wanted.kinds}::text[] is null
        and o.order_id = ${orderId}
        and ${messages}
        and o.due_at <= ${wanted.now}
        and (o.lane = ${wanted.lane} or o.lane in (
          select platform || ':' || account || ':' || dm_key from accounts where customer_id = ${wanted.customerId}))
        and (o.state in ('failed', 'unknown', 'withheld', 'expired')
          or (o.state in ('queued', 'sending', 'sent') and o.card_id is null and not starts_with(o.dedupe_key, 'about:')))
      order by o.id ${way}
      limit ${limit})
    ) happened
    order by id ${way}
    limit ${limit}`;
  return forward ? [...rows] : rows.toReversed();
}

/** Something that will happen by itself: a job of the order, or a message that is to be sent later. */
export interface Planned {
  source: 'job' | 'message' | 'touch';
  /** The kind of a job, or the step of a touch. */
  kind: string | null;
  dueAt: Temporal.Instant;
}

/** What is planned for an order, the nearest first. */
export async function readPlanned(query: Query, orderId: string, now: Temporal.Instant, limit: number): Promise<Planned[]> {
  const rows = await query<Planned[]>`
    (select 'job' as source, kind, due_at as "dueAt"
    from jobs
    where state = 'waiting'
      and body ->> 'orderId' = ${orderId}
    order by due_at
    limit ${limit})
    union all
    (select 'message', null, due_at
    from outbox
    where order_id = ${orderId}
      and state = 'queued'
      and due_at > ${now}
    order by due_at
    limit ${limit})
    union all
    (select 'touch', t.step, t.due_at
    from touch_orders o
    join touches t on t.id = o.touch_id
    where o.order_id = ${orderId}
      and t.state in ('planned', 'deferred')
    order by t.due_at
    limit ${limit})
    order by "dueAt"
    limit ${limit}`;
  return [...rows];
}
