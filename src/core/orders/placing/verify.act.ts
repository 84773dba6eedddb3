import { wasMovedToItsDay } from '../../events/event.store.ts';
import { openItems } from '../../notes/model/second.ts';
import { notBefore } from '../../notes/not-before.ts';
import { lockCustomerOf } from '../../people/customer.store.ts';
import { readHistory } from '../../review/checks.store.ts';
import type { CheckResult } from '../../review/checks/check.ts';
import { runChecks } from '../../review/checks.ts';
import { nextUp } from '../../review/deciders.decide.ts';
import { judgeChecks } from '../../review/verdict.decide.ts';
import { wasHeld } from '../../review/hold.store.ts';
import { approvalTiers, saveVerification } from '../../review/verification.store.ts';
import { addWorkingDays } from '../../schedule/calendar.ts';
import { readCalendar } from '../../schedule/calendar.store.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import { planOrder } from '../../stock/ledger.act.ts';
import { lockStock } from '../../stock/stock.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decision, type Effect } from '../decision.ts';
import { wordsOfWish } from '../fulfilling/asked-for.decide.ts';
import { guards } from '../guards.decide.ts';
import { orderTotal, type Order } from '../order.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { needsOf, whenOf } from './needs.act.ts';
import { priorityFor } from './priority.act.ts';
import { withWishPrices } from './wish-price.decide.ts';

/**
 * Runs every check on a submitted order and does what they say: confirm with stock kept, review with reasons, or decline.
 * A promise later than the day that was `shown` before the tap is told.
 */
export function verify(turn: DeskTurn, orderId: string, shown: Temporal.PlainDate | null = null): Promise<Taken> {
  const asked: Asked = { orderId, action: 'verify', actor: { kind: 'system' }, via: null, input: {}, version: null };
  return takeStep(turn, asked, async ({ order }) => {
    const { results, report, verdict } = await examine(turn, order);
    await saveVerification(turn, { orderId, version: order.version, checks: results, riskScore: verdict.riskScore, report });
    const priority = await priorityFor(turn, order, report);
    if (verdict.verdict === 'reject')
      return { ok: true, decision: { outcome: 'block', effects: [{ kind: 'say', to: 'customer', about: 'rejected', text: null }] } };
    if (verdict.verdict === 'review')
      return {
        ok: true,
        decision: {
          outcome: 'review',
          changes: { priority },
          effects: [{ kind: 'ask_approval', role: verdict.eligibleRole, reasons: verdict.reviewReasons }],
        },
      };
    const { changes, effects } = promised(order, report, verdict.holds);
    const later: Effect[] =
      shown && Temporal.PlainDate.compare(report.promise, shown) > 0
        ? [{ kind: 'say', to: 'customer', about: 'promise_later', text: shown.toString() }]
        : [];
    // what a model suggests stops nothing: it is asked about while the order goes on
    const asks: Effect[] = openItems(order.reading?.second).length > 0 ? [{ kind: 'ask_wish' }] : [];
    const after = [...(effects ?? []), ...later, ...asks];
    return { ok: true, decision: { outcome: 'pass', changes: { ...changes, priority }, effects: after } };
  });
}

