import { randomUUID } from 'node:crypto';
import { csvTables } from '#adapters/csv.ts';
import { loadDemo } from '#adapters/demo/load.ts';
import { loadPast } from '#adapters/demo/past.ts';
import { randomIds } from '#adapters/ids.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { messagesFor, type StoredMessage } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { realTimer } from '#adapters/timer.ts';
import { deskTurns, openDesk, type Desk } from '#core/desk.ts';
import { buttonsIn } from '#core/messages/card.ts';
import { platforms, type FileRef, type Incoming, type Outcome, type Platform } from '#core/messages/incoming.ts';
import { foundBusiness } from '#core/people/setup.store.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { SecondReader } from '#core/orders/reading/second.act.ts';
import { openTestDatabase, type EngineName } from './database.ts';
import { knowWhatIsUsual } from './usual.ts';
import { noting } from './machinery.ts';

/** A Wednesday noon in Shanghai. */
export const start = Temporal.Instant.from('2026-11-25T04:00:00Z');

/** Where a person speaks, where it is not Slack. */
export const home: Record<string, Platform> = { mei: 'telegram', ann: 'discord', grace: 'discord' };

/** A desk on a real database with the demo business, and its people with a voice each. */
export interface Office {
  database: OpenDatabase;
  desk: Desk;
  now: Temporal.Instant;
  /** Says something in a person's own conversation with the desk, and waits until everything due has happened. */
  say(person: string, text: string, options?: SayOptions): Promise<void>;
  /** Presses a button of the newest message that has it. */
  press(person: string, action: string, options?: PressOptions): Promise<Outcome | null>;
  /** Sends what nobody says: a message that was changed or deleted, a conversation that moved or was left. */
  notice(person: string, what: Happening, options?: SayOptions): Promise<void>;
  sees(person: string, options?: { platform?: Platform; conversation?: string }): Promise<StoredMessage[]>;
  /** What the desk said last to a person. */
  last(person: string, options?: { platform?: Platform; conversation?: string }): Promise<StoredMessage>;
  /** Lets time pass, from one due moment to the next. */
  advance(duration: Temporal.DurationLike): Promise<void>;
  /** Lets time pass as for a desk that was off: what became due meanwhile is caught up with at the end. */
  jump(duration: Temporal.DurationLike): Promise<void>;
  close(): Promise<void>;
}

/** The kinds of an incoming that carry no words of their own. */
export type Happening =
  | { kind: 'message_edited'; messageKey: string; text: string }
  | { kind: 'message_deleted'; messageKey: string }
  | { kind: 'moved'; to: string }
  | { kind: 'left'; everywhere?: boolean };

export interface SayOptions {
  platform?: Platform;
  conversation?: string;
  dedupeKey?: string;
  /** The key by which the platform knows this message. */
  messageKey?: string;
  /** The id of the message that is answered. */
  replyTo?: string;
  /** Said among colleagues to the desk, by its name. */
  called?: true;
  files?: FileRef[];
}

export interface PressOptions {
  platform?: Platform;
  conversation?: string;
  /** Part of the button's label, where several do the same. */
  label?: string;
  token?: string;
  values?: Record<string, string>;
  /** The form was asked for in messages of its own, as on Telegram. */
  inMessages?: true;
  dedupeKey?: string;
}

/** A business of one's own on its first day: nobody, nothing, working days from nine to six. */
const ownBusiness = {
  name: { en: 'Our business', 'zh-CN': '本店', 'zh-TW': '本店' },
  timeZone: 'Europe/Berlin',
  locale: 'en' as const,
  currency: 'EUR',
  orderPrefix: 'O-',
  origin: 'own' as const,
  servedZones: [],
};
const ownHours = {
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  holidays: new Map<string, string>(),
};

/** How often it is looked whether another tick is done with a message. */
const mostLooks = 500;

