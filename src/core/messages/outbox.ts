import { findBusiness } from '../people/business.store.ts';
import { findReader, findSpeaker } from '../people/speaker.store.ts';
import { words } from '../text/words.ts';
import type { Answering, Turn } from '../turn.ts';
import { saveButtons, withTokens } from './buttons.ts';
import type { Draft, Offer } from './card.ts';
import { laneOf, type Address, type PersonRef } from './incoming.ts';
import type { MessageClass } from './delivery.decide.ts';
import type { Tx } from '../ports.ts';
import { findCard, findCardOfMessage, insertMessage, lockCard, saveCard, type OutboxRow } from './outbox.store.ts';
import { renameCard } from './replacing.store.ts';
import { mayBeCut } from './whole.decide.ts';

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
  /** The order it tells of, where it is no news of it itself: only those who may see it are shown more. */
  tellsOf?: string;
  /** A reply to it belongs to this case. */
  caseId?: string;
  /** Names the live card of this conversation under which it is said, where the platform can do that; of several the first that stands there. */
  under?: string | readonly string[];
  /** The platform's key of the message under which it is said, whoever wrote that. */
  underMessage?: string;
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
export async function say(turn: Turn, given: Say): Promise<void> {
  const { tx } = turn;
  const live = await liveNameOf(turn, given);
  const message = { ...given, ...inThread(turn, given), ...(live === undefined ? {} : { live }) };
  const { card, bound } = withTokens(message.card, turn.ids, await showingAll(turn, message));
  const orderId = message.orderId ?? null;
  const cardId = message.live ? await lockCard(tx, { id: turn.ids.uuid(), to: message.to, live: message.live, orderId, card }) : null;
  const row = { ...rowOf(turn, message, card), cardId, underCard: await cardAbove(tx, message) };
  if (!(await insertMessage(tx, row))) return;
  if (cardId) await saveCard(tx, cardId, row.id, card);
  if (isAnswer(turn, given)) turn.answering.first ??= row.id;
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

/** What answers whoever is heard, and is no card of an order, which is brought up to date by itself. */
const isAnswer = (turn: Turn, { to, live, orderId, onlyFor }: Say): turn is Turn & { answering: Answering } =>
  turn.answering?.lane === laneOf(to) && onlyFor === undefined && (live === undefined || orderId === undefined);

/** Under which name it is edited: the first answer to a message that was changed takes the place of the one before, unless it stands elsewhere. */
async function liveNameOf(turn: Turn, given: Say): Promise<string | undefined> {
  const { answering, tx } = turn;
  const { to, live, onlyFor, card, orderId = null } = given;
  if (!answering?.replaces || answering.lane !== laneOf(to) || onlyFor || card.blocks.some(({ kind }) => kind === 'file')) return live;
  if (live !== undefined && (await findCard(tx, to, [live]))) return live;
  const { replaces } = answering;
  answering.replaces = null;
  if (live !== undefined) await renameCard(tx, replaces.id, { live, orderId });
  return live ?? replaces.live;
}

/** What is said without a place of its own where somebody spoke in a thread stays there; a card that stands already is edited where it stands. */
function inThread({ thread }: Turn, { to, under, underMessage }: Say): { underMessage?: string } {
  const hasPlace = under !== undefined || underMessage !== undefined;
  return thread && !hasPlace && thread.lane === laneOf(to) ? { underMessage: thread.message } : {};
}

/** The button for whoever wants to read what a platform leaves out, or the desk has left out itself, in its reader's language. */
async function showingAll({ tx }: Turn, { card, to, onlyFor, tellsOf }: Say): Promise<Offer | null> {
  if (!card.whole && !mayBeCut(card)) return null;
  const reader = onlyFor && to.kind !== 'dm' ? await findSpeaker(tx, onlyFor, to) : await findReader(tx, to);
  // several people read there
  const locale = reader?.locale ?? (await findBusiness(tx))?.locale ?? 'en';
  return { action: 'show_all', label: words(locale)('desk:showAll.button'), ...(tellsOf ? { args: { order: tellsOf } } : {}) };
}

async function cardAbove(tx: Tx, { to, under = [], underMessage }: Say): Promise<string | null> {
  if (underMessage !== undefined) return findCardOfMessage(tx, to, underMessage);
  return findCard(tx, to, [under].flat());
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
    underMessage: message.underMessage ?? null,
    onlyFor: message.onlyFor ?? null,
    orderId: message.orderId ?? null,
    orderVersion: message.orderVersion ?? null,
    saidAt: turn.now,
    dueAt: message.dueAt ?? turn.now,
    expiresAt: message.expiresAt ?? null,
  };
}
