import type { Turn } from '../turn.ts';
import { saveButtons, withTokens } from './buttons.ts';
import type { Draft } from './card.ts';
import type { Address, PersonRef } from './incoming.ts';
import type { MessageClass } from './delivery.decide.ts';
import { findCard, insertMessage, lockCard, saveCard, type OutboxRow } from './outbox.store.ts';

/** What the desk says to an address. */
export interface Say {
  to: Address;
  class: MessageClass;
  /** Said once, however often it is asked for. */
  dedupeKey: string;
  card: Draft;
  /** Names a card that is kept up to date in place: said again at this address, it becomes an edit. */
  live?: string;
  orderId?: string;
  orderVersion?: number;
  /** A reply to it belongs to this case. */
  caseId?: string;
  /** Names the live card of this conversation under which it is said, where the platform can do that. */
  under?: string;
  /** Nobody else sees it, where the platform can do that. */
  onlyFor?: PersonRef;
  /** Nobody else may press its buttons. */
  buttonsFor?: PersonRef;
  /** Nobody may press them from then on. */
  buttonsUntil?: Temporal.Instant;
  /** Business time; at once unless given. */
  dueAt?: Temporal.Instant;
  /** Not sent any more from then on. */
  expiresAt?: Temporal.Instant;
}

/** Queues a message in the transaction that decided it; delivery sends it after the commit. */
export async function say(turn: Turn, message: Say): Promise<void> {
  const { tx } = turn;
  const { card, bound } = withTokens(message.card, turn.ids);
  const orderId = message.orderId ?? null;
  const cardId = message.live ? await lockCard(tx, { id: turn.ids.uuid(), to: message.to, live: message.live, orderId, card }) : null;
  const underCard = message.under ? await findCard(tx, message.to, message.under) : null;
  const row = { ...rowOf(turn, message, card), cardId, underCard };
  if (!(await insertMessage(tx, row))) return;
  if (cardId) await saveCard(tx, cardId, row.id, card);
  await saveButtons(turn, bound, {
    address: message.to,
    orderId,
    orderVersion: row.orderVersion,
    onlyFor: message.buttonsFor ?? null,
    cardId,
    saidBy: row.id,
    expiresAt: message.buttonsUntil ?? null,
  });
}

/** Keeps what was not sent and why, where a person will see it. */
export async function withhold(turn: Turn, message: Say, reason: string): Promise<void> {
  const { card } = withTokens(message.card, turn.ids);
  await insertMessage(turn.tx, { ...rowOf(turn, message, card), state: 'withheld', reason });
}

function rowOf(turn: Turn, message: Say, card: OutboxRow['card']): OutboxRow {
  return {
    id: turn.ids.uuid(),
    to: message.to,
    class: message.class,
    dedupeKey: message.dedupeKey,
    state: 'queued',
    reason: null,
    card,
    cardId: null,
    caseId: message.caseId ?? null,
    underCard: null,
    onlyFor: message.onlyFor ?? null,
    orderId: message.orderId ?? null,
    orderVersion: message.orderVersion ?? null,
    saidAt: turn.now,
    dueAt: message.dueAt ?? turn.now,
    expiresAt: message.expiresAt ?? null,
  };
}
