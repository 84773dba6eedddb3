import { heardAfterDelivery } from '../../care/spoken.act.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readIntent, type Intent } from '../../notes/intent/intent.ts';
import type { Wish } from '../../notes/intent/wish.ts';
import { readAgain } from '../../notes/intent/again.ts';
import { saysNotReceived } from '../../notes/intent/asks.data.ts';
import { besideWish, severalWishes } from '../../notes/intent/parts.ts';
import { besideOptOut, optsOutBeside } from '../../notes/intent/opt-out.ts';
import { answeredOrder, type Answered } from '../../orders/asking/answered.act.ts';
import { answerInWords } from '../../orders/asking/answering.act.ts';
import { answerStatus, listOrders, placeOf } from '../../orders/asking/status.act.ts';
import { offerDay } from '../../orders/changing/day-asked.act.ts';
import { askIfOrdered } from '../../orders/changing/which.act.ts';
import { swapsOrdered } from '../../orders/changing/talk.act.ts';
import { changeSentInWords, reorderInWords } from '../../orders/changing/words.act.ts';
import { readAnswer } from '../../orders/fulfilling/answer.decide.ts';
import { shortageCode } from '../../orders/fulfilling/shortage.ts';
import type { Order } from '../../orders/order.ts';
import { putNoteMessage } from '../../orders/note-message.store.ts';
import { draftOfConversation, findOrderByNumber, latestOrders, openOrders } from '../../orders/order.store.ts';
import { answerCoupon, applyBeside, couponAmong } from '../../orders/placing/coupon-words.act.ts';
import { askIfElsewhere } from '../../orders/placing/which-line.act.ts';
import { namesGoods, orderInWords, readingContext } from '../../orders/placing/words.act.ts';
import { resume, stop } from '../../people/consent.act.ts';
import { answerOffers, askOffers } from '../../people/offers.act.ts';
import type { Speaker } from '../../people/person.ts';
import { orderInTrouble } from '../../review/exception.store.ts';
import { answerGoods } from '../../stock/asked/asked.act.ts';
import { listGoods } from '../../stock/asked/listing.act.ts';
import { detectLanguage } from '../../text/language.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { orderAgainBut } from './again.act.ts';
import { askWhatIsMeant, askWhichFirst } from '../unsure/asking.act.ts';
import { actInWords } from './act-in-words.act.ts';
import { isCourtesy } from './belongs.decide.ts';
import { heardOfArrival } from './arrival.act.ts';
import { heardClaims } from './claims.act.ts';
import { heardForgetMe } from './forget-me.act.ts';
import { heardGoAhead } from './go-ahead.act.ts';
import { askForPerson, heardForColleague, heardFromColleague, tellThatCaseStays } from './colleague.act.ts';
import { confirmOrCancel, leaveAsItIs } from './confirm-or-cancel.act.ts';
import { orderNamed } from './own-number.act.ts';
import { isQuestionOnly } from './question.act.ts';
import { exampleOrder } from '../example.act.ts';
import { help } from '../help.act.ts';
import { heardLate } from '../late.act.ts';
import { askForDirect } from '../reading-along.act.ts';
import { replyWords } from '../reply.act.ts';
import { hearStaff } from './staff.act.ts';

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
  const read = spoken((await swapsOrdered(turn, speaker, incoming)) ? { ...readIntent(text), kind: 'change_items' } : readIntent(text));
  const said = read.kind === 'words' ? { ...read, orderNumber: await orderNamed(turn, speaker, incoming, read.orderNumber) } : read;
  const answered = said.orderNumber === null ? await answeredOrder(turn, speaker, incoming) : null;
  // a single sentence may be the question that these words answer
  const intent = answered && (answered.isCard || speaker.actor.kind === 'staff') ? { ...said, orderNumber: answered.order.number } : said;
  if (speaker.actor.kind === 'staff') return hearStaff(turn, speaker, incoming, intent, answered);
  const ends = endsMessages(text, intent.kind);
  if (ends) return stopAndGoOn(turn, speaker, incoming, ends);
  if (await heardForgetMe(turn, speaker, incoming)) return;
  if (await answerShortage(turn, speaker, incoming)) return;
  if (await answerInWords(turn, speaker, incoming, intent, answered)) return;
  if (await heardAfterDelivery(turn, speaker, incoming, intent)) return;
  if (await heardForColleague(turn, speaker, incoming, intent)) return;
  if (await heardOfArrival(turn, speaker, incoming, intent)) return;
  if (await heardGoAhead(turn, speaker, incoming, intent)) return;
  const again = readAgain(text);
  if (again && (intent.kind === 'words' || intent.kind === 'reorder')) return orderAgainBut(turn, speaker, incoming, again);
  switch (intent.kind) {
    case 'resume':
      return resume(turn, asWritten(speaker, text), incoming);
    case 'offers':
      return askOffers(turn, speaker, incoming);
    case 'status':
      return tellStatus(turn, speaker, incoming, intent);
    case 'orders':
      return listOrders(turn, speaker, incoming);
    case 'help':
    case 'greeting':
      return help(turn, speaker, incoming, intent.kind === 'greeting');
    case 'thanks':
      return replyWords(turn, incoming, t('desk:thanks'));
    case 'catalogue':
      return listGoods(turn, speaker, incoming);
    case 'never_mind':
      return leaveAsItIs(turn, speaker, incoming);
    case 'nothing_readable':
      return replyWords(turn, incoming, t('desk:nothingReadable', { example: await exampleOrder(turn, speaker.locale) }));
    case 'confirm':
    case 'cancel':
      await confirmOrCancel(turn, speaker, incoming, intent.kind, intent.orderNumber);
      return intent.kind === 'cancel' ? askBeside(turn, speaker, incoming, 'cancel') : undefined;
    case 'talk_to_person':
    case 'complaint':
      throw new Error('a wish for a person is always for a colleague');
    case 'reorder':
      await reorderInWords(turn, speaker, incoming, intent.orderNumber);
      return askBeside(turn, speaker, incoming, 'reorder');
    case 'stop':
    case 'no_offers':
      throw new Error('whoever wants to hear no more is heard before');
    case 'words':
      return answerOrOrder(turn, speaker, incoming, intent, answered);
  }
}

