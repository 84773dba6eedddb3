/** Something that happens at the same local times every day. */
export interface Schedule {
  name: string;
  /** Local times as 03:15, ascending. */
  times: readonly string[];
  /** A slot that was missed by more than this is skipped, not caught up. */
  staleAfterHours: number;
}

/** A local date and time, as 2026-03-29T03:15; slots compare as strings, whatever the clock of the day did. */
export type Slot = string;

export interface Advance {
  last: Slot;
  nextAt: Temporal.Instant;
  /** The one slot to run now; null when the missed ones are stale. */
  run: { slot: Slot; dueAt: Temporal.Instant } | null;
}

/** A local time that spring skips happens when the clock jumps over it; one that autumn repeats happens the first time. */
export function instantOfSlot(slot: Slot, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(slot).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}

/** The last slot that has come by `now`: where a new schedule starts, without running it. */
export function lastSlot(schedule: Schedule, timeZone: string, now: Temporal.Instant): Slot {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  // One day ahead too: a repeated or skipped hour at midnight may put tomorrow's slot before now.
  const slots = [1, 0, -1, -2].flatMap((days) => slotsOf(schedule, today.add({ days })).toReversed());
  const last = slots.find((slot) => Temporal.Instant.compare(instantOfSlot(slot, timeZone), now) <= 0);
  if (!last) throw new RangeError(`the schedule ${schedule.name} has no times`);
  return last;
}

/** The first slot after another one. */
export function slotAfter(schedule: Schedule, slot: Slot): Slot {
  const day = Temporal.PlainDateTime.from(slot).toPlainDate();
  const next = [0, 1].flatMap((days) => slotsOf(schedule, day.add({ days }))).find((candidate) => candidate > slot);
  if (!next) throw new RangeError(`the schedule ${schedule.name} has no times`);
  return next;
}

/** What has come since the last slot: of several missed ones the latest runs, once. Null when none has come. */
export function advance(schedule: Schedule, timeZone: string, last: Slot, now: Temporal.Instant): Advance | null {
  const reached = lastSlot(schedule, timeZone, now);
  if (reached <= last) return null;
  const dueAt = instantOfSlot(reached, timeZone);
  const stale = dueAt.until(now).total('hours') > schedule.staleAfterHours;
  return {
    last: reached,
    nextAt: instantOfSlot(slotAfter(schedule, reached), timeZone),
    run: stale ? null : { slot: reached, dueAt },
  };
}

/** Where a schedule goes on whose times were changed: a day on which it came for the last time has had its own, and the new times begin after it. */
export function lastBeforeChange(last: Slot, timesBefore: string): Slot {
  const [day = '', time = ''] = last.split('T');
  return time >= (timesBefore.split(' ').at(-1) ?? '') ? `${day}T23:59` : last;
}

/** Its times in one string, by which a change of them is seen. */
export const timesOf = ({ times }: Schedule): string => times.join(' ');

function slotsOf(schedule: Schedule, day: Temporal.PlainDate): Slot[] {
  return schedule.times.map((time) => `${day.toString()}T${time}`);
}
