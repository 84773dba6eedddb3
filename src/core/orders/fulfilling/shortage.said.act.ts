import { sentence } from '../../messages/card.ts';
import type { Address } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { deskPlaces } from '../../people/colleague.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import { exceptionsOf, putException, resolveException, weightOf } from '../../review/exception.store.ts';
import { gradeFor, gradeReason } from '../../review/grade.decide.ts';
import { plan, unplan } from '../../schedule/jobs.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import { placeOfCustomer } from '../cards/said.act.ts';
import { underCardOf, viewFor } from '../cards/show.act.ts';
import type { OrderView } from '../cards/view.ts';
import type { Effect } from '../decision.ts';
import type { Order } from '../order.ts';
import { findOrder } from '../order.store.ts';
import { deskWords, questionCard, settledCard } from './shortage.cards.ts';
import { shortageCode, type ReportedShortage, type Shortage, type ShortageEnd } from './shortage.ts';

type Opening = Extract<Effect, { kind: 'open_shortage' }>;
type Settling = Extract<Effect, { kind: 'settle_shortage' }>;

const jobKey = (id: string): string => `shortage_default:${id}`;
const liveName = (id: string): string => `shortage:${id}`;
const staffId = ({ actor }: Applied): string | null => (actor.kind === 'staff' ? actor.id : null);

/** Writes a shortage down, asks the customer how to go on, and plans what happens when they do not say. */
export async function openShortage(turn: DeskTurn, effect: Opening, applied: Applied): Promise<void> {
  const { id, lineId, shortage, dueAt } = effect;
  const { order } = applied;
  const customer = await placeOfCustomer(turn, order);
  const reason = gradeReason(await weightOf(turn.tx, order.id, null, turn.now));
  await putException(turn, {
    id,
    orderId: order.id,
    lineId,
    code: shortageCode,
    grade: gradeFor('medium', reason),
    raisedFor: reason,
    causeSide: 'us',
    state: customer ? 'waiting_customer' : 'open',
    data: shortage,
    dueAt,
    by: staffId(applied),
  });
  await plan(turn, { key: jobKey(id), kind: 'shortage_default', dueAt, body: { orderId: order.id, shortage: id } });
  const reported = await find(turn, order.id, id);
  if (customer) await tellCustomer(turn, applied, customer, reported, (view) => questionCard(view, reported));
  // sales owns what customers were promised
  await tellDesk(turn, applied, reported, 'asked', await deskPlaces(turn.tx, 'sales'));
}

/** An answer, or the end of the question: the card says what follows, and the warehouse knows what to do. */
export async function settleShortage(turn: DeskTurn, { id, end, sku }: Settling, applied: Applied): Promise<void> {
  await resolveException(turn, id, end, staffId(applied));
  await unplan(turn, jobKey(id));
  const reported = await find(turn, applied.order.id, id);
  const customer = await placeOfCustomer(turn, applied.order);
  if (customer) await tellCustomer(turn, applied, customer, reported, (view) => settledCard(view, reported, end, sku));
  if (end !== 'superseded' && end !== 'shipped') await tellDesk(turn, applied, reported, end, await deskPlaces(turn.tx, 'warehouse'), sku);
}

/** The order with its counters as the effects before this one left them. */
async function afresh(turn: DeskTurn, { order }: Applied): Promise<Order> {
  return (await findOrder(turn.tx, order.id)) ?? order;
}

async function find(turn: DeskTurn, orderId: string, id: string): Promise<ReportedShortage> {
  const found = (await exceptionsOf<Shortage>(turn.tx, orderId, shortageCode)).find((one) => one.id === id);
  if (!found) throw new Error(`order ${orderId} has no shortage ${id}`);
  return found;
}

async function tellCustomer(
  turn: DeskTurn,
  applied: Applied,
  to: Address,
  { id }: ReportedShortage,
  card: (view: OrderView) => ReturnType<typeof questionCard>,
): Promise<void> {
  const order = await afresh(turn, applied);
  const view = await viewFor(turn, order, await findReader(turn.tx, to));
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `${liveName(id)}:${order.version}`,
    card: card(view),
    live: liveName(id),
    // without the version: what is asked stays open whatever else happens to the order
    orderId: order.id,
  });
}

async function tellDesk(
  turn: DeskTurn,
  applied: Applied,
  reported: ReportedShortage,
  what: ShortageEnd | 'asked',
  places: Address[],
  sku?: string,
): Promise<void> {
  if (places.length === 0) return;
  const order = await afresh(turn, applied);
  const view = await viewFor(turn, order, null);
  const open = { action: 'status', label: order.number ?? '', args: { order: order.id } };
  for (const to of places) {
    const locale = (await findReader(turn.tx, to))?.locale ?? view.locale;
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${liveName(reported.id)}:${what}:${to.platform}:${to.account}:${to.key}`,
      card: sentence(deskWords({ ...view, locale }, reported, what, sku), [open]),
      orderId: order.id,
      ...underCardOf(order.id, to),
    });
  }
}
