import * as z from 'zod';
import { momentOf } from '#adapters/moment.ts';
import type { Address, FileRef, Incoming, PersonRef } from '#core/messages/incoming.ts';
import { wordsFromSlack } from './words.ts';

/** Who we are in the workspace, and when it arrived. */
export interface Arrived {
  account: string;
  /** The user as which we are mentioned. */
  self: string;
  at: string;
}

const id = z.string().min(1);
const file = z.object({ id, name: z.string().nullish(), mimetype: z.string().nullish(), size: z.number().nullish() });
const said = z.object({ user: id, text: z.string().default(''), ts: id, thread_ts: id.optional(), bot_id: id.optional() });
const before = z.object({
  user: id.optional(),
  text: z.string().optional(),
  bot_id: id.optional(),
  ts: id.optional(),
  thread_ts: id.optional(),
});

/** A message that somebody shares with their words, as a quotation of it. */
const shared = z.object({
  is_msg_unfurl: z.boolean().optional(),
  ts: id.optional(),
  channel_id: id.optional(),
  from_url: z.string().optional(),
});

const message = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  ts: id,
  user: id.optional(),
  bot_id: id.optional(),
  text: z.string().default(''),
  thread_ts: id.optional(),
  files: z.array(file).optional(),
  attachments: z.array(shared).optional().catch([]),
  message: said.optional(),
  previous_message: before.optional(),
  deleted_ts: id.optional(),
});

const envelope = z.object({ event_id: id, event: message });

/** Subtypes in which a person speaks; all others are the workspace's own news. */
const spoken = new Set(['file_share', 'thread_broadcast', 'me_message']);

/**
 * Words of a person in their own conversation with us, or to us in a channel, and what becomes of them. Null for anything else:
 * ourselves, other bots, news of the workspace.
 */
export function messageFromSlack(body: unknown, arrived: Arrived): Incoming | null {
  const read = envelope.safeParse(body);
  if (!read.success) return null;
  const { event_id: dedupeKey, event } = read.data;
  const direct = event.channel_type === 'im';
  if (event.type === 'message' && !direct) return null;
  if (event.subtype === 'message_changed' || event.subtype === 'message_deleted') return afterwardsFrom(event, dedupeKey, arrived);
  if (event.subtype !== undefined && !spoken.has(event.subtype)) return null;
  if (event.user === undefined || event.bot_id !== undefined || event.user === arrived.self) return null;
  const { thread } = threadOf(event);
  const quoted = thread === undefined ? quotedIn(event) : null;
  const files = (event.files ?? []).map((one) => fileOf(one, arrived.account));
  return {
    kind: 'message',
    dedupeKey,
    at: arrived.at,
    ...saidAt(event.ts),
    from: personOf(event.user, arrived),
    address: placeOf(event.channel, direct, arrived),
    text: wordsFromSlack(quoted?.from_url ? withoutLink(event.text, quoted.from_url) : event.text, arrived.self),
    messageKey: event.ts,
    ...(thread === undefined ? {} : { replyTo: thread, thread }),
    ...(quoted?.ts === undefined ? {} : { replyTo: quoted.ts }),
    // in a channel nothing else is told to us
    ...(direct ? {} : { called: true as const }),
    ...(files.length > 0 ? { files } : {}),
  };
}

/** The one message of the same conversation that is quoted: their words answer it. */
function quotedIn({ attachments = [], channel }: z.infer<typeof message>): z.infer<typeof shared> | null {
  const [one, ...others] = attachments.filter(({ is_msg_unfurl, ts }) => is_msg_unfurl && ts !== undefined);
  return one && others.length === 0 && one.channel_id === channel ? one : null;
}

/** The address of what is quoted is none of their words; Slack writes it with the thread and without. */
const withoutLink = (text: string, url: string): string =>
  text.replaceAll(/<(https?:[^<>|]+)(?:\|[^<>]*)?>/g, (link, target: string) => (target.split('?')[0] === url.split('?')[0] ? ' ' : link));

