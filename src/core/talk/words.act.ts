import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { readIntent, type Intent } from '../notes/request/intent.ts';
import { answerInWords } from '../orders/asking/answering.act.ts';
import { answerStatus, listOrders, notFound, placeOf, showStatus } from '../orders/asking/status.act.ts';
import { capabilities, type AskableAction } from '../orders/capabilities.ts';
import { refusalText } from '../orders/cards/refusal.cards.ts';
import { readAnswer } from '../orders/fulfilling/answer.decide.ts';
import { shortageCode } from '../orders/fulfilling/shortage.ts';
import { draftOfConversation, findOrderByNumber } from '../orders/order.store.ts';
import { orderInWords } from '../orders/placing/words.act.ts';
import { readBusiness } from '../people/business.store.ts';
import { resume, stop } from '../people/consent.act.ts';
import type { Speaker } from '../people/person.ts';
import { orderInTrouble } from '../review/exception.store.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { heardForColleague, heardFromColleague, tellThatCaseStays } from './colleague.act.ts';
import { orderForCustomer, readOnBehalf } from './on-behalf.act.ts';
import { replyWords, whisper } from './reply.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Longer than this is no chat message: nobody would see what was left out. */
export const mostCharacters = 20_000;

/** Free words: what does this person want? */
export async function hear(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<void> {
  const t = words(speaker.locale);
  const { text } = incoming;
  if (speaker.actor.kind === 'customer' && incoming.address.kind !== 'dm') return askForDirect(turn, speaker, incoming);
  if (text.length > mostCharacters) return replyWords(turn, incoming, t('desk:tooLong', { most: String(mostCharacters) }));
  if (await heardFromColleague(turn, speaker, incoming)) return;
  const intent = readIntent(text);
  if (speaker.actor.kind === 'staff') return hearStaff(turn, speaker, incoming, intent);
  if (await answerShortage(turn, speaker, incoming)) return;
  if (await answerInWords(turn, speaker, incoming, intent)) return;
  if (await heardForColleague(turn, speaker, incoming, intent)) return;
  switch (intent.kind) {
    case 'stop':
      await stop(turn, speaker, incoming);
      return tellThatCaseStays(turn, speaker, incoming);
    case 'resume':
      return resume(turn, speaker, incoming);
    case 'status':
      return answerStatus(turn, speaker, incoming, intent.orderNumber);
    case 'orders':
      return listOrders(turn, speaker, incoming);
    case 'help':
    case 'greeting':
      return help(turn, speaker, incoming, intent.kind === 'greeting');
    case 'thanks':
      return replyWords(turn, incoming, t('desk:thanks'));
    case 'nothing_readable':
      return replyWords(turn, incoming, t('desk:nothingReadable'));
    case 'confirm':
    case 'cancel':
      return decide(turn, speaker, incoming, intent.kind, intent.orderNumber);
    case 'talk_to_person':
    case 'complaint':
      throw new Error('a wish for a person is always for a colleague');
    case 'reorder':
    case 'words':
      return orderInWords(turn, speaker, incoming, speaker.actor.id);
  }
}

/** Staff order for customers and ask how things stand; what they say to each other in a channel is not for the desk. */
async function hearStaff(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Intent): Promise<void> {
  const t = words(speaker.locale);
  const asked = readOnBehalf(incoming.text);
  if (asked) return orderForCustomer(turn, speaker, incoming, asked);
  if (intent.kind === 'status') return answerStatus(turn, speaker, incoming, intent.orderNumber);
  if (intent.kind === 'orders') return listOrders(turn, speaker, incoming);
  if (incoming.address.kind !== 'dm') {
    await record(turn, { kind: 'message.not_for_the_desk', actor: speaker.actor, via: speaker.address });
    return;
  }
  if (intent.kind === 'help' || intent.kind === 'greeting') return help(turn, speaker, incoming, intent.kind === 'greeting');
  await replyWords(turn, incoming, t('desk:staffWords'));
}

/** An order is between the customer and the desk: it is not talked about where others read. */
export async function askForDirect(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, {
    kind: 'message.denied',
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    reason: 'not_direct',
  });
  await whisper(turn, incoming, words(speaker.locale)('desk:writeDirectly'));
}

export async function help(turn: DeskTurn, speaker: Speaker, incoming: Incoming, greeting: boolean): Promise<void> {
  const t = words(speaker.locale);
  const business = await readBusiness(turn.tx);
  const hello = t('desk:hello', { name: speaker.actor.name, business: business.name[speaker.locale] });
  const text = t(speaker.actor.kind === 'staff' ? 'desk:helpDesk' : 'desk:help');
  await replyWords(turn, incoming, greeting ? `${hello}\n${text}` : text);
}

/** "ok", "取消": about the order that was named, or the draft of this conversation. */
async function decide(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  action: 'confirm' | 'cancel',
  number: string | null,
): Promise<void> {
  const t = words(speaker.locale);
  const order = number ? await findOrderByNumber(turn.tx, number) : await draftOfConversation(turn.tx, placeOf(incoming));
  const mine = order && order.customerId === speaker.actor.id ? order : null;
  if (mine) return actInWords(turn, speaker, incoming, action, mine.id, {});
  if (number) return notFound(turn, speaker, incoming, number, order);
  await replyWords(turn, incoming, t('orders:status.noDraft'));
}

/** "I can wait", "先发吧": what a customer chooses who was asked about missing goods; false when these words are about something else. */
async function answerShortage(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const action = readAnswer(incoming.text);
  const orderId = action && (await orderInTrouble(turn.tx, speaker.actor.id, shortageCode));
  if (!action || !orderId) return false;
  await actInWords(turn, speaker, incoming, action, orderId, {});
  return true;
}

/** An action asked for in words or by command: the card shows it, a refusal is said. */
export async function actInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  action: AskableAction,
  orderId: string,
  input: Record<string, string>,
): Promise<void> {
  const taken = await capabilities[action](turn, { orderId, action, actor: speaker.actor, via: speaker.address, input, version: null });
  if (taken.ok) return showStatus(turn, speaker, incoming, taken.order);
  await replyWords(turn, incoming, refusalText(taken.refusal, speaker));
}
