import type { Query, Tx } from '../ports.ts';
import type { MessageClass } from './delivery.decide.ts';
import type { Address } from './incoming.ts';

export interface Due {
  placing: boolean;
  expiring: boolean;
  sending: boolean;
}

const anyPlacing = (query: Query, now: Temporal.Instant) =>
  query`exists (select from outbox where state = 'queued' and position is null and due_at <= ${now})`;
const anyExpiring = (query: Query, now: Temporal.Instant) =>
  query`exists (select from outbox where state = 'queued' and not uncertain and expires_at <= ${now})`;
/** Busy lanes are read in the order of their index. */
const anySending = (query: Query) =>
  query`coalesce((select true from lanes where next_at <= now() order by platform, account, rank limit 1), false)`;

/** Whether there is anything to say, as a part of a statement. */
export const anyToSay = (query: Query, now: Temporal.Instant) =>
  query`(${anyPlacing(query, now)} or ${anyExpiring(query, now)} or ${anySending(query)})`;

/** Whether `placeDue`, `expireDue` and a claim would find anything. */
export async function whatIsDue(query: Query, now: Temporal.Instant): Promise<Due> {
  const [row] = await query<Due[]>`
    select
      ${anyPlacing(query, now)} as placing,
      ${anyExpiring(query, now)} as expiring,
      ${anySending(query)} as sending`;
  return row ?? { placing: false, expiring: false, sending: false };
}

/** Those of these accounts, each by its `platform:account`, for which a claim may find something; busy lanes are read as above. */
export async function waitingIn(query: Query, accounts: readonly string[]): Promise<string[]> {
  const rows = await query<{ name: string }[]>`
    select name
    from unnest(${[...accounts]}::text[]) as asked (name)
    where (
      select true
      from lanes
      where platform = split_part(name, ':', 1)
        and account = substr(name, strpos(name, ':') + 1)
        and next_at <= now()
      order by rank
      limit 1)`;
  return rows.map(({ name }) => name);
}

/**
 * Gives due messages their place in the lane of their address, in the order in which they were said; what is due for a lane
 * that is closed is withheld and returned. Only here and under the lock of a claim is a lane's `next_at` written, so no
 * message is overlooked although nothing is counted; and what says a message never waits for a lane.
 */
export async function placeDue(tx: Tx, now: Temporal.Instant): Promise<{ address: Address; class: MessageClass }[]> {
  const gate = await tx`select from outbox_gate where id = 1 for update skip locked`;
  if (gate.count === 0) return [];
  const withheld = await tx<{ address: Address; class: MessageClass }[]>`
    with due as (
      select id, lane, address, seq, rank
      from outbox
      where state = 'queued'
        and position is null
        and due_at <= ${now}
      order by due_at, seq
      limit 500
      for update skip locked
    ), unsaid as (
      update outbox o
      set state = 'withheld',
        reason = l.closed,
        settled_at = now()
      from due d
      join lanes l on l.lane = d.lane
      where o.id = d.id
        and l.closed is not null
      returning o.id, o.address, o.class
    ), open as (
      select * from due where id not in (select id from unsaid)
    ), arrived as (
      select lane, min(address ->> 'platform') as platform, min(address ->> 'account') as account, count(*) as messages,
        min(rank) as rank
      from open
      group by lane
    ), placed as (
      insert into lanes as known (lane, platform, account, last_position, rank, next_at)
      select lane, platform, account, messages, rank, now()
      from arrived
      order by lane
      on conflict (lane) do update
      set last_position = known.last_position + excluded.last_position,
        rank = case when known.next_at is null then excluded.rank else least(known.rank, excluded.rank) end,
        next_at = coalesce(known.next_at, excluded.next_at)
      returning lane, last_position
    ), given as (
      update outbox o
      set position = p.last_position - a.messages + d.place
      from (select id, lane, row_number() over (partition by lane order by seq) as place from open) d
      join placed p on p.lane = d.lane
      join arrived a on a.lane = d.lane
      where o.id = d.id
    )
    select address, class
    from unsaid`;
  return [...withheld];
}

/** Ends what is not to be said any more and surely was not; the ids of it, a hundred at most. */
export async function expireDue(tx: Tx, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with old as (
      select id
      from outbox
      where state = 'queued'
        and not uncertain
        and expires_at <= ${now}
      limit 100
      for update skip locked
    )
    update outbox o
    set state = 'expired',
      settled_at = now()
    from old
    where o.id = old.id
    returning o.id`;
  return rows.map(({ id }) => id);
}