/** Whether a message wants to hear no more, or no more offers, in the whole or in a clause beside another wish. */
function endsMessages(text: string, kind: Spoken['kind']): 'stop' | 'no_offers' | null {
  if (kind === 'stop' || kind === 'no_offers') return kind;
  const wanted = (['stop', 'no_offers'] as const).filter((one) => optsOutBeside(text, (part) => readIntent(part).kind === one));
  return wanted[0] ?? null;
}

/** Whoever wants to hear no more is heard first of all, whatever the desk has asked them; what they say besides comes after it. */
async function stopAndGoOn(turn: DeskTurn, speaker: Speaker, incoming: Message, ends: 'stop' | 'no_offers'): Promise<void> {
  const { text } = incoming;
  if (ends === 'stop') {
    await stop(turn, asWritten(speaker, text), incoming);
    await tellThatCaseStays(turn, asWritten(speaker, text), incoming);
  } else await answerOffers(turn, speaker, incoming, 'offers_no', text);
  const rest = besideOptOut(text, (part) => readIntent(part).kind === ends);
  const { kind, orderNumber } = readIntent(rest);
  const isMore = rest !== '' && (kind !== 'words' || orderNumber !== null || (await namesGoods(turn, rest)));
  if (isMore && kind !== ends && !isCourtesy({ kind }))
    await hear(turn, speaker, { ...incoming, dedupeKey: `${incoming.dedupeKey}:rest`, text: rest });
}

/** A lone 退订 changes nobody's language, and is answered in its own; STOP and START, which every language is taught, tell of none. */
const asWritten = (speaker: Speaker, text: string): Speaker =>
  /^\W*(?:stop|start|unstop|td|t)\W*$/i.test(text) ? speaker : { ...speaker, locale: detectLanguage(text) ?? speaker.locale };

