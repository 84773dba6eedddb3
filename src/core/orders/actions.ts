import type { State } from './states.ts';

export const actionIds = [
  'create',
  'edit',
  'pick_product',
  'confirm',
  'expire',
  'verify',
  'approve',
  'ask',
  'answer',
  'reject',
  'escalate',
  'hold',
  'release_hold',
  'paid',
  'prepare',
  'ship',
  'deliver',
  'accept',
  'cancel',
  'undo',
  'reopen',
  'talk_to_person',
  'shortage',
  'wait',
  'substitute',
  'split',
  'cancel_line',
  'restock',
  'forward',
  'reschedule',
  'change_address',
  'change_items',
  'add_note',
  'request_cancel',
  'accept_proposal',
  'refuse_proposal',
  'reorder',
  'wish_yes',
  'wish_no',
  'correct',
] as const;
export type ActionId = (typeof actionIds)[number];

/** What is said of the note is about its words, which stay the same while the order goes on. */
export const isAboutWords = (action: string): boolean => action === 'wish_yes' || action === 'wish_no' || action === 'correct';

export const roles = ['customer_service', 'sales', 'legal', 'warehouse', 'manager', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who may: the customer whose order it is, a role, the desk itself, or a program with a key. */
export type Who = 'customer' | 'system' | 'api' | Role;

export type GuardId =
  | 'has_lines'
  | 'products_known'
  | 'quantities_known'
  | 'options_complete'
  | 'approval_waits'
  | 'asked_role'
  | 'was_approved'
  | 'own_decision'
  | 'within_limit'
  | 'four_eyes'
  | 'question_waits'
  | 'hold_open'
  | 'may_release'
  | 'nothing_blocks'
  | 'paid_if_prepaid'
  | 'something_ready'
  | 'something_under_way'
  | 'something_kept'
  | 'shortage_open'
  | 'can_split'
  | 'substitute_known'
  | 'owes_money'
  | 'nothing_left_the_house'
  | 'within_30_days'
  | 'change_waits'
  | 'may_decide_change'
  | 'not_own_change'
  | 'wish_waits'
  | 'note_read';

export type EffectKind =
  | 'allocate'
  | 'release'
  | 'ask_approval'
  | 'settle_approval'
  | 'pause_approval'
  | 'resume_approval'
  | 'forward_approval'
  | 'supersede_approval'
  | 'place_hold'
  | 'lift_hold'
  | 'record_payment'
  | 'remember_address'
  | 'ship_goods'
  | 'deliver_goods'
  | 'lose_goods'
  | 'drop_units'
  | 'open_shortage'
  | 'settle_shortage'
  | 'restock'
  | 'keep_at_most'
  | 'propose_change'
  | 'settle_change'
  | 'tell_change'
  | 'tell_note'
  | 'say'
  | 'open_case'
  | 'follow_up'
  | 'read_note'
  | 'ask_wish'
  | 'label_note'
  | 'label_reading'
  | 'tell_invoice'
  | 'plan'
  | 'unplan';

/** One row of an order kind's table: the only thing that may write a state. */
export interface Row {
  action: ActionId;
  from: readonly (State | '-')[];
  /** `same` keeps the state; the version rises all the same. `new` leaves the order as it is and begins another one. */
  to: State | 'same' | 'new';
  /** Which of the action's endings this row is, where it has several. */
  outcome?: string;
  by: readonly Who[];
  guards: readonly GuardId[];
  effects: readonly EffectKind[];
}

export type ActionTable = readonly Row[];
