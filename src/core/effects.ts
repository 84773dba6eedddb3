import { performFollowUp } from './care/planning.act.ts';
import { callAboutOrder } from './cases/opening.act.ts';
import { bringBefore } from './orders/cards/bring.act.ts';
import { performProposeChange, performSettleChange, performTellChange, performTellNote } from './orders/changing/tell.act.ts';
import { labelReading, performLabel } from './notes/model/labels/label.act.ts';
import { performSay } from './orders/cards/said.act.ts';
import type { Effect } from './orders/decision.ts';
import { tellInvoice } from './orders/fulfilling/invoice.act.ts';
import { openShortage, settleShortage } from './orders/fulfilling/shortage.said.act.ts';
import { planReading } from './orders/reading/planning.act.ts';
import { putPayment } from './orders/payment.store.ts';
import { deliverShipments, putShipment } from './orders/fulfilling/shipment.store.ts';
import type { Reason } from './review/approval.store.ts';
import { rememberAddress } from './people/customer.store.ts';
import { askApproval, forwardApproval, holdClock, runClock, settleApproval, supersedeApproval } from './review/asking.act.ts';
import { liftersOf } from './review/hold.ts';
import { liftHold, placeHold } from './review/hold.store.ts';
import { plan, unplan } from './schedule/jobs.ts';
import { allocate, dropKept, keepAtMost, loseKept, release, shipKept } from './stock/ledger.act.ts';
import type { Handover } from './stock/ledger.store.ts';
import { planRestock } from './stock/restock.ts';
import type { Applied, DeskTurn } from './turn.ts';

type Performers = { [K in Effect['kind']]: (turn: DeskTurn, effect: Extract<Effect, { kind: K }>, applied: Applied) => Promise<void> };

const staffId = ({ actor }: Applied): string | null => (actor.kind === 'staff' ? actor.id : null);
const skusOf = (handovers: readonly Handover[]): string[] => handovers.map(({ sku }) => sku);
const nameOf = ({ actor }: Applied): string | null => ('name' in actor ? actor.name : null);
/** Why a decision moved, as it stands among its reasons: a colleague's words or leaving, time that ran out, or an amount above the limit. */
function reasonOf(because: 'handed_over' | 'overdue' | 'assignee_left', by: string | null, reason: string): Reason {
  if (because === 'overdue') return { key: 'overdue', params: { due: reason } };
  if (because === 'assignee_left') return { key: because, params: { name: reason } };
  return by === null ? { key: 'above_limit', params: {} } : { key: 'handed_over', params: { by, reason } };
}

const jobKey = (job: string, applied: Applied): string => `${job}:${applied.order.id}`;

/** Whose each effect is: every kind an order's table may name, mapped to the function of the feature that owns it. */
const performers = {
  allocate: async (turn, { report }, { order }) => void (await allocate(turn, order.id, report)),
  release: async (turn, _effect, { order }) => planRestock(turn, skusOf(await release(turn, order.id))),
  ask_approval: async (turn, { role, reasons }, { order }) => {
    await askApproval(turn, order, { role, reasons });
    await bringBefore(turn, order, { role, assignee: null });
  },
  keep_at_most: async (turn, { lines }, { order }) => void (await keepAtMost(turn, order.id, lines)),
  propose_change: performProposeChange,
  settle_change: performSettleChange,
  tell_change: performTellChange,
  tell_note: performTellNote,
  settle_approval: (turn, { state, reason }, applied) => settleApproval(turn, applied.order.id, state, staffId(applied), reason),
  pause_approval: (turn, { question }, applied) =>
    holdClock(turn, applied.order.id, { id: staffId(applied), name: nameOf(applied) ?? '' }, question),
  resume_approval: (turn, { answer }, { order }) => runClock(turn, order.id, answer),
  forward_approval: async (turn, { role, assignee, because, reason }, applied) => {
    const by = nameOf(applied);
    const again = await forwardApproval(turn, applied.order, {
      role,
      assignee: assignee?.id ?? null,
      state: because === 'overdue' ? 'expired' : 'forwarded',
      by: staffId(applied),
      because: reasonOf(because, by, reason),
    });
    await bringBefore(turn, applied.order, { role, assignee: assignee?.id ?? null }, { because, by, reason, again });
  },
  supersede_approval: async (turn, { role, reasons }, { order }) => {
    await supersedeApproval(turn, order, { role, reasons });
    await bringBefore(turn, order, { role, assignee: null });
  },
  remember_address: (turn, { address }, { order }) => rememberAddress(turn.tx, order.customerId, address),
  place_hold: async (turn, { hold, reason }, applied) => {
    await placeHold(turn, applied.order.id, hold, reason, staffId(applied));
    for (const role of liftersOf(hold)) await bringBefore(turn, applied.order, { role, assignee: null });
  },
  lift_hold: (turn, { hold, reason }, applied) => liftHold(turn, applied.order.id, hold, reason, staffId(applied)),
  record_payment: (turn, { amount, reference }, applied) =>
    putPayment(turn, { orderId: applied.order.id, amount, currency: applied.order.currency, reference, by: staffId(applied) }),
  ship_goods: async (turn, shipment, { order }) => {
    await shipKept(turn, order.id, shipment.parts);
    await putShipment(turn, order.id, shipment);
  },
  lose_goods: (turn, effect, { order }) => loseKept(turn, order.id, effect),
  drop_units: async (turn, effect, { order }) => {
    await planRestock(turn, skusOf(await dropKept(turn, order.id, effect)));
  },
  tell_invoice: tellInvoice,
  open_shortage: openShortage,
  settle_shortage: settleShortage,
  restock: (turn, { sku, dueAt }) => planRestock(turn, [sku], dueAt),
  deliver_goods: (turn, { shipmentId }, { order }) => deliverShipments(turn, order.id, shipmentId),
  say: performSay,
  open_case: callAboutOrder,
  follow_up: performFollowUp,
  read_note: planReading,
  ask_wish: (turn, _effect, { order }) => bringBefore(turn, order, { role: 'customer_service', assignee: null }),
  label_note: performLabel,
  label_reading: labelReading,
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
