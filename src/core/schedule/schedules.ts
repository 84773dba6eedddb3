import type { Turn } from '../turn.ts';
import { advanceSlot, putSchedule, readSchedules, type ScheduleRow } from './schedules.store.ts';
import { advance, instantOfSlot, lastBeforeChange, lastSlot, slotAfter, timesOf, type Schedule, type Slot } from './slots.decide.ts';

/**
 * Plans a job, of the schedule's name as kind, for every slot that has come; false when nothing had to be changed. Each local slot happens once, in however many
 * processes; a clock that goes back repeats nothing, and missed slots are caught up by the latest of them.
 */
export async function advanceSchedules(turn: Turn, schedules: readonly Schedule[], timeZone: string): Promise<boolean> {
  let changed = false;
  const rows = new Map((await readSchedules(turn.tx)).map((row) => [row.name, row]));
  for (const schedule of schedules) {
    const row = rows.get(schedule.name);
    const last = row ? goesOnFrom(row, schedule) : lastSlot(schedule, timeZone, turn.now);
    if (!row || isOther(row, schedule, timeZone)) {
      changed = true;
      const nextAt = instantOfSlot(slotAfter(schedule, last), timeZone);
      await putSchedule(turn.tx, { name: schedule.name, timeZone, lastSlot: last, nextAt, times: timesOf(schedule) });
    }
    const next = advance(schedule, timeZone, last, turn.now);
    if (next) await advanceSlot(turn.tx, schedule.name, next, { id: turn.ids.uuid(), now: turn.now });
    changed ||= next !== null;
  }
  return changed;
}

const isOther = (row: ScheduleRow, schedule: Schedule, timeZone: string): boolean =>
  row.timeZone !== timeZone || row.times !== timesOf(schedule);

function goesOnFrom({ lastSlot: last, times }: ScheduleRow, schedule: Schedule): Slot {
  const before = times === '' ? last.slice(last.indexOf('T') + 1) : times;
  return before === timesOf(schedule) ? last : lastBeforeChange(last, before);
}
