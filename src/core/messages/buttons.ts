import { json } from '../json.ts';
import type { Ids, Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { Block, Button, Card, Draft, More, Offer } from './card.ts';
import { laneOf, type Address, type PersonRef } from './incoming.ts';

/** What the buttons of one card are about, and who may press them. */
export interface Binding {
  address: Address;
  orderId: string | null;
  orderVersion: number | null;
  /** Null: anyone in the conversation. */
  onlyFor: PersonRef | null;
  /** The live card and the message that said it; a later message takes the buttons' place. */
  cardId: string | null;
  saidBy: string | null;
  expiresAt: Temporal.Instant | null;
}

export type Bound = { token: string; offer: Offer };

/** Gives every button of a draft its token; `bound` must be saved before anybody can press. */
export function withTokens(draft: Draft, ids: Ids, all: Offer | null = null): { card: Card; bound: Bound[] } {
  const bound: Bound[] = [];
  const button = (offer: Offer): Button => {
    const token = ids.token();
    bound.push({ token, offer });
    return { token, action: offer.action, label: offer.label, style: offer.style ?? 'plain' };
  };
  const behind = ({ open, back, buttons }: More<Offer>): More<Button> => ({
    open: button(open),
    back: button(back),
    buttons: buttons.map(button),
  });
  const block = (part: Block<Offer>): Block<Button> =>
    part.kind === 'actions'
      ? { kind: 'actions', buttons: part.buttons.map(button), ...(part.more ? { more: behind(part.more) } : {}) }
      : part;
  const { fallback, whole, thread } = draft;
  const card: Card = { blocks: draft.blocks.map(block), fallback };
  if (thread !== undefined) card.thread = thread;
  if (whole) card.whole = whole;
  if (all) card.all = { button: button(all), always: whole !== undefined };
  return { card, bound };
}

export async function saveButtons(turn: Turn, bound: Bound[], binding: Binding): Promise<void> {
  const { tx, now } = turn;
  if (bound.length === 0) return;
  const rows = bound.map(({ token, offer }) => ({
    token,
    order_id: binding.orderId,
    order_version: binding.orderVersion,
    action: offer.action,
    args: json(tx, offer.args ?? {}),
    lane: laneOf(binding.address),
    for_platform: binding.onlyFor?.platform ?? null,
    for_account: binding.onlyFor?.account ?? null,
    for_user: binding.onlyFor?.key ?? null,
    card_id: binding.cardId,
    said_by: binding.saidBy,
    created_at: now,
    expires_at: binding.expiresAt,
  }));
  await tx`insert into buttons ${tx(rows)}`;
}

/** A card with buttons that can be pressed at once, for an answer that does not go through the outbox. */
export async function bindButtons(turn: Turn, draft: Draft, binding: Binding): Promise<Card> {
  const { card, bound } = withTokens(draft, turn.ids);
  await saveButtons(turn, bound, binding);
  return card;
}

export interface BoundButton {
  token: string;
  orderId: string | null;
  orderVersion: number | null;
  action: string;
  args: Record<string, string>;
  /** The conversation it was shown in, as `laneOf` names it. */
  lane: string;
  onlyFor: { platform: string; account: string; key: string } | null;
  cardId: string | null;
  /** The message that said it. */
  saidBy: string | null;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  /** The card was said again since: this is a button of an earlier version. */
  superseded: boolean;
}

export type Unpressable = 'others' | 'expired';

/** Why this person cannot press it now, or null; what it would do is judged afterwards, by who they are. */
export function unpressable({ onlyFor, expiresAt }: BoundButton, by: PersonRef, now: Temporal.Instant): Unpressable | null {
  if (onlyFor && (onlyFor.platform !== by.platform || onlyFor.account !== by.account || onlyFor.key !== by.key)) return 'others';
  return expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : null;
}

export async function findButton(query: Query, token: string): Promise<BoundButton | null> {
  const [row] = await query<BoundButton[]>`
    select b.token, b.order_id as "orderId", b.order_version as "orderVersion", b.action, b.args, b.lane,
      case when b.for_user is not null
        then jsonb_build_object('platform', b.for_platform, 'account', b.for_account, 'key', b.for_user) end as "onlyFor",
      b.card_id as "cardId", b.said_by as "saidBy", b.created_at as "createdAt", b.expires_at as "expiresAt",
      c.id is not null and c.said_by is distinct from b.said_by as superseded
    from buttons b
    left join cards c on c.id = b.card_id
    where b.token = ${token}`;
  return row ?? null;
}

/** What stood above the newest button of that action that arrived in a conversation and keeps it; null where none did. */
export async function wordingRead(query: Query, place: Address, action: string): Promise<string | null> {
  const [row] = await query<{ read: string }[]>`
    select b.args ->> 'read' as read
    from buttons b
    join outbox o on o.id = b.said_by and o.state = 'sent'
    where b.lane = ${laneOf(place)}
      and b.action = ${action}
      and b.args ->> 'read' is not null
    order by b.created_at desc
    limit 1`;
  return row?.read ?? null;
}

/** The token of a button on a live card as it stands in a conversation; null where it has none. */
export async function tokenOn(query: Query, place: Address, live: string, action: string): Promise<string | null> {
  const [row] = await query<{ token: string | null }[]>`
    select coalesce(
      jsonb_path_query_first(card, '$.blocks[*].buttons[*] ? (@.action == $action).token', jsonb_build_object('action', ${action}::text)),
      jsonb_path_query_first(card, '$.blocks[*].more.buttons[*] ? (@.action == $action).token', jsonb_build_object('action', ${action}::text))
    ) #>> '{}' as token
    from cards
    where live = ${live}
      and lane = ${laneOf(place)}`;
  return row?.token ?? null;
}
