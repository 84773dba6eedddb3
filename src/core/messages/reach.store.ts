import { json } from '../json.ts';
import type { Tx } from '../ports.ts';
import type { MessageClass, Unreachable } from './delivery.decide.ts';
import { filesLaneOf, laneOf, type Address } from './incoming.ts';

/** From now on nothing is sent there; what waits is withheld, with the reason, and its classes are returned. */
export async function closeLane(tx: Tx, to: Address, reason: Unreachable): Promise<MessageClass[]> {
  await tx`
    insert into lanes (lane, platform, account, rank, closed)
    values (${laneOf(to)}, ${to.platform}, ${to.account}, 0, ${reason})
    on conflict (lane) do update
    set closed = excluded.closed`;
  const withheld = await tx<{ class: MessageClass }[]>`
    update outbox
    set state = case when uncertain then 'unknown' else 'withheld' end,
      reason = ${reason},
      settled_at = now()
    where lane = ${laneOf(to)}
      and state = 'queued'
      and position is not null
    returning class`;
  return withheld.map((row) => row.class);
}

/** Open again: the newest word on every card that was not said is due now. What else was withheld stays a fact. */
export async function openLane(tx: Tx, to: Address, now: Temporal.Instant): Promise<void> {
  const opened = await tx`
    update lanes
    set closed = null
    where lane = ${laneOf(to)}
      and closed is not null`;
  if (opened.count === 0) return;
  await tx`
    update outbox o
    set state = 'queued',
      reason = null,
      position = null,
      attempts = 0,
      due_at = ${now},
      settled_at = null
    from cards c
    where o.lane = ${laneOf(to)}
      and o.state in ('failed', 'withheld')
      and o.card is not null
      and o.card_id = c.id
      and o.reason in ('blocked', 'dm_closed', 'gone')
      and c.said_by = o.id`;
}

/**
 * The conversation goes on elsewhere, and so does everything that waits for it, in its order. A live card goes along and is
 * posted anew, unless it stands there already.
 */
export async function moveLane(tx: Tx, from: Address, to: Address): Promise<void> {
  const lanes = [laneOf(from), filesLaneOf(from)];
  await tx`
    with waiting as (
      select id, card_id from outbox where lane = any (${lanes}) and state in ('queued', 'sending') and position is not null
      union all
      select id, card_id from outbox where lane = any (${lanes}) and state = 'queued' and position is null
    ), twins as (
      select c.id, there.id as there
      from cards c
      join cards there on there.live = c.live and there.lane = ${laneOf(to)}
      where c.id in (select card_id from waiting)
    ), overtaken as (
      update cards c
      set live = 'moved:' || c.id
      from twins t
      where c.id = t.id
    ), moved as (
      update cards c
      set lane = ${laneOf(to)},
        address = ${json(tx, to)},
        message_key = null
      where c.id in (select card_id from waiting)
        and c.id not in (select id from twins)
    )
    update outbox o
    set state = 'queued',
      lane = case when o.file_of is null then ${laneOf(to)} else ${filesLaneOf(to)} end,
      address = ${json(tx, to)},
      position = null,
      -- it stands where nobody goes any more
      under_card = null,
      card_id = coalesce(t.there, o.card_id)
    from waiting w
    left join twins t on t.id = w.card_id
    where o.id = w.id`;
}
