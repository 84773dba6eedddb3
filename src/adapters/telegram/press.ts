import * as z from 'zod';
import type { PressReader } from '#core/messages/pressed.ts';

/** Ids are numbers there; a client that stands in for Telegram may name things as it likes. */
const id = z.union([z.number(), z.string().min(1)]).transform(String);

/** What we read of an update with a callback query; only a message of ours has buttons with data. */
const callbackUpdate = z.object({
  update_id: id,
  callback_query: z.object({
    from: z.object({ id, first_name: z.string(), last_name: z.string().optional(), language_code: z.string().optional() }),
    message: z.object({ message_id: id, chat: z.object({ id, type: z.enum(['private', 'group', 'supergroup']) }) }),
    data: z.string().min(1),
  }),
});

/** A press in Telegram. */
export const pressFromTelegram: PressReader = (update, { account, at }) => {
  const read = callbackUpdate.safeParse(update);
  if (!read.success) return null;
  const { update_id, callback_query } = read.data;
  const { from, message, data } = callback_query;
  const { id: key, first_name, last_name, language_code } = from;
  return {
    kind: 'press',
    token: data,
    messageKey: message.message_id,
    dedupeKey: update_id,
    at,
    from: {
      platform: 'telegram',
      account,
      key,
      name: last_name === undefined ? first_name : `${first_name} ${last_name}`,
      ...(language_code === undefined ? {} : { locale: language_code }),
    },
    address: { platform: 'telegram', account, key: message.chat.id, kind: message.chat.type === 'private' ? 'dm' : 'group' },
  };
};
