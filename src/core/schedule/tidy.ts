import type { Turn } from '../turn.ts';
import { putJob } from './jobs.store.ts';
import { deleteDoneIncoming, deleteDoneJobs, deleteInboxKeys, deleteOldButtons, emptyOldMessages } from './tidy.store.ts';

/** How many days are kept; `keys` longer than `inbox`, because platforms deliver again for days. */
export interface Keep {
  inbox: number;
  keys: number;
  outbox: number;
  buttons: number;
}

/** The job that tidies: planned at night, and anew for as long as there is more to do. */
export const tidying = 'tidy';

const mostAtOnce = 5_000;

export async function planTidying(turn: Turn): Promise<void> {
  await putJob(turn.tx, turn.ids.uuid(), { key: tidying, kind: tidying, dueAt: turn.now, body: {} }, turn.now);
}

/**
 * Forgets some of what is no longer needed to answer, to replay or to prove: the desk goes on in between. What failed stays
 * until a person has seen to it.
 */
export async function tidy(turn: Turn, keep: Keep, most = mostAtOnce): Promise<void> {
  const before = (days: number): Temporal.Instant => turn.now.subtract({ hours: 24 * days });
  const taken = [
    await deleteDoneIncoming(turn.tx, before(keep.inbox), most),
    await deleteInboxKeys(turn.tx, before(Math.max(keep.keys, keep.inbox)), most),
    await emptyOldMessages(turn.tx, before(keep.outbox), most),
    await deleteOldButtons(turn.tx, before(keep.buttons), most),
    await deleteDoneJobs(turn.tx, before(keep.inbox), most),
  ];
  if (taken.includes(most)) await planTidying(turn);
}
