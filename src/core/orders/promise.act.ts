import { sentence } from '../messages/card.ts';
import { say } from '../messages/outbox.ts';
import { addressesOfRole, deskPlaces } from '../people/colleague.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { findReader } from '../people/speaker.store.ts';
import { laneOf, type Address } from '../messages/incoming.ts';
import { liftersOf, type HoldKind } from '../review/hold.ts';
import type { Schedule } from '../schedule/slots.decide.ts';
import { planMore } from '../stock/ledger.act.ts';
import { date as dateWords } from '../text/format.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { placeOfCustomer } from './cards/said.act.ts';
import { showEverywhere } from './cards/show.act.ts';
import type { Role } from './actions.ts';
import type { Decision } from './decision.ts';
import { readFacts } from './facts.act.ts';
import type { Facts } from './judge.decide.ts';
import { heldPastPromise } from './order.store.ts';
import { needsOf, whenOf } from './placing/needs.act.ts';

/** In the time zone of the business: nobody is told at night. */
export const promiseRound: Schedule = { name: 'promises', times: ['09:00'], staleAfterHours: 9 };

/** What was promised before a desk was off for longer is old news. */
const newsDays = 7;

/**
 * The promised day of an order on hold went by, and nothing else happens to it: its customer hears that the day is off, and those
 * who can lift the hold that it is late. Once for each day that was promised.
 */
export async function tellPassedPromises(turn: DeskTurn): Promise<void> {
  const { timeZone, locale } = await readBusiness(turn.tx);
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const order of await heldPastPromise(turn.tx, { from: today.subtract({ days: newsDays }), before: today })) {
    const { holds } = await readFacts(turn, order);
    const promise = order.promisedLatest;
    const [first] = holds;
    if (!promise || !first) continue;
    const about = { class: 'transactional' as const, orderId: order.id };
    const keyOf = (lane: string): string => `promise_off:${order.id}:${promise.toString()}:${lane}`;
    const customer = await placeOfCustomer(turn, order);
    const number = order.number ?? '';
    if (customer) {
      const language = (await findReader(turn.tx, customer))?.locale ?? order.locale;
      const text = words(language)('orders:said.promise_off', { number, date: dateWords(promise, language, today) });
      await say(turn, { ...about, to: customer, dedupeKey: keyOf(laneOf(customer)), card: sentence(text) });
    }
    const roles = [...new Set(holds.flatMap(({ kind }) => liftersOf(kind)))];
    const read = await Promise.all(roles.map((role) => placesOf(turn, role)));
    const places = new Map(read.flat().map((to) => [laneOf(to), to]));
    for (const to of places.values()) {
      const language = (await findReader(turn.tx, to))?.locale ?? locale;
      const t = words(language);
      const kinds = holds.map(({ kind }) => t(`orders:hold.${kind}`)).join(t('orders:card.listJoin'));
      const text = t('reviewing:call.heldLate', {
        number,
        date: dateWords(promise, language, today),
        kinds,
        role: t(`orders:role.${first.releaseRole}`),
      });
      const open = { action: 'status', label: t('reviewing:open', { number }), args: { order: order.id } };
      await say(turn, { ...about, to, dedupeKey: keyOf(laneOf(to)), card: sentence(text, [open]) });
    }
    await showEverywhere(turn, order.id, `late:${promise.toString()}`);
  }
}

/** A manager is called in person; the others read where their work stands. */
function placesOf({ tx }: DeskTurn, role: Role): Promise<Address[]> {
  if (role === 'manager') return addressesOfRole(tx, role);
  return deskPlaces(tx, role === 'sales' || role === 'legal' || role === 'warehouse' ? role : 'review', role);
}

/** What goes on only now is promised anew where the day it was promised for cannot be kept any more; never for an earlier one. */
export async function promisedAnew(
  turn: DeskTurn,
  { order, holds }: Facts,
  lifted: readonly HoldKind[],
): Promise<Pick<Decision, 'changes' | 'effects'>> {
  const next = order.state === 'confirmed' ? 'prepare' : order.state === 'preparing' ? 'ship' : null;
  const isStopped = holds.some(({ kind, blocks }) => !lifted.includes(kind) && next !== null && blocks.includes(next));
  if (!order.promisedLatest || next === null || isStopped) return { effects: [] };
  const report = await planMore(turn, order.id, await needsOf(turn, order), await whenOf(turn));
  const planned = Temporal.PlainDate.from(report.promise);
  if (Temporal.PlainDate.compare(planned, order.promisedLatest) <= 0) return { effects: [] };
  return { changes: { promisedLatest: planned }, effects: [{ kind: 'say', to: 'customer', about: 'promise_anew', text: null }] };
}
