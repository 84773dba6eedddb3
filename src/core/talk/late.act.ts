import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { handledSince } from '../messages/inbox.store.ts';
import { say } from '../messages/outbox.ts';
import { answerStatus } from '../orders/asking/status.act.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { endedCard, lateCard, liveName, type LateAction } from './late.cards.ts';
import { isWish } from './late.decide.ts';
import { whisper } from './reply.act.ts';

const wordsOf = (incoming: Incoming): string => ('text' in incoming ? incoming.text : '');

/** What is late: new words, or what became of earlier ones. */
type Late = Extract<Incoming, { kind: 'message' | 'message_edited' }>;

/**
 * Words that would change something, and come after something that was said later and is done already: a platform delivers again
 * what it thinks was lost. Nothing is undone by them; whoever wrote them is told what stands, and asked. False for all other words.
 */
export async function heardLate(turn: DeskTurn, speaker: Speaker, incoming: Late): Promise<boolean> {
  if (incoming.saidAt === undefined || !isWish(incoming)) return false;
  const newer = (await handledSince(turn.tx, incoming, Temporal.Instant.from(incoming.saidAt))).filter(isWish);
  if (newer.length === 0) return false;
  await record(turn, { kind: 'message.late', actor: speaker.actor, via: speaker.address, reason: incoming.saidAt });
  await answerStatus(turn, speaker, incoming, null);
  const id = incoming.dedupeKey;
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: `${liveName(incoming.address, id)}:asked`,
    card: lateCard({ id, text: incoming.text, newer: newer.map(wordsOf).find((said) => said !== '') ?? '' }, speaker.locale),
    live: liveName(incoming.address, id),
    buttonsFor: incoming.from,
  });
  return true;
}

/** The answer to it, which counts once; `null` where there is nothing more to do, else the words that are wanted after all. */
export async function answerLate(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: LateAction,
): Promise<{ outcome: Outcome; wanted: string | null }> {
  const t = words(speaker.locale);
  const { id = '', words: text = '' } = button.args;
  if (button.superseded) {
    const refusal = { code: 'over', text: t('desk:late.over') };
    await whisper(turn, incoming, refusal.text);
    return { outcome: { ok: false, refusal }, wanted: null };
  }
  const live = liveName(incoming.address, id);
  const card = endedCard(action, text, speaker.locale);
  await say(turn, { to: incoming.address, class: 'transactional', dedupeKey: `${live}:answered`, card, live });
  return { outcome: { ok: true }, wanted: action === 'late_do' ? text : null };
}