/** How an order stands, and what the message wants besides; goods that never came of an order that is over are for a colleague. */
async function tellStatus(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Spoken): Promise<void> {
  const complaint = { ...intent, kind: 'complaint' as const };
  const isOver = saysNotReceived(incoming.text) && (await openOrders(turn.tx, speaker.actor.id, 1)).length === 0;
  const isMissing = isOver && (await latestOrders(turn.tx, speaker.actor.id, 1)).length > 0;
  if (isMissing && (await heardAfterDelivery(turn, speaker, incoming, complaint))) return;
  if (isMissing && (await heardForColleague(turn, speaker, incoming, complaint))) return;
  await answerStatus(turn, speaker, incoming, intent.orderNumber);
  await askBeside(turn, speaker, incoming, 'status');
}

/** What a message wants beside the one thing that was answered is not lost: where an order is is told, of the rest it is said that nothing is done. */
async function askBeside(turn: DeskTurn, speaker: Speaker, incoming: Message, answered: Wish): Promise<void> {
  const other = besideWish(incoming.text, answered);
  if (!other) return;
  const beside = { ...incoming, dedupeKey: `${incoming.dedupeKey}:beside`, text: other.text };
  if (other.wish === 'status') return answerStatus(turn, speaker, beside, readIntent(incoming.text).orderNumber);
  const lead = words(speaker.locale)('unsure:other', { text: other.text });
  await askWhatIsMeant(turn, speaker, beside, { text: other.text, lead, ...(other.wish ? { hints: [other.wish] } : {}) });
}

/** What the catalogue knows needs nobody; a question about what it does not know is for a person, and everything else an order. */
async function answerOrOrder(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  intent: Spoken,
  answered: Answered | null,
): Promise<void> {
  const { actor } = speaker;
  const answer = intent.orderNumber === null ? await answerGoods(turn, speaker, incoming) : 'no_question';
  if (answer === 'answered') return;
  if (answer === 'no_question' || actor.kind !== 'customer') return orderOrChange(turn, speaker, incoming, intent, answered);
  const said = { text: incoming.text, files: incoming.files ?? [] };
  await askForPerson(turn, speaker, actor, incoming, { about: 'person', said, number: null });
}

/** A question that neither the catalogue nor an order answers is for a colleague, and no note of the draft that stands here. */
async function asksPerson(turn: DeskTurn, speaker: Speaker, incoming: Message, draft: Order | null): Promise<boolean> {
  const { actor } = speaker;
  if (actor.kind !== 'customer' || !(await isQuestionOnly(turn, incoming.text, draft))) return false;
  const said = { text: incoming.text, files: incoming.files ?? [] };
  await askForPerson(turn, speaker, actor, incoming, { about: 'person', said, number: null });
  return true;
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
  answered: Answered | null = null,
): Promise<void> {
  const draft = orderNumber === null ? await draftOfConversation(turn.tx, placeOf(incoming)) : null;
  const several = speaker.actor.kind === 'customer' && !(await namesGoods(turn, incoming.text)) ? severalWishes(incoming.text) : [];
  if (several.length > 0) return askWhichFirst(turn, speaker, incoming, several);
  if (draft && (await askIfOrdered(turn, speaker, incoming, draft))) return;
  const coupon = await couponAmong(turn, incoming.text, draft !== null);
  const rest = coupon ? coupon.rest.replaceAll(/ {2,}/g, ' ').trim() : incoming.text;
  const isChange =
    !draft && rest !== '' && (await changeSentInWords(turn, speaker, { ...incoming, text: rest }, orderNumber, answered?.order));
  if (!isChange && !coupon && !draft && (await offerDay(turn, speaker, incoming, orderNumber))) return;
  if (!isChange && !coupon && !draft && (await heardClaims(turn, speaker, incoming))) return;
  if (!isChange && !coupon && (await asksPerson(turn, speaker, incoming, draft))) return;
  if (coupon?.alone && !isChange) return answerCoupon(turn, speaker, incoming, coupon.code);
  if (!isChange && !coupon && !draft && (await askIfElsewhere(turn, speaker, incoming, await readingContext(turn)))) return;
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

/** "I can wait", "先发吧": what a customer chooses who was asked about missing goods; false when these words are about something else. */
async function answerShortage(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const action = readAnswer(incoming.text);
  const orderId = action && (await orderInTrouble(turn.tx, speaker.actor.id, shortageCode));
  if (!action || !orderId) return false;
  await actInWords(turn, speaker, incoming, action, orderId, {});
  return true;
}
