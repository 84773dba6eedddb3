import type { Tx } from '../ports.ts';

/** Messages that were handled; their keys stay, so that a late delivery is still known. */
export async function deleteDoneIncoming(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from inbox where state = 'done' and at < ${before}`;
}

export async function deleteInboxKeys(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`
    delete from inbox_keys k
    where k.at < ${before}
      and not exists (select from inbox i where i.id = k.inbox_id)`;
}

/** What was sent stays as a fact, without its words. */
export async function emptySentMessages(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`
    update outbox
    set card = null,
      only_for = null
    where card is not null
      and settled_at is not null
      and said_at < ${before}
      and state in ('sent', 'superseded', 'expired')`;
}

export async function deleteDoneJobs(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from jobs where state = 'done' and due_at < ${before}`;
}
