import type { Incoming } from '../../messages/incoming.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import type { Speaker } from '../../people/person.ts';
import { openQuestion } from '../../review/approval.store.ts';
import { replyWords } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { draftOfConversation } from '../order.store.ts';
import { answer } from '../reviewing.act.ts';
import type { Answered } from './answered.act.ts';
import { placeOf } from './status.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Words that would otherwise be a new order, a yes or a no. Clear requests, such as where an order is, stay what they are. */
const mayAnswer: readonly Intent['kind'][] = ['words', 'confirm', 'cancel', 'complaint', 'reorder', 'nothing_readable', 'never_mind'];

/**
 * A customer who was asked something and simply writes back: their words are the answer, unless a draft stands here, which the
 * words are about then. False where nothing was asked.
 */
export async function answerInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  { kind, orderNumber }: Intent,
  answered: Answered | null,
): Promise<boolean> {
  if (speaker.actor.kind !== 'customer' || !mayAnswer.includes(kind)) return false;
  if (orderNumber !== null && kind !== 'words' && !(answered && kind === 'confirm')) return false;
  const question = await openQuestion(turn.tx, speaker.actor.id);
  // in answer to another order's card they speak of that one
  if (!question || (answered && answered.order.id !== question.orderId) || (await draftOfConversation(turn.tx, placeOf(incoming))))
    return false;
  const taken = await answer(turn, {
    orderId: question.orderId,
    action: 'answer',
    actor: speaker.actor,
    via: speaker.address,
    input: { answer: incoming.text },
    version: null,
  });
  const t = words(speaker.locale);
  const text = taken.ok
    ? t('reviewing:answered', { number: taken.order.number ?? '', by: question.by })
    : refusalText(taken.refusal, speaker);
  await replyWords(turn, incoming, text);
  return true;
}
