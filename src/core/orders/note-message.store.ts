import type { Address } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';

/** What a message said, and which order it was about. */
export interface NoteMessage {
  orderId: string;
  text: string;
}

export async function putNoteMessage(
  tx: Tx,
  { platform, account, key }: Address,
  messageKey: string,
  { orderId, text }: NoteMessage,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into note_messages (platform, account, conversation, message_key, order_id, text, at)
    values (${platform}, ${account}, ${key}, ${messageKey}, ${orderId}, ${text}, ${now})
    on conflict (platform, account, conversation, message_key) do update
    set order_id = excluded.order_id,
      text = excluded.text`;
}

export async function findNoteMessage(query: Query, { platform, account, key }: Address, messageKey: string): Promise<NoteMessage | null> {
  const [row] = await query<NoteMessage[]>`
    select order_id as "orderId", text
    from note_messages
    where platform = ${platform}
      and account = ${account}
      and conversation = ${key}
      and message_key = ${messageKey}`;
  return row ?? null;
}

/** Whoever changes a message so old is not understood to mean the order any more. */
export async function forgetNoteMessages(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from note_messages where at < ${before}`;
}
