import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import * as z from 'zod';
import type { Address, Incoming, PersonRef } from '#core/messages/incoming.ts';
import type { Typing } from '#core/messages/sink.ts';
import { optionsOf, orderThis } from './commands.ts';
import { addressOf, personOf, type Arrived } from './heard.ts';

const id = z.string().min(1);
const person = z.object({ id, username: z.string(), global_name: z.string().nullish().default(null) });

/** What every interaction tells of where it was made, and by whom. */
const interaction = z.object({
  id,
  channel: z.object({ id, type: z.enum(ChannelType), name: z.string().nullish(), parent_id: id.nullish() }),
  member: z.object({ user: person }).optional(),
  user: person.optional(),
  locale: z.string().default('en-US'),
  guild_id: id.optional(),
  context: z.enum(InteractionContextType).optional(),
  // by the server that has invited us; a record of all of them takes longer than the rest
  authorizing_integration_owners: z.object({ '0': z.string().optional() }).optional(),
});

const typedOption = z.object({
  name: z.string(),
  type: z.enum(Option),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});

const chatCommand = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: z.array(typedOption).default([]),
});

/** A command chosen from the menu of a message. */
const messageCommand = z.object({
  type: z.literal(ApplicationCommandType.Message),
  name: z.string(),
  target_id: id,
  resolved: z.object({
    messages: z.record(z.string(), z.object({ content: z.string(), author: person.extend({ bot: z.boolean().optional() }) })),
  }),
});

const command = z.object({
  type: z.literal(InteractionType.ApplicationCommand),
  data: z.discriminatedUnion('type', [chatCommand, messageCommand]),
});
const autocomplete = z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: chatCommand });

export interface Made {
  id: string;
  from: PersonRef;
  address: Address;
  /** The channel of a server it was made in, as Discord tells of it; null elsewhere. */
  channel: { id: string; type: ChannelType; parent_id?: string | null | undefined } | null;
  locale: string;
  /** What the channel is called. */
  place?: string;
}

/**
 * Who made an interaction, and where: pure. Somebody who brought us along into a server that has not invited us is answered in
 * their own conversation: nowhere else may we write.
 */
export function madeIn(given: unknown, { account }: Pick<Arrived, 'account'>): Made | null {
  const read = interaction.safeParse(given);
  if (!read.success) return null;
  const { channel, member, user = member?.user, locale, guild_id: guild, authorizing_integration_owners: owners } = read.data;
  if (!user) return null;
  const isGuest = channel.type !== ChannelType.DM && owners !== undefined && (guild === undefined || !('0' in owners));
  return {
    id: read.data.id,
    from: personOf(user, account, locale),
    address: isGuest
      ? addressOf({ id: user.id, direct: true }, account)
      : addressOf({ id: channel.id, direct: channel.type === ChannelType.DM }, account),
    channel: isGuest || channel.type === ChannelType.DM ? null : channel,
    locale,
    ...(channel.name && !isGuest && channel.type !== ChannelType.DM ? { place: `#${channel.name}` } : {}),
  };
}

/** A command that was typed, or chosen from a message's menu: pure. Null where it is none that we know. */
export function commandFromDiscord(given: unknown, { account, at }: Arrived): Incoming | null {
  const made = madeIn(given, { account });
  const read = command.safeParse(given);
  if (!made || !read.success) return null;
  const { data } = read.data;
  const common = { kind: 'command' as const, dedupeKey: made.id, at, from: made.from, address: made.address };
  if (data.type === ApplicationCommandType.ChatInput)
    return { ...common, command: data.name, text: textOf(data), ...(made.place ? { place: made.place } : {}) };
  const message = data.resolved.messages[data.target_id];
  if (data.name !== orderThis || !message) return null;
  const { author, content } = message;
  const text = content.replaceAll(new RegExp(`<@!?${account}>`, 'g'), ' ').trim();
  const isTheirs = !author.bot && author.id !== made.from.key;
  return { ...common, command: 'order', text, ...(isTheirs ? { wordsOf: personOf(author, account) } : {}) };
}

/** What is being typed behind a command, as far as it goes. */
export function typingFromDiscord(given: unknown, { account }: Pick<Arrived, 'account'>): Typing | null {
  const made = madeIn(given, { account });
  const read = autocomplete.safeParse(given);
  const focused = read.data?.data.options.find((option) => option.focused);
  if (!made || !read.success || !focused) return null;
  return { from: made.from, address: made.address, command: read.data.data.name, text: String(focused.value) };
}

/** What stands behind a command, in the order in which the desk reads it. */
function textOf({ name, options }: z.output<typeof chatCommand>): string {
  const given = optionsOf(name).flatMap((asked) => options.find((option) => option.name === asked.name)?.value ?? []);
  return given.map((value) => String(value).trim()).join(' ');
}
