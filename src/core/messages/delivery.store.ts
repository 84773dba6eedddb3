import type { Query, Tx } from '../ports.ts';
import type { Card } from './card.ts';
import type { Address, PersonRef } from './incoming.ts';
import type { MessageClass } from './delivery.decide.ts';
import type { Account } from './pacing.store.ts';

/** Whether `placeDue` or `expireDue` would find anything; the cheap question of an idle desk. */
export async function anythingDue(query: Query, now: Temporal.Instant): Promise<boolean> {
  const [row] = await query<{ due: boolean }[]>`
    select exists (select from outbox where state = 'queued' and position is null and due_at <= ${now})
      or exists (select from outbox where state = 'queued' and not uncertain and expires_at <= ${now}) as due`;
  return row?.due ?? false;
}

/**
 * Gives due messages their place in the lane of their address, in the order in which they were said. Only here and under the
 * lock of a claim is a lane's `next_at` written, so no message is overlooked although nothing is counted; and what says a
 * message never waits for a lane.
 */
export async function placeDue(tx: Tx, now: Temporal.Instant): Promise<void> {
  const gate = await tx`select from outbox_gate where id = 1 for update skip locked`;
  if (gate.count === 0) return;
  await tx`
    with due as (
      select id, lane, address, seq, rank
      from outbox
      where state = 'queued'
        and position is null
        and due_at <= ${now}
      order by due_at, seq
      limit 500
      for update skip locked
    ), arrived as (
      select lane, min(address ->> 'platform') as platform, min(address ->> 'account') as account, count(*) as messages,
        min(rank) as rank
      from due
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
    )
    update outbox o
    set position = p.last_position - a.messages + d.place
    from (select id, lane, row_number() over (partition by lane order by seq) as place from due) d
    join placed p on p.lane = d.lane
    join arrived a on a.lane = d.lane
    where o.id = d.id`;
}

export async function expireDue(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx`
    with old as (
      select id
      from outbox
      where state = 'queued'
        and not uncertain
        and expires_at <= ${now}
      limit 500
      for update skip locked
    )
    update outbox o
    set state = 'expired',
      settled_at = now()
    from old
    where o.id = old.id`;
}

/** Locks addresses of an account to which something waits and nobody sends, the most urgent first. */
export async function lockDueLanes(tx: Tx, { platform, account }: Account, limit: number, burstSeconds: number): Promise<string[]> {
  const rows = await tx<{ lane: string }[]>`
    select lane
    from lanes
    where platform = ${platform}
      and account = ${account}
      and next_at <= now()
      and free_at <= now() + make_interval(secs => ${burstSeconds})
      and not exists (
        select
        from channel_accounts c
        where c.platform = ${platform}
          and c.account = ${account}
          and (c.stopped_at is not null or c.blocked_until > now()))
    order by rank, next_at
    limit ${limit}
    for update skip locked`;
  return rows.map(({ lane }) => lane);
}

export interface HeadRow {
  id: string;
  lane: string;
  address: Address;
  class: MessageClass;
  card: Card;
  cardId: string | null;
  onlyFor: PersonRef | null;
  saidAt: Temporal.Instant;
  expired: boolean;
  attempts: number;
  /** An attempt ended without an answer, or its sender died. */
  uncertain: boolean;
  secondsSinceFirstDoubt: number;
  /** The message in which its live card stands. */
  messageKey: string | null;
  /** The message of the card under which it is said. */
  underKey: string | null;
  /** A later message of the same live card waits too. */
  stale: boolean;
}

