import { bringBefore } from './orders/cards/show.act.ts';
import { performProposeChange, performSettleChange, performTellChange } from './orders/changing/tell.act.ts';
import { performSay } from './orders/cards/said.act.ts';
import type { Effect } from './orders/decision.ts';
import { putPayment } from './orders/payment.store.ts';
import { deliverGoods, shipGoods } from './orders/shipment.store.ts';
import { closeApproval, pauseApproval, resumeApproval } from './review/approval.store.ts';
import { askApproval, forwardApproval, supersedeApproval } from './review/asking.act.ts';
import { liftHold, placeHold } from './review/hold.store.ts';
import { plan, unplan } from './schedule/jobs.ts';
import { allocate, keepAtMost, release, shipKept } from './stock/ledger.act.ts';
import type { Applied, DeskTurn } from './turn.ts';

type Performers = { [K in Effect['kind']]: (turn: DeskTurn, effect: Extract<Effect, { kind: K }>, applied: Applied) => Promise<void> };

const staffId = ({ actor }: Applied): string | null => (actor.kind === 'staff' ? actor.id : null);
const jobKey = (job: string, applied: Applied): string => `${job}:${applied.order.id}`;

/** Whose each effect is: every kind an order's table may name, mapped to the function of the feature that owns it. */
const performers = {
  allocate: async (turn, { report }, { order }) => void (await allocate(turn, order.id, report)),
  release: async (turn, _effect, { order }) => void (await release(turn, order.id)),
  ask_approval: async (turn, { role, reasons }, { order }) => {
    await askApproval(turn, order, role, reasons);
    await bringBefore(turn, order, 'customer_service');
  },
  keep_at_most: async (turn, { lines }, { order }) => void (await keepAtMost(turn, order.id, lines)),
  supersede_approval: async (turn, { role, reasons }, { order }) => {
    await supersedeApproval(turn, order, role, reasons);
    await bringBefore(turn, order, 'customer_service');
  },
  propose_change: performProposeChange,
  settle_change: performSettleChange,
  tell_change: performTellChange,
  settle_approval: (turn, { state, reason }, applied) => closeApproval(turn, applied.order.id, state, staffId(applied), reason),
  pause_approval: (turn, _effect, applied) => pauseApproval(turn, applied.order.id, staffId(applied)),
  resume_approval: (turn, _effect, { order }) => resumeApproval(turn, order.id),
  forward_approval: async (turn, { role, reason }, applied) => {
    await forwardApproval(turn, applied.order, role, staffId(applied), reason);
    await bringBefore(turn, applied.order, role);
  },
  place_hold: (turn, { hold, reason }, applied) => placeHold(turn, applied.order.id, hold, reason, staffId(applied)),
  lift_hold: (turn, { hold, reason }, applied) => liftHold(turn, applied.order.id, hold, reason, staffId(applied)),
  record_payment: (turn, { amount, reference }, applied) =>
    putPayment(turn, { orderId: applied.order.id, amount, currency: applied.order.currency, reference, by: staffId(applied) }),
  ship_goods: async (turn, { carrier, trackingNumber }, { order }) => {
    await shipKept(turn, order.id);
    await shipGoods(turn, order, carrier, trackingNumber);
  },
  deliver_goods: (turn, _effect, { order }) => deliverGoods(turn, order),
  say: performSay,
  plan: (turn, { job, dueAt }, applied) => plan(turn, { key: jobKey(job, applied), kind: job, dueAt, body: { orderId: applied.order.id } }),
  unplan: (turn, { job }, applied) => unplan(turn, jobKey(job, applied)),
} satisfies Performers;

/** Performs one effect of a step in the transaction of the step. */
export async function perform(turn: DeskTurn, effect: Effect, applied: Applied): Promise<void> {
  const table: { [kind: string]: (turn: DeskTurn, effect: never, applied: Applied) => Promise<void> } = performers;
  const performer = table[effect.kind];
  if (!performer) throw new Error(`nobody performs ${effect.kind}`);
  await performer(turn, effect as never, applied); // `performers` satisfies the exact pairing above
}
