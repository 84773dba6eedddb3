import { isOffersAction } from '../people/offers.cards.ts';
import { pressOffers } from '../people/offers.act.ts';
import { isTouchAction } from '../care/answer.decide.ts';
import { pressTouch } from '../care/answering.act.ts';
import { isCaseAction, pressCase } from '../cases/pressing.act.ts';
import { record } from '../events/event.store.ts';
import { isListAction } from '../lists/list.cards.ts';
import { pressList } from '../lists/receiving.act.ts';
import { findButton, unpressable, type BoundButton } from '../messages/buttons.ts';
import { pressDigest } from '../insight/asking.act.ts';
import { turnButtons, turnsButtons } from '../messages/more.act.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { isAboutWords } from '../orders/actions.ts';
import { capabilities, isAskable } from '../orders/capabilities.ts';
import { refusalText } from '../orders/cards/refusal.cards.ts';
import { showAnew } from '../orders/cards/show.act.ts';
import { pageOf, showTimeline } from '../orders/timeline/act.ts';
import { listReview } from '../orders/asking/review-list.act.ts';
import { acknowledge, openOrder, showStatus } from '../orders/asking/status.act.ts';
import type { Refusal } from '../orders/decision.ts';
import type { Order } from '../orders/order.ts';
import { findOrder } from '../orders/order.store.ts';
import { pressLine } from '../orders/placing/which-line.act.ts';
import { changesOf, orderInWords, readingContext } from '../orders/placing/words.act.ts';
import { besideOf } from '../orders/changing/beside.decide.ts';
import { addNote } from '../orders/changing/note.act.ts';
import { rowsOf } from '../orders/table/tables.ts';
import { saysMore } from '../orders/changing/intent.decide.ts';
import { pressChannel } from '../people/choosing/choosing.act.ts';
import { isHintAction } from '../people/hinting/hint.cards.ts';
import { stop } from '../people/consent.act.ts';
import { pressHint } from '../people/hinting/pressing.act.ts';
import { pressPart } from '../people/joining/parting.act.ts';
import { isMeantAction } from '../people/meant/meant.cards.ts';
import type { Speaker } from '../people/person.ts';
import { pressSetup } from '../people/setup/setup.act.ts';
import { isSetupAction } from '../people/setup/setup.cards.ts';
import { pressTeam } from '../people/team/team.act.ts';
import { isTeamAction } from '../people/team/team.cards.ts';
import { pressGoods } from '../stock/asked/asked.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { pressFiles } from './words/files.act.ts';
import { isFilesAction } from './words/files.cards.ts';
import { pressForWhom } from './words/for-whom.act.ts';
import { isForWhomAction } from './words/for-whom.cards.ts';
import { tellsItself } from './words/act-in-words.act.ts';
import { askForPerson } from './words/colleague.act.ts';
import { orderOf } from './forms.act.ts';
import { answerLate } from './late.act.ts';
import { isLateAction } from './late.cards.ts';
import { pressMeant } from './meant.act.ts';
import { whisper } from './reply.act.ts';
import { showAll } from './show-all.act.ts';
import { chooseWish, isChoice } from './unsure/choosing.act.ts';
import { hear } from './words/words.act.ts';

type Pressed = Extract<Incoming, { kind: 'press' | 'form' }>;

/** A pressed button or a sent form: the token says what is meant and who may press, the table whether this person may do it. */
export async function press(turn: DeskTurn, speaker: Speaker, incoming: Pressed): Promise<Outcome> {
  const button = await findButton(turn.tx, incoming.token);
  if (!button) return no(turn, speaker, incoming, { code: 'unknown_button', params: {} });
  const obstacle = unpressable(button, incoming.from, turn.now);
  if (obstacle === 'others') return notYours(turn, speaker, incoming, button);
  if (obstacle === 'expired') return no(turn, speaker, incoming, { code: 'expired_button', params: {} }, button);
  if (isChoice(button)) return chooseWish(turn, speaker, incoming, button);
  // a button that shows one of several orders names it itself
  if (button.args['order'] && (button.action === 'status' || button.action === 'timeline'))
    return look(turn, speaker, incoming, button.args['order'], button);
  if (isCaseAction(button.action)) return pressCase(turn, speaker, incoming, button, button.action);
  if (isTouchAction(button.action)) return pressTouch(turn, speaker, incoming, button, button.action);
  if (isOffersAction(button.action)) return pressOffers(turn, speaker, incoming, button, button.action);
  if (isTeamAction(button.action)) return pressTeam(turn, speaker, incoming, button, button.action);
  if (isSetupAction(button.action)) return pressSetup(turn, speaker, incoming, button.action);
  if (isFilesAction(button.action)) return pressFiles(turn, speaker, incoming, button, button.action);
  if (isForWhomAction(button.action)) return pressForWhom(turn, speaker, incoming, button, button.action);
  if (isLateAction(button.action)) {
    const { outcome, wanted } = await answerLate(turn, speaker, incoming, button, button.action);
    const { dedupeKey, at, from, address } = incoming;
    if (wanted !== null) await hear(turn, speaker, { kind: 'message', dedupeKey, at, from, address, text: wanted });
    return outcome;
  }
  if (button.action === 'show_all') {
    const refusal = await showAll(turn, speaker, incoming, button);
    return refusal ? no(turn, speaker, incoming, refusal, button) : { ok: true };
  }
  if (turnsButtons(button.action))
    return (await turnButtons(turn, incoming, button))
      ? { ok: true }
      : no(turn, speaker, incoming, { code: 'expired_button', params: {} }, button);
  if (isListAction(button.action)) return pressList(turn, speaker, incoming, button, button.action);
  if (isHintAction(button.action)) return pressHint(turn, speaker, incoming, button, button.action);
  if (isMeantAction(button.action)) return pressMeant(turn, speaker, incoming, button, button.action);
  if (button.action === 'unlink') return pressPart(turn, speaker, incoming, button);
  if (button.action === 'choose_channel') return pressChannel(turn, speaker, incoming, button);
  if (button.action === 'goods') return pressGoods(turn, speaker, incoming, button);
  if (button.action === 'line_of_draft') return pressLine(turn, speaker, incoming, button, await readingContext(turn));
  if (button.action === 'new_order') return pressNewOrder(turn, speaker, incoming, button);
  if (button.action === 'stop') {
    await stop(turn, speaker, incoming);
    return { ok: true };
  }
  if (button.action === 'digest_list') return pressDigest(turn, speaker, incoming, button);
  if (button.action === 'review') {
    await listReview(turn, speaker, incoming, button.args['page'] ?? '');
    return { ok: true };
  }
  const orderId = orderOf(button);
  if (!orderId || !isAskable(button.action)) return no(turn, speaker, incoming, { code: 'unknown_button', params: {} }, button);
  const taken = await capabilities[button.action](turn, {
    orderId,
    action: button.action,
    actor: speaker.actor,
    via: speaker.address,
    // what the desk bound to the button is not for a form to change
    input: { ...(incoming.kind === 'form' ? incoming.values : {}), ...button.args },
    version: isAboutWords(button.action) ? null : button.orderVersion,
  });
  await passOnRest(turn, speaker, incoming, button, orderId);
  if (taken.ok && incoming.kind === 'form' && incoming.inMessages && !tellsItself.has(button.action))
    await tellBelow(turn, speaker, incoming, taken.order);
  // an answer is not kept up to date as a card is: how it stands now is said below it
  else if (taken.ok && button.cardId === null) await acknowledge(turn, speaker, incoming, taken.order);
  if (taken.ok) return { ok: true };
  return answer(turn, incoming, { code: taken.refusal.code, text: refusalText(taken.refusal, speaker) });
}

