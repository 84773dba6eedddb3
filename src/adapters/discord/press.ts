import { ChannelType, ComponentType, InteractionType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { PressReader } from '#core/messages/pressed.ts';

const id = z.string().min(1);
const person = z.object({ id, username: z.string(), global_name: z.string().nullish() });

/** What we read of a message component interaction: in a server it comes from a member, in direct messages from a user. */
const componentInteraction = z.object({
  id,
  type: z.literal(InteractionType.MessageComponent),
  data: z.object({ component_type: z.literal(ComponentType.Button), custom_id: id }),
  channel: z.object({ id, type: z.enum(ChannelType) }),
  message: z.object({ id }),
  member: z.object({ user: person }).optional(),
  user: person.optional(),
  locale: z.string(),
});

/** A press in Discord. */
export const pressFromDiscord: PressReader = (update, { account, at }) => {
  const read = componentInteraction.safeParse(update);
  if (!read.success) return null;
  const { data, channel, message, member, user = member?.user, locale } = read.data;
  if (!user) return null;
  return {
    kind: 'press',
    token: data.custom_id,
    messageKey: message.id,
    dedupeKey: read.data.id,
    at,
    from: { platform: 'discord', account, key: user.id, name: user.global_name ?? user.username, locale },
    address: { platform: 'discord', account, key: channel.id, kind: channel.type === ChannelType.DM ? 'dm' : 'group' },
  };
};
