import { ComponentType, InteractionType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Press, PressReader } from '#core/messages/pressed.ts';
import { madeIn, type Made } from './typed.ts';

const id = z.string().min(1);

/** What a message component interaction tells beside who made it, and where. */
const componentInteraction = z.object({
  type: z.literal(InteractionType.MessageComponent),
  data: z.discriminatedUnion('component_type', [
    z.object({ component_type: z.literal(ComponentType.Button), custom_id: id }),
    // a button that stands in a menu
    z.object({ component_type: z.literal(ComponentType.StringSelect), values: z.tuple([id]) }),
  ]),
  message: z.object({ id }),
});

/** A press in Discord. */
export const pressFromDiscord: PressReader = (update, { account, at }) => {
  const made = madeIn(update, { account });
  return made && pressIn(update, made, at);
};

/** The same of an interaction of which is known who made it. */
export function pressIn(given: unknown, made: Made, at: string): Press | null {
  const read = componentInteraction.safeParse(given);
  if (!read.success) return null;
  const { data, message } = read.data;
  const { id: dedupeKey, from, address } = made;
  const token = data.component_type === ComponentType.Button ? data.custom_id : data.values[0];
  return { kind: 'press', token, messageKey: message.id, dedupeKey, at, from, address };
}