export async function openOffice(
  options: { engine?: EngineName; past?: boolean; empty?: boolean; second?: SecondReader } = {},
): Promise<Office> {
  const database = await openTestDatabase(options.engine ? { engine: options.engine } : {});
  const errors: string[] = [];
  const log = noting(errors);
  const parts = {
    database,
    clock: { now: () => office.now },
    ids: randomIds,
    log,
    timer: realTimer,
    reader: rulesReader,
    second: options.second ?? null,
    channels: () => platforms.map((platform) => playgroundChannel(platform, database)),
    signal: new AbortController().signal,
    retentionDays: 30,
    tables: csvTables,
  };
  const desk = openDesk(parts);
  const settle = async (): Promise<void> => {
    await desk.tick(office.now);
    if (await desk.readNotes(office.now)) await desk.tick(office.now);
    const [problem] = errors;
    if (problem) throw new Error(problem);
  };
  const envelope = (person: string, platform: Platform, conversation: string, dedupeKey?: string) => ({
    dedupeKey: dedupeKey ?? randomUUID(),
    at: office.now.toString(),
    from: { platform, account: 'playground', key: person },
    address: {
      platform,
      account: 'playground',
      key: conversation,
      kind: conversation.startsWith('dm:') ? ('dm' as const) : ('group' as const),
    },
  });
  const place = (person: string, at: { platform?: Platform; conversation?: string } = {}) => ({
    platform: at.platform ?? home[person] ?? 'slack',
    conversation: at.conversation ?? `dm:${person}`,
  });
  const send = async (incoming: Incoming): Promise<Outcome | null> => {
    await desk.receive(incoming);
    // what another one has in hand at this moment is done when that one is
    for (let looks = 0; looks < mostLooks; looks++) {
      await settle();
      const outcome = await desk.outcomeOf(incoming);
      if (outcome) return outcome;
    }
    return null;
  };

  const office: Office = {
    database,
    desk,
    now: start,
    async say(person, text, at) {
      const { platform, conversation } = place(person, at);
      const common = envelope(person, platform, conversation, at?.dedupeKey);
      const [, command, rest] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
      const more = {
        ...(at?.replyTo ? { replyTo: at.replyTo } : {}),
        ...(at?.called && !command ? { called: at.called } : {}),
        ...(at?.files ? { files: at.files } : {}),
      };
      await send(
        command
          ? { ...common, ...more, kind: 'command', command, text: rest ?? '' }
          : { ...common, ...more, kind: 'message', text, ...(at?.messageKey ? { messageKey: at.messageKey } : {}) },
      );
    },
    async notice(person, what, at) {
      const { platform, conversation } = place(person, at);
      await send({ ...envelope(person, platform, conversation, at?.dedupeKey), ...what });
    },
    async press(person, action, at = {}) {
      const { platform, conversation } = place(person, at);
      const token = at.token ?? (await findToken(await office.sees(person, at), action, at.label));
      const common = envelope(person, platform, conversation, at.dedupeKey);
      return send(
        at.values
          ? { ...common, kind: 'form', token, values: at.values, ...(at.inMessages ? { inMessages: at.inMessages } : {}) }
          : { ...common, kind: 'press', token },
      );
    },
    async sees(person, at) {
      const { platform, conversation } = place(person, at);
      return messagesFor(database.sql, person, platform, [conversation]);
    },
    async last(person, at) {
      const said = (await office.sees(person, at)).filter((message) => message.person === null);
      const message = said.at(-1);
      if (!message) throw new Error(`the desk has said nothing to ${person}`);
      return message;
    },
    async advance(duration) {
      const target = office.now.add(duration);
      for (;;) {
        const due = await desk.nextDue(office.now);
        if (!due || Temporal.Instant.compare(due, office.now) <= 0 || Temporal.Instant.compare(due, target) > 0) break;
        office.now = due;
        await settle();
      }
      office.now = target;
      await settle();
    },
    async jump(duration) {
      office.now = office.now.add(duration);
      await settle();
    },
    close: () => database.close(),
  };
  if (options.empty) await database.transaction((tx) => foundBusiness(tx, ownBusiness, ownHours));
  else {
    await database.transaction(async (tx) => {
      await loadDemo({ tx, now: office.now, ids: randomIds });
      await knowWhatIsUsual(tx, office.now);
    });
  }
  if (options.past) await database.transaction((tx) => loadPast(deskTurns(parts)({ tx, now: office.now, ids: randomIds })));
  return office;
}

export function buttonsOf(message: StoredMessage) {
  return buttonsIn(message.card?.blocks ?? []);
}

async function findToken(messages: StoredMessage[], action: string, label?: string): Promise<string> {
  for (const message of messages.toReversed())
    for (const button of buttonsOf(message)) if (button.action === action && (!label || button.label.includes(label))) return button.token;
  throw new Error(`nobody sees a button ${action}${label ? ` (${label})` : ''}; the last message was: ${messages.at(-1)?.text ?? 'none'}`);
}
