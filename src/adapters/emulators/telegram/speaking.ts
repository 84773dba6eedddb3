import { checkedKeys, checkedText, required } from './checks.ts';
import { badRequest, forbidden, Refusal } from './refusal.ts';
import { checkedRich } from './rich.ts';
import { asMessage, findMessage, Uploaded, type Chat, type Message, type World } from './world.ts';

type Payload = Record<string, unknown>;
export type Method = (payload: Payload) => unknown;

interface Speaking {
  world: World;
  rates: { count(chat: number): void };
  /** In seconds. */
  now(): number;
}

/** The methods by which a bot speaks in chats. */
export function speakingMethods({ world, rates, now }: Speaking): Record<string, Method> {
  const post = (payload: Payload, text: { text: string; pings: string[] }, file: string | null): Message => {
    const chat = openChat(world, required(payload, 'chat_id'));
    const thread = threadIn(chat, payload['message_thread_id']);
    const onlyFor = receiverIn(world, chat, payload['ephemeral_message_parameters']);
    const keys = checkedKeys(payload['reply_markup']);
    const replyTo = replyIn(world, chat, payload['reply_parameters']);
    rates.count(chat.id);
    const message: Message = {
      id: world.nextMessageId(),
      chat: chat.id,
      thread,
      from: world.bot,
      at: now(),
      ...text,
      source: sourceOf(payload),
      rich: payload['rich_message'] ?? null,
      keys,
      forcesReply:
        typeof payload['reply_markup'] === 'object' && payload['reply_markup'] !== null && 'force_reply' in payload['reply_markup'],
      replyTo,
      edited: false,
      onlyFor,
      file,
    };
    world.messages.push(message);
    world.changed();
    return message;
  };

  const postFile =
    (kind: string): Method =>
    (payload) => {
      const given = payload[kind];
      const id = given instanceof Uploaded ? keep(world, kind, given) : required(payload, kind);
      const known = world.files.get(id);
      if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
      if (known.kind !== kind) throw badRequest(`can't use file of type ${known.kind} as ${kind}`);
      return asMessage(world, post(payload, checkedText(payload, 'caption', 1024), id));
    };

  function mayEdit(message: Message | undefined): asserts message is Message {
    if (!message || message.from.id !== world.bot.id) throw badRequest('message to edit not found');
    // nor one with any markup but buttons of its own
    if (message.forcesReply) throw badRequest("message can't be edited");
  }

  const rewrite = (payload: Payload, message: Message | undefined): Message => {
    mayEdit(message);
    if ((payload['text'] === undefined) === (payload['rich_message'] === undefined)) throw badRequest('message text is empty');
    const rich = payload['rich_message'] ?? null;
    const text = rich === null ? checkedText(payload, 'text', 4096) : checkedRich(rich);
    const keys = checkedKeys(payload['reply_markup']);
    const source = sourceOf(payload);
    if (message.source === source && JSON.stringify(message.keys) === JSON.stringify(keys))
      throw badRequest('message is not modified: specified new message content and reply markup are exactly the same as a current content');
    Object.assign(message, text, { source, rich, keys, edited: true });
    world.changed();
    return message;
  };

  return {
    sendMessage: (payload) => asMessage(world, post(payload, checkedText(payload, 'text', 4096), null)),
    sendRichMessage: (payload) => asMessage(world, post(payload, checkedRich(payload['rich_message']), null)),
    sendPhoto: postFile('photo'),
    sendDocument: postFile('document'),
    sendVoice: postFile('voice'),
    sendVideo: postFile('video'),
    sendAudio: postFile('audio'),
    editMessageText(payload) {
      const chat = openChat(world, required(payload, 'chat_id'));
      const found = findMessage(world, chat.id, Number(required(payload, 'message_id')));
      return asMessage(world, rewrite(payload, found?.onlyFor === null ? found : undefined));
    },
    editMessageReplyMarkup(payload) {
      const chat = openChat(world, required(payload, 'chat_id'));
      const message = findMessage(world, chat.id, Number(required(payload, 'message_id')));
      mayEdit(message);
      const keys = checkedKeys(payload['reply_markup']);
      if (JSON.stringify(message.keys) === JSON.stringify(keys)) throw badRequest('message is not modified');
      Object.assign(message, { keys, edited: true });
      world.changed();
      return asMessage(world, message);
    },
    editEphemeralMessageText(payload) {
      const chat = openChat(world, required(payload, 'chat_id'));
      const found = findMessage(world, chat.id, Number(required(payload, 'ephemeral_message_id')));
      rewrite(payload, found?.onlyFor === Number(required(payload, 'receiver_user_id')) ? found : undefined);
      return true;
    },
    deleteMessage(payload) {
      const chat = openChat(world, required(payload, 'chat_id'));
      const at = world.messages.findIndex((one) => one.chat === chat.id && one.id === Number(required(payload, 'message_id')));
      if (at < 0) throw badRequest('message to delete not found');
      world.messages.splice(at, 1);
      return true;
    },
    deleteEphemeralMessage() {
      throw badRequest('MESSAGE_ID_INVALID');
    },
    /** That the bot is writing: shown for a moment, and kept nowhere. */
    sendChatAction: () => true,
    answerCallbackQuery(payload) {
      const query = world.queries.get(required(payload, 'callback_query_id'));
      if (!query || query.answer || now() - query.at > 15)
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      if (typeof payload['text'] === 'string' && payload['text'].length > 200) throw badRequest('MESSAGE_TOO_LONG');
      // where no game is, a press opens nothing but the bot's own chat
      const own = `https://t.me/${world.bot.username}?start=`;
      if (payload['url'] !== undefined && !(typeof payload['url'] === 'string' && payload['url'].startsWith(own)))
        throw badRequest('URL_INVALID');
      query.answer = payload;
      world.changed();
      return true;
    },
  };
}