/** The first message of each locked lane. */
export async function readHeads(tx: Tx, lanes: string[], now: Temporal.Instant): Promise<HeadRow[]> {
  const rows = await tx<HeadRow[]>`
    select m.id, m.lane, m.address, m.class, m.card, m.card_id as "cardId", m.only_for as "onlyFor", m.said_at as "saidAt",
      coalesce(m.expires_at <= ${now}, false) as expired, m.attempts, m.uncertain or m.state = 'sending' as uncertain,
      coalesce(extract(epoch from now() - m.attempt_at)::float8, 0) as "secondsSinceFirstDoubt", c.message_key as "messageKey",
      u.message_key as "underKey",
      m.state = 'queued' and not m.uncertain and exists (
        select
        from outbox later
        where later.card_id = m.card_id
          and later.state = 'queued'
          and later.position > m.position) as stale
    from unnest(${lanes}::text[]) as l (lane)
    cross join lateral (
      select *
      from outbox
      where outbox.lane = l.lane
        and state in ('queued', 'sending')
        and position is not null
      order by position
      limit 1) m
    left join cards c on c.id = m.card_id
    left join cards u on u.id = m.under_card`;
  return [...rows];
}

/** Of several waiting messages of one live card the last takes the place of the first; the others are superseded. */
export async function collapse(tx: Tx, cardIds: string[]): Promise<void> {
  await tx`
    with waiting as (
      select id, card_id, row_number() over (partition by card_id order by seq desc) as age,
        min(position) over (partition by card_id) as place
      from outbox
      where card_id = any (${cardIds}::uuid[])
        and state = 'queued'
        and position is not null
    )
    update outbox o
    set state = case when w.age = 1 then 'queued' else 'superseded' end,
      position = w.place,
      settled_at = case when w.age = 1 then null else now() end
    from waiting w
    where o.id = w.id`;
}

export async function markIdle(tx: Tx, lanes: string[]): Promise<void> {
  await tx`
    update lanes
    set next_at = null,
      token = null
    where lane = any (${lanes}::text[])`;
}

/** Ends a message without another attempt, while its lane is locked. */
export async function dropHead(tx: Tx, id: string, state: 'expired' | 'unknown', reason: string | null): Promise<void> {
  await tx`
    update outbox
    set state = ${state},
      reason = ${reason},
      uncertain = uncertain or state = 'sending',
      settled_at = now()
    where id = ${id}`;
}

export interface Lease {
  token: string;
  seconds: number;
  /** Between two messages of a conversation. */
  gapSeconds: number;
}

export async function markSending(tx: Tx, heads: { id: string; lane: string }[], lease: Lease): Promise<void> {
  await tx`
    update outbox
    set state = 'sending',
      attempts = attempts + 1,
      attempt_at = case when uncertain or state = 'sending' then attempt_at else now() end,
      uncertain = uncertain or state = 'sending'
    where id = any (${heads.map(({ id }) => id)}::uuid[])`;
  await tx`
    update lanes l
    set token = ${lease.token},
      next_at = now() + make_interval(secs => ${lease.seconds}),
      free_at = greatest(l.free_at, now()) + make_interval(secs => ${lease.gapSeconds}),
      rank = (
        select o.rank
        from outbox o
        where o.lane = l.lane
          and o.state in ('queued', 'sending')
          and o.position is not null
        order by o.rank
        limit 1)
    where l.lane = any (${heads.map(({ lane }) => lane)}::text[])`;
}

/** False when the lease is somebody else's by now. */
export async function renewLease(query: Query, lane: string, token: string, seconds: number): Promise<boolean> {
  const renewed = await query`
    update lanes
    set next_at = now() + make_interval(secs => ${seconds})
    where lane = ${lane}
      and token = ${token}`;
  return renewed.count === 1;
}

/** Gives the lane back, and says whether it was still ours to give. */
export async function releaseLane(tx: Tx, lane: string, token: string, pause: { seconds: number; burstSeconds: number }): Promise<boolean> {
  const released = await tx`
    update lanes
    set token = null,
      next_at = greatest(now() + make_interval(secs => ${pause.seconds}), free_at - make_interval(secs => ${pause.burstSeconds}))
    where lane = ${lane}
      and token = ${token}`;
  return released.count === 1;
}
