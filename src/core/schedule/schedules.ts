import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { advanceSlot, putSchedule, readSchedules } from './schedules.store.ts';
import { advance, instantOfSlot, lastSlot, slotAfter, type Schedule } from './slots.decide.ts';

/**
 * Plans a job, of the schedule's name as kind, for every slot that has come. Each local slot happens once, in however many
 * processes; a clock that goes back repeats nothing, and missed slots are caught up by the latest of them.
 */
export async function advanceSchedules(turn: Turn, schedules: readonly Schedule[], timeZone: string): Promise<void> {
  const rows = new Map((await readSchedules(turn.tx)).map((row) => [row.name, row]));
  for (const schedule of schedules) {
    const row = rows.get(schedule.name);
    const last = row?.lastSlot ?? lastSlot(schedule, timeZone, turn.now);
    if (row?.timeZone !== timeZone) {
      const nextAt = instantOfSlot(slotAfter(schedule, last), timeZone);
      await putSchedule(turn.tx, { name: schedule.name, timeZone, lastSlot: last, nextAt });
    }
    const next = advance(schedule, timeZone, last, turn.now);
    if (next) await advanceSlot(turn.tx, schedule.name, next, { id: turn.ids.uuid(), now: turn.now });
  }
}

/** Whether `advanceSchedules` would change anything; the cheap question of an idle desk. */
export async function isScheduleDue(
  query: Query,
  schedules: readonly Schedule[],
  timeZone: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = new Map((await readSchedules(query)).map((row) => [row.name, row]));
  return schedules.some(({ name }) => {
    const row = rows.get(name);
    return row?.timeZone !== timeZone || Temporal.Instant.compare(row.nextAt, now) <= 0;
  });
}
