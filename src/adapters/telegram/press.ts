import * as z from 'zod';
import type { PressReader } from '#core/messages/pressed.ts';
import { addressOf } from './address.ts';
import { ephemeralKey } from './message-key.ts';
import { id, personOf, user } from './person.ts';

/** What we read of an update with a callback query; only a message of ours has buttons with data. */
const callbackUpdate = z.object({
  update_id: id,
  callback_query: z.object({
    from: user,
    message: z.object({
      message_id: id,
      // of a message that nobody but one person sees
      ephemeral_message_id: id.optional(),
      message_thread_id: id.optional(),
      is_topic_message: z.boolean().optional(),
      chat: z.object({ id, type: z.enum(['private', 'group', 'supergroup']) }),
    }),
    data: z.string().min(1),
  }),
});

/** A press in Telegram. */
export const pressFromTelegram: PressReader = (update, { account, at }) => {
  const read = callbackUpdate.safeParse(update);
  if (!read.success) return null;
  const { update_id, callback_query } = read.data;
  const { from, message, data } = callback_query;
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  return {
    kind: 'press',
    token: data,
    messageKey:
      message.ephemeral_message_id === undefined
        ? String(message.message_id)
        : ephemeralKey(String(from.id), String(message.ephemeral_message_id)),
    dedupeKey: String(update_id),
    at,
    from: personOf(account, from),
    address: addressOf(account, { ...message.chat, thread }),
  };
};
