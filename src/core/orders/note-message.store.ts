import type { Address } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';

/** What a customer's message said, and what came of it, for when they change or delete it. */
export interface NoteMessage {
  /** The order it was about; null where it was about none. */
  orderId: string | null;
  text: string;
  /** The message of the desk that answered it; null where a card did, or nothing. */
  answer: string | null;
  /** What of it stands in the note of the order. */
  noted: string;
}

/** It was about this order. */
export async function putNoteMessage(
  tx: Tx,
  { platform, account, key }: Address,
  messageKey: string,
  { orderId, text }: { orderId: string; text: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into note_messages (platform, account, conversation, message_key, order_id, text, at)
    values (${platform}, ${account}, ${key}, ${messageKey}, ${orderId}, ${text}, ${now})
    on conflict (platform, account, conversation, message_key) do update
    set order_id = excluded.order_id,
      text = excluded.text`;
}

/** It was heard, and answered by this message. */
export async function putHeardMessage(
  tx: Tx,
  { platform, account, key }: Address,
  messageKey: string,
  { text, answer, noted = null }: { text: string; answer: string | null; noted?: string | null },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into note_messages (platform, account, conversation, message_key, text, answer, noted, at)
    values (${platform}, ${account}, ${key}, ${messageKey}, ${text}, ${answer}, ${noted}, ${now})
    on conflict (platform, account, conversation, message_key) do update
    set text = excluded.text,
      noted = excluded.noted,
      answer = coalesce(excluded.answer, note_messages.answer)`;
}

export async function findNoteMessage(query: Query, { platform, account, key }: Address, messageKey: string): Promise<NoteMessage | null> {
  const [row] = await query<NoteMessage[]>`
    select order_id as "orderId", text, answer, coalesce(noted, text) as noted
    from note_messages
    where platform = ${platform}
      and account = ${account}
      and conversation = ${key}
      and message_key = ${messageKey}`;
  return row ?? null;
}

/** What the messages of an order said that stand in its note. */
export async function messagesOf(query: Query, orderId: string): Promise<string[]> {
  const rows = await query<
    { noted: string }[]
  >`select coalesce(noted, text) as noted from note_messages where order_id = ${orderId} order by at`;
  return rows.map(({ noted }) => noted);
}

/** Whoever changes a message so old is not understood to mean the order any more. */
export async function forgetNoteMessages(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from note_messages where at < ${before}`;
}
