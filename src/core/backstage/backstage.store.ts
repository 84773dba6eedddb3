import type { CallRow, MessageRow, PlannedRow, UnsaidRow } from './backstage.ts';
import type { Query } from '../ports.ts';

/** The newest messages, and the oldest of those that are still on their way or did not arrive, newest first. */
export async function newestMessages(query: Query, limit: number): Promise<MessageRow[]> {
  const rows = await query<MessageRow[]>`
    select o.id, o.said_at as "saidAt", o.due_at as "dueAt", o.address ->> 'platform' as platform, o.address ->> 'key' as conversation,
      o.class, o.state, o.reason, o.attempts, coalesce(left(o.card ->> 'fallback', 300), '') as text, r.number,
      o.card_id is not null as "isCard"
    from (
      (select id
      from outbox
      order by id desc
      limit ${limit})
      union
      (select id
      from outbox
      where state in ('queued', 'sending', 'failed', 'unknown')
      order by state, due_at
      limit ${limit})
    ) shown
    join outbox o on o.id = shown.id
    left join orders r on r.id = o.order_id
    order by o.id desc`;
  return [...rows];
}

/** The newest planned messages that were never said, and why. */
export async function newestUnsaid(query: Query, limit: number): Promise<UnsaidRow[]> {
  const rows = await query<UnsaidRow[]>`
    select t.id, coalesce(t.settled_at, t.due_at) as at, t.step, t.state, t.reason, t.purpose, c.name as customer, r.number
    from (
      select *
      from touches
      order by id desc
      limit ${limit}
    ) t
    join customers c on c.id = t.customer_id
    left join orders r on r.id = t.order_id
    where t.state in ('withheld', 'cancelled')
    order by at desc`;
  return [...rows];
}

/** So many calls that were not made are counted, the newest: what a look costs does not grow with how long a server was given a rest. */
const mostNotMade = 1000;

/**
 * The newest calls of models; the reading is that of the order as it stands. Calls that were not made push none out that was: those between
 * two that were are one row for each reason, with how many they are. Which outcomes those are stands in the statement itself, as only so
 * their indexes serve it.
 */
export async function newestCalls(query: Query, limit: number): Promise<CallRow[]> {
  const rows = await query<CallRow[]>`
    with made as (
      select c as call, at, id
      from model_calls c
      where outcome not in ('over_budget', 'breaker_open')
      order by at desc, id desc
      limit ${limit}
    ), refused as (
      select c as call, at, id, purpose, server, model, outcome
      from model_calls c
      where outcome in ('over_budget', 'breaker_open')
        and at >= coalesce((select min(at) from made), '-infinity')
      order by at desc, id desc
      limit ${mostNotMade}
    ), shown as (
      select call, at as since, 1 as n
      from made
      union all
      (select (array_agg(call order by at desc, id desc))[1], min(at), count(*)::int
      from (
        select refused.*, (select count(*) from made where (made.at, made.id) > (refused.at, refused.id)) as later
        from refused
      ) r
      group by later, purpose, server, model, outcome
      order by max(at) desc
      limit ${limit})
    )
    select c.id, c.at, c.since, c.n, c.order_id as "orderId", o.number, c.purpose, c.server, c.model, c.prompt, c.outcome,
      c.input_tokens as "inputTokens", c.cached_tokens as "cachedTokens", c.output_tokens as "outputTokens", c.cost, c.currency, c.ms,
      (select r.reading -> 'second'
      from readings r
      where r.order_id = c.order_id
      order by r.version desc, r.revision desc
      limit 1) as second, m.second as message
    from (select (call).*, since, n from shown) c
    left join orders o on o.id = c.order_id
    left join unclear_messages m on m.id = c.message_id
    order by c.at desc, c.id desc`;
  return [...rows];
}

/** What waits for its time, the nearest first: jobs, messages that are to be sent later, and what comes back every day. */
export async function nearestPlanned(query: Query, now: Temporal.Instant, limit: number): Promise<PlannedRow[]> {
  const rows = await query<PlannedRow[]>`
    select p.id, p.kind, p.at, p.attempts, t.step, t.reason, r.number, c.name as customer
    from (
      (select id::text, kind, due_at as at, attempts, body ->> 'touchId' as touch, body ->> 'orderId' as "order"
      from jobs
      where state = 'waiting'
      order by due_at
      limit ${limit})
      union all
      (select id::text, 'message', due_at, 0, null, order_id::text
      from outbox
      where state = 'queued'
        and position is null
        and due_at > ${now}
      order by due_at
      limit ${limit})
      union all
      select name, name, next_at, 0, null, null
      from schedules
    ) p
    left join touches t on t.id = p.touch::uuid
    left join orders r on r.id = coalesce(p."order"::uuid, t.order_id)
    left join customers c on c.id = coalesce(t.customer_id, r.customer_id)
    order by p.at
    limit ${limit}`;
  return [...rows];
}
