import { json } from '../json.ts';
import type { Tx } from '../ports.ts';
import { laneOf, type Address } from './incoming.ts';

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

/** The conversation goes on elsewhere, and so do the message and its live card. */
export async function readdress(tx: Tx, id: string, to: Address): Promise<void> {
  await tx`
    with moved as (
      update outbox
      set state = 'queued',
        lane = ${laneOf(to)},
        address = ${json(tx, to)},
        position = null
      where id = ${id}
      returning card_id
    )
    update cards c
    set lane = ${laneOf(to)},
      address = ${json(tx, to)},
      message_key = null
    from moved
    where c.id = moved.card_id
      and not exists (select from cards other where other.live = c.live and other.lane = ${laneOf(to)})`;
}
