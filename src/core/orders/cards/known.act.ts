import { tallies } from '../../notes/model/labels/label.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { deciders } from '../../people/colleague.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { pendingReasons, questionsOf, rejection } from '../../review/approval.store.ts';
import { openTroubleOf } from '../../review/exception.store.ts';
import { lastReport } from '../../review/verification.store.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import { planOrder } from '../../stock/ledger.act.ts';
import { keptFor } from '../../stock/stock.store.ts';
import type { Locale } from '../../text/locale.ts';
import type { DeskTurn } from '../../turn.ts';
import { readFacts, wasConfirmed } from '../facts.act.ts';
import { isQuantityOpen, type Order } from '../order.ts';
import { findOrder, placeNames, staffName } from '../order.store.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { shipmentsOf } from '../fulfilling/shipment.store.ts';

/** What cards say of an order, whoever reads them. */
export type Known = ReturnType<typeof knownOf>;

/** Each is read when a card first asks for it, and once for all cards of the order that are said in one go. */
export function knownOf(turn: DeskTurn, order: Order) {
  const { tx } = turn;
  const names = new Map<Locale, ReturnType<typeof placeNames>>();
  return {
    facts: once(() => readFacts(turn, order)),
    business: once(() => readBusiness(tx)),
    customer: once(() => customerTerms(tx, order.customerId)),
    placedByName: once(async () => (order.placedBy ? staffName(tx, order.placedBy) : null)),
    rejection: once(async () => (order.state === 'rejected' ? rejection(tx, order.id) : null)),
    asked: once(async () => (order.state === 'draft' ? [] : questionsOf(tx, order.id))),
    isTroubled: once(async () => order.state === 'delivered' && openTroubleOf(tx, order.id)),
    repeats: once(async () => (order.state === 'draft' && order.repeats ? findOrder(tx, order.repeats) : null)),
    tallies: once(() => tallies(tx)),
    reasons: once(async () => (order.state === 'in_review' ? pendingReasons(tx, order.id) : [])),
    report: once(() => (order.state === 'draft' ? possible(turn, order) : lastReport(tx, order.id))),
    underWay: once(async () =>
      wasConfirmed(order.state)
        ? { kept: await keptFor(tx, order.id), shipments: await shipmentsOf(tx, order.id) }
        : { kept: [], shipments: [] },
    ),
    deciders: once(() => deciders(tx)),
    places(locale: Locale) {
      const known = names.get(locale) ?? placeNames(tx, locale);
      names.set(locale, known);
      return known;
    },
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= read());
}

/** What could be promised for a draft right now: the customer sees it before the tap. */
async function possible(turn: DeskTurn, order: Order): Promise<FulfilabilityReport | null> {
  const needs = await needsOf(turn, order);
  return needs.length > 0 && !isQuantityOpen(order) ? planOrder(turn, order.id, needs, await whenOf(turn)) : null;
}
