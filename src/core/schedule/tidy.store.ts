import type { Tx } from '../ports.ts';

// Each statement takes at most so many rows, so that nobody waits long for it, and answers with how many it took.

/** Messages that were handled; their keys stay, so that a late delivery is still known. */
export async function deleteDoneIncoming(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const deleted = await tx`
    delete from inbox
    where id in (
      select id
      from inbox
      where state = 'done'
        and at < ${before}
      order by at
      limit ${most})`;
  return deleted.count;
}

export async function deleteInboxKeys(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const deleted = await tx`
    delete from inbox_keys
    where (platform, account, dedupe_key) in (
      select k.platform, k.account, k.dedupe_key
      from inbox_keys k
      where k.at < ${before}
        and not exists (select from inbox i where i.id = k.inbox_id)
      order by k.at
      limit ${most})`;
  return deleted.count;
}

/** What was sent or withheld stays as a fact, without its words. */
export async function emptyOldMessages(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const emptied = await tx`
    update outbox
    set card = null,
      only_for = null
    where id in (
      select id
      from outbox
      where card is not null
        and settled_at is not null
        and said_at < ${before}
        and state in ('sent', 'superseded', 'expired', 'withheld')
      order by said_at
      limit ${most})`;
  return emptied.count;
}

export async function deleteOldButtons(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const deleted = await tx`
    delete from buttons
    where token in (
      select token
      from buttons
      where created_at < ${before}
      order by created_at
      limit ${most})`;
  return deleted.count;
}

export async function deleteDoneJobs(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const deleted = await tx`
    delete from jobs
    where key in (
      select key
      from jobs
      where state = 'done'
        and due_at < ${before}
      order by due_at
      limit ${most})`;
  return deleted.count;
}
