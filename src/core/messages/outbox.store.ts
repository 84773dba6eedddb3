import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import type { Card } from './card.ts';
import type { MessageClass } from './delivery.decide.ts';
import { filesLaneOf, laneOf, type Address, type FileRef, type PersonRef } from './incoming.ts';

export interface OutboxRow {
  id: string;
  to: Address;
  class: MessageClass;
  dedupeKey: string;
  state: 'queued' | 'withheld';
  reason: string | null;
  card: Card;
  cardId: string | null;
  caseId: string | null;
  underCard: string | null;
  underMessage: string | null;
  onlyFor: PersonRef | null;
  orderId: string | null;
  orderVersion: number | null;
  saidAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
}

/** False when a message with this key was said before. */
export async function insertMessage(tx: Tx, row: OutboxRow): Promise<boolean> {
  const inserted = await tx`
    insert into outbox (id, lane, address, class, dedupe_key, state, reason, card, card_id, case_id, under_card, under_message, only_for,
      order_id, order_version, said_at, due_at, expires_at, settled_at)
    values (${row.id}, ${laneOf(row.to)}, ${json(tx, row.to)}, ${row.class}, ${row.dedupeKey}, ${row.state}, ${row.reason},
      ${json(tx, row.card)}, ${row.cardId}, ${row.caseId}, ${row.underCard}, ${row.underMessage},
      ${row.onlyFor ? json(tx, row.onlyFor) : null},
      ${row.orderId}, ${row.orderVersion}, ${row.saidAt}, ${row.dueAt}, ${row.expiresAt}, case when ${row.state} = 'withheld' then now() end)
    on conflict (dedupe_key) do nothing`;
  return inserted.count === 1;
}

