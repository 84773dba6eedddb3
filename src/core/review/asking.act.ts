import type { Role } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { addBusinessHours } from '../schedule/calendar.ts';
import { readCalendar } from '../schedule/calendar.store.ts';
import type { DeskTurn } from '../turn.ts';
import { closeApproval, openApproval, pendingReasons, type Reason } from './approval.store.ts';

/** Business hours within which somebody decides about an order in review; an urgent one comes first. */
const decisionHours = { ordinary: 4, urgent: 1 };

/** Puts the order before whoever may decide it, with the reasons and a time by which they do. */
export async function askApproval(turn: DeskTurn, order: Order, role: Role, reasons: Reason[]): Promise<void> {
  const calendar = await readCalendar(turn.tx);
  const dueAt = addBusinessHours(calendar, turn.now, order.urgent ? decisionHours.urgent : decisionHours.ordinary);
  await openApproval(turn, { orderId: order.id, version: order.version, role, reasons, dueAt });
}

/** What was asked about is no longer what stands there: the old question is void, and the order is asked about anew. */
export async function supersedeApproval(turn: DeskTurn, order: Order, role: Role, reasons: Reason[]): Promise<void> {
  await closeApproval(turn, order.id, 'superseded', null, null);
  await askApproval(turn, order, role, reasons);
}

/** The old question is closed as handed over; the new one keeps its reasons and says why it moved. */
export async function forwardApproval(turn: DeskTurn, order: Order, role: Role, by: string | null, reason: string): Promise<void> {
  const reasons = await pendingReasons(turn.tx, order.id);
  await closeApproval(turn, order.id, 'forwarded', by, reason);
  await askApproval(turn, order, role, [...reasons, { key: 'escalated', params: { reason } }]);
}
