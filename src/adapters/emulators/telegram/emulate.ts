import { deliver } from './delivery.ts';
import { settingMethods } from './bot-settings.ts';
import { scriptFaults, type Fault } from './faults.ts';
import { countRates } from './rates.ts';
import { serve } from './server.ts';
import { speakingMethods } from './speaking.ts';
import { talk, type PersonDetails, type SayOptions } from './talking.ts';
import { createWorld, type Message, type StoredFile, type Update } from './world.ts';

export interface EmulatedTelegram {
  url: string;
  token: string;
  /** The settings with which a desk connects to it. */
  settings: Record<string, string>;
  /** A person, by an id of their own; made at first mention. */
  person(id: number, details?: PersonDetails): void;
  /** A group the bot is a member of; its id. */
  group(title: string, options?: { topics?: number[] }): number;
  /** Somebody writes: to the bot itself, or in a group. The update that tells of it. */
  say(person: number, text: string, options?: SayOptions): Update;
  edit(person: number, chat: number, messageId: number, text: string): Update;
  /** Presses a button as it is, whether or not the message has it; the id of the callback query. */
  press(person: number, messageId: number, data: string, options?: { chat?: number }): string;
  /** What the bot answered to a press. */
  answer(queryId: string, ms?: number): Promise<Record<string, unknown>>;
  block(person: number): Update;
  unblock(person: number): Update;
  kick(chat: number, by: number): Update;
  /** The group becomes a supergroup; its new id. */
  migrate(chat: number, by: number): number;
  addFile(kind: string, bytes: Uint8Array, about?: Pick<StoredFile, 'name' | 'type'>): string;
  file(id: string): StoredFile | undefined;
  /** Delivers an update as it is, also one that was delivered before. */
  queue(update: Update): void;
  post(update: Update, secret?: string | null): Promise<number | null>;
  /** From now on updates wait, until they are delivered in the order given; they are numbered as they are delivered. */
  hold(): void;
  release(order?: (held: Update[]) => Update[]): void;
  /** What was delivered and not confirmed yet. */
  pending(): number;
  /** Whether a bot asks for its updates now, or did a moment ago. */
  isAsked(): boolean;
  /** Whether the last call came with a token that is worth nothing. */
  isTurnedAway(): boolean;
  /** Every connection breaks. */
  cut(): void;
  messages(chat: number): Message[];
  /** Somebody deletes a message of theirs; nobody is told. */
  forget(chat: number, messageId: number): void;
  /** The newest message of the bot there that fulfils it, as soon as there is one. */
  said(chat: number, fits?: (message: Message) => boolean, ms?: number): Promise<Message>;
  recorded: { method: string; payload: Record<string, unknown> }[];
  when<T>(look: () => T | undefined, ms?: number): Promise<T>;
  fault(method: string, fault: Fault, times?: number): void;
  clearFaults(): void;
  rival(): void;
  /** The token is worth nothing any more; the new one. */
  revoke(): string;
  /** Privacy mode of the bot. */
  readsAll(on: boolean): void;
  countFromNow(): void;
  /** Without limits per second and minute, for a story about something else. */
  relax(): void;
  close(): Promise<void>;
}

/** A Telegram of one's own on loopback: the Bot API by polling and webhook, and people who talk to the bot. */
export async function emulateTelegram({ port = 0, token = '700001:AAE-emulated_token' } = {}): Promise<EmulatedTelegram> {
  const world = createWorld(token);
  const seconds = (): number => Math.floor(Date.now() / 1000);
  const rates = countRates(() => performance.now());
  const faults = scriptFaults();
  const delivery = deliver(world, seconds);
  const people = talk(world, delivery.queue, seconds);
  const methods = { ...settingMethods(world), ...speakingMethods({ world, rates, now: seconds }), ...delivery.methods };
  const server = await serve(world, methods, faults, port);
  const ofBot = (chat: number): Message[] => world.messages.filter((one) => one.chat === chat && one.from.id === world.bot.id);
  return {
    ...people,
    url: server.url,
    get token() {
      return world.token;
    },
    get settings() {
      return { TELEGRAM_BOT_TOKEN: world.token, TELEGRAM_API_URL: server.url };
    },
    file: (id) => world.files.get(id),
    queue: delivery.queue,
    post: delivery.post,
    hold: delivery.hold,
    release: delivery.release,
    pending: () => world.updates.length,
    isAsked: delivery.isAsked,
    isTurnedAway: () => world.turnedAway,
    cut: server.cut,
    forget: (chat, id) => void (world.messages = world.messages.filter((one) => one.chat !== chat || one.id !== id)),
    messages: (chat) => world.messages.filter((one) => one.chat === chat),
    said: (chat, fits = () => true, ms) => world.when(() => ofBot(chat).findLast(fits), ms),
    recorded: world.recorded,
    when: world.when,
    fault: faults.add,
    clearFaults: faults.clear,
    rival: delivery.rival,
    revoke() {
      world.token = `${world.bot.id}:renewed_${world.nextId()}`;
      return world.token;
    },
    readsAll: (on) => void (world.bot.can_read_all_group_messages = on),
    countFromNow: world.countFromNow,
    relax: rates.relax,
    async close() {
      await delivery.stop();
      await server.close();
    },
  };
}
