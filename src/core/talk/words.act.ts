import { heardAfterDelivery } from '../care/spoken.act.ts';
import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { receiveLists } from '../lists/receiving.act.ts';
import { readIntent, type Intent } from '../notes/intent/intent.ts';
import { answerInWords } from '../orders/asking/answering.act.ts';
import { readAnswer } from '../orders/fulfilling/answer.decide.ts';
import { shortageCode } from '../orders/fulfilling/shortage.ts';
import { answeredOrder, type Answered } from '../orders/asking/answered.act.ts';
import { answerStatus, listOrders, notFound, placeOf, showStatus } from '../orders/asking/status.act.ts';
import { askWhich, changeSentInWords, reorderInWords } from '../orders/changing/words.act.ts';
import { putNoteMessage } from '../orders/note-message.store.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../orders/order.store.ts';
import { rowsOf } from '../orders/table/tables.ts';
import { answerCoupon, applyBeside, couponAmong } from '../orders/placing/coupon-words.act.ts';
import { orderInWords } from '../orders/placing/words.act.ts';
import { purposesOf, readBusiness } from '../people/business.store.ts';
import { resume, stop } from '../people/consent.act.ts';
import { answerOffers, askOffers } from '../people/offers.act.ts';
import type { Speaker } from '../people/person.ts';
import { isStaff, wishInWords } from '../people/team/team.act.ts';
import { readTeamWords } from '../people/team/typed.decide.ts';
import { orderInTrouble } from '../review/exception.store.ts';
import { answerGoods } from '../stock/asked/asked.act.ts';
import { inLanguage } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { actInWords } from './act-in-words.act.ts';
import { heardOfArrival } from './arrival.act.ts';
import { cancelOf } from './cancel.decide.ts';
import { askForPerson, heardForColleague, heardFromColleague, tellThatCaseStays } from './colleague.act.ts';
import { exampleOrder } from './example.act.ts';
import { helpText } from './help.act.ts';
import { heardLate } from './late.act.ts';
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
  if (incoming.address.kind === 'dm' && (await heardLate(turn, speaker, incoming))) return;
  const said = spoken(readIntent(text));
  const answered = said.orderNumber === null ? await answeredOrder(turn, speaker, incoming) : null;
  // a single sentence may be the question that these words answer
  const intent = answered && (answered.isCard || speaker.actor.kind === 'staff') ? { ...said, orderNumber: answered.order.number } : said;
  if (speaker.actor.kind === 'staff') return hearStaff(turn, speaker, incoming, intent, answered);
  if (await answerShortage(turn, speaker, incoming)) return;
  if (await answerInWords(turn, speaker, incoming, intent, answered)) return;
  if (await heardAfterDelivery(turn, speaker, incoming, intent)) return;
  if (await heardForColleague(turn, speaker, incoming, intent)) return;
  if (await heardOfArrival(turn, speaker, incoming, intent)) return;
  switch (intent.kind) {
    case 'stop':
      await stop(turn, speaker, incoming);
      return tellThatCaseStays(turn, speaker, incoming);
    case 'resume':
      return resume(turn, speaker, incoming);
    case 'offers':
      return askOffers(turn, speaker, incoming);
    case 'no_offers':
      return answerOffers(turn, speaker, incoming, 'offers_no', text);
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
      return replyWords(turn, incoming, t('desk:nothingReadable', { example: await exampleOrder(turn, speaker.locale) }));
    case 'confirm':
    case 'cancel':
      return decide(turn, speaker, incoming, intent.kind, intent.orderNumber);
    case 'talk_to_person':
    case 'complaint':
      throw new Error('a wish for a person is always for a colleague');
    case 'reorder':
      return reorderInWords(turn, speaker, incoming, intent.orderNumber);
    case 'words':
      return answerOrOrder(turn, speaker, incoming, intent);
  }
}

/** What the catalogue knows needs nobody; a question about what it does not know is for a person, and everything else an order. */
async function answerOrOrder(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Spoken): Promise<void> {
  const { actor } = speaker;
  const answer = intent.orderNumber === null ? await answerGoods(turn, speaker, incoming) : 'no_question';
  if (answer === 'answered') return;
  if (answer === 'no_question' || actor.kind !== 'customer') return orderOrChange(turn, speaker, incoming, intent);
  const said = { text: incoming.text, files: incoming.files ?? [] };
  await askForPerson(turn, speaker, actor, incoming, { about: 'person', said, number: null });
}

type Spoken = { kind: Exclude<Intent['kind'], 'reschedule' | 'change_address' | 'change_items' | 'return'>; orderNumber: string | null };

/** What is to become of an order that was sent in is read from the words themselves; what is to go back is for a colleague. */
function spoken({ kind, orderNumber }: Intent): Spoken {
  if (kind === 'return') return { kind: 'complaint', orderNumber };
  return { kind: kind === 'reschedule' || kind === 'change_address' || kind === 'change_items' ? 'words' : kind, orderNumber };
}

