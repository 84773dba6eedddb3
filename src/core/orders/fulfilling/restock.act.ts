import { planMore } from '../../stock/ledger.act.ts';
import { planRestock } from '../../stock/restock.ts';
import { ordersWaitingFor, readStock } from '../../stock/stock.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided, type Effect } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { takeStep, type Taken } from '../step.act.ts';
import { isOpen } from './shortage.ts';

/** Gives what has become free of a product to the order that is first in turn; the next order is a job of its own. */
export async function restock(turn: DeskTurn, sku: string): Promise<void> {
  const stock = await readStock(turn.tx, [sku]);
  if (stock.every(({ free }) => free <= 0)) return;
  const [orderId] = await ordersWaitingFor(turn.tx, [sku], 1);
  if (orderId === undefined) return;
  const taken = await topUp(turn, orderId);
  if (taken.ok) await planRestock(turn, [sku]);
}

/** An order that waits gets what there is now. */
function topUp(turn: DeskTurn, orderId: string): Promise<Taken> {
  const asked = { orderId, action: 'restock' as const, actor: { kind: 'system' as const }, via: null, input: {}, version: null };
  return takeStep(turn, asked, (facts) => give(turn, facts));
}

async function give(turn: DeskTurn, { order, shortages }: Facts): Promise<Decided> {
  const needs = await needsOf(turn, order);
  const when = await whenOf(turn);
  const report = await planMore(turn, order.id, needs, when);
  if (report.lines.every(({ takes }) => takes.length === 0)) return refuse('nothing_changed');
  // more goods never make it later: only a promise that has passed is given anew
  const planned = Temporal.PlainDate.from(report.promise);
  const latest = order.promisedLatest;
  const isKept = latest !== null && Temporal.PlainDate.compare(latest, when.today) >= 0 && Temporal.PlainDate.compare(latest, planned) <= 0;
  const promisedLatest = isKept ? latest : planned;
  const there = shortages.filter((one) => isOpen(one) && report.lines.some(({ lineId, rest }) => lineId === one.lineId && rest === null));
  const effects: Effect[] = [
    { kind: 'allocate', report },
    ...there.map(({ id }): Effect => ({ kind: 'settle_shortage', id, end: 'restocked' })),
    ...(isKept ? [] : [{ kind: 'say' as const, to: 'customer' as const, about: 'promise_moved' as const, text: null }]),
  ];
  return { ok: true, decision: { changes: { promisedLatest }, effects } };
}
