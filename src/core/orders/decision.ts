import type { HoldKind } from '../review/hold.ts';
import type { JobKind } from '../schedule/job.kinds.ts';
import type { FulfilabilityReport } from '../stock/fulfilability.decide.ts';
import type { Role } from './actions.ts';
import type { GuardFailure } from './guards.decide.ts';
import type { NewsOfChange } from './changing/news.ts';
import type { NewChange } from './changing/change.store.ts';
import type { OrderChanges } from './order.ts';

/** What must follow a step, as data; the table in `core/effects.ts` says which feature does it. */
export type Effect =
  | { kind: 'allocate'; report: FulfilabilityReport }
  | { kind: 'release' }
  | { kind: 'ask_approval'; role: Role; reasons: { key: string; params: Record<string, string> }[] }
  | { kind: 'settle_approval'; state: 'approved' | 'rejected' | 'cancelled'; reason: string | null }
  | { kind: 'pause_approval' }
  | { kind: 'resume_approval' }
  | { kind: 'forward_approval'; role: Role; reason: string }
  | { kind: 'place_hold'; hold: HoldKind; reason: string }
  | { kind: 'lift_hold'; hold: HoldKind | null; reason: string }
  | { kind: 'record_payment'; amount: bigint; reference: string }
  | { kind: 'ship_goods'; carrier: string; trackingNumber: string | null }
  | { kind: 'deliver_goods' }
  /** Gives back what lines keep beyond this; before the lines shrink, since no line may keep more than it asks for. */
  | { kind: 'keep_at_most'; lines: ReadonlyMap<string, number> }
  | { kind: 'supersede_approval'; role: Role; reasons: { key: string; params: Record<string, string> }[] }
  | { kind: 'propose_change'; change: NewChange }
  | { kind: 'settle_change'; state: 'accepted' | 'refused' | 'superseded' | 'lapsed'; reason: string | null }
  | { kind: 'tell_change'; told: NewsOfChange }
  | { kind: 'say'; to: 'customer' | 'asker'; about: 'expired' | 'rejected' | 'question' | 'answer'; text: string | null }
  | { kind: 'plan'; job: JobKind; dueAt: Temporal.Instant }
  | { kind: 'unplan'; job: JobKind };

export interface Decision {
  /** The ending, for an action whose rows have several. */
  outcome?: string;
  changes?: OrderChanges | undefined;
  /** What must happen before the order is saved. */
  first?: Effect[];
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
    | 'date_past'
    | 'below_shipped'
    | 'nothing_left'
    | 'other_kind'
    | 'not_sold'
    | 'change_unclear'
    | 'change_outdated'
    | 'proposal_gone'
    | 'already_asked'
    | 'reorder_empty'
    | 'customer_unreachable';
  params: Record<string, string>;
}

export type Decided = { ok: true; decision: Decision } | { ok: false; refusal: Refusal };

export const refuse = (code: Refusal['code'], params: Record<string, string> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, params },
});
