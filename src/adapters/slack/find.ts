import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import type { Address } from '#core/messages/incoming.ts';
import type { MessageRef, SendOptions } from '#core/ports.ts';
import { faultOf } from './fault.ts';

const eventType = 'orderly_message';

/** Stays with the message, seen by nobody: by it the message is found when the answer to its sending was lost. */
export const metadataOf = ({ idempotencyKey }: SendOptions) => ({ event_type: eventType, event_payload: { key: idempotencyKey } });

/** A clock that goes wrong by more than this loses us a message, or finds it a little later. */
const slackSeconds = 600;
const page = 100;
const mostPages = 10;

/** From when on something that was said then may be found. */
export const since = ({ at }: SendOptions): string => String(Math.floor(at.epochMilliseconds / 1000) - slackSeconds);

type Found = NonNullable<ConversationsHistoryResponse['messages']>;

/** The message that was sent under this key; null when it surely is not there. Where we may not look, nobody can tell. */
export async function findSent(client: WebClient, to: Address, options: SendOptions): Promise<MessageRef | 'cannot_tell' | null> {
  const place = { channel: to.key, include_all_metadata: true, limit: page, oldest: since(options) };
  let cursor = '';
  for (let pages = 0; pages < mostPages; pages++) {
    const asked = { ...place, ...(cursor === '' ? {} : { cursor }) };
    try {
      const read =
        options.replyTo === undefined
          ? await client.conversations.history(asked)
          : await client.conversations.replies({ ...asked, ts: options.replyTo });
      const ts = sentAs(read.messages ?? [], options.idempotencyKey);
      if (ts) return { address: to, key: ts };
      cursor = read.response_metadata?.next_cursor ?? '';
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'refused' && fault.code === 'missing_scope') return 'cannot_tell';
      if (fault.kind === 'refused' && fault.code === 'thread_not_found') return null;
      throw error;
    }
    if (cursor === '') return null;
  }
  return 'cannot_tell';
}

function sentAs(messages: Found, key: string): string | undefined {
  return messages.find(({ metadata }) => {
    const payload: { key?: unknown } | undefined = metadata?.event_payload;
    return metadata?.event_type === eventType && payload?.key === key;
  })?.ts;
}
