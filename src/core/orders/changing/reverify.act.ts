import { readHistory } from '../../review/checks.store.ts';
import { zoneOf } from '../../review/checks/address.ts';
import type { CheckReason } from '../../review/checks/check.ts';
import { runChecks } from '../../review/checks.ts';
import { judgeChecks } from '../../review/verdict.decide.ts';
import { approvalTiers, lastChecks, saveVerification } from '../../review/verification.store.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import { planAnew } from '../../stock/ledger.act.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Effect, Refusal } from '../decision.ts';
import type { Order, OrderChanges } from '../order.ts';
import { paidSoFar } from '../payment.store.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { priorityFor } from '../placing/priority.act.ts';
import { asOrdered, freshReasons, paymentAfter, promiseOf, stillAsked, withStandingPromises } from './reverified.decide.ts';
import { sidesOf } from './sides.decide.ts';
import type { Side, Wish } from './wish.ts';
import { wished } from './wished.decide.ts';

/** An order as it would be after a change, looked at like a new one, with the stock locked. */
export interface Reverified {
  after: Order;
  before: Side;
  wanted: Side;
  priceDelta: bigint;
  /** The earliest day for everything, where the wish is earlier. */
  earliest: string | null;
  /** Why a person looks at the change. */
  reasons: CheckReason[];
  /** All that an order in review is asked for. */
  allReasons: CheckReason[];
  role: ReturnType<typeof judgeChecks>['eligibleRole'];
  isMaterial: boolean;
  changes: OrderChanges;
  first: Effect[];
  /** Stock and holds, for an order that keeps stock. */
  effects: Effect[];
  refund: bigint;
  save(): Promise<void>;
}

/** `byWord`: a colleague answers for the wished date, though the plan says later. */
export async function reverify(
  turn: DeskTurn,
  order: Order,
  wish: Wish,
  { byWord = false }: { byWord?: boolean } = {},
): Promise<{ ok: true; seen: Reverified } | { ok: false; refusal: Refusal }> {
  const { tx } = turn;
  const { products } = await turn.catalogue();
  const skus = [...order.lines.flatMap(({ sku }) => sku ?? []), ...(wish.items?.added.map(({ sku }) => sku) ?? [])];
  const prices = await readPrices(tx, order.priceList, order.currency, skus);
  const made = wished(order, wish, { products, prices });
  if (!made.ok) return made;
  const when = await whenOf(turn);
  const { more, whole } = await planAnew(turn, order.id, await needsOf(turn, asOrdered(made.order)), when);
  const report = withStandingPromises(whole, order, made.order, when.today);
  const earliest = Temporal.PlainDate.from(report.promise);
  const history = await readHistory(tx, order, turn.now);
  const paid = paymentAfter(order, made.order.total, await paidSoFar(turn.tx, order.id), history.customer.prepaid);
  const results = stillAsked(
    runChecks({
      ...history,
      order: asOrdered({ ...made.order, payment: paid.payment }),
      products,
      prices,
      report,
      gapShown: wish.date === undefined,
    }),
  );
  const verdict = judgeChecks(results, made.order.total, await approvalTiers(tx));
  const otherZone = zoneOf(made.order.address, history.servedZones) !== zoneOf(order.address, history.servedZones);
  const priceDelta = made.order.total - order.total;
  const known = (await lastChecks(tx, order.id)).flatMap(({ outcome, reason }) => (outcome === 'review' ? [reason] : []));
  const reasons = freshReasons(verdict.reviewReasons, known, priceDelta > 0n);
  // an order that had no address has no area that it leaves
  const fillsGap = order.address === null && wish.address !== undefined;
  if (otherZone && !fillsGap && !reasons.some(({ key }) => key === 'address_not_served'))
    reasons.push({ key: 'address_other_zone', params: {} });

  const keeps = order.state !== 'in_review';
  const promise =
    byWord && wish.date
      ? promiseOf(order, wish, Temporal.PlainDate.from(wish.date), when.calendar)
      : promiseOf(order, wish, earliest, when.calendar);
  const after: Order = {
    ...made.order,
    payment: paid.payment,
    ...(keeps ? { promisedOriginal: order.promisedOriginal ?? promise, promisedLatest: promise } : {}),
  };
  const { before, after: wanted } = sidesOf(order, after);
  return {
    ok: true,
    seen: {
      after,
      before,
      wanted,
      priceDelta,
      earliest: wish.date !== undefined && wish.date < report.promise ? report.promise : null,
      reasons,
      allReasons: verdict.reviewReasons,
      role: verdict.eligibleRole,
      isMaterial: wish.date !== undefined || wish.items !== undefined || otherZone || fillsGap,
      changes: await changesOf(turn, order, after, wish, report),
      first: wish.items && keeps ? [{ kind: 'keep_at_most', lines: quantitiesOf(after) }] : [],
      effects: keeps ? stockEffects(more, priceDelta > 0n ? verdict.holds : [], order, after) : [],
      refund: paid.refund,
      save: () =>
        saveVerification(turn, { orderId: order.id, version: order.version, checks: results, riskScore: verdict.riskScore, report }),
    },
  };
}

async function changesOf(turn: DeskTurn, order: Order, after: Order, wish: Wish, report: FulfilabilityReport): Promise<OrderChanges> {
  const { requestedDate, address, total, promisedOriginal, promisedLatest, payment, lines } = after;
  return {
    requestedDate,
    address,
    total,
    promisedOriginal,
    promisedLatest,
    payment,
    ...(wish.items ? { lines } : {}),
    priority: await priorityFor(turn, order, report),
  };
}

function stockEffects(more: FulfilabilityReport, holds: ReturnType<typeof judgeChecks>['holds'], before: Order, after: Order): Effect[] {
  return [
    { kind: 'allocate', report: more },
    ...holds.map((hold): Effect => ({ kind: 'place_hold', hold, reason: hold })),
    ...(before.payment !== 'paid' && after.payment === 'paid'
      ? [{ kind: 'lift_hold', hold: 'credit', reason: 'paid' } satisfies Effect]
      : []),
  ];
}

const quantitiesOf = ({ lines }: Order): ReadonlyMap<string, number> =>
  new Map(lines.map(({ id, quantity, cancelled }) => [id, quantity - cancelled]));
