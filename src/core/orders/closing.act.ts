import type { DeskTurn } from '../turn.ts';
import { isOpen } from './fulfilling/shortage.ts';
import type { Effect } from './decision.ts';
import type { Order } from './order.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** Ends an order before anything was prepared and gives its stock back. */
export function cancel(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, ({ order, shortages, paid }) => ({
    ok: true,
    decision: {
      reason: asked.input['reason'] ?? null,
      effects: [
        ...(order.state === 'draft' ? [{ kind: 'unplan' as const, job: 'expire_draft' as const }] : []),
        ...(order.state === 'in_review' ? [{ kind: 'settle_approval' as const, state: 'cancelled' as const, reason: null }] : []),
        ...(order.state === 'confirmed' ? [{ kind: 'release' as const }] : []),
        ...shortages.filter(isOpen).map(({ id }) => ({ kind: 'settle_shortage' as const, id, end: 'order_cancelled' as const })),
        ...(asked.actor.kind === 'staff' && order.state !== 'draft' ? [cancelledFor(order, paid)] : []),
      ],
    },
  }));
}

/** A customer whose order a colleague ends hears of it, and of the money they get back. */
const cancelledFor = ({ currency }: Order, paid: bigint): Effect => ({
  kind: 'say',
  to: 'customer',
  about: paid > 0n ? 'cancelled_paid' : 'cancelled',
  text: `${currency} ${paid}`,
});

/** The customer has it and is content, or seven days went by without a word. */
export function accept(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => ({ ok: true, decision: { effects: [{ kind: 'unplan', job: 'accept_delivery' }] } }));
}

export function reopen(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => ({ ok: true, decision: { reason: asked.input['reason'] ?? null, effects: [] } }));
}