/** The content of a message as it was written. */
const sourceOf = ({ text, rich_message }: Payload): string =>
  typeof text === 'string' ? text : rich_message === undefined ? '' : JSON.stringify(rich_message);

/** What a bot may upload: pictures that are pictures up to ten megabytes, anything else up to fifty. */
const mostBytes = 50 * 1024 * 1024;
const mostOfPhoto = 10 * 1024 * 1024;

/** How the pictures that Telegram takes begin: JPEG, PNG, GIF, WebP. */
const pictures = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x47, 0x49, 0x46, 0x38], [0x52, 0x49, 0x46, 0x46]]; // prettier-ignore

/** Keeps an upload as a file of Telegram's, under a number of its own. */
function keep(world: World, kind: string, { name, bytes }: Uploaded): string {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > mostBytes) throw new Refusal(413, 'Request Entity Too Large');
  if (kind === 'photo' && bytes.length > mostOfPhoto) throw badRequest('file is too big for a photo');
  if (kind === 'photo' && !pictures.some((head) => head.every((byte, at) => bytes[at] === byte))) throw badRequest('IMAGE_PROCESS_FAILED');
  const id = `F${world.nextId()}`;
  world.files.set(id, { bytes, kind, name });
  return id;
}

/** The chat somebody names, where the bot may speak. */
function openChat(world: World, id: string): Chat {
  const chat = world.chats.get(Number(id));
  if (!chat) throw badRequest('chat not found');
  if (chat.migratedTo !== undefined)
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  switch (chat.state) {
    case 'open':
      return chat;
    case 'never_started':
      throw forbidden("bot can't initiate conversation with a user");
    case 'blocked':
      throw forbidden('bot was blocked by the user');
    case 'kicked':
      throw forbidden(`bot was kicked from the ${chat.type} chat`);
    case 'deleted':
      throw forbidden(chat.type === 'private' ? 'user is deactivated' : 'the group chat was deleted');
  }
}

function threadIn({ topics }: Chat, thread: unknown): number | null {
  if (thread === undefined) return null;
  if (typeof thread !== 'number' || !topics.has(thread)) throw badRequest('message thread not found');
  return thread;
}

/** An ephemeral message goes to a member of a group. */
function receiverIn(world: World, chat: Chat, parameters: unknown): number | null {
  if (parameters === undefined) return null;
  const receiver = typeof parameters === 'object' && parameters && 'receiver_user_id' in parameters ? parameters.receiver_user_id : null;
  if (typeof receiver !== 'number' || !world.people.has(receiver)) throw badRequest('USER_ID_INVALID');
  if (chat.type === 'private') throw badRequest('ephemeral messages can be sent only in groups');
  return receiver;
}

function replyIn(world: World, chat: Chat, parameters: unknown): number | null {
  if (typeof parameters !== 'object' || parameters === null) return null;
  const id = 'message_id' in parameters ? Number(parameters.message_id) : Number.NaN;
  if (findMessage(world, chat.id, id)) return id;
  if ('allow_sending_without_reply' in parameters && parameters.allow_sending_without_reply === true) return null;
  throw badRequest('message to be replied not found');
}
