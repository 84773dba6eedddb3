import { json } from '../json.ts';
import type { Tx } from '../ports.ts';
import type { Card } from './card.ts';
import { filesLaneOf, type Address, type FileRef } from './incoming.ts';

export async function markSent(tx: Tx, id: string, messageKey: string): Promise<void> {
  await tx`
    with sent as (
      update outbox
      set state = 'sent',
        message_key = ${messageKey},
        settled_at = now()
      where id = ${id}
      returning card_id
    )
    update cards c
    set message_key = ${messageKey}
    from sent
    where c.id = sent.card_id`;
}

export async function markEnded(tx: Tx, id: string, state: 'failed' | 'unknown', reason: string): Promise<void> {
  await tx`
    update outbox
    set state = ${state},
      reason = ${reason},
      uncertain = uncertain or ${state === 'unknown'},
      settled_at = now()
    where id = ${id}`;
}

/** Back to its place; an attempt that the platform turned away does not count. */
export async function markAgain(tx: Tx, id: string, attempt: { uncertain: boolean; counts: boolean }): Promise<void> {
  await tx`
    update outbox
    set state = 'queued',
      uncertain = uncertain or ${attempt.uncertain},
      attempts = attempts - ${attempt.counts ? 0 : 1}::int
    where id = ${id}`;
}

/** The message its live card stood in is gone: the card is posted again. */
export async function forgetMessage(tx: Tx, id: string): Promise<void> {
  await tx`
    with again as (
      update outbox
      set state = 'queued',
        uncertain = false
      where id = ${id}
      returning card_id
    )
    update cards c
    set message_key = null
    from again
    where c.id = again.card_id`;
}

/** Queues a file of a message that was sent, once. */
export async function insertFile(
  tx: Tx,
  { id, of, index, to, file }: { id: string; of: string; index: number; to: Address; file: FileRef },
): Promise<void> {
  const card: Card = { blocks: [{ kind: 'file', file }], fallback: file.name };
  await tx`
    insert into outbox (id, lane, address, class, dedupe_key, card, case_id, under_card, under_message, file_of,
      said_at, due_at)
    select ${id}, ${filesLaneOf(to)}, ${json(tx, to)}, class, ${`${of}:file:${index}`}, ${json(tx, card)}, case_id, under_card,
      under_message, id, said_at, due_at
    from outbox
    where id = ${of}
    on conflict (dedupe_key) do nothing`;
}
