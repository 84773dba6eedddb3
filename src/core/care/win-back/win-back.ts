/** What is said to a customer who has gone quiet: a personal note, and a week later a personal coupon. */
export const winBackSteps = ['note', 'coupon'] as const;
export type WinBackStep = (typeof winBackSteps)[number];

export const isWinBackStep = (step: string): step is WinBackStep => winBackSteps.some((known) => known === step);

const day = 24;

/** Hours after the assignment at which a step is due and after which it is not sent any more. */
export const winBackTimes = {
  note: { afterHours: 0, untilHours: 3 * day },
  coupon: { afterHours: 7 * day, untilHours: 10 * day },
} satisfies Record<WinBackStep, { afterHours: number; untilHours: number }>;

/** The coupon of the campaign. */
export const winBackCoupon = { percent: 10, validDays: 7, prefix: 'BACK' };

/** Whoever was assigned is left alone for so long, in whichever arm. */
export const restDays = 90;

/** What counts as coming back: an order within so long of the assignment. */
export const effectDays = 30;

/** Somebody who was this dissatisfied last is for a person to call, not for a coupon. */
export const lowestScore = 3;

export type Arm = 'treated' | 'holdout';

/** Why a customer is not written to; words in `offers:reason.<reason>`. */
export type Obstacle =
  | 'never_ordered'
  | 'not_dormant'
  | 'opted_out'
  | 'no_consent'
  | 'unreachable'
  | 'open_order'
  | 'open_case'
  | 'open_exception'
  | 'low_score'
  | 'enrolled_lately';

/** One assignment of a customer: in which arm, why, and what became of it. */
export interface Enrolment {
  id: string;
  customerId: string;
  round: number;
  arm: Arm;
  lastOrderId: string;
  lastOrderedAt: Temporal.Instant;
  silentDays: number;
  allowedDays: number;
  usualDays: number | null;
  assignedAt: Temporal.Instant;
  state: 'held_out' | 'under_way' | 'over';
  overAt: Temporal.Instant | null;
  /** `all_said`, a `TouchReason`, or what a platform said where a message did not arrive. */
  overBecause: string | null;
}
