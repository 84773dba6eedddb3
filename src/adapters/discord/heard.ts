import { MessageReferenceType, MessageType, type APIAttachment, type APIMessage, type APIUser } from 'discord-api-types/v10';
import { momentOf } from '#adapters/moment.ts';
import type { Address, FileRef, Incoming, PersonRef } from '#core/messages/incoming.ts';
import { madeAt } from './snowflake.ts';

/** The account we speak as, and the business time of an arrival. */
export interface Arrived {
  account: string;
  at: string;
}

/** A message as the gateway tells of it: a server's name is on those that were written there. */
export type HeardMessage = APIMessage & { guild_id?: string };

const spoken: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * What somebody wrote, or changed afterwards: pure. Null for everything that is not said to us: what programs write, we among
 * them, and what is said in a channel without our name.
 */
export function messageFromDiscord(message: HeardMessage, event: 'created' | 'updated', { account, at }: Arrived): Incoming | null {
  const { author, guild_id: guild } = message;
  if (!author || author.bot || author.system || message.webhook_id || !spoken.includes(message.type)) return null;
  if (guild !== undefined && !message.mentions?.some(({ id }) => id === account)) return null;
  const text = textOf(message, account);
  const edited = event === 'updated' ? message.edited_timestamp : null;
  const said = edited ? Temporal.Instant.from(edited).toString() : saidAt(message.id);
  const common = {
    at,
    ...(said === undefined ? {} : { saidAt: said }),
    from: personOf(author, account),
    address: addressOf({ id: message.channel_id, direct: guild === undefined }, account),
  };
  if (event === 'updated')
    // Discord tells of an update too when it has looked at a link
    return message.edited_timestamp
      ? { ...common, kind: 'message_edited', dedupeKey: `${message.id}:${message.edited_timestamp}`, messageKey: message.id, text }
      : null;
  const files = filesOf(message, account);
  const replyTo = message.message_reference?.type === MessageReferenceType.Forward ? undefined : message.message_reference?.message_id;
  const reply = replyTo === undefined ? {} : { replyTo };
  // a client that does not know a command sends it as words
  const [all, command, rest] = /^\/([\p{L}\p{N}_-]{1,32})(?:\s+([\s\S]*))?$/u.exec(text) ?? [];
  if (all !== undefined && command && files.length === 0)
    return { ...common, kind: 'command', dedupeKey: message.id, command: command.toLowerCase(), text: rest ?? '', ...reply };
  return {
    ...common,
    kind: 'message',
    dedupeKey: message.id,
    messageKey: message.id,
    text,
    ...reply,
    // who answers a message of ours mentions us too, without a word
    ...(guild !== undefined && new RegExp(`<@!?${account}>`).test(message.content) ? { called: true as const } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

/** When it was said, where its id tells. */
export function saidAt(id: string): string | undefined {
  const made = madeAt(id);
  if (made === null) return undefined;
  return momentOf(Math.floor(made / 1000), String(made % 1000).padStart(3, '0'));
}

export const personOf = (user: Pick<APIUser, 'id' | 'username' | 'global_name'>, account: string, locale?: string): PersonRef => ({
  platform: 'discord',
  account,
  key: user.id,
  name: nameOf(user),
  ...(locale === undefined ? {} : { locale }),
});

export const nameOf = ({ global_name, username }: Pick<APIUser, 'username' | 'global_name'>): string => global_name ?? username;

export const addressOf = ({ id, direct }: { id: string; direct: boolean }, account: string): Address => ({
  platform: 'discord',
  account,
  key: id,
  kind: direct ? 'dm' : 'group',
});

/** What was written, without our own name and with the names of others; what was forwarded counts as said. */
function textOf(message: APIMessage, account: string): string {
  const forwarded = message.message_snapshots?.map(({ message: { content } }) => content) ?? [];
  const stickers = message.content === '' ? (message.sticker_items ?? []).map(({ name }) => name) : [];
  return [message.content, ...forwarded, ...stickers]
    .join('\n')
    .replaceAll(new RegExp(`<@!?${account}>`, 'g'), ' ')
    .replaceAll(/<@!?(\d+)>/g, (mention, id: string) => {
      const user = message.mentions?.find((one) => one.id === id);
      return user ? nameOf(user) : mention;
    })
    .trim();
}

/** The key by which `readAttachment` finds it again: its address runs out within a day. */
const fileKey = (channel: string, message: string, attachment: string): string => `${channel}/${message}/${attachment}`;

function filesOf(message: APIMessage, account: string): FileRef[] {
  const forwarded = message.message_snapshots?.flatMap(({ message: { attachments } }) => attachments) ?? [];
  return [...message.attachments, ...forwarded].map((attachment: APIAttachment): FileRef => ({
    name: attachment.filename,
    mimeType: attachment.content_type ?? 'application/octet-stream',
    size: attachment.size,
    platform: 'discord',
    account,
    key: fileKey(message.channel_id, message.id, attachment.id),
  }));
}