/** Slack also calls it a change when it shows what a link leads to, and when we change a message of ours. */
function afterwardsFrom(event: z.infer<typeof message>, dedupeKey: string, arrived: Arrived): Incoming | null {
  const { message: now, previous_message: was, deleted_ts } = event;
  const author = now ?? was;
  if (!author?.user || author.bot_id !== undefined || author.user === arrived.self) return null;
  const common = {
    dedupeKey,
    at: arrived.at,
    ...saidAt(event.ts),
    from: personOf(author.user, arrived),
    address: placeOf(event.channel, true, arrived),
    ...threadOf(author),
  };
  if (deleted_ts) return { ...common, kind: 'message_deleted', messageKey: deleted_ts };
  if (!now || now.text === was?.text) return null;
  return { ...common, kind: 'message_edited', messageKey: now.ts, text: wordsFromSlack(now.text, arrived.self) };
}

/** The first message of a thread tells of the thread, too. */
export const threadOf = ({ ts, thread_ts }: { ts?: string | undefined; thread_ts?: string | undefined }): { thread?: string } =>
  thread_ts === undefined || thread_ts === ts ? {} : { thread: thread_ts };

/** A slash command. `/orderly WORD …` is how every command can be typed, for Slack keeps some names to itself. */
const command = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: id,
  user_name: z.string().optional(),
  channel_id: id,
  channel_name: z.string().optional(),
  trigger_id: id,
});

export function commandFromSlack(body: unknown, arrived: Arrived): Incoming | null {
  const read = command.safeParse(body);
  if (!read.success) return null;
  const { command: typed, text, user_id, user_name, channel_id, channel_name, trigger_id } = read.data;
  const all = `${typed === '/orderly' ? '' : `${typed.slice(1)} `}${wordsFromSlack(text, arrived.self)}`.trim();
  const [, name = 'help', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(all) ?? [];
  return {
    kind: 'command',
    dedupeKey: trigger_id,
    at: arrived.at,
    from: { ...personOf(user_id, arrived), ...(user_name === undefined ? {} : { name: user_name }) },
    address: placeOf(channel_id, channel_name === 'directmessage' || channel_id.startsWith('D'), arrived),
    command: name,
    text: rest,
    ...(channel_name === undefined || nameless.test(channel_name) ? {} : { place: `#${channel_name}` }),
  };
}

/** What Slack says instead of the name of a conversation that not everybody may see. */
const nameless = /^(?:directmessage|privategroup|mpdm-.*)?$/;

const left = z.object({
  event_id: id,
  event: z.union([
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(id).min(1) }) }),
    z.object({ type: z.literal('member_left_channel'), user: id, channel: id }),
    z.object({ type: z.enum(['channel_left', 'group_left']), channel: id }),
  ]),
});

/** We were taken out: of a channel, or of the whole workspace. */
export function leftFromSlack(body: unknown, arrived: Arrived): Extract<Incoming, { kind: 'left' }> | null {
  const read = left.safeParse(body);
  if (!read.success) return null;
  const { event_id: dedupeKey, event } = read.data;
  if (event.type === 'member_left_channel' && event.user !== arrived.self) return null;
  const common = { kind: 'left' as const, dedupeKey, at: arrived.at, from: personOf(arrived.self, arrived) };
  return 'channel' in event
    ? { ...common, address: placeOf(event.channel, false, arrived) }
    : { ...common, address: placeOf(arrived.account, false, arrived), everywhere: true };
}

/** Slack numbers what happens by its own clock: seconds, and a millionth of one. */
export function saidAt(ts: string): { saidAt?: string } {
  const [, seconds, micros] = /^(\d{9,11})\.(\d{6})$/.exec(ts) ?? [];
  if (seconds === undefined || micros === undefined) return {};
  return { saidAt: momentOf(Number(seconds), micros) };
}

export const personOf = (key: string, { account }: Arrived): PersonRef => ({ platform: 'slack', account, key });

export const placeOf = (key: string, direct: boolean, { account }: Arrived): Address => ({
  platform: 'slack',
  account,
  key,
  kind: direct ? 'dm' : 'group',
});

function fileOf({ id: key, name, mimetype, size }: z.infer<typeof file>, account: string): FileRef {
  return { name: name ?? key, mimeType: mimetype ?? 'application/octet-stream', size: size ?? 0, platform: 'slack', account, key };
}
