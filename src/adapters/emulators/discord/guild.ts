import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** Anything that Discord sends or takes as JSON. */
export type Json = Record<string, unknown>;

export interface Person {
  id: string;
  username: string;
  global_name: string;
  bot?: true;
}

export interface Place {
  id: string;
  /** Discord's number: 0 a channel of a server, 1 a direct conversation, 11 a thread. */
  type: 0 | 1 | 11 | 12;
  name: string;
  guild: string | null;
  /** The person, of a direct conversation. */
  recipient: string | null;
  /** Of a thread: the channel it is in, and who opened it on which message. Its id is that of the message. */
  thread?: { parent: string; owner: string; archived: boolean; locked: boolean };
}

export interface Message {
  id: string;
  channel: string;
  author: Person;
  content: string;
  components: Json[];
  flags: number;
  nonce: string | null;
  mentions: Person[];
  attachments: Json[];
  /** The message that is answered. */
  replyTo: string | null;
  pings: string[];
  edited: string | null;
  /** Only this person sees it. */
  onlyFor: string | null;
}

/** A message that only says something. */
export const plainMessage = (): Omit<Message, 'id' | 'channel' | 'author' | 'content'> => ({
  components: [],
  flags: 0,
  nonce: null,
  mentions: [],
  attachments: [],
  replyTo: null,
  pings: [],
  edited: null,
  onlyFor: null,
});

/** A Discord as far as one application sees it: one server, people, conversations, and what was registered. */
export interface World {
  token: string;
  application: { id: string; name: string; endpoint: string | null; installation: Json };
  bot: Person;
  guild: string;
  privateKey: KeyObject;
  /** 64 hexadecimal digits. */
  publicKey: string;
  people: Map<string, Person>;
  places: Map<string, Place>;
  messages: Message[];
  commands: Json[];
  /** People who take no direct messages from us, and channels we may not write to. */
  closed: Set<string>;
  /** What the server grants us. */
  rights: bigint;
  /** The token was replaced. */
  revoked: boolean;
  /** Sessions that may be begun today. */
  starts: number;
  nextId(): string;
  /** The cast is there: what happens from now on has ids of its time. */
  begin(): void;
}

export const rights = {
  viewChannel: 1n << 10n,
  readMessageHistory: 1n << 16n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
};
/** With what is needed for messages, cards and files. */
const granted = 117_760n | rights.createPublicThreads | rights.sendMessagesInThreads;

const epoch = 1_420_070_400_000n;

/** When the cast of a rehearsal joined: the same people, places and bot each time, so that a desk knows them again. */
const joined = BigInt(Date.UTC(2026, 0, 1));

/** `lasting`: who and what is there before it begins is the same in every world, the token too. */
export function openWorld(lasting = false): World {
  let count = 0n;
  let hasBegun = !lasting;
  const nextId = (): string => String((((hasBegun ? BigInt(Date.now()) : joined) - epoch) << 22n) | (count++ % 4096n));
  const bot: Person = { id: nextId(), username: 'orderly', global_name: 'Orderly', bot: true };
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secret = (): string => (lasting ? Buffer.from('the secret of rehearsals') : randomBytes(24)).toString('base64url');
  return {
    token: `${Buffer.from(bot.id).toString('base64url')}.${secret().slice(0, 6)}.${secret()}`,
    application: { id: nextId(), name: 'Orderly', endpoint: null, installation: {} },
    bot,
    guild: nextId(),
    privateKey,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    people: new Map(),
    places: new Map(),
    messages: [],
    commands: [],
    closed: new Set(),
    rights: granted,
    revoked: false,
    starts: 1000,
    nextId,
    begin: () => void (hasBegun = true),
  };
}

/** A person by their name; somebody new joins. */
export function personOf(world: World, name: string): Person {
  const known = [...world.people.values()].find((person) => person.global_name === name);
  if (known) return known;
  const person = { id: world.nextId(), username: name.toLowerCase().replaceAll(/\W+/g, '.'), global_name: name };
  world.people.set(person.id, person);
  return person;
}

