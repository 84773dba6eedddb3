import { callPerson } from '../cases/opening.act.ts';
import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Form } from '../messages/form.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { livePlaces } from '../messages/outbox.store.ts';
import { say } from '../messages/outbox.ts';
import { accept } from '../orders/closing.act.ts';
import { findOrder } from '../orders/order.store.ts';
import type { Order } from '../orders/order.ts';
import { stop } from '../people/consent.act.ts';
import { askOffersOnce } from '../people/offers.act.ts';
import type { Speaker } from '../people/person.ts';
import { lockCustomer } from '../people/customer.store.ts';
import { whisper } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { isTouchAction, judgeAnswer, type CareEffect, type Judged, type RefusedAnswer, type TouchAction } from './answer.decide.ts';
import { answeredCard, formOfAnswer, refusedAnswer } from './answered.cards.ts';
import { campaigns } from './campaigns.act.ts';
import { recordTouch } from './record.act.ts';
import { putComment, putSurveyAnswer, surveyAnswerOf } from './survey.store.ts';
import { findTouch, lockTouch, saveTouch } from './touch.store.ts';
import { liveName, type Touch } from './touch.ts';
import { openTrouble } from './trouble.act.ts';

type Customer = Extract<Speaker['actor'], { kind: 'customer' }>;
type Answering = Speaker & { actor: Customer };
type Values = Record<string, string>;

/** A button of a touch was pressed, or its form sent. */
export async function pressTouch(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: TouchAction,
): Promise<Outcome> {
  const found = await findTouch(turn.tx, button.args['touch'] ?? '');
  const values = incoming.kind === 'form' ? incoming.values : {};
  const refused = found
    ? await answerTouch(turn, speaker, incoming, found, action, values)
    : { code: 'unknown_touch' as const, touch: null };
  if (!refused) return { ok: true };
  const text = refusedAnswer(refused.code, refused.touch, speaker);
  await whisper(turn, incoming, text);
  return { ok: false, refusal: { code: refused.code, text } };
}

/** Null where the answer counts; otherwise why not. Every "no" leaves an event. */
export async function answerTouch(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  found: Touch,
  action: TouchAction,
  values: Values,
): Promise<{ code: RefusedAnswer; touch: Touch } | null> {
  const { tx } = turn;
  const { actor } = speaker;
  if (actor.kind !== 'customer' || actor.id !== found.customerId) return no(turn, speaker, found, action, 'not_yours');
  await lockCustomer(tx, found.customerId);
  const touch = (await lockTouch(tx, found.id)) ?? found;
  const survey = await surveyAnswerOf(tx, touch.id);
  const given = { touch, action, survey, text: values['text'] ?? '', score: values['score'] ?? '', now: turn.now };
  const judged = judgeAnswer(given);
  if (!judged.ok) return no(turn, speaker, touch, action, judged.code);
  await keep(turn, { ...speaker, actor }, touch, action, judged, values);
  const orders = await ordersOf(turn, touch);
  for (const effect of judged.effects) await perform(turn, { ...speaker, actor }, incoming, { touch, orders, effect, values });
  await show(turn, touch, judged, orders, speaker);
  return null;
}

async function keep(
  turn: Turn,
  { actor, address }: Answering,
  touch: Touch,
  action: TouchAction,
  { answer }: Extract<Judged, { ok: true }>,
  values: Values,
): Promise<void> {
  if (answer !== null)
    await saveTouch(turn.tx, { ...touch, state: 'answered', reason: null, settledAt: null, answer, answeredAt: turn.now });
  const said = values['text']?.trim().slice(0, 500) ?? '';
  await recordTouch(turn, 'touch.answered', { ...touch, reason: null }, { actor, via: address, answer: answer ?? action, said });
}

/** In place of the question, where it stands; what was told with it stays to be read. */
async function show(
  turn: DeskTurn,
  touch: Touch,
  { shows }: Extract<Judged, { ok: true }>,
  orders: Order[],
  reader: Speaker,
): Promise<void> {
  const survey = await surveyAnswerOf(turn.tx, touch.id);
  const told =
    touch.purpose === 'service' || touch.purpose === 'marketing' ? await campaigns[touch.campaign].compose(turn, touch, reader) : null;
  const stays = told && 'card' in told ? told.card : null;
  const card = answeredCard(touch, { shows, survey, orders, stays }, reader);
  const live = liveName(touch.id);
  for (const to of await livePlaces(turn.tx, live))
    await say(turn, { to, class: 'transactional', dedupeKey: `${live}:${turn.ids.uuid()}`, card, live });
}

const content = 4;

interface Performing {
  touch: Touch;
  orders: Order[];
  effect: CareEffect;
  values: Values;
}

async function perform(turn: DeskTurn, speaker: Answering, incoming: Incoming, performing: Performing): Promise<void> {
  const { touch, orders, effect, values } = performing;
  const { actor, address } = speaker;
  const [first] = orders;
  const t = words(speaker.locale);
  switch (effect.kind) {
    case 'accept':
      for (const { id, state } of orders)
        if (state === 'delivered') await accept(turn, { orderId: id, action: 'accept', actor, via: address, input: {}, version: null });
      return;
    case 'rate':
      await putSurveyAnswer(turn, touch, effect);
      // whoever is content may like to hear from us; nobody else is asked
      if (effect.score >= content) await askOffersOnce(turn, speaker, incoming);
      return;
    case 'comment':
      return putComment(turn, touch.id, effect.text);
    case 'opt_out':
      return stop(turn, speaker, incoming);
    case 'book': {
      if (!first) return;
      const text = t('care:wish.book', { number: first.number ?? '' });
      await callPerson(turn, { customer: actor, address, about: 'booking', order: first, words: { text, files: [] } });
      return;
    }
    case 'trouble': {
      const order = orders.find(({ id }) => id === values['order']) ?? first;
      if (!order) return;
      const said = effect.words === '' ? t('care:wish.problem', { number: order.number ?? '' }) : effect.words;
      const { code, score } = effect;
      await openTrouble(turn, { customer: actor, address, order, code, score, words: said, touchId: touch.id, orderIds: touch.orderIds });
    }
  }
}

async function ordersOf({ tx }: Turn, { orderIds }: Touch): Promise<Order[]> {
  const orders = await Promise.all(orderIds.map((id) => findOrder(tx, id)));
  return orders.filter((order) => order !== null);
}

/** What the button asks before it counts; nothing where it would be refused. */
export async function formOfTouch(turn: Turn, speaker: Speaker, button: BoundButton): Promise<Form | null> {
  const touch = await findTouch(turn.tx, button.args['touch'] ?? '');
  if (!touch || touch.customerId !== speaker.actor.id || !isTouchAction(button.action)) return null;
  const survey = await surveyAnswerOf(turn.tx, touch.id);
  const form = formOfAnswer(button.action, { id: button.token, orders: await ordersOf(turn, touch), survey }, speaker);
  if (!form) return null;
  // filled in as it might be: a question that takes no answer any more opens nothing
  const judged = judgeAnswer({ touch, action: button.action, survey, text: '…', score: '5', now: turn.now });
  return judged.ok ? form : null;
}

async function no(
  turn: Turn,
  { actor, address }: Speaker,
  touch: Touch,
  action: TouchAction,
  code: RefusedAnswer,
): Promise<{ code: RefusedAnswer; touch: Touch }> {
  await record(turn, {
    kind: 'touch.denied',
    actor,
    via: address,
    orderId: touch.orderId,
    customerId: touch.customerId,
    after: { touches: [{ step: touch.step, campaign: touch.campaign, answer: action }], code },
    reason: code,
  });
  return { code, touch };
}
