import { record } from '../events/event.store.ts';
import type { Address } from '../messages/incoming.ts';
import type { Actor } from '../people/person.ts';
import type { DeskTurn } from '../turn.ts';
import type { ActionId, Row } from './actions.ts';
import type { Decided, Effect, Refusal } from './decision.ts';
import { stepBefore } from './before.decide.ts';
import { readFacts } from './facts.act.ts';
import { judge, type Facts } from './judge.decide.ts';
import type { Order, OrderChanges } from './order.ts';
import { findOrder, lastStep, lockOrder } from './order.store.ts';
import { rowsOf } from './table/tables.ts';
import { differenceOf, tellingEffects } from './told.ts';
import { saveTransition } from './transition.store.ts';

/** Somebody asks for an action on an order. `version` is the one they saw, where they saw one. */
export interface Asked {
  orderId: string;
  action: ActionId;
  actor: Actor;
  via: Address | null;
  input: Record<string, string>;
  version: number | null;
}

export type Taken = { ok: true; order: Order } | { ok: false; refusal: Refusal };

/**
 * Takes one step of an order: lock, judge by the table, decide, save the transition, perform its effects, show the
 * cards. Every denial leaves an event. This is the only way a state is ever written.
 */
export async function takeStep(turn: DeskTurn, asked: Asked, decide: (facts: Facts) => Decided | Promise<Decided>): Promise<Taken> {
  const allowed = await allow(turn, asked);
  if (!allowed.ok) return allowed;
  const { facts, rows } = allowed;
  const { order } = facts;
  const decided = await decide(facts);
  if (!decided.ok) return deny(turn, asked, order, decided.refusal);
  const { decision } = decided;
  const row = rows.find(({ outcome }) => outcome === decision.outcome);
  if (!row) throw new Error(`no row of ${asked.action} ends in ${decision.outcome ?? 'its one way'}`);
  const perform = async (effects: Effect[], applied: Order): Promise<void> => {
    for (const effect of effects) {
      if (!row.effects.includes(effect.kind)) throw new Error(`the table gives ${asked.action} no effect ${effect.kind}`);
      await turn.perform(turn, effect, { order: applied, actor: asked.actor, via: asked.via });
    }
  };

  const after = changed(order, row, decision.changes ?? {}, turn.now);
  await perform(decision.first ?? [], order);
  await saveTransition(
    turn.tx,
    after,
    { action: asked.action, from: order.state, to: after.state, actor: asked.actor, at: turn.now },
    {
      kind: after.kind !== order.kind,
      lines: decision.changes?.lines !== undefined,
      reading: decision.changes?.reading !== undefined,
      priority: decision.changes?.priority ?? null,
    },
  );
  const difference = differenceOf(order, after);
  const lapsed = lapsing(asked, facts, after);
  await record(turn, {
    kind: `order.${asked.action}`,
    actor: asked.actor,
    via: asked.via,
    orderId: order.id,
    customerId: order.customerId,
    before: difference.before,
    after: { ...difference.after, input: asked.input, effects: tellingEffects([...decision.effects, ...lapsed], facts) },
    reason: decision.reason ?? null,
  });
  await perform(decision.effects, after);
  for (const effect of lapsed) await turn.perform(turn, effect, { order: after, actor: asked.actor, via: asked.via });
  await turn.show(turn, after.id);
  return { ok: true, order: after };
}

type Allowed = { ok: true; facts: Facts; rows: Row[] } | { ok: false; refusal: Refusal };

/** Locks the order and says whether this may be asked of it now; a "no" is kept. */
export async function allow(turn: DeskTurn, asked: Asked): Promise<Allowed> {
  const order = await lockOrder(turn.tx, asked.orderId);
  if (!order) return { ok: false, refusal: { code: 'unknown_order', params: {} } };
  const judged = await judgeAsked(turn, asked, order);
  return judged.ok ? judged : deny(turn, asked, order, judged.refusal);
}

/** Why this may not be asked of an order now, with no effect on anything; null where it may. */
export async function whyNot(turn: DeskTurn, asked: Asked): Promise<Refusal | null> {
  const order = await findOrder(turn.tx, asked.orderId);
  if (!order) return { code: 'unknown_order', params: {} };
  const judged = await judgeAsked(turn, asked, order);
  return judged.ok ? null : about(order, judged.refusal);
}

async function judgeAsked(turn: DeskTurn, asked: Asked, order: Order): Promise<Allowed> {
  // somebody else's order does not exist here: not even its state is told
  if (asked.actor.kind === 'customer' && asked.actor.id !== order.customerId)
    return { ok: false, refusal: { code: 'unknown_order', params: {} } };
  const facts = await readFacts(turn, order);
  const verdict = judge(facts, asked.action, asked.actor, turn.now);
  if (!verdict.ok) return { ok: false, refusal: await withLastStep(turn, order, asked, verdict) };
  if (asked.version !== null && asked.version !== order.version)
    return { ok: false, refusal: await withLastStep(turn, order, asked, { code: 'old_card', params: {} }) };
  return { ok: true, facts, rows: verdict.rows };
}

/** A change that waits for a person lapses with the last state in which somebody could decide it. */
function lapsing({ action }: Asked, { change }: Facts, order: Order): Effect[] {
  const isDecided = action === 'accept_proposal' || action === 'refuse_proposal';
  if (!change || isDecided || rowsOf(order.kind, order.state, 'refuse_proposal').length > 0) return [];
  return [{ kind: 'settle_change', state: 'lapsed', reason: order.state }];
}

/** A "no" is remembered too: who asked for what, where, and why not. */
export async function deny(turn: DeskTurn, asked: Asked, order: Order, refusal: Refusal): Promise<{ ok: false; refusal: Refusal }> {
  await record(turn, {
    kind: 'order.denied',
    actor: asked.actor,
    via: asked.via,
    orderId: order.id,
    customerId: order.customerId,
    before: { state: order.state, version: order.version },
    after: { action: asked.action, code: refusal.code, params: refusal.params },
    reason: refusal.code,
  });
  return { ok: false, refusal: about(order, refusal) };
}

const about = ({ kind, number }: Order, { code, params }: Refusal): Refusal => ({
  code,
  params: { ...params, orderKind: kind, number: number ?? '' },
});

/** Whoever comes second is told who was faster, and when; a colleague who comes too early, what has to be done first. */
async function withLastStep(turn: DeskTurn, order: Order, { action, actor }: Asked, refused: Refusal): Promise<Refusal> {
  const first = refused.code === 'wrong_state' && actor.kind === 'staff' ? stepBefore(order.kind, order.state, action) : null;
  const refusal = first ? { code: refused.code, params: { ...refused.params, first } } : refused;
  const last = await lastStep(turn.tx, order.id);
  if (!last || rowsOf(order.kind, last.from, action).length === 0) return refusal;
  if ('id' in actor && actor.id === last.actorId) return refusal;
  const params = { ...refusal.params, lastAction: last.action, lastFrom: last.from, lastAt: last.at.toString(), lastBy: last.by ?? '' };
  return { code: refusal.code, params };
}

function changed(order: Order, row: Row, { priority: _priority, ...changes }: OrderChanges, now: Temporal.Instant): Order {
  const state = row.to === 'same' || row.to === 'new' ? order.state : row.to;
  return {
    ...order,
    ...changes,
    state,
    version: order.version + 1,
    submittedAt: row.action === 'confirm' ? now : order.submittedAt,
    enteredStateAt: state === order.state ? order.enteredStateAt : now,
  };
}
