import { sentence, type Draft } from '../../messages/card.ts';
import { laneOf, type Address } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { opening } from '../../messages/window.decide.ts';
import { readBusiness } from '../../people/business.store.ts';
import { addressesOfRole, deskPlaces } from '../../people/colleague.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import { liftersOf } from '../../review/hold.ts';
import type { Schedule } from '../../schedule/slots.decide.ts';
import { date as dateWords } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Role } from '../actions.ts';
import { placeOfCustomer } from '../cards/said.act.ts';
import { showEverywhere, underCardOf } from '../cards/show.act.ts';
import { readFacts } from '../facts.act.ts';
import type { Facts } from '../judge.decide.ts';
import type { Order } from '../order.ts';
import { pastPromise } from '../order.store.ts';

/** In the time zone of the business; whoever lives where it is night hears it in their morning. */
export const promiseRound: Schedule = { name: 'promises', times: ['09:00'], staleAfterHours: 9 };

/** What was promised before a desk was off for longer is old news. */
const newsDays = 7;

/** An order whose promised day went by before it was delivered. */
interface Late {
  order: Order;
  promise: Temporal.PlainDate;
  /** What keeps it from going on. */
  holds: Facts['holds'];
  today: Temporal.PlainDate;
}

/**
 * The promised day of an order went by: its customer hears it before they have to ask, and those whose turn it is that the order is
 * late. Once for each day that was promised.
 */
export async function tellPassedPromises(turn: DeskTurn): Promise<void> {
  const { timeZone, locale } = await readBusiness(turn.tx);
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const order of await pastPromise(turn.tx, { from: today.subtract({ days: newsDays }), before: today })) {
    const promise = order.promisedLatest;
    if (!promise) continue;
    const next = order.state === 'confirmed' ? 'prepare' : order.state === 'preparing' ? 'ship' : null;
    const holds = (await readFacts(turn, order)).holds.filter(({ blocks }) => next !== null && blocks.includes(next));
    const late: Late = { order, promise, holds, today };
    const tell = async (to: Address, unknown: Locale, cardFor: (late: Late, language: Locale) => Draft): Promise<void> => {
      const reader = await findReader(turn.tx, to);
      const dedupeKey = `promise_off:${order.id}:${promise.toString()}:${laneOf(to)}`;
      const card = cardFor(late, reader?.locale ?? unknown);
      const dueAt = opening('transactional', turn.now, reader?.timeZone ?? timeZone) ?? turn.now;
      await say(turn, { to, class: 'transactional', dedupeKey, card, orderId: order.id, dueAt, ...underCardOf(order.id, to) });
    };
    const customer = await placeOfCustomer(turn, order);
    if (customer) await tell(customer, order.locale, forCustomer);
    for (const to of await deskOf(turn, late)) await tell(to, locale, forDesk);
    await showEverywhere(turn, order.id, `late:${promise.toString()}`);
  }
}

function forCustomer({ order: { id, kind, number, state }, promise, holds, today }: Late, language: Locale): Draft {
  const t = words(language);
  const params = { number: number ?? '', date: dateWords(promise, language, today) };
  if (holds.length > 0) return sentence(t('orders:said.promise_off', params));
  if (kind === 'service') return sentence(t('orders:said.promise_passed_service', params));
  if (state !== 'in_transit') return sentence(t('orders:said.promise_passed', params));
  return sentence(t('orders:said.promise_under_way', params), [
    { action: 'deliver', label: t('orders:ownAction.deliver'), args: { order: id } },
  ]);
}

function forDesk({ order, promise, holds, today }: Late, language: Locale): Draft {
  const t = words(language);
  const number = order.number ?? '';
  const params = { number, date: dateWords(promise, language, today) };
  const [first] = holds;
  const kinds = holds.map(({ kind }) => t(`orders:hold.${kind}`)).join(t('orders:card.listJoin'));
  const text = first
    ? t('reviewing:call.heldLate', { ...params, kinds, role: t(`orders:role.${first.releaseRole}`) })
    : t(order.state === 'in_transit' ? 'reviewing:call.lateUnderWay' : 'reviewing:call.late', params);
  return sentence(text, [{ action: 'status', label: t('reviewing:open', { number }), args: { order: order.id } }]);
}

/** Whose turn it is: who may lift what holds it, who prepares and sends goods, who speaks with customers of a service. */
async function deskOf(turn: DeskTurn, { order, holds }: Late): Promise<Address[]> {
  const roles: Role[] =
    holds.length > 0 ? holds.flatMap(({ kind }) => liftersOf(kind)) : [order.kind === 'goods' ? 'warehouse' : 'customer_service'];
  const read = await Promise.all([...new Set(roles)].map((role) => placesOf(turn, role)));
  return [...new Map(read.flat().map((to) => [laneOf(to), to])).values()];
}

/** A manager is called in person; the others read where their work stands. */
function placesOf({ tx }: DeskTurn, role: Role): Promise<Address[]> {
  if (role === 'manager') return addressesOfRole(tx, role);
  return deskPlaces(tx, role === 'sales' || role === 'legal' || role === 'warehouse' ? role : 'review', role);
}
