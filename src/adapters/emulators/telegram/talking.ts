import { asMessage, chatOf, findMessage, type Chat, type Message, type Person, type StoredFile, type Update, type World } from './world.ts';

export interface SayOptions {
  chat?: number;
  thread?: number;
  replyTo?: number;
  /** Further fields of the message: a photo, a document, a forwarded origin. */
  with?: Record<string, unknown>;
  caption?: boolean;
  /** The id of a file that comes with the words. */
  file?: string;
  /** Another bot speaks. */
  asBot?: boolean;
}

export interface PersonDetails {
  name?: string;
  username?: string;
  language?: string;
  /** They have opened a chat with the bot before. */
  started?: boolean;
}

/** What people do on the emulated Telegram, and what updates it makes of that. */
export function talk(world: World, queue: (update: Update) => void, now: () => number) {
  const personOf = (id: number): Person => {
    const known = world.people.get(id);
    if (known) return known;
    const made: Person = { id, first_name: `Person ${id}`, is_bot: false };
    world.people.set(id, made);
    if (!world.chats.has(id)) world.chats.set(id, { id, type: 'private', state: 'never_started', topics: new Set() });
    return made;
  };
  const tell = (body: Record<string, unknown>): Update => {
    const update = { update_id: world.nextId(), ...body };
    queue(update);
    return update;
  };
  const chatNamed = (id: number): Chat => {
    const chat = world.chats.get(id);
    if (!chat) throw new Error(`there is no chat ${id}`);
    return chat;
  };
  const member = (status: string) => ({ status, user: world.bot });
  const membership = (chat: number, by: number, from: string, to: string): Update =>
    tell({
      my_chat_member: {
        chat: chatOf(world, chat),
        from: personOf(by),
        date: now(),
        old_chat_member: member(from),
        new_chat_member: member(to),
      },
    });

  return {
    person(id: number, { name, username, language, started }: PersonDetails = {}) {
      Object.assign(personOf(id), {
        ...(name === undefined ? {} : { first_name: name }),
        ...(username === undefined ? {} : { username }),
        ...(language === undefined ? {} : { language_code: language }),
      });
      if (started) chatNamed(id).state = 'open';
    },
    group(title: string, { topics = [] }: { topics?: number[] } = {}): number {
      const id = -1_000_000_000_000 - world.nextId();
      world.chats.set(id, { id, type: 'supergroup', title, state: 'open', topics: new Set(topics) });
      return id;
    },
    say(person: number, text: string, options: SayOptions = {}): Update {
      const from = options.asBot ? { ...personOf(person), is_bot: true } : personOf(person);
      const chat = options.chat ?? person;
      if (chat === person && chatNamed(chat).state === 'never_started') chatNamed(chat).state = 'open';
      const message: Message = {
        id: world.nextMessageId(),
        chat,
        thread: options.thread ?? null,
        from,
        at: now(),
        text,
        source: text,
        keys: [],
        forcesReply: false,
        pings: [],
        replyTo: options.replyTo ?? null,
        edited: false,
        onlyFor: null,
        file: options.file ?? null,
      };
      world.messages.push(message);
      world.changed();
      return tell({ message: { ...written(world, message, options.caption ?? options.file !== undefined), ...options.with } });
    },
    edit(person: number, chat: number, messageId: number, text: string): Update {
      const message = findMessage(world, chat, messageId);
      if (!message) throw new Error(`there is no message ${messageId}`);
      Object.assign(message, { text, edited: true, from: personOf(person) });
      return tell({ edited_message: { ...written(world, message, message.file !== null), edit_date: now() } });
    },
    press(person: number, messageId: number, data: string, { chat = person }: { chat?: number } = {}): string {
      const id = `q${world.nextId()}`;
      const message = findMessage(world, chat, messageId);
      world.queries.set(id, { at: now(), answer: null });
      tell({
        callback_query: {
          id,
          from: personOf(person),
          chat_instance: String(chat),
          data,
          // one that is too old to be read is only named
          message: message ? asMessage(world, message) : { message_id: messageId, date: 0, chat: chatOf(world, chat) },
        },
      });
      return id;
    },
    answer: (queryId: string, ms?: number) => world.when(() => world.queries.get(queryId)?.answer ?? undefined, ms),
    block(person: number): Update {
      chatNamed(personOf(person).id).state = 'blocked';
      return membership(person, person, 'member', 'kicked');
    },
    unblock(person: number): Update {
      chatNamed(personOf(person).id).state = 'open';
      return membership(person, person, 'kicked', 'member');
    },
    kick(chat: number, by: number): Update {
      chatNamed(chat).state = 'kicked';
      return membership(chat, by, 'member', 'kicked');
    },
    migrate(chat: number, by: number): number {
      const to = -1_000_000_000_000 - world.nextId();
      const old = chatNamed(chat);
      world.chats.set(to, { ...old, id: to, type: 'supergroup', topics: new Set(old.topics) });
      old.migratedTo = to;
      const service = { message_id: world.nextMessageId(), date: now(), from: personOf(by) };
      tell({ message: { ...service, chat: { ...chatOf(world, chat), type: 'group' }, migrate_to_chat_id: to } });
      tell({ message: { ...service, chat: chatOf(world, to), migrate_from_chat_id: chat } });
      return to;
    },
    addFile(kind: string, bytes: Uint8Array, about: Pick<StoredFile, 'name' | 'type'> = {}): string {
      const id = `F${world.nextId()}`;
      world.files.set(id, { bytes, kind, ...about });
      return id;
    },
  };
}

/** What a person wrote, with the entities Telegram finds in it. */
function written(world: World, message: Message, asCaption: boolean): Record<string, unknown> {
  const { text: _, ...rest } = asMessage(world, message);
  const { text } = message;
  if (asCaption && text === '') return rest;
  const entities = [
    ...Array.from(text.matchAll(/(?<=^|\s)\/[a-z0-9_]{1,64}(?:@\w+)?/gi), ({ index, 0: { length } }) => ({
      type: 'bot_command',
      offset: index,
      length,
    })),
    ...Array.from(text.matchAll(/(?<![\w/])@\w{4,32}/g), ({ index, 0: { length } }) => ({ type: 'mention', offset: index, length })),
  ];
  const found = entities.length > 0 ? entities : undefined;
  return asCaption ? { ...rest, caption: text, caption_entities: found } : { ...rest, ...(text === '' ? {} : { text }), entities: found };
}
