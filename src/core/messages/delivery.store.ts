import type { Query, Tx } from '../ports.ts';
import type { Card } from './card.ts';
import { filesEnding, type Address, type PersonRef } from './incoming.ts';
import type { MessageClass } from './delivery.decide.ts';
import type { Account } from './pacing.store.ts';

/**
 * Locks addresses of an account to which something waits and nobody sends, the most urgent first; `stopped`: of an account that was.
 * Lanes of files beyond their share are left to whoever has room for them.
 */
export async function lockDueLanes(
  tx: Tx,
  { platform, account }: Account,
  room: { all: number; files: number },
  burstSeconds: number,
): Promise<{ lane: string; stopped: boolean }[]> {
  const rows = await tx<{ lane: string; stopped: boolean }[]>`
    select lane,
      exists (
        select
        from channel_accounts c
        where c.platform = ${platform}
          and c.account = ${account}
          and c.stopped_at is not null) as stopped
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
          and (c.blocked_until > now() or c.stopped_at is not null and c.retry_at > now()))
      and (${room.files > 0} or right(lane, ${filesEnding.length}) <> ${filesEnding})
    order by rank, next_at
    limit ${room.all}
    for update of lanes skip locked`;
  let files = 0;
  return rows.filter(({ lane }) => !lane.endsWith(filesEnding) || ++files <= room.files);
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
  /** What the talk under that card is called. */
  thread: string | null;
  /** It is a file that this card names: the message in which the card stands. */
  fileOf: string | null;
  /** A later message of the same live card waits too. */
  stale: boolean;
  /** A later message of the same live card was sent while this one was put off. */
  overtaken: boolean;
}

/** The first message of each locked lane. */
export async function readHeads(tx: Tx, lanes: string[], now: Temporal.Instant): Promise<HeadRow[]> {
  const rows = await tx<HeadRow[]>`
    select m.id, m.lane, m.address, m.class, m.card - 'whole' as card, m.card_id as "cardId", m.only_for as "onlyFor", m.said_at as "saidAt",
      coalesce(m.expires_at <= ${now}, false) as expired, m.attempts, m.uncertain or m.state = 'sending' as uncertain,
      coalesce(extract(epoch from now() - m.attempt_at)::float8, 0) as "secondsSinceFirstDoubt", c.message_key as "messageKey",
      coalesce(u.message_key, m.under_message) as "underKey", u.card ->> 'thread' as thread, p.message_key as "fileOf",
      m.state = 'queued' and not m.uncertain and exists (
        select
        from outbox later
        where later.card_id = m.card_id
          and later.state = 'queued'
          and later.position > m.position) as stale,
      s.seq is not null as overtaken
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
    left join cards u on u.id = m.under_card
    left join outbox p on p.id = m.file_of
    left join outbox s on s.id = c.said_by and s.seq > m.seq and s.state = 'sent'`;
  return [...rows];
}

/** The keys of the other files that came to its conversation lately: two of one name and size are still two. */
export async function filesThere(query: Query, { id, lane }: Pick<HeadRow, 'id' | 'lane'>): Promise<string[]> {
  const rows = await query<{ key: string }[]>`
    select message_key as key
    from outbox
    where lane = ${lane}
      and file_of is not null
      and message_key is not null
      and id <> ${id}
    order by seq desc
    limit 200`;
  return rows.map(({ key }) => key);
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
export async function dropHead(tx: Tx, id: string, state: 'expired' | 'superseded' | 'unknown', reason: string | null): Promise<void> {
  await tx`
    update outbox
    set state = ${state},
      reason = ${reason},
      uncertain = uncertain or state = 'sending',
      settled_at = now()
    where id = ${id}`;
}

/** Out of its lane until then, while the lane is locked; what waits behind it goes first. */
export async function putOff(tx: Tx, id: string, until: Temporal.Instant): Promise<void> {
  await tx`
    update outbox
    set position = null,
      due_at = ${until}
    where id = ${id}
      and state = 'queued'`;
}

export interface Lease {
  token: string;
  seconds: number;
  /** Between two messages of a conversation. */
  gapSeconds: number;
}

/** The ids of those that are ours to send: what was over meanwhile is not. */
export async function markSending(tx: Tx, heads: { id: string; lane: string }[], lease: Lease): Promise<string[]> {
  const sending = await tx<{ id: string }[]>`
    update outbox
    set state = 'sending',
      attempts = attempts + 1,
      attempt_at = case when uncertain or state = 'sending' then attempt_at else now() end,
      uncertain = uncertain or state = 'sending'
    where id = any (${heads.map(({ id }) => id)}::uuid[])
      and state in ('queued', 'sending')
    returning id`;
  const ids = sending.map(({ id }) => id);
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
    where l.lane = any (${heads.filter(({ id }) => ids.includes(id)).map(({ lane }) => lane)}::text[])`;
  return ids;
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

/** Takes every lane from whoever sends there, who must be dead: what they were sending is in doubt from now on. */
export async function freeLanes(query: Query): Promise<void> {
  await query`
    update lanes
    set token = null,
      next_at = now()
    where token is not null
      and next_at is not null`;
}
