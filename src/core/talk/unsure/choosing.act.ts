import { heardAfterDelivery } from '../../care/spoken.act.ts';
import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { readIntent, type Intent } from '../../notes/intent/intent.ts';
import { suggestedWishes } from '../../notes/intent/model/verify.ts';
import { severalWishes } from '../../notes/intent/parts.ts';
import { isWish, type Wish } from '../../notes/intent/wish.ts';
import { answerStatus } from '../../orders/asking/status.act.ts';
import { chooseChange, reorderInWords } from '../../orders/changing/words.act.ts';
import { leaveOut } from '../../orders/placing/edit.act.ts';
import { stop } from '../../people/consent.act.ts';
import type { Speaker } from '../../people/person.ts';
import { listGoods } from '../../stock/asked/listing.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { whisper } from '../reply.act.ts';
import { heardForColleague } from '../words/colleague.act.ts';
import { confirmOrCancel } from '../words/confirm-or-cancel.act.ts';
import { askWhatIsMeant } from './asking.act.ts';
import { chosenCard, isOfDraft, unsureName } from './unsure.cards.ts';
import { keepChoice, lockUnsure } from './unsure.store.ts';

type Pressed = Extract<Incoming, { kind: 'press' | 'form' }>;
type Message = Extract<Incoming, { kind: 'message' }>;

/** Whether a button stands below a message that was not clear. */
export const isChoice = ({ args }: BoundButton): boolean => args['unsure'] !== undefined;

/** The customer says what their words meant. It counts once, and acts on those words as if they had been clear. */
export async function chooseWish(turn: DeskTurn, speaker: Speaker, incoming: Pressed, { args }: BoundButton): Promise<Outcome> {
  const asked = await lockUnsure(turn.tx, args['unsure'] ?? '');
  const wish = args['wish'] ?? '';
  const mine = asked?.customerId === speaker.actor.id ? asked : null;
  if (!mine || mine.chosen !== null || !(isWish(wish) || isOfDraft(wish))) {
    const refusal = { code: 'over', text: words(speaker.locale)('unsure:over') };
    await whisper(turn, incoming, refusal.text);
    return { ok: false, refusal };
  }
  const { id, text } = mine;
  await keepChoice(turn.tx, id, wish, turn.now);
  const card = chosenCard(text, wish, speaker.locale);
  await say(turn, { to: mine.address, class: 'transactional', dedupeKey: `${unsureName(id)}:chosen`, card, live: unsureName(id) });
  const { dedupeKey, at, from, address, thread } = incoming;
  const message: Message = { kind: 'message', dedupeKey, at, from, address, text, ...(thread === undefined ? {} : { thread }) };
  if (isOfDraft(wish)) {
    if (wish === 'other_matter') await takeFromDraft(turn, speaker, message, args);
    return { ok: true };
  }
  await record(turn, {
    kind: 'message.meant',
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    after: { wish, rules: mine.hints, model: mine.second ? suggestedWishes(mine.second) : null },
  });
  await fulfil(turn, speaker, message, wish);
  // whoever asked for several things is not left to remember the others
  const others = severalWishes(text).filter((other) => other !== wish && mine.hints.includes(other));
  const lead = words(speaker.locale)('unsure:other', { text: text.slice(0, 200).toWellFormed() });
  const rest: Message = { ...message, dedupeKey: `${dedupeKey}:rest` };
  if (others.length > 0 && mine.hints.includes(wish)) await askWhatIsMeant(turn, speaker, rest, { text, lead, hints: others });
  return { ok: true };
}

/** Words that are not about the draft after all hold it up no more; what they are about is asked anew. */
async function takeFromDraft(turn: DeskTurn, speaker: Speaker, message: Message, args: BoundButton['args']): Promise<void> {
  const { text } = message;
  const asked = {
    orderId: args['draft'] ?? '',
    action: 'edit' as const,
    actor: speaker.actor,
    via: speaker.address,
    input: {},
    version: null,
  };
  // of an order that was sent in meanwhile a colleague reads them
  await leaveOut(turn, asked, { text, from: Number(args['from']) });
  await askWhatIsMeant(turn, speaker, message, { text });
}

/** What the words would have done, had they been understood so. What is more than an answer still asks or shows before it counts. */
async function fulfil(turn: DeskTurn, speaker: Speaker, message: Message, wish: Wish): Promise<void> {
  const { orderNumber } = readIntent(message.text);
  switch (wish) {
    case 'order':
      return listGoods(turn, speaker, message);
    case 'status':
      return answerStatus(turn, speaker, message, orderNumber);
    case 'cancel':
      return confirmOrCancel(turn, speaker, message, 'cancel', orderNumber);
    case 'reorder':
      return reorderInWords(turn, speaker, message, orderNumber);
    case 'reschedule':
    case 'change_address':
    case 'change_items':
      return chooseChange(turn, speaker, message, wish, orderNumber);
    case 'stop':
      return stop(turn, speaker, message);
    case 'return':
    case 'complaint':
    case 'talk_to_person': {
      const intent: Intent = { kind: wish === 'talk_to_person' ? wish : 'complaint', orderNumber };
      if (await heardAfterDelivery(turn, speaker, message, intent)) return;
      await heardForColleague(turn, speaker, message, intent);
    }
  }
}
