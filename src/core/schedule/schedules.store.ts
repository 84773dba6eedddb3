import type { zoneOfBusiness } from '../people/business.store.ts';
import type { Query, Tx } from '../ports.ts';
import type { Advance, Slot } from './slots.decide.ts';

export interface ScheduleRow {
  name: string;
  timeZone: string;
  lastSlot: Slot;
  nextAt: Temporal.Instant;
  /** The times it went by; empty where that was not kept yet, which is once a day. */
  times: string;
}

export async function readSchedules(query: Query): Promise<ScheduleRow[]> {
  const rows = await query<ScheduleRow[]>`
    select name, time_zone as "timeZone", last_slot as "lastSlot", next_at as "nextAt", times
    from schedules`;
  return [...rows];
}

/** Whether one of these schedules is to go on, is new, or goes by other times or in another time zone now, as a part of a statement. */
export const anySlotDue = (
  query: Query,
  schedules: readonly Pick<ScheduleRow, 'name' | 'times'>[],
  timeZone: ReturnType<typeof zoneOfBusiness>,
  now: Temporal.Instant,
) => query`exists (
  select
  from unnest(${schedules.map(({ name }) => name)}::text[], ${schedules.map(({ times }) => times)}::text[]) as asked (name, times)
  where ${timeZone} is not null
    and not exists (
      select
      from schedules known
      where known.name = asked.name
        and known.times = asked.times
        and known.time_zone = ${timeZone}
        and known.next_at > ${now}))`;

/** A schedule that is new starts with its next slot; one whose time zone or times changed moves the next, and never goes back. */
export async function putSchedule(tx: Tx, row: ScheduleRow): Promise<void> {
  await tx`
    insert into schedules as known (name, time_zone, last_slot, next_at, times)
    values (${row.name}, ${row.timeZone}, ${row.lastSlot}, ${row.nextAt}, ${row.times})
    on conflict (name) do update
    set time_zone = excluded.time_zone,
      last_slot = greatest(known.last_slot, excluded.last_slot),
      next_at = excluded.next_at,
      times = excluded.times`;
}

/** The statement that advances the slot inserts its job: whoever comes second changes nothing. */
export async function advanceSlot(tx: Tx, name: string, next: Advance, job: { id: string; now: Temporal.Instant }): Promise<void> {
  await tx`
    with advanced as (
      update schedules
      set last_slot = ${next.last},
        next_at = ${next.nextAt}
      where name = ${name}
        and last_slot < ${next.last}
      returning name
    )
    insert into jobs (key, id, kind, body, due_at, planned_at)
    select 'schedule:' || name || ':' || ${next.run?.slot ?? ''}, ${job.id}::uuid, name, '{}', ${next.run?.dueAt ?? job.now}::timestamptz,
      ${job.now}::timestamptz
    from advanced
    where ${next.run !== null}
    on conflict do nothing`;
}