/** Words that changed one of several orders say more than that: a wish joins the order, and what nobody read is for a colleague. */
async function passOnRest(turn: DeskTurn, speaker: Speaker, incoming: Pressed, button: BoundButton, orderId: string): Promise<void> {
  const { actor } = speaker;
  const text = button.args['words'] ?? '';
  if (actor.kind !== 'customer' || button.action !== 'change_items' || text === '') return;
  const order = await findOrder(turn.tx, orderId);
  if (order?.customerId !== actor.id) return;
  const context = await readingContext(turn);
  if (rowsOf(order.kind, order.state, 'add_note').length > 0 && besideOf(order, text, context, speaker.locale)) {
    await addNote(turn, { orderId, action: 'add_note', actor, via: speaker.address, input: { words: text }, version: null });
    return;
  }
  if (!saysMore(changesOf(text, order, context))) return;
  await askForPerson(turn, speaker, actor, incoming, { about: 'person', said: { text, files: [] }, number: order.number });
}

/** What came of a form whose card stands above all its questions: a customer reads it below them, and goes on from there. */
async function tellBelow(turn: DeskTurn, speaker: Speaker, incoming: Pressed, order: Order): Promise<void> {
  if (speaker.actor.kind !== 'customer') return;
  if (order.state === 'draft') await showAnew(turn, order, incoming.address, incoming.dedupeKey);
  else await showStatus(turn, speaker, incoming, order);
}

/** Words that were thought to be about something else, and are an order. */
async function pressNewOrder(turn: DeskTurn, speaker: Speaker, incoming: Pressed, button: BoundButton): Promise<Outcome> {
  const { dedupeKey, at, from, address } = incoming;
  if (speaker.actor.kind !== 'customer' || address.kind !== 'dm')
    return no(turn, speaker, incoming, { code: 'unknown_button', params: {} }, button);
  await orderInWords(turn, speaker, { kind: 'message', dedupeKey, at, from, address, text: button.args['words'] ?? '' }, speaker.actor.id);
  return { ok: true };
}

async function look(turn: DeskTurn, speaker: Speaker, incoming: Pressed, orderId: string, { action, args }: BoundButton): Promise<Outcome> {
  const order = await findOrder(turn.tx, orderId);
  const mine = order && (speaker.actor.kind === 'staff' || order.customerId === speaker.actor.id);
  if (!mine) return no(turn, speaker, incoming, { code: 'unknown_order', params: {} });
  if (action === 'timeline') await showTimeline(turn, speaker, incoming, order, pageOf(args));
  else await openOrder(turn, speaker, incoming, order);
  return { ok: true };
}

async function no(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Pressed,
  refusal: Refusal,
  button: BoundButton | null = null,
): Promise<Outcome> {
  await deny(turn, speaker, refusal.code, button);
  return answer(turn, incoming, { code: refusal.code, text: refusalText(refusal, speaker) });
}

async function notYours(turn: DeskTurn, speaker: Speaker, incoming: Pressed, button: BoundButton): Promise<Outcome> {
  await deny(turn, speaker, 'others_button', button);
  return answer(turn, incoming, { code: 'others_button', text: words(speaker.locale)('desk:othersButton') });
}

function deny(turn: DeskTurn, speaker: Speaker, reason: string, button: BoundButton | null): Promise<void> {
  const about = { orderId: button?.orderId ?? null, after: button ? { action: button.action } : null };
  return record(turn, { kind: 'press.denied', actor: speaker.actor, via: speaker.address, reason, ...about });
}

async function answer(turn: DeskTurn, incoming: Pressed, refusal: { code: string; text: string }): Promise<Outcome> {
  await whisper(turn, incoming, refusal.text);
  return { ok: false, refusal };
}
