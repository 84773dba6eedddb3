import { followUpSteps, followUpTimes, isFollowUpStep, type FollowUpStep } from './follow-up.ts';
import type { Delivery, Touch, TouchReason } from './touch.ts';

/** A step that is planned anew, or is known at once not to be needed. */
export interface NewStep {
  step: FollowUpStep;
  dueAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  notNeeded: TouchReason | null;
}

/** What a delivery plans, and which touches of an earlier one are about it too. */
export interface Plan {
  steps: NewStep[];
  joined: Touch[];
}

/** When a step is due after a delivery, and until when. */
export function timesOf(step: FollowUpStep, deliveredAt: Temporal.Instant): { dueAt: Temporal.Instant; expiresAt: Temporal.Instant } {
  const { afterHours, untilHours } = followUpTimes[step];
  return { dueAt: deliveredAt.add({ hours: afterHours }), expiresAt: deliveredAt.add({ hours: untilHours }) };
}

/**
 * The steps after a delivery. Where an earlier one is still followed up, what is still to come is about both, at the times of
 * the later; only whether all is well is asked once more where it was asked before. After a late delivery nobody wants tips.
 */
export function planFollowUp({ deliveredAt, lateDays }: Delivery, open: readonly Touch[]): Plan {
  const anew = (step: FollowUpStep): NewStep => {
    const notNeeded = step === 'tips' && lateDays > 0 ? 'late_delivery' : null;
    return { step, ...timesOf(step, deliveredAt), notNeeded };
  };
  if (open.length === 0) return { steps: followUpSteps.map(anew), joined: [] };
  const isAsked = open.some(({ step }) => step === 'arrived');
  const joined = open.flatMap((touch): Touch[] => {
    if (!isFollowUpStep(touch.step) || (touch.step === 'tips' && lateDays > 0)) return [];
    return [{ ...touch, ...timesOf(touch.step, deliveredAt), state: 'deferred', reason: 'merged' }];
  });
  return { steps: isAsked ? [] : [anew('arrived')], joined };
}

/** Days by which a delivery missed what was promised first, or what the customer asked for where that is later. */
export function lateDays(
  promised: { promisedOriginal: Temporal.PlainDate | null; requestedDate: Temporal.PlainDate | null },
  delivered: Temporal.PlainDate,
): number {
  const { promisedOriginal: first, requestedDate: wished } = promised;
  if (!first) return 0;
  const due = wished && Temporal.PlainDate.compare(wished, first) > 0 ? wished : first;
  return Math.max(0, due.until(delivered, { largestUnit: 'days' }).days);
}

/** What the last word is: thanks for the best score, a reminder where nothing was heard of an order, or none. */
export function lastWord({ score, silent }: { score: number | null; silent: number }): 'reminder' | 'thanks' | null {
  if (score === 5) return 'thanks';
  return silent > 0 ? 'reminder' : null;
}
