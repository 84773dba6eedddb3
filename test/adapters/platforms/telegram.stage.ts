import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { Update } from '#adapters/emulators/telegram/world.ts';
import { createLog } from '#adapters/log.ts';
import { connectTelegram } from '#adapters/telegram/connect.ts';
import { telegramSettings, telegramShape } from '#adapters/telegram/settings.ts';
import type { Connection } from '#adapters/connection.ts';
import type { Hook } from '#adapters/hook.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel, Database, Log } from '#core/ports.ts';
import { listenFor } from '#test/support/hooked.ts';
import * as z from 'zod';
import type { Stage, Trouble } from './stage.ts';

export type Way = 'polling' | 'webhook';

export interface Line {
  said: string[];
  /** The lines as they are written, read again. */
  lines: Record<string, unknown>[];
  log: Log;
  /** Resolves when the log has said it so often. */
  until(event: string, times?: number): Promise<void>;
}

/** A log that is kept, to be read and waited for. */
export function openLog(): Line {
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const lines: Line['lines'] = [];
  const written = createLog({ level: 'info', terminal: false, to: { write: (line) => void lines.push(JSON.parse(line)) } });
  const keep =
    (level: keyof Log) =>
    (facts: Record<string, unknown>, event: string): void => {
      written[level](facts, event);
      said.push(`${event} ${typeof facts['reason'] === 'string' ? facts['reason'] : ''}`.trim());
      for (const look of waiting) look();
    };
  return {
    said,
    lines,
    log: { info: keep('info'), warn: keep('warn'), error: keep('error') },
    until: (event, times = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (said.filter((line) => line.startsWith(event)).length < times) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

export interface Connected {
  connection: Connection;
  channel: Channel;
  log: Line;
  /** Where the webhook listens; null where nothing is posted. */
  hook: string | null;
  /** The same, also where nothing is to be posted. */
  address: string;
  stop(): Promise<void>;
}

interface Options {
  way: Way;
  database: Database;
  secret?: string;
  /** Milliseconds that only go on. */
  now?: () => number;
}

/** The real adapter, connected to an emulated Telegram; resolves when updates come in. */
export async function connectTo(telegram: EmulatedTelegram, sink: Sink, { way, database, secret, now }: Options): Promise<Connected> {
  const log = openLog();
  let hook: Hook | null = null;
  const server = await listenFor(() => hook);
  const publicUrl = server.url;
  const address = `${publicUrl}/hooks/telegram`;
  const given = z.object(telegramShape).parse({
    ...telegram.settings,
    TELEGRAM_CONNECTION: way,
    ...(secret === undefined ? {} : { TELEGRAM_WEBHOOK_SECRET: secret }),
  });
  const settings = telegramSettings(given, publicUrl);
  if (settings === null || typeof settings === 'string') throw new Error(settings ?? 'no settings');
  const surroundings = { log: log.log, publicUrl, database };
  const connection = await connectTelegram(settings, surroundings, { retryMs: 20, ...(now ? { now } : {}) });
  hook = connection.hook;
  connection.start(sink);
  const channel = connection.channel();
  if (!channel) throw new Error('it has no account');
  return {
    connection,
    channel,
    log,
    hook: way === 'webhook' ? address : null,
    address,
    async stop() {
      await connection.stop();
      await server.close();
    },
  };
}

const mei = 4100;

const troubles: Record<Trouble, (telegram: EmulatedTelegram) => void> = {
  rate_limited: (telegram) =>
    telegram.fault('sendMessage', {
      refuse: { code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
    }),
  accept_then_reset: (telegram) => telegram.fault('sendMessage', 'accept_then_reset'),
  broken: (telegram) => telegram.fault('sendMessage', 'bad_gateway'),
  hang: (telegram) => telegram.fault('sendMessage', 'hang'),
  blocked: (telegram) => void telegram.block(mei),
  revoked: (telegram) => void telegram.revoke(),
};

/** Telegram tells of whole seconds alone. */
const aSecondLater = (update: Update): Update => {
  const message = update['message'] as { date: number }; // as the Bot API writes one
  return { ...update, message: { ...message, date: message.date + 1 } };
};

/** Mei's private chat with the bot. */
export async function stageTelegram(sink: Sink, way: Way, database: Database): Promise<Stage> {
  const telegram = await emulateTelegram();
  telegram.person(mei, { name: 'Mei', language: 'en', started: true });
  const { channel, log, stop, address } = await connectTo(telegram, sink, { way, database });
  await log.until('platform.connected');
  const settled = () => telegram.when(() => telegram.pending() === 0 || undefined);
  let last: Update = { update_id: 1 };
  return {
    isPosted: way === 'webhook',
    channel,
    dm: { platform: 'telegram', account: channel.account, key: String(mei), kind: 'dm' },
    async says(text) {
      last = telegram.say(mei, text);
      await settled();
    },
    async repeats() {
      telegram.queue(last);
      await settled();
    },
    async presses(key, token) {
      await telegram.answer(telegram.press(mei, Number(key), token));
      await settled();
    },
    async echoes(text) {
      telegram.say(700001, text, { chat: mei, asBot: true });
      telegram.say(4200, text, { chat: mei, asBot: true });
      await settled();
    },
    async crosses(first, second, isDone) {
      const late: Update[] = [];
      telegram.hold();
      telegram.say(mei, first);
      telegram.say(mei, second);
      telegram.release(([one, ...rest]) => {
        if (one) late.push(one);
        return rest.map(aSecondLater);
      });
      await settled();
      await isDone();
      telegram.release(() => late);
      await settled();
    },
    trouble: (kind) => troubles[kind](telegram),
    standing: () =>
      telegram
        .messages(mei)
        .filter(({ from }) => from.id === 700001)
        .map(({ id, text, pings, keys, edited }) => ({
          key: String(id),
          text,
          pings,
          tokens: keys.flat().flatMap((key) => key.callback_data ?? []),
          edited,
        })),
    async forges(text) {
      const body = JSON.stringify({ ...last, message: { text } });
      const answer = await fetch(address, { method: 'POST', headers: { 'x-telegram-bot-api-secret-token': 'guessed' }, body });
      return answer.status;
    },
    async close() {
      await stop();
      await telegram.close();
    },
  };
}
