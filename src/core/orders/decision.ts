import type { Reading } from '../notes/reading.ts';
import type { Reason } from '../review/approval.store.ts';
import type { Correction } from '../notes/correct.ts';
import type { HoldKind } from '../review/hold.ts';
import type { JobKind } from '../schedule/job.kinds.ts';
import type { Keeping } from '../stock/ledger.act.ts';
import type { Role } from './actions.ts';
import type { Part } from './fulfilling/parts.decide.ts';
import type { Shortage, ShortageEnd } from './fulfilling/shortage.ts';
import type { GuardFailure } from './guards.decide.ts';
import type { NewsOfChange } from './changing/news.ts';
import type { NewChange } from './changing/change.store.ts';
import type { OrderChanges } from './order.ts';

/** What the other side is told, `orders:said.<news>`. */
export type News =
  | 'expired'
  | 'approved'
  | 'approved_priced'
  | 'cancelled'
  | 'cancelled_paid'
  | 'rejected'
  | 'question'
  | 'answer'
  | 'shipped'
  | 'shipped_part'
  | 'shipped_rest'
  | 'arrived'
  | 'arrived_part'
  | 'work_done'
  | 'promise_moved'
  | 'promise_anew'
  | 'promise_later'
  | 'undone'
  | 'overdue';

/** What must follow a step, as data; the table in `core/effects.ts` says which feature does it. */
export type Effect =
  | { kind: 'allocate'; report: Keeping }
  | { kind: 'release' }
  | { kind: 'ask_approval'; role: Role; reasons: Reason[] }
  | { kind: 'settle_approval'; state: 'approved' | 'rejected' | 'cancelled'; reason: string | null }
  | { kind: 'pause_approval'; question: string }
  | { kind: 'resume_approval'; answer: string }
  | {
      kind: 'forward_approval';
      role: Role;
      assignee: { id: string; name: string } | null;
      /** `assignee_left`: whoever it was handed to by name may decide it no more; the reason is their name. */
      because: 'handed_over' | 'overdue' | 'assignee_left';
      reason: string;
    }
  /** What is to be approved has changed: what was asked or decided about it before counts no more. */
  | { kind: 'supersede_approval'; role: Role; reasons: Reason[] }
  | { kind: 'place_hold'; hold: HoldKind; reason: string }
  | { kind: 'lift_hold'; hold: HoldKind; reason: string }
  | { kind: 'record_payment'; amount: bigint; reference: string }
  | { kind: 'ship_goods'; carrier: string; trackingNumber: string | null; parts: Part[] }
  | { kind: 'deliver_goods'; shipmentId: string | null }
  | { kind: 'lose_goods'; lineId: string; location: string; quantity: number }
  | { kind: 'drop_units'; lineId: string; quantity: number; spare: string }
  | { kind: 'open_shortage'; id: string; lineId: string; shortage: Shortage; dueAt: Temporal.Instant }
  | { kind: 'settle_shortage'; id: string; end: ShortageEnd; sku?: string }
  | { kind: 'restock'; sku: string; dueAt: Temporal.Instant }
  | { kind: 'remember_address'; address: string }
  | { kind: 'say'; to: 'customer' | 'asker'; about: News; text: string | null }
  | { kind: 'open_case'; text: string | null }
  /** A model reads the note too. */
  | { kind: 'read_note' }
  /** Colleagues are asked whether what a model read is right. */
  | { kind: 'ask_wish' }
  /** What a colleague said of a model's suggestion is kept as an example. */
  | { kind: 'label_note'; item: string; right: boolean }
  /** What a colleague put right of the rules' reading is kept as an example. */
  | { kind: 'label_reading'; correction: Correction }
  /** Whoever makes out invoices is told that one is asked for. */
  | { kind: 'tell_invoice' }
  /** The customer is asked how it went. */
  | { kind: 'follow_up' }
  /** Gives back what lines keep beyond this; before the lines shrink, since no line may keep more than it asks for. */
  | { kind: 'keep_at_most'; lines: ReadonlyMap<string, number> }
  | { kind: 'propose_change'; change: NewChange }
  | { kind: 'settle_change'; state: 'accepted' | 'refused' | 'superseded' | 'withdrawn' | 'lapsed'; reason: string | null }
  | { kind: 'tell_change'; told: NewsOfChange }
  /** `said`: the words the wish was read in; its places count from their beginning. */
  | { kind: 'tell_note'; wish: Reading; said: string }
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
    | 'amount_invalid'
    | 'nothing_changed'
    | 'already_so'
    | 'already_made'
    | 'shortage_asked'
    | 'too_many_lines'
    | 'note_full'
    | 'note_passed_on'
    | 'more_than_ready'
    | 'parts_not_wanted'
    | 'already_delivered'
    | 'more_than_kept'
    | 'substitute_gone'
    | 'duplicate'
    | 'address_missing'
    | 'target_may_not'
    | 'colleague_may_not'
    | 'more_than_owed'
    | 'date_past'
    | 'below_shipped'
    | 'nothing_left'
    | 'other_kind'
    | 'not_sold'
    | 'change_unclear'
    | 'quantity_impossible'
    | 'change_outdated'
    | 'proposal_gone'
    | 'already_asked'
    | 'reorder_empty'
    | 'customer_unreachable'
    | 'coupon_unknown'
    | 'coupon_foreign'
    | 'coupon_used'
    | 'coupon_expired'
    | 'coupon_there'
    | 'coupon_nothing'
    | 'wish_settled'
    | 'reading_settled';
  params: Record<string, string>;
}

export type Decided = { ok: true; decision: Decision } | { ok: false; refusal: Refusal };

export const refuse = (code: Refusal['code'], params: Record<string, string> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, params },
});
