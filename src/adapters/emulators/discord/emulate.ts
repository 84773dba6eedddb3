import type { AddressInfo } from 'node:net';
import { chatCommand } from './chat-command.ts';
import { doneTo, submission } from './components.ts';
import { openFaults, type Fault } from './faults.ts';
import { openGateway, type Gateway } from './gateway.ts';
import {
  attachmentJson,
  directOf,
  type Json,
  type Message,
  messageJson,
  messageOf,
  openThread,
  openWorld,
  type Person,
  personOf,
  type Place,
  placeAt,
  plainMessage,
  type World,
} from './guild.ts';
import { openInteractions, signed, type Answered, type Interactions } from './interactions.ts';
import { restApi, type Recorded } from './rest.ts';
import { placeJson } from './places.ts';

export interface EmulationOptions {
  way: 'gateway' | 'http';
  /** 0 takes any free one. */
  port?: number;
  /** So long the app may take for its first answer; Discord gives it three seconds. */
  answerMs?: number;
  /** So long an interaction can be answered; Discord takes it for a quarter of an hour. */
  tokenMs?: number;
  /** Calls a second in all: 50. */
  globalPerSecond?: number;
  /** Without limits, for a story about something else. */
  relaxed?: true;
  /** The same bot, token, people and places in every run, as far as they are there before the world begins. */
  lasting?: true;
}

export interface At {
  /** A channel of the server by its name; the direct conversation with the bot where none is given. */
  channel?: string;
  /** A thread of it, by the message on which it hangs. */
  thread?: string;
  /** The language of the person's app. */
  locale?: string;
}

/** A Discord of one's own: a server, people and one application, strict, and faulty when it is told to be. */
export interface EmulatedDiscord {
  url: string;
  /** What the desk is started with to speak with this Discord. */
  settings: Record<string, string>;
  world: World;
  gateway: Gateway;
  interactions: Interactions;
  recorded: Recorded[];
  /** The address that interactions are posted to, the other way than over the gateway. */
  postTo(url: string | null): void;
  /** Somebody writes; in a channel they name the bot, unless they do not. */
  say(
    person: string,
    text: string,
    at?: At & { replyTo?: string; files?: { name: string; type: string; bytes: Buffer }[]; unnamed?: true },
  ): Message;
  /** A program writes: the bot itself, or another. */
  echo(by: 'itself' | 'another', text: string, at: { person: string }): void;
  changeWords(message: Message, text: string): void;
  takeBack(message: Message): void;
  /** Resolves with the first answer, or null where none came in time. */
  command(person: string, name: string, options?: Record<string, string>, at?: At): Promise<Answered | null>;
  /** What is proposed for what somebody is typing. */
  type(person: string, name: string, option: string, text: string, at?: At): Promise<{ name: string; value: string }[]>;
  /** The command of a message's menu. */
  menu(person: string, name: string, message: Message, at?: At): Promise<Answered | null>;
  press(person: string, message: string, token: string, at?: At): Promise<Answered | null>;
  /** Fills in the modal that was opened last for a person: by field, what was typed or chosen. */
  submit(person: string, values: Record<string, string>, at?: At): Promise<Answered | null>;
  /** Discord puts the bot out of the server. */
  kick(): void;
  /** Somebody opens a thread on a message. */
  thread(person: string, message: string, name: string): Place;
  /** What a person sees of the bot in a conversation, oldest first. */
  messages(person: string, at?: At): Message[];
  fault(fault: Fault, route?: string): void;
  /** The same for every call from now on; null ends it. */
  lasting(fault: Fault | null): void;
  /** The modals that stand open, by the id of the person before whom they do. */
  modals: Map<string, { modal: Json; message: Message | null; place: Place }>;
  /** Resolves with the first call of a route that is recorded from now on. */
  called(route: string): Promise<Recorded>;
  /** Headers as Discord signs with, for whoever posts something by hand. */
  sign(body: string, timestamp?: string): Record<string, string>;
  close(): Promise<void>;
}

