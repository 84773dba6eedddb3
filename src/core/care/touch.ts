import type { MessageClass } from '../messages/delivery.decide.ts';

/** A reason to speak to customers of our own accord; see `campaigns.act.ts`. */
export type CampaignName = 'follow_up' | 'win_back';

/** Why a message planned by the desk is put off, was not sent or is no longer needed; words in `care:reason.<reason>`. */
export type TouchReason =
  | 'quiet_hours'
  | 'merged'
  | 'expired'
  | 'opted_out'
  | 'no_consent'
  | 'unreachable'
  | 'open_exception'
  | 'open_case'
  | 'cap_marketing'
  | 'cap_service'
  | 'cap_survey'
  | 'late_delivery'
  | 'problem'
  | 'answered'
  | 'said_already'
  | 'nothing_to_say'
  | 'ordered'
  | 'replied'
  | 'open_order'
  | 'note_not_sent';

/** A message the desk plans to a customer: one row from the plan to the answer. */
export interface Touch {
  id: string;
  customerId: string;
  /** The order that began it; null where it is about none. */
  orderId: string | null;
  campaign: CampaignName;
  /** What the campaign has one of each step for. */
  subject: string;
  step: string;
  purpose: MessageClass;
  state: 'planned' | 'deferred' | 'sent' | 'withheld' | 'failed' | 'answered' | 'cancelled';
  /** A `TouchReason`, or what the platform said where it did not arrive. */
  reason: string | null;
  plannedAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  /** Not sent any more from then on. */
  expiresAt: Temporal.Instant;
  outboxKey: string | null;
  sentAt: Temporal.Instant | null;
  settledAt: Temporal.Instant | null;
  answer: string | null;
  answeredAt: Temporal.Instant | null;
  /** Every order it is about, in the order of their delivery. */
  orderIds: string[];
}

/** One delivery a touch is about. */
export interface Delivery {
  orderId: string;
  deliveredAt: Temporal.Instant;
  /** Days after the one that was promised. */
  lateDays: number;
}

export const isOpen = ({ state }: Pick<Touch, 'state'>): boolean => state === 'planned' || state === 'deferred';

/** The live card of a touch: its answer is shown in place. */
export const liveName = (id: string): string => `touch:${id}`;
