import type { Reason } from '../review/approval.store.ts';
import type { HoldKind } from '../review/hold.ts';
import type { FulfilabilityReport } from '../stock/fulfilability.decide.ts';
import type { Role } from './actions.ts';
import type { GuardFailure } from './guards.decide.ts';
import type { OrderChanges } from './order.ts';

/** What must follow a step, as data; the table in `core/effects.ts` says which feature does it. */
export type Effect =
  | { kind: 'allocate'; report: FulfilabilityReport }
  | { kind: 'release' }
  | { kind: 'ask_approval'; role: Role; reasons: Reason[] }
  | { kind: 'settle_approval'; state: 'approved' | 'rejected' | 'cancelled'; reason: string | null }
  | { kind: 'pause_approval'; question: string }
  | { kind: 'resume_approval'; answer: string }
  | { kind: 'forward_approval'; role: Role; assignee: string | null; because: 'handed_over' | 'overdue'; reason: string }
  /** What is to be approved has changed: what was asked or decided about it before counts no more. */
  | { kind: 'supersede_approval'; role: Role; reasons: Reason[] }
  | { kind: 'place_hold'; hold: HoldKind; reason: string }
  | { kind: 'lift_hold'; hold: HoldKind; reason: string }
  | { kind: 'record_payment'; amount: bigint; reference: string }
  | { kind: 'remember_address'; address: string }
  | { kind: 'ship_goods'; carrier: string; trackingNumber: string | null }
  | { kind: 'deliver_goods' }
  | { kind: 'say'; to: 'customer' | 'asker'; about: SaidAbout; text: string | null }
  | { kind: 'plan'; job: 'expire_draft' | 'accept_delivery'; dueAt: Temporal.Instant }
  | { kind: 'unplan'; job: 'expire_draft' | 'accept_delivery' };

/** What is told in `orders:said.<about>`. */
export type SaidAbout = 'expired' | 'rejected' | 'question' | 'answer' | 'undone' | 'overdue';

export interface Decision {
  /** The ending, for an action whose rows have several. */
  outcome?: string;
  changes?: OrderChanges | undefined;
  effects: Effect[];
  /** Why, in the words of the person who decided; stored with the event. */
  reason?: string | null;
}

/** A "no", with what it is about; the words come from `orders:refused.<code>`. */
export interface Refusal {
  code:
    | GuardFailure['code']
    | 'wrong_state'
    | 'not_yours'
    | 'old_card'
    | 'unknown_order'
    | 'unknown_button'
    | 'expired_button'
    | 'value_missing'
    | 'value_invalid'
    | 'nothing_changed'
    | 'too_many_lines'
    | 'duplicate'
    | 'address_missing'
    | 'target_may_not'
    | 'colleague_may_not'
    | 'more_than_owed';
  params: Record<string, string>;
}

export type Decided = { ok: true; decision: Decision } | { ok: false; refusal: Refusal };

export const refuse = (code: Refusal['code'], params: Record<string, string> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, params },
});
