import { deleteDoneIncoming, deleteDoneJobs, deleteInboxKeys, emptySentMessages } from './tidy.store.ts';
import type { Turn } from '../turn.ts';

/** How many days are kept; `keys` longer than `inbox`, because platforms deliver again for days. */
export interface Keep {
  inbox: number;
  keys: number;
  outbox: number;
}

/** Forgets what is no longer needed to answer, to replay or to prove. What failed stays until a person has seen to it. */
export async function tidy(turn: Turn, keep: Keep): Promise<void> {
  const before = (days: number): Temporal.Instant => turn.now.subtract({ hours: 24 * days });
  await deleteDoneIncoming(turn.tx, before(keep.inbox));
  await deleteInboxKeys(turn.tx, before(Math.max(keep.keys, keep.inbox)));
  await emptySentMessages(turn.tx, before(keep.outbox));
  await deleteDoneJobs(turn.tx, before(keep.inbox));
}
