import type { HoldKind } from '../review/hold.ts';
import { planMore } from '../stock/ledger.act.ts';
import type { DeskTurn } from '../turn.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './judge.decide.ts';
import { needsOf, whenOf } from './placing/needs.act.ts';

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
