import type { Key } from './checks.ts';

export interface Person {
  id: number;
  first_name: string;
  username?: string;
  language_code?: string;
  is_bot: boolean;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  /** Of a private chat: the person opened it, and did not block the bot since. */
  state: 'never_started' | 'open' | 'blocked' | 'kicked' | 'deleted';
  /** Where the chat went when it became a supergroup. */
  migratedTo?: number;
  topics: Set<number>;
}

/** A message as it stands. */
export interface Message {
  id: number;
  chat: number;
  thread: number | null;
  from: Person;
  at: number;
  /** As readers see it. */
  text: string;
  /** As it was sent, with its markup. */
  source: string;
  /** A rich message instead of a text. */
  rich?: unknown;
  keys: Key[][];
  forcesReply: boolean;
  pings: string[];
  replyTo: number | null;
  edited: boolean;
  /** Seen by this person alone. */
  onlyFor: number | null;
  file: string | null;
}

/** A picture has no name. */
export interface StoredFile {
  bytes: Uint8Array;
  kind: string;
  name?: string;
  type?: string;
}

/** A file that came with a call. */
export class Uploaded {
  name: string;
  bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }

  /** As a call names it. */
  toJSON(): string {
    return `attach://${this.name}`;
  }
}

export type Update = { update_id: number } & Record<string, unknown>;

/** Everything the emulated Telegram knows. Whoever waits for a change of it is told. */
export interface World {
  bot: Person & { username: string; can_read_all_group_messages: boolean };
  token: string;
  people: Map<number, Person>;
  chats: Map<number, Chat>;
  messages: Message[];
  /** What was not confirmed yet, oldest first. */
  updates: Update[];
  /** Callback queries by id, with the time of the press. */
  queries: Map<string, { at: number; answer: Record<string, unknown> | null }>;
  files: Map<string, StoredFile>;
  /** Every call that was answered or refused. */
  recorded: { method: string; payload: Record<string, unknown> }[];
  /** The last call came with a token that is worth nothing. */
  turnedAway: boolean;
  nextId(): number;
  nextMessageId(): number;
  /** What happens from now on has the numbers of its time: whoever listened to a Telegram that stood here before has heard its numbers. */
  countFromNow(): void;
  changed(): void;
  /** Resolves with the first value that is not undefined, looked at after each change. */
  when<T>(look: () => T | undefined, ms?: number): Promise<T>;
}

export function createWorld(token: string): World {
  const id = Number(token.split(':')[0]);
  const waiting = new Set<() => void>();
  let last = 500_000;
  let lastMessage = 100;
  return {
    bot: { id, first_name: 'Orderly', username: 'orderly_bot', is_bot: true, can_read_all_group_messages: false },
    token,
    people: new Map(),
    chats: new Map(),
    messages: [],
    updates: [],
    queries: new Map(),
    files: new Map(),
    recorded: [],
    turnedAway: false,
    nextId: () => (last += 1),
    nextMessageId: () => (lastMessage += 1),
    countFromNow: () => void (last = lastMessage = Date.now()),
    changed: () => {
      for (const look of waiting) look();
    },
    when: (look, ms = 20_000) =>
      new Promise((resolve, reject) => {
        const tryNow = (): void => {
          const found = look();
          if (found === undefined) return;
          clearTimeout(late);
          waiting.delete(tryNow);
          resolve(found);
        };
        const late = setTimeout(() => {
          waiting.delete(tryNow);
          reject(new Error('what was waited for did not happen on the emulated Telegram'));
        }, ms);
        // nobody who ends the program waits for it
        late.unref();
        waiting.add(tryNow);
        tryNow();
      }),
  };
}

/** A message as the Bot API writes it. */
export function asMessage(world: World, message: Message, deep = true): Record<string, unknown> {
  const chat = chatOf(world, message.chat);
  const answered = deep && message.replyTo !== null ? findMessage(world, message.chat, message.replyTo) : undefined;
  return {
    message_id: message.onlyFor === null ? message.id : 0,
    ...(message.onlyFor === null ? {} : { ephemeral_message_id: message.id, receiver_user: world.people.get(message.onlyFor) }),
    date: message.at,
    chat,
    from: message.from,
    ...contentOf(world, message),
    ...(message.thread === null ? {} : { message_thread_id: message.thread, is_topic_message: true }),
    ...(answered ? { reply_to_message: asMessage(world, answered, false) } : {}),
    ...(message.keys.length > 0 ? { reply_markup: { inline_keyboard: message.keys } } : {}),
  };
}

function contentOf(world: World, message: Message): Record<string, unknown> {
  if (message.file !== null) return fileJson(world, message);
  return message.rich ? { rich_message: message.rich } : { text: message.text };
}

/** The file of a message; a picture comes in its sizes. */
function fileJson(world: World, { file, text }: Message): Record<string, unknown> {
  const found = world.files.get(file ?? '');
  const told = { file_id: file, file_unique_id: `u${file ?? ''}`, file_size: found?.bytes.length ?? 0 };
  const named = {
    ...told,
    ...(found?.name === undefined ? {} : { file_name: found.name }),
    ...(found?.type === undefined ? {} : { mime_type: found.type }),
  };
  const caption = text === '' ? {} : { caption: text };
  return found?.kind === 'photo'
    ? { photo: [{ ...told, width: 90, height: 90 }], ...caption }
    : { [found?.kind ?? 'document']: named, ...caption };
}

export function chatOf(world: World, id: number): Record<string, unknown> {
  const chat = world.chats.get(id);
  const person = world.people.get(id);
  if (chat?.type === 'private') return { id, type: 'private', first_name: person?.first_name ?? '' };
  return { id, type: chat?.type ?? 'supergroup', title: chat?.title ?? '', ...(chat && chat.topics.size > 0 ? { is_forum: true } : {}) };
}

export const findMessage = (world: World, chat: number, id: number): Message | undefined =>
  world.messages.find((message) => message.chat === chat && message.id === id);