/** A person's conversation with the bot; it is opened where there is none. */
export function directOf(world: World, person: Person): Place {
  const known = [...world.places.values()].find(({ recipient }) => recipient === person.id);
  return known ?? addPlace(world, { id: world.nextId(), type: 1, name: person.username, guild: null, recipient: person.id });
}

/** A channel of the server by its name; it is made where there is none. */
export function channelOf(world: World, name: string): Place {
  const known = [...world.places.values()].find((place) => place.type === 0 && place.name === name);
  return known ?? addPlace(world, { id: world.nextId(), type: 0, name, guild: world.guild, recipient: null });
}

/** The thread on a message. There is at most one. */
export function openThread(world: World, message: Message, name: string, owner: Person): Place {
  const parent = world.places.get(message.channel);
  if (parent?.type !== 0) throw new Error('a thread hangs on a message of a channel');
  const thread = { parent: parent.id, owner: owner.id, archived: false, locked: false };
  return addPlace(world, { id: message.id, type: 11, name, guild: parent.guild, recipient: null, thread });
}

/** A thread that only those who are in it see; the bot is. */
export function openPrivateThread(world: World, channel: Place, name: string, owner: Person): Place {
  const thread = { parent: channel.id, owner: owner.id, archived: false, locked: false };
  return addPlace(world, { id: world.nextId(), type: 12, name, guild: channel.guild, recipient: null, thread });
}

/** Where somebody speaks: in a thread, in a channel, or with the bot alone. */
export function placeAt(world: World, person: Person, { channel, thread }: { channel?: string; thread?: string }): Place {
  if (thread === undefined) return channel ? channelOf(world, channel) : directOf(world, person);
  const place = world.places.get(thread);
  if (!place) throw new Error(`no thread hangs on message ${thread}`);
  return place;
}

export function messageOf(world: World, id: string): Message {
  const message = world.messages.find((one) => one.id === id);
  if (!message) throw new Error(`there is no message ${id}`);
  return message;
}

function addPlace(world: World, place: Place): Place {
  world.places.set(place.id, place);
  return place;
}

/** A file as a message tells of it; its bytes are handed out at the address. */
export function attachmentJson(
  world: World,
  url: string,
  place: Place,
  { name, type, bytes, title = null }: { name: string; type: string; bytes: Buffer; title?: string | null },
): Json {
  const id = world.nextId();
  const path = `/attachments/${place.id}/${id}/${encodeURIComponent(name)}`;
  const told = { id, filename: name, ...(title === null ? {} : { title }), content_type: type, size: bytes.length };
  return { ...told, url: `${url}${path}`, bytes: bytes.toString('base64') };
}

/** Whatever has an id was made then. */
export const timeOf = (id: string): string => new Date(Number((BigInt(id) >> 22n) + epoch)).toISOString();

export function messageJson(world: World, message: Message): Json {
  const place = world.places.get(message.channel);
  return {
    id: message.id,
    type: message.replyTo === null ? 0 : 19,
    channel_id: message.channel,
    ...(place?.guild && message.onlyFor === null ? { guild_id: place.guild } : {}),
    author: message.author,
    // without a privileged intent a bot reads what is said to it, and what it said
    content: mayRead(world, message) ? message.content : '',
    components: mayRead(world, message) ? message.components : [],
    attachments: mayRead(world, message) ? message.attachments.map(({ bytes: _bytes, ...told }) => told) : [],
    embeds: [],
    mentions: message.mentions,
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: message.flags,
    timestamp: timeOf(message.id),
    edited_timestamp: message.edited,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.replyTo === null ? {} : { message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channel } }),
  };
}

const mayRead = (world: World, { channel, author, mentions }: Message): boolean =>
  world.places.get(channel)?.type === 1 || author.id === world.bot.id || mentions.some(({ id }) => id === world.bot.id);
