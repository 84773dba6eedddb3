import type { MessageClass } from '../messages/delivery.decide.ts';

/** What is said after a delivery: is all well, how to use it, how satisfied, and a last word. */
export const followUpSteps = ['arrived', 'tips', 'csat', 'close'] as const;
export type FollowUpStep = (typeof followUpSteps)[number];

/** Hours after the delivery at which a step is due and after which it is not sent any more: whoever was away for long gets one. */
export const followUpTimes = {
  arrived: { afterHours: 2, untilHours: 24, purpose: 'transactional' },
  tips: { afterHours: 24, untilHours: 48, purpose: 'service' },
  csat: { afterHours: 48, untilHours: 72, purpose: 'survey' },
  // a reminder to somebody who said nothing, or thanks to somebody who was content
  close: { afterHours: 72, untilHours: 144, purpose: 'transactional' },
} satisfies Record<FollowUpStep, { afterHours: number; untilHours: number; purpose: MessageClass }>;

/** A delivery within this time after an earlier one is followed up together with it. */
export const mergeWithin = Temporal.Duration.from({ hours: 72 });

/** After what went wrong was settled, the customer is asked how satisfied they are. */
export const askAfterSettling = { afterHours: 24, untilHours: 72 };

export const isFollowUpStep = (step: string): step is FollowUpStep => followUpSteps.some((known) => known === step);
