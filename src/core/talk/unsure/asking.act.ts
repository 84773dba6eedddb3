import type { Incoming } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { hintsOf } from '../../notes/intent/hints.ts';
import type { Wish } from '../../notes/intent/wish.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { helpText } from '../help.act.ts';
import { replyWords, threadOf } from '../reply.act.ts';
import { ofDraftCard, unsureCard, unsureName } from './unsure.cards.ts';
import { planReading } from './second.act.ts';
import { putUnsure } from './unsure.store.ts';
import { wishesToOffer } from './wishes.decide.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Several things are wanted that are not done at once: nothing is done yet, and a button each says what comes first. */
export const askWhichFirst = (turn: DeskTurn, speaker: Speaker, incoming: Message, wishes: Wish[]): Promise<void> =>
  askWhatIsMeant(turn, speaker, incoming, {
    text: incoming.text,
    lead: words(speaker.locale)('unsure:several', { text: incoming.text.slice(0, 200).toWellFormed() }),
    hints: wishes,
  });

/** Buttons are for a customer by themselves, who wrote words or chose that they meant something else. */
export const canBeAsked = ({ actor }: Speaker, { kind, address }: Incoming): boolean =>
  actor.kind === 'customer' && kind === 'message' && address.kind === 'dm';

/**
 * Words over a draft that nobody understood: they stay with it, where a colleague reads them, unless a button says that they are about
 * something else. `from`: where in its note they begin.
 */
export async function askOfDraft(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  { text, orderId, from }: { text: string; orderId: string; from: number },
): Promise<void> {
  const { actor, locale } = speaker;
  if (actor.kind !== 'customer') return;
  const { address } = incoming;
  const id = turn.ids.uuid();
  const lead = words(locale)('unsure:ofDraft', { text: text.slice(0, 200).toWellFormed() });
  await putUnsure(turn.tx, { id, customerId: actor.id, address, locale, text, lead, hints: [] }, turn.now);
  await say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: `${unsureName(id)}:asked`,
    card: ofDraftCard({ id, lead, draft: orderId, from }, locale),
    live: unsureName(id),
    buttonsFor: incoming.from,
    ...threadOf(incoming),
  });
}

/**
 * Words that nobody understood for certain: nothing is done, and two or three buttons say what they may want. `lead`: what there is to say of
 * them beside that; `hints`: what they may want, where that is known better than by the words.
 */
export async function askWhatIsMeant(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  { text, lead = null, hints = hintsOf(text) }: { text: string; lead?: string | null; hints?: Wish[] },
): Promise<void> {
  const { actor, locale } = speaker;
  if (!canBeAsked(speaker, incoming) || actor.kind !== 'customer') {
    const help = lead ?? words(locale)('desk:notUnderstood', { help: await helpText(turn, speaker, incoming) });
    return replyWords(turn, incoming, help);
  }
  const { address } = incoming;
  const id = turn.ids.uuid();
  await putUnsure(turn.tx, { id, customerId: actor.id, address, locale, text, lead, hints }, turn.now);
  await planReading(turn, id);
  await say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: `${unsureName(id)}:asked`,
    card: unsureCard({ id, text, wishes: wishesToOffer(hints), lead }, locale),
    live: unsureName(id),
    buttonsFor: incoming.from,
    ...threadOf(incoming),
  });
}