export async function emulateDiscord(options: EmulationOptions): Promise<EmulatedDiscord> {
  const world = openWorld(options.lasting);
  const faults = openFaults();
  const recorded: Recorded[] = [];
  const waiting: { route: string; from: number; resolve: (call: Recorded) => void }[] = [];
  const modals: EmulatedDiscord['modals'] = new Map();

  const server = restApi({
    world,
    faults,
    recorded,
    interactions: () => interactions,
    gateway: () => gateway,
    gatewayUrl: () => url.replace('http', 'ws'),
    url: () => url,
    globalPerSecond: options.globalPerSecond ?? 50,
    isRelaxed: options.relaxed ?? false,
    called() {
      for (const one of waiting.splice(0)) {
        const call = recorded.slice(one.from).find(({ route }) => route === one.route);
        if (call) one.resolve(call);
        else waiting.push(one);
      }
    },
  });
  const gateway = openGateway(server, world, () => url.replace('http', 'ws'));
  const interactions = openInteractions(world, gateway, { answerMs: options.answerMs ?? 3_000, tokenMs: options.tokenMs ?? 15 * 60_000 });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port

  const placeOf = (person: Person, at: At = {}): Place => placeAt(world, person, at);
  const tell = (message: Message, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' = 'MESSAGE_CREATE'): void =>
    gateway.dispatch(event, messageJson(world, message), world.places.get(message.channel)?.guild === null);
  const begin = async (
    person: string,
    at: At | undefined,
    type: number,
    data: Json,
    message: Message | null = null,
  ): Promise<Answered | null> => {
    const who = personOf(world, person);
    const place = message ? (world.places.get(message.channel) ?? placeOf(who, at)) : placeOf(who, at);
    const answer = await interactions.begin({ type, data, person: who, place, message, locale: at?.locale ?? 'en-GB' });
    if (answer?.type === 9) modals.set(who.id, { modal: answer.data, message, place });
    return answer;
  };
  const write = (author: Person, place: Place, content: string, more: Partial<Message> = {}): Message => {
    const message: Message = {
      id: world.nextId(),
      channel: place.id,
      author,
      content,
      ...plainMessage(),
      ...more,
    };
    world.messages.push(message);
    tell(message);
    return message;
  };
  return {
    url,
    settings: {
      DISCORD_TOKEN: world.token,
      DISCORD_API_URL: `${url}/api`,
      DISCORD_CONNECTION: options.way,
      ...(options.way === 'http' ? { DISCORD_PUBLIC_KEY: world.publicKey } : {}),
    },
    world,
    gateway,
    interactions,
    recorded,
    modals,
    postTo: (to) => void (world.application.endpoint = to),
    say(person, text, at = {}) {
      const who = personOf(world, person);
      const place = placeOf(who, at);
      const isNamed = place.guild !== null && !at.unnamed;
      return write(who, place, isNamed ? `<@${world.bot.id}> ${text}` : text, {
        mentions: isNamed ? [world.bot] : [],
        replyTo: at.replyTo ?? null,
        attachments: (at.files ?? []).map((file) => attachmentJson(world, url, place, file)),
      });
    },
    echo(by, text, { person }) {
      const another: Person = { id: world.nextId(), username: 'other', global_name: 'Other', bot: true };
      write(by === 'itself' ? world.bot : another, directOf(world, personOf(world, person)), text);
    },
    changeWords(message, text) {
      Object.assign(message, { content: text, edited: new Date().toISOString() });
      tell(message, 'MESSAGE_UPDATE');
    },
    takeBack(message) {
      world.messages.splice(world.messages.indexOf(message), 1);
      const guild = world.places.get(message.channel)?.guild ?? null;
      const gone = { id: message.id, channel_id: message.channel, ...(guild ? { guild_id: guild } : {}) };
      gateway.dispatch('MESSAGE_DELETE', gone, guild === null);
    },
    command: (person, name, given = {}, at) => begin(person, at, 2, chatCommand(world, name, given)),
    async type(person, name, option, text, at) {
      const answer = await begin(person, at, 4, chatCommand(world, name, { [option]: text }, option));
      return (answer?.data['choices'] ?? []) as { name: string; value: string }[]; // counted when they came
    },
    menu(person, name, message, at) {
      const resolved = { messages: { [message.id]: { ...messageJson(world, message), content: message.content } } };
      return begin(person, { channel: world.places.get(message.channel)?.name ?? '', ...at }, 2, {
        id: world.nextId(),
        type: 3,
        name,
        target_id: message.id,
        resolved,
      });
    },
    press(person, id, token, at) {
      const message = messageOf(world, id);
      const done = doneTo(message.components, token);
      if (!done) throw new Error(`there is no button ${token} on it`);
      return begin(person, at, 3, done, message);
    },
    async submit(person, values, at) {
      const who = personOf(world, person);
      const open = modals.get(who.id);
      if (!open) throw new Error(`no modal stands open before ${person}`);
      modals.delete(who.id);
      const channel = open.place.guild ? { channel: open.place.name } : {};
      return begin(person, { ...channel, ...at }, 5, submission(open.modal, values), open.message);
    },
    thread(person, id, name) {
      const place = openThread(world, messageOf(world, id), name, personOf(world, person));
      gateway.dispatch('THREAD_CREATE', placeJson(place, world), false);
      return place;
    },
    kick: () => gateway.dispatch('GUILD_DELETE', { id: world.guild }, false),
    messages(person, at) {
      const who = personOf(world, person);
      const { id } = placeOf(who, at);
      return world.messages.filter(
        ({ channel, onlyFor, author }) => channel === id && author.id === world.bot.id && (onlyFor === null || onlyFor === who.id),
      );
    },
    fault: (fault, route) => faults.add(fault, route),
    lasting: faults.always,
    called: (route) => new Promise((resolve) => waiting.push({ route, from: recorded.length, resolve })),
    sign: (body, timestamp) => signed(world, body, timestamp),
    async close() {
      gateway.drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
