import type { DeskTurn } from '../../turn.ts';
import { takeStep, type Taken } from '../step.act.ts';

/** How long an unconfirmed draft waits for its customer. */
export const draftLife = Temporal.Duration.from({ hours: 7 * 24 });

/** Closes a draft nobody confirmed, with one notice to the customer. */
export function expireDraft(turn: DeskTurn, orderId: string): Promise<Taken> {
  const asked = { orderId, action: 'expire' as const, actor: { kind: 'system' as const }, via: null, input: {}, version: null };
  return takeStep(turn, asked, () => ({
    ok: true,
    decision: { effects: [{ kind: 'say', to: 'customer', about: 'expired', text: null }] },
  }));
}
