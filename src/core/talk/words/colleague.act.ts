import { answerCase } from '../../cases/answering.act.ts';
import { findCase, findOpenCase, lockOpenCase } from '../../cases/case.store.ts';
import type { CaseAbout, Words } from '../../cases/case.ts';
import { callPerson, passOn } from '../../cases/opening.act.ts';
import { tellSecond } from '../../cases/pressing.act.ts';
import { record } from '../../events/event.store.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { caseOfMessage } from '../../messages/outbox.store.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import { placeOf } from '../../orders/asking/status.act.ts';
import { talkToPerson } from '../../orders/talking.act.ts';
import type { Order } from '../../orders/order.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import { changesOneOrder } from '../../orders/changing/talk.act.ts';
import { ordersGoods } from '../../orders/placing/clear.act.ts';
import { rowsOf } from '../../orders/table/tables.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { belongsTo } from './belongs.decide.ts';
import { receiptFor } from './receipt.act.ts';
import { replyWords } from '../reply.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;
type Customer = Extract<Speaker['actor'], { kind: 'customer' }>;

/** A colleague who answers a message of a case speaks to the customer, whatever they say; true when they did. */
export async function heardFromColleague(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const { actor } = speaker;
  if (actor.kind !== 'staff' || !incoming.replyTo) return false;
  const caseId = await caseOfMessage(turn.tx, incoming.address, incoming.replyTo);
  if (!caseId) return false;
  const said = { text: incoming.text, files: incoming.files ?? [] };
  if (said.text.trim() === '' && said.files.length === 0) {
    await replyWords(turn, incoming, words(speaker.locale)('cases:refused.no_words'));
    return true;
  }
  const { faster } = await answerCase(turn, { ...speaker, actor }, caseId, said);
  await tellSecond(turn, speaker, incoming, faster);
  return true;
}

/** A customer's words that are for a colleague go there; false for what the desk itself answers. */
export async function heardForColleague(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Intent): Promise<boolean> {
  const { actor } = speaker;
  if (actor.kind !== 'customer') return false;
  const open = await findOpenCase(turn.tx, actor.id);
  const isReply = await isReplyToCase(turn, actor, incoming);
  const files = incoming.files ?? [];
  const isTalk = open !== null || isReply;
  const goods = isTalk && intent.kind === 'words' ? await ordersGoods(turn, incoming, actor.id) : 'no';
  // who arranges a day with a colleague speaks of that day
  const mayChange = isTalk && intent.kind === 'words' && goods !== 'surely' && open?.about !== 'booking';
  const isOrder = goods === 'surely' || (mayChange && (await changesOneOrder(turn, speaker, incoming.text)));
  const hasDraft = isTalk && (await draftOfConversation(turn.tx, placeOf(incoming)))?.customerId === actor.id;
  const belongs = belongsTo({ intent, isOpen: open !== null, isReply, hasFiles: files.length > 0, isOrder, hasDraft });
  if (belongs === 'desk') return false;
  const about = intent.kind === 'complaint' ? 'complaint' : intent.kind === 'talk_to_person' || files.length === 0 ? 'person' : 'file';
  const said = { text: incoming.corrects ? `✎ ${incoming.text}` : incoming.text, files };
  const standing = open && (await lockOpenCase(turn.tx, actor.id));
  if (!standing || (intent.kind === 'talk_to_person' && intent.orderNumber !== null)) {
    await askForPerson(turn, speaker, actor, incoming, { about, said, number: intent.orderNumber });
    return true;
  }
  const receipt = isReply ? undefined : await receiptFor(turn, speaker, { text: incoming.text, kind: intent.kind, goods, hasDraft });
  // "ok" and "make them black" may have been meant for the draft: who wrote it must know that nothing of it came there
  const mayBeOfDraft = hasDraft && !isReply && (intent.kind === 'confirm' || (intent.kind === 'words' && receipt?.offers.length === 0));
  const told = receipt && !(mayBeOfDraft && intent.kind === 'words') ? { receipt } : {};
  await passOn(turn, standing, { customer: actor, address: incoming.address, order: null, words: said, ...told }, belongs === 'colleague');
  if (mayBeOfDraft)
    await replyWords(turn, incoming, words(speaker.locale)(intent.kind === 'confirm' ? 'cases:passedDraft' : 'cases:passedBesideDraft'));
  return true;
}

/** A wish for a person, about an order where one of theirs is named; files always go with the words. */
export async function askForPerson(
  turn: DeskTurn,
  speaker: Speaker,
  actor: Customer,
  incoming: Incoming,
  wish: { about: CaseAbout; said: Words; number: string | null },
): Promise<void> {
  const order = wish.number ? await findOrderByNumber(turn.tx, wish.number) : await complainedOf(turn, actor, wish.about);
  const mine = order?.customerId === actor.id ? order : null;
  const { address } = incoming;
  if (order && !mine) await record(turn, { kind: 'order.denied', actor, via: speaker.address, orderId: order.id, reason: 'not_yours' });
  if (mine && wish.said.files.length === 0 && rowsOf(mine.kind, mine.state, 'talk_to_person').length > 0) {
    const input = { reason: wish.said.text };
    await talkToPerson(turn, { orderId: mine.id, action: 'talk_to_person', actor, via: speaker.address, input, version: null });
    return;
  }
  const receipt = { asks: true, offers: [] };
  const isSilent = wish.said.text.trim() === '' && wish.said.files.length === 0;
  await callPerson(turn, { customer: actor, address, about: wish.about, order: mine, words: isSilent ? null : wish.said, receipt });
}

/** A complaint that names no order is about the only one that is open. */
async function complainedOf(turn: DeskTurn, actor: Customer, about: CaseAbout): Promise<Order | null> {
  const [only, ...others] = about === 'complaint' ? await openOrders(turn.tx, actor.id, 2) : [];
  return only && others.length === 0 ? only : null;
}

async function isReplyToCase(turn: DeskTurn, actor: Customer, { address, replyTo }: Message): Promise<boolean> {
  const caseId = replyTo ? await caseOfMessage(turn.tx, address, replyTo) : null;
  const standing = caseId ? await findCase(turn.tx, caseId) : null;
  return standing?.customerId === actor.id;
}

/** STOP ends messages, not a conversation the customer began; they are told, with the way to end it too. */
export async function tellThatCaseStays(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const open = await findOpenCase(turn.tx, speaker.actor.id);
  if (!open) return;
  const t = words(speaker.locale);
  const end = { action: 'close_case', label: t('cases:button.end'), args: { case: open.id } };
  await replyWords(turn, incoming, t('cases:stopKeepsCase'), [end], 'case');
}
