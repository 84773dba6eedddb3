import { sentence, type Draft, type Offer } from '../messages/card.ts';
import { laneOf, type Incoming } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import type { Turn } from '../turn.ts';

/** Answers where somebody spoke. One incoming has at most one answer of a kind, however often it is delivered. */
export async function reply(turn: Turn, incoming: Incoming, card: Draft, kind = 'reply'): Promise<void> {
  await say(turn, { to: incoming.address, class: 'transactional', dedupeKey: keyOf(incoming, kind), card, ...threadOf(incoming) });
}

/** An answer about one order: its buttons act on the order as it stands now. */
export async function replyAbout(turn: Turn, incoming: Incoming, card: Draft, order: { id: string; version: number }): Promise<void> {
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: keyOf(incoming, `about:${order.id}`),
    card,
    orderId: order.id,
    orderVersion: order.version,
    ...threadOf(incoming),
  });
}

export function replyWords(turn: Turn, incoming: Incoming, text: string, buttons: Offer[] = [], kind?: string): Promise<void> {
  return reply(turn, incoming, sentence(text, buttons), kind);
}

/** An answer only the person who pressed should see. */
export const whisper = (turn: Turn, incoming: Incoming, text: string): Promise<void> => whisperCard(turn, incoming, sentence(text));

export async function whisperCard(turn: Turn, incoming: Incoming, card: Draft): Promise<void> {
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: keyOf(incoming, 'whisper'),
    card,
    onlyFor: incoming.from,
    ...threadOf(incoming),
  });
}

/** Somebody is answered in the thread in which they spoke or pressed, and among others under the message they answered. */
export function threadOf(incoming: Incoming): { underMessage?: string } {
  if (incoming.thread !== undefined) return { underMessage: incoming.thread };
  return incoming.address.kind !== 'dm' && 'replyTo' in incoming && incoming.replyTo !== undefined
    ? { underMessage: incoming.replyTo }
    : {};
}

/** In somebody's own conversation all that comes of what they did in a thread stays in it; among others a card must not be put out of sight. */
export const placedIn = ({ address, thread }: Incoming): Pick<Turn, 'thread'> =>
  thread !== undefined && address.kind === 'dm' ? { thread: { lane: laneOf(address), message: thread } } : {};

const keyOf = ({ from, dedupeKey }: Incoming, kind: string): string => `${kind}:${from.platform}:${from.account}:${dedupeKey}`;

/** Answers where somebody spoke, and where others read along, them alone. */
export const replyPrivately = (turn: Turn, incoming: Incoming, card: Draft): Promise<void> =>
  incoming.address.kind === 'dm' ? reply(turn, incoming, card) : whisperCard(turn, incoming, card);
