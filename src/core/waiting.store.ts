import { anyListFile, everywhere } from './lists/list-file.store.ts';
import { anyToSay } from './messages/due.store.ts';
import { anyHeard } from './messages/inbox.store.ts';
import { zoneOfBusiness } from './people/business.store.ts';
import type { Query } from './ports.ts';
import { anyDueJob } from './schedule/jobs.store.ts';
import { anySlotDue, type ScheduleRow } from './schedule/schedules.store.ts';

/** Of which work there may be some. */
type Waiting = Record<'slots' | 'heard' | 'jobs' | 'lists' | 'sayings', boolean>;

/** What there is to do; the cheap question of an idle desk, in one statement. */
export async function whatWaits(
  query: Query,
  now: Temporal.Instant,
  schedules: readonly Pick<ScheduleRow, 'name' | 'times'>[],
  whence = everywhere,
): Promise<Waiting> {
  const [row] = await query<Waiting[]>`
    select
      ${anySlotDue(query, schedules, zoneOfBusiness(query), now)} as slots,
      ${anyHeard(query)} as heard,
      ${anyDueJob(query, now)} as jobs,
      ${anyListFile(query, whence)} as lists,
      ${anyToSay(query, now)} as sayings`;
  return row ?? { slots: false, heard: false, jobs: false, lists: false, sayings: false };
}