/** A draft that stands here is what words are about, unless they name an order or there is none: then something sent in may be meant. */
export async function orderOrChange(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  { orderNumber }: Pick<Intent, 'orderNumber'>,
): Promise<void> {
  const draft = orderNumber === null ? await draftOfConversation(turn.tx, placeOf(incoming)) : null;
  const coupon = await couponAmong(turn, incoming.text, draft !== null);
  const rest = coupon ? coupon.rest.replaceAll(/ {2,}/g, ' ').trim() : incoming.text;
  const isChange = !draft && rest !== '' && (await changeSentInWords(turn, speaker, { ...incoming, text: rest }, orderNumber));
  if (coupon?.alone && !isChange) return answerCoupon(turn, speaker, incoming, coupon.code);
  if (!isChange) await orderInWords(turn, speaker, incoming, speaker.actor.id, coupon?.rest);
  if (coupon) await applyBeside(turn, speaker, incoming, coupon);
  await keepWhatItWasAbout(turn, speaker, incoming, orderNumber);
}

/** For when they change or delete the message: which order it was about. */
async function keepWhatItWasAbout(turn: DeskTurn, speaker: Speaker, incoming: Message, orderNumber: string | null): Promise<void> {
  if (incoming.messageKey === undefined) return;
  const named = orderNumber === null ? null : await findOrderByNumber(turn.tx, orderNumber);
  const order = named ?? (await draftOfConversation(turn.tx, placeOf(incoming)));
  if (order?.customerId !== speaker.actor.id) return;
  await putNoteMessage(turn.tx, incoming.address, incoming.messageKey, { orderId: order.id, text: incoming.text }, turn.now);
}

/** Staff order for customers and ask how things stand; what they say to each other in a channel is not for the desk. */
async function hearStaff(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Spoken, answered: Answered | null): Promise<void> {
  const t = words(speaker.locale);
  if (!(await readByOthers(turn, incoming)) && (await receiveLists(turn, speaker, incoming))) return;
  const typed = readTeamWords(incoming.text);
  if (typed && isStaff(speaker)) return wishInWords(turn, speaker, incoming, typed);
  const asked = readOnBehalf(incoming.text);
  const isForDesk = asked !== null || intent.kind === 'status' || intent.kind === 'orders';
  const isAmong = incoming.address.kind !== 'dm';
  if (isForDesk && (await readByOthers(turn, incoming))) return refuseHere(turn, speaker, incoming);
  // in a thread colleagues talk with each other, also about where an order is
  const isTalk = isAmong && !incoming.called && (incoming.replyTo !== undefined || !isForDesk);
  if (isTalk || (isAmong && !isForDesk && (await readByOthers(turn, incoming)))) {
    await record(turn, { kind: 'message.not_for_the_desk', actor: speaker.actor, via: speaker.address });
    return;
  }
  if (asked) return orderForCustomer(turn, speaker, incoming, asked);
  if (intent.kind === 'status' && answered) return showStatus(turn, speaker, incoming, answered.order);
  if (intent.kind === 'status') return answerStatus(turn, speaker, incoming, intent.orderNumber);
  if (intent.kind === 'orders') return listOrders(turn, speaker, incoming);
  if (intent.kind === 'thanks' && isAmong) return replyWords(turn, incoming, t('desk:thanks'));
  if (intent.kind === 'help' || intent.kind === 'greeting') return help(turn, speaker, incoming, intent.kind === 'greeting');
  if (intent.orderNumber !== null && (await changeSentInWords(turn, speaker, incoming, intent.orderNumber))) return;
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

/** Whether others read along who are none of the desk's: of an order nothing is said there, whoever asks. */
export const readByOthers = async (turn: DeskTurn, { address }: Incoming): Promise<boolean> =>
  address.kind !== 'dm' && (await purposesOf(turn.tx, address)).length === 0;

export async function refuseHere(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, { kind: 'message.denied', actor: speaker.actor, via: speaker.address, reason: 'not_of_the_desk' });
  await whisper(turn, incoming, words(speaker.locale)('desk:notOfTheDesk'));
}

export async function help(turn: DeskTurn, speaker: Speaker, incoming: Incoming, greeting: boolean): Promise<void> {
  const t = words(speaker.locale);
  const business = await readBusiness(turn.tx);
  const hello = t('desk:hello', { name: speaker.actor.name, business: inLanguage(business.name, speaker.locale) });
  const text = await helpText(turn, speaker, incoming);
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
  if (mine) return actInWords(turn, speaker, incoming, action === 'cancel' ? cancelOf(mine) : action, mine.id, {});
  if (!number && action === 'cancel' && namesOrder.test(incoming.text) && (await cancelOpen(turn, speaker, incoming))) return;
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

/** A lone "cancel" is about the draft that stood here a moment ago; an order that was sent in is called one. */
const namesOrder = /\border\b|订单|訂單|单子|單子/i;

/** "Cancel my order" without a draft: the only open order is meant; of several one is chosen. False when nothing is open. */
async function cancelOpen(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const all = await openOrders(turn.tx, speaker.actor.id, 20);
  const open = all.filter((order) => rowsOf(order.kind, order.state, cancelOf(order)).length > 0);
  const [only] = open;
  if (!only) return false;
  if (open.length === 1) await actInWords(turn, speaker, incoming, cancelOf(only), only.id, {});
  else
    await askWhich(
      turn,
      speaker,
      incoming,
      open.map((order) => ({ order, action: cancelOf(order), input: {} })),
    );
  return true;
}
