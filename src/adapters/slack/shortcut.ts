import * as z from 'zod';
import type { Incoming } from '#core/messages/incoming.ts';
import { personOf, placeOf, type Arrived } from './heard.ts';
import { wordsFromSlack } from './words.ts';

/** "Make this an order", in the menu of every message. */
export const makeOrder = 'make_order';

const id = z.string().min(1);

const shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(makeOrder),
  trigger_id: id,
  user: z.object({ id, name: z.string().optional() }),
  message: z.object({ user: id.optional(), bot_id: id.optional(), text: z.string().default('') }),
});

/** A message that somebody wants to be an order: as if they had typed it behind `/order`, with whose words they are. */
export function orderFromShortcut(body: unknown, arrived: Arrived): Extract<Incoming, { kind: 'command' }> | null {
  const read = shortcut.safeParse(body);
  if (!read.success) return null;
  const { trigger_id: dedupeKey, user, message } = read.data;
  const author = message.bot_id === undefined ? message.user : undefined;
  const from = personOf(user.id, arrived);
  return {
    kind: 'command',
    command: 'order',
    text: wordsFromSlack(message.text, arrived.self),
    dedupeKey,
    at: arrived.at,
    from: user.name === undefined ? from : { ...from, name: user.name },
    address: placeOf(user.id, true, arrived),
    ...(author && author !== user.id ? { wordsOf: personOf(author, arrived) } : {}),
  };
}
