import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import type { ReadingKind } from './job.kinds.ts';

/** Something that happens at a business time. */
export interface Plan {
  key: string;
  kind: string;
  dueAt: Temporal.Instant;
  body: Record<string, unknown>;
}

export interface Job extends Plan {
  id: string;
  attempts: number;
  /** How often a process began with it and was never heard of again. */
  unfinished: number;
}

/** Replaces what stood under the key, done or not. */
export async function putJob(tx: Tx, id: string, job: Plan, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into jobs (key, id, kind, body, due_at, planned_at)
    values (${job.key}, ${id}, ${job.kind}, ${json(tx, job.body)}, ${job.dueAt}, ${now})
    on conflict (key) do update
    set id = excluded.id,
      kind = excluded.kind,
      body = excluded.body,
      state = 'waiting',
      due_at = excluded.due_at,
      retry_at = '-infinity',
      attempts = 0,
      unfinished = 0,
      last_error = null,
      planned_at = excluded.planned_at,
      settled_at = null`;
}

export async function removeJob(tx: Tx, key: string): Promise<void> {
  await tx`delete from jobs where key = ${key} and state = 'waiting'`;
}

/**
 * Takes the next due job: counts that somebody begins, before anything can go wrong, and keeps it for the moment until they hold
 * it. One statement, committed when it returns. What waits for a model is no job of this line: it takes as long as the model does.
 */
export function beginDueJob(query: Query, now: Temporal.Instant, keepSeconds: number): Promise<Job | null> {
  return beginNext(query, acting, now, keepSeconds);
}

export function beginDueReading(query: Query, kind: ReadingKind, now: Temporal.Instant, keepSeconds: number): Promise<Job | null> {
  return beginNext(query, kind === 'read_note' ? readingNote : readingMessage, now, keepSeconds);
}

/** A message has a line of its own: somebody waits for it, and nobody for a note. */
const readingNote = (query: Query) => query`kind = 'read_note'`;
const readingMessage = (query: Query) => query`kind = 'read_message'`;
const acting = (query: Query) => query`kind not in ('read_note', 'read_message')`;
const reading = (query: Query) => query`kind in ('read_note', 'read_message')`;

/** Whether a job of this line is due, as a part of a statement; they are read in the order of their index. */
export const anyDueJob = (query: Query, now: Temporal.Instant) => query`coalesce((
  select true
  from jobs
  where state = 'waiting'
    and ${acting(query)}
    and due_at <= ${now}
    and retry_at <= now()
  order by due_at
  limit 1), false)`;

/** The count may be lost with the machine, so its commit waits for no disk. */
async function beginNext(query: Query, which: typeof acting, now: Temporal.Instant, keepSeconds: number): Promise<Job | null> {
  const [row] = await query<Job[]>`
    with due as (
      select id
      from jobs
      where state = 'waiting'
        and ${which(query)}
        and due_at <= ${now}
        and retry_at <= now()
      order by due_at
      limit 1
      for update skip locked
    ), begun as (
      update jobs j
      set unfinished = unfinished + 1,
        retry_at = now() + make_interval(secs => ${keepSeconds})
      from due
      where j.id = due.id
      returning j.*, set_config('synchronous_commit', 'off', true)
    )
    select key, id, kind, due_at as "dueAt", body, attempts, unfinished - 1 as unfinished
    from begun`;
  return row ?? null;
}

/** Whether a reading is due; the cheap question of an idle desk. */
export async function isReadingDue(query: Query, now: Temporal.Instant): Promise<boolean> {
  const due = await query`
    select
    from jobs
    where state = 'waiting'
      and ${reading(query)}
      and due_at <= ${now}
      and retry_at <= now()
    limit 1`;
  return due.count > 0;
}

/** False when it is over, planned anew or cancelled. */
export async function lockBegunJob(tx: Tx, { id }: Job): Promise<boolean> {
  const standing = await tx`select from jobs where id = ${id} and state = 'waiting' for update`;
  return standing.count === 1;
}

/** Changes nothing when the job was planned anew while it was handled: that one still has to happen. */
export async function markJobDone(tx: Tx, job: Job): Promise<void> {
  await tx`
    update jobs
    set state = 'done',
      unfinished = 0,
      settled_at = now()
    where id = ${job.id}`;
}

/** Out of the way, without another attempt. */
export async function parkUnfinishedJob(tx: Tx, { id }: Job, error: string): Promise<void> {
  await tx`
    update jobs
    set state = 'parked',
      last_error = ${error}
    where id = ${id}`;
}

/** Comes back after a while, for what failed outside and may work then. */
export async function putJobOff(tx: Tx, { id }: Job, seconds: number): Promise<void> {
  await tx`
    update jobs
    set attempts = attempts + 1,
      unfinished = 0,
      retry_at = now() + make_interval(secs => ${seconds})
    where id = ${id}
      and state = 'waiting'`;
}

/** Null when somebody else did it, or it was planned anew, meanwhile. */
export async function markJobFailed(
  tx: Tx,
  job: Job,
  failure: { error: string; attempts: number; seconds: number },
): Promise<'waiting' | 'parked' | null> {
  const [row] = await tx<{ state: 'waiting' | 'parked' }[]>`
    update jobs
    set attempts = attempts + 1,
      unfinished = 0,
      last_error = ${failure.error},
      state = case when attempts + 1 >= ${failure.attempts}::int then 'parked' else 'waiting' end,
      retry_at = now() + make_interval(secs => ${failure.seconds})
    where id = ${job.id}
      and state = 'waiting'
      and attempts = ${job.attempts}
    returning state`;
  return row?.state ?? null;
}

/** After the database's clock was set back, a pause that would last longer than any that is ever given is over. */
export async function forgetOldPauses(tx: Tx, now: Temporal.Instant, mostSeconds: number): Promise<void> {
  await tx`
    update jobs
    set retry_at = now()
    where state = 'waiting'
      and due_at <= ${now}
      and retry_at > now() + make_interval(secs => ${mostSeconds})`;
}

/** The next business time after `now` at which something becomes due: a clock that is moved stops there. */
export async function nextDue(query: Query, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const [row] = await query<{ next: Temporal.Instant | null }[]>`
    select least(
      (select min(due_at) from jobs where state = 'waiting' and due_at > ${now}),
      (select min(due_at) from outbox where state = 'queued' and position is null and due_at > ${now}),
      (select min(next_at) from schedules where next_at > ${now})
    ) as next`;
  return row?.next ?? null;
}