/** The live card of this name at this address, created when it is new, and locked. */
export async function lockCard(
  tx: Tx,
  card: { id: string; to: Address; live: string; orderId: string | null; card: Card },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into cards as known (id, lane, address, live, order_id, card)
    values (${card.id}, ${laneOf(card.to)}, ${json(tx, card.to)}, ${card.live}, ${card.orderId}, ${json(tx, card.card)})
    on conflict (live, lane) do update
    set live = known.live
    returning id`;
  if (!row) throw new Error('a live card was neither created nor found');
  return row.id;
}

export async function saveCard(tx: Tx, id: string, saidBy: string, card: Card): Promise<void> {
  await tx`
    update cards
    set said_by = ${saidBy},
      card = ${json(tx, card)}
    where id = ${id}`;
}

/** The key under which a message was said. */
export async function keyOfMessage(query: Query, id: string): Promise<string | null> {
  const [row] = await query<{ key: string }[]>`select dedupe_key as key from outbox where id = ${id}`;
  return row?.key ?? null;
}

/**
 * What was said under these keys and waits is withheld; the keys of it. What is under way at this moment or in doubt is not tried
 * anew: it expires instead.
 */
export async function withdrawMessages(tx: Tx, keys: readonly string[], reason: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx<{ key: string; withheld: boolean }[]>`
    update outbox
    set state = case when state = 'queued' and not uncertain then 'withheld' else state end,
      reason = case when state = 'queued' and not uncertain then ${reason} else reason end,
      settled_at = case when state = 'queued' and not uncertain then now() else settled_at end,
      expires_at = least(expires_at, ${now})
    where dedupe_key = any (${[...keys]}::text[])
      and state in ('queued', 'sending')
    returning dedupe_key as key, state = 'withheld' as withheld`;
  return rows.flatMap(({ key, withheld }) => (withheld ? [key] : []));
}

/** The live card at this address that has the first of these names; null where none was ever said. */
export async function findCard(query: Query, to: Address, names: readonly string[]): Promise<string | null> {
  if (names.length === 0) return null;
  const [row] = await query<{ id: string }[]>`
    select id
    from cards
    where live = any (${[...names]}::text[])
      and lane = ${laneOf(to)}
    order by array_position(${[...names]}::text[], live)
    limit 1`;
  return row?.id ?? null;
}

/** The live card that stands in this message; null for any other message. */
export async function findCardOfMessage(query: Query, to: Address, messageKey: string): Promise<string | null> {
  const [row] = await query<{ id: string }[]>`
    select id
    from cards
    where lane = ${laneOf(to)}
      and message_key = ${messageKey}
      and order_id is not null
    limit 1`;
  return row?.id ?? null;
}

/** What a message of the desk says of an order. */
export interface AboutOrder {
  orderId: string;
  /** It is a card of the order, or of something about it, and no single sentence. */
  isCard: boolean;
}

/** The order that a message of the desk is about, by the platform's key of the message; null for any other message. */
export async function orderOfMessage(query: Query, address: Address, messageKey: string): Promise<AboutOrder | null> {
  const [row] = await query<AboutOrder[]>`
    select order_id as "orderId", true as "isCard"
    from cards
    where lane = ${laneOf(address)}
      and message_key = ${messageKey}
      and order_id is not null
    union all
    select order_id, false
    from outbox
    where lane = ${laneOf(address)}
      and message_key = ${messageKey}
      and order_id is not null
    limit 1`;
  return row ?? null;
}

/** The version of an order that a live card of this name shows in a conversation as far as a platform took it; null where it shows none. */
export async function versionShown(query: Query, address: Address, live: string): Promise<number | null> {
  const [row] = await query<{ version: number }[]>`
    select m.order_version as version
    from cards c
    join outbox m on m.lane = c.lane and m.message_key = c.message_key and m.card_id = c.id and m.state = 'sent'
    where c.live = ${live}
      and c.lane = ${laneOf(address)}
      and m.order_id is not null
      and m.order_version is not null
    order by m.seq desc
    limit 1`;
  return row?.version ?? null;
}

/** The case to which a message of the desk belongs, by the platform's key of the message; null for any other message. */
export async function caseOfMessage(query: Query, address: Address, messageKey: string): Promise<string | null> {
  const [row] = await query<{ caseId: string }[]>`
    select case_id as "caseId"
    from outbox
    where lane = any (${[laneOf(address), filesLaneOf(address)]})
      and message_key = ${messageKey}
      and case_id is not null
    limit 1`;
  return row?.caseId ?? null;
}

/** Takes its name from a live card, so that the next one of that name is a message of its own; the name it has from now on. */
export async function retireCard(tx: Tx, live: string, to: Address): Promise<string | null> {
  const [row] = await tx<{ live: string }[]>`
    update cards
    set live = live || ':' || said_by
    where live = ${live}
      and lane = ${laneOf(to)}
      and said_by is not null
    returning live`;
  return row?.live ?? null;
}

/** Which of these live cards stand in a conversation. */
export async function standingIn(query: Query, to: Address, names: readonly string[]): Promise<string[]> {
  const rows = await query<{ live: string }[]>`
    select live
    from cards
    where live = any (${[...names]}::text[])
      and lane = ${laneOf(to)}`;
  return rows.map(({ live }) => live);
}

/** Every conversation in which a live card of this name stands. */
export async function livePlaces(query: Query, live: string): Promise<Address[]> {
  const rows = await query<{ address: Address }[]>`
    select address
    from cards
    where live = ${live}
    order by lane`;
  return rows.map(({ address }) => address);
}

/** A message as it was said, to be said again in its place; null where its words are not kept any more. */
export async function findSaid(
  query: Query,
  id: string,
): Promise<Pick<OutboxRow, 'to' | 'class' | 'card' | 'cardId' | 'caseId' | 'onlyFor' | 'orderId' | 'orderVersion'> | null> {
  const [row] = await query<Pick<OutboxRow, 'to' | 'class' | 'card' | 'cardId' | 'caseId' | 'onlyFor' | 'orderId' | 'orderVersion'>[]>`
    select address as to, class, card, card_id as "cardId", case_id as "caseId", only_for as "onlyFor", order_id as "orderId",
      order_version as "orderVersion"
    from outbox
    where id = ${id}
      and card is not null`;
  return row ?? null;
}

/** A live card over a message that was said as none, so that it can be edited from now on; its key. */
export async function cardOver(tx: Tx, { id, of }: { id: string; of: string }): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into cards as known (id, lane, address, live, card, said_by, message_key)
    select ${id}, lane, address, 'message:' || id, card, id, message_key
    from outbox
    where id = ${of}
    on conflict (live, lane) do update
    set live = known.live
    returning id`;
  if (!row) throw new Error('a message has no card over it');
  return row.id;
}

/** What the live cards of this name say, and where. */
export async function liveCards(query: Query, live: string): Promise<{ address: Address; card: Card }[]> {
  const rows = await query<{ address: Address; card: Card }[]>`
    select address, card
    from cards
    where live = ${live}
    order by lane`;
  return [...rows];
}

/** A file that was to follow a card: where, and to which case it belongs. Null for a message that is none. */
export async function findFileMessage(query: Query, id: string): Promise<{ to: Address; file: FileRef; caseId: string | null } | null> {
  const [row] = await query<{ to: Address; file: FileRef; caseId: string | null }[]>`
    select address as to, card #> '{blocks,0,file}' as file, case_id as "caseId"
    from outbox
    where id = ${id}
      and file_of is not null
      and card is not null`;
  return row ?? null;
}