/** A person with the right approves: what the checks found is known and accepted, so only stock and credit are looked at again. */
export async function confirmReviewed(turn: DeskTurn, asked: Asked): Promise<Taken> {
  await lockCustomerOf(turn.tx, asked.orderId);
  return takeStep(turn, asked, async (facts) => {
    const { products } = await turn.catalogue();
    const priced = withWishPrices(facts.order, asked.input, products);
    if (!priced.ok) return priced;
    const order = { ...facts.order, lines: priced.lines, total: orderTotal(priced.lines, facts.order.discount) };
    // with what the wishes cost the amount may be above this person's limit
    const failure = guards.within_limit({ ...facts, order }, asked.actor);
    if (failure) {
      const role = nextUp(facts.approval?.eligibleRole ?? 'manager', order.total, await approvalTiers(turn.tx));
      return refuse(failure.code, { ...failure.params, role });
    }
    const { report, verdict } = await examine(turn, order);
    const moved = await movedTo(turn, order);
    const { changes, effects } = promised(order, report, verdict.holds, { moved, wasHeld: await wasHeld(turn.tx, order.id, 'customer') });
    const reason = asked.input['reason']?.trim() || null;
    const { lines, total } = order;
    return {
      ok: true,
      decision: {
        reason,
        changes: { ...changes, ...(priced.extra === 0n ? {} : { lines, total }) },
        effects: [
          { kind: 'settle_approval', state: 'approved', reason },
          ...effects,
          {
            kind: 'say',
            to: 'customer',
            about: priced.extra > 0n ? 'approved_priced' : 'approved',
            text: `${order.currency} ${priced.extra}`,
          },
        ],
      },
    };
  });
}

/**
 * The working day a customer moved their order to while it was looked at, else the one before which nothing may come; a day it
 * was ordered for is a limit and delays nothing.
 */
async function movedTo(turn: DeskTurn, { id, requestedDate, reading }: Order): Promise<Temporal.PlainDate | null> {
  const isMoved = requestedDate !== null && (await wasMovedToItsDay(turn.tx, id));
  const day = isMoved ? requestedDate : notBefore(reading);
  return day && addWorkingDays(await readCalendar(turn.tx), day, 0);
}

/** An order in review that was changed: what it is asked about now, and whom. */
export async function askAnew(turn: DeskTurn, changed: Order): Promise<Extract<Effect, { kind: 'supersede_approval' }>> {
  const { verdict } = await examine(turn, changed);
  const reasons = [...verdict.reviewReasons, { key: 'changed', params: {} }];
  return { kind: 'supersede_approval', role: verdict.eligibleRole, reasons };
}

/** With the stock locked: what is found free here is still free when it is kept. */
async function examine(turn: DeskTurn, order: Order) {
  const { tx } = turn;
  const skus = order.lines.flatMap(({ sku }) => (sku ? [sku] : []));
  const needs = await needsOf(turn, order);
  await lockStock(tx, skus);
  const report = await planOrder(turn, order.id, needs, await whenOf(turn));
  const { products } = await turn.catalogue();
  const prices = await readPrices(tx, order.priceList, order.currency, skus);
  const history = await readHistory(tx, order, turn.now);
  const results: CheckResult[] = runChecks({ ...history, order, products, prices, report, gapShown: true });
  return { results, report, verdict: judgeChecks(results, order.total, await approvalTiers(tx)) };
}

/** Never before everything can be there, and not before the day it was moved to. */
function promised(
  order: Order,
  report: Awaited<ReturnType<typeof planOrder>>,
  holds: ReturnType<typeof judgeChecks>['holds'],
  { moved, wasHeld: wasHeldBefore }: { moved: Temporal.PlainDate | null; wasHeld: boolean } = { moved: null, wasHeld: false },
): Decision {
  const earliest = Temporal.PlainDate.from(report.promise);
  const promise = moved && Temporal.PlainDate.compare(moved, earliest) > 0 ? moved : earliest;
  const placed: Effect[] = holds.map((hold) => ({ kind: 'place_hold', hold, reason: hold }));
  // "hold it until I say so": known to whoever approves, and nothing is taken from the shelf before somebody hears from the customer.
  // A hold for it that stands goes on, and one that was lifted stays so: somebody has heard from them
  const waits = wasHeldBefore ? null : wordsOfWish(order, 'hold');
  if (waits !== null) placed.push({ kind: 'place_hold', hold: 'customer', reason: waits });
  if (wordsOfWish(order, 'invoice') !== null) placed.push({ kind: 'tell_invoice' });
  return {
    changes: { promisedOriginal: order.promisedOriginal ?? promise, promisedLatest: promise },
    effects: [{ kind: 'allocate', report }, ...placed],
  };
}
