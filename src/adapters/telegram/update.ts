import * as z from 'zod';
import { momentOf } from '#adapters/moment.ts';
import type { FileRef, Incoming } from '#core/messages/incoming.ts';
import { addressOf } from './address.ts';
import { filesIn, fileFields } from './file.ts';
import { id, personOf, user } from './person.ts';
import { wordsFor, type Entity, type Me } from './words-for.ts';

interface Arrived {
  account: string;
  at: string;
  me: Me;
}

/** What we ask Telegram for; everything else it keeps. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup']), title: z.string().optional() });
const entity = z.object({ type: z.string(), offset: z.number(), length: z.number(), user: z.object({ id }).optional() });
/** Contents without words or a file: a sticker, a place, a number. */
const wordless = ['sticker', 'location', 'venue', 'contact', 'poll', 'dice', 'game', 'story'] as const;
const anything = z.unknown().optional();

const common = {
  message_id: id,
  from: user,
  chat,
  date: z.number().optional(),
  edit_date: z.number().optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z.object({ message_id: id, from: z.object({ id }).optional() }).optional(),
};
/** What most messages are; what has a text is nothing else. */
const written = z.object({ ...common, text: z.string(), entities: z.array(entity).optional() });
const other = z.object({
  ...common,
  migrate_to_chat_id: id.optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  ...fileFields,
  ...(Object.fromEntries(wordless.map((name) => [name, anything])) as Record<(typeof wordless)[number], typeof anything>), // of these names
  contact: z
    .object({ phone_number: z.string().max(40).optional(), user_id: id.optional() })
    .optional()
    .catch({}),
});
const message = z.union([written, other]);

const member = z.object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) });
/** One of them is there. */
const told = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  my_chat_member: member.optional(),
});

type Message = z.output<typeof message>;
type Membership = z.output<typeof member>;

/** What somebody says or what Telegram tells of a conversation: pure. Null where it is nothing for the desk. A press is read in `press.ts`. */
export function incomingOf(update: unknown, arrived: Arrived): Incoming | null {
  const read = told.safeParse(update);
  if (!read.success) return null;
  const { message: heard, edited_message: edited, my_chat_member: changed } = read.data;
  const dedupe = String(read.data.update_id);
  if (heard) return moved(heard, dedupe, arrived) ?? said(heard, dedupe, arrived);
  if (changed) return membership(changed, dedupe, arrived);
  const now = edited && said(edited, dedupe, arrived);
  if (!now || now.kind === 'command') return null;
  const { dedupeKey, at, saidAt, from, address, text } = now;
  const when = saidAt === undefined ? {} : { saidAt };
  return { dedupeKey, at, ...when, from, address, kind: 'message_edited', messageKey: String(edited.message_id), text };
}

/** A person blocks the bot or starts it again; a group takes it in or throws it out. */
function membership({ chat: place, from, new_chat_member }: Membership, dedupeKey: string, { account, at }: Arrived): Incoming | null {
  const envelope = { dedupeKey, at, from: personOf(account, from), address: addressOf(account, place) };
  const isOut = new_chat_member.status === 'kicked' || new_chat_member.status === 'left';
  if (place.type === 'private') return { ...envelope, kind: 'reachable', reachable: !isOut };
  return isOut ? { ...envelope, kind: 'left' } : null;
}

/** A group became a supergroup, which has another number. The same is told in the new one, where it says nothing more. */
function moved(heard: Message, dedupeKey: string, { account, at }: Arrived): Incoming | null {
  if ('text' in heard || heard.migrate_to_chat_id === undefined) return null;
  const { migrate_to_chat_id: to, from, chat: place } = heard;
  return { dedupeKey, at, from: personOf(account, from), address: addressOf(account, place), kind: 'moved', to: String(to) };
}

type Said = Extract<Incoming, { kind: 'message' | 'command' }>;

/** Assigned and not spread: for each of many messages spreading takes twice as long as reading it. */
function said(heard: Message, dedupeKey: string, { account, at, me }: Arrived): Said | null {
  const { from, chat: place } = heard;
  if (from.is_bot || heard.is_automatic_forward) return null;
  const contents = contentsOf(heard, account);
  if (contents === null) return null;
  const { files, text, entities } = contents;
  const words = wordsFor(me, {
    text,
    entities,
    isDirect: place.type === 'private',
    repliesToUs: repliesTo(heard, me),
  });
  if (words === null) return null;
  const thread = heard.is_topic_message ? heard.message_thread_id : undefined;
  const person = personOf(account, from);
  const phone = numberOf(heard);
  if (phone !== undefined) person.phone = phone;
  const address = addressOf(account, { id: place.id, type: place.type, thread });
  const { command } = words;
  const incoming: Said =
    command !== undefined && files.length === 0
      ? { dedupeKey, at, from: person, address, kind: 'command', command, text: words.text }
      : {
          dedupeKey,
          at,
          from: person,
          address,
          kind: 'message',
          text: command === undefined ? words.text : `/${command} ${words.text}`.trim(),
          messageKey: String(heard.message_id),
        };
  const seconds = heard.edit_date ?? heard.date;
  // Telegram tells whole seconds; of two messages in one second, the number says which was first
  if (seconds !== undefined) incoming.saidAt = momentOf(seconds, String(Number(heard.message_id) % 1_000_000).padStart(6, '0'));
  const replyTo = repliedIn(heard, thread);
  if (replyTo !== undefined) incoming.replyTo = replyTo;
  if (incoming.kind === 'message' && words.called) incoming.called = true;
  if (incoming.kind === 'message' && files.length > 0) incoming.files = files;
  if (incoming.kind === 'command' && place.title) incoming.place = place.title;
  return incoming;
}

function contentsOf(heard: Message, account: string): { text: string; entities: Entity[]; files: FileRef[] } | null {
  if ('text' in heard) return { text: heard.text, entities: heard.entities ?? [], files: [] };
  const files = filesIn(heard, account);
  if (heard.caption === undefined && files.length === 0 && wordless.every((name) => heard[name] === undefined)) return null;
  return { text: heard.caption ?? '', entities: heard.caption_entities ?? [], files };
}

/** Their own number, which they let Telegram send; of anybody else it says nothing. */
function numberOf(heard: Message): string | undefined {
  if ('text' in heard || heard.contact?.phone_number === undefined) return undefined;
  return String(heard.contact.user_id) === String(heard.from.id) ? `+${heard.contact.phone_number.replace(/^\+/, '')}` : undefined;
}

const repliesTo = ({ reply_to_message: answered }: Message, me: Me): boolean =>
  answered?.from !== undefined && String(answered.from.id) === String(me.id);

/** In a topic everything answers the message that opened it, which says nothing. */
function repliedIn({ reply_to_message: answered }: Message, thread: string | number | undefined): string | undefined {
  if (!answered || (thread !== undefined && String(answered.message_id) === String(thread))) return undefined;
  return String(answered.message_id);
}
