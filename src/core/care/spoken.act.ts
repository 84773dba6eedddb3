import { findOpenCase } from '../cases/case.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { Intent } from '../notes/intent/intent.ts';
import { placeOf } from '../orders/asking/status.act.ts';
import { draftOfConversation, findOrder } from '../orders/order.store.ts';
import type { Order } from '../orders/order.ts';
import type { Speaker } from '../people/person.ts';
import { replyWords } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { isTouchAction, type TouchAction } from './answer.decide.ts';
import { answerTouch } from './answering.act.ts';
import { readSpoken } from './spoken.decide.ts';
import { newestDeliveries, unansweredTouches } from './touch.store.ts';
import type { Touch } from './touch.ts';
import { openTrouble } from './trouble.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Words so long after the question may be its answer, and a complaint so long after a delivery may be about it. */
const answerWithin = Temporal.Duration.from({ hours: 7 * 24 });

/** Somebody answers in words what they were asked after a delivery, or says that something is wrong with it; true when they did. */
export async function heardAfterDelivery(turn: DeskTurn, speaker: Speaker, incoming: Message, intent: Intent): Promise<boolean> {
  const { actor } = speaker;
  if (actor.kind !== 'customer') return false;
  const isComplaint = intent.kind === 'complaint';
  const spoken = isComplaint ? null : readSpoken(incoming.text);
  if (!isComplaint && !spoken) return false;
  // what somebody says who talks with a colleague is for the colleague
  if (await findOpenCase(turn.tx, actor.id)) return false;
  if (isComplaint) return complain(turn, { ...speaker, actor }, incoming, intent.orderNumber);
  if (!spoken || (await draftOfConversation(turn.tx, placeOf(incoming)))) return false;
  const action: string = spoken.kind === 'all_good' ? spoken.kind : `csat_${spoken.score}`;
  if (!isTouchAction(action)) return false;
  const asked = await unanswered(turn, actor.id, action);
  if (!asked || (await answerTouch(turn, speaker, incoming, asked, action, {}))) return false;
  const t = words(speaker.locale);
  if (action !== 'csat_1' && action !== 'csat_2') await replyWords(turn, incoming, t('care:heard'));
  return true;
}

async function complain(
  turn: DeskTurn,
  speaker: Speaker & { actor: Extract<Speaker['actor'], { kind: 'customer' }> },
  incoming: Message,
  number: string | null,
): Promise<boolean> {
  const { actor, address } = speaker;
  const orders = await delivered(turn, actor.id);
  const order = number === null ? orders[0] : orders.find((one) => one.number === number || one.number?.endsWith(`-${number}`));
  if (!order) return false;
  const said = { words: incoming.text, ...(incoming.files ? { files: incoming.files } : {}) };
  const report = { customer: actor, address, order, code: 'customer_problem' as const, score: null, touchId: null, orderIds: [order.id] };
  await openTrouble(turn, { ...report, ...said });
  return true;
}

/** What was delivered to a customer lately and is followed up, the newest first. */
async function delivered({ tx, now }: Turn, customerId: string): Promise<Order[]> {
  const ids = await newestDeliveries(tx, customerId, now.subtract(answerWithin));
  const orders = await Promise.all(ids.map((id) => findOrder(tx, id)));
  return orders.filter((order) => order !== null);
}

/** The newest question that may be answered so and was not yet. */
async function unanswered({ tx, now }: Turn, customerId: string, action: TouchAction): Promise<Touch | undefined> {
  const steps = action === 'all_good' ? ['arrived', 'close'] : ['csat'];
  const open = await unansweredTouches(tx, customerId, now.subtract(answerWithin));
  return open.find(({ campaign, step, purpose }) => campaign === 'follow_up' && steps.includes(step) && purpose !== 'marketing');
}
