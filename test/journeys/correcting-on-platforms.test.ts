import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '#adapters/emulators/discord/components.ts';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import { connectToEmulated, when } from '#test/adapters/platforms/discord.stage.ts';
import { connectTo as connectToTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { setSlackStage } from '#test/adapters/slack/stage.ts';
import { wire, type Wired } from '#test/support/wired.ts';

interface Seen {
  text: string;
  edited: boolean;
}

/** Somebody's own conversation with the desk. */
interface Stand {
  channel: Channel;
  says(text: string): Promise<unknown>;
  /** Changes what they said last. */
  corrects(text: string): Promise<unknown>;
  /** What the desk said, oldest first. */
  seen(): Seen[];
  close(): Promise<void>;
}

const stands: Record<Platform, (sink: Sink, database: OpenDatabase) => Promise<Stand>> = {
  async slack(sink) {
    const { slack, channel, close } = await setSlackStage('http', sink, { ackMs: 3_000 });
    return {
      channel,
      says: (text) => slack.say('zoe', text),
      corrects: (text) => slack.changeWords('zoe', slack.messages('zoe').findLast(({ botId }) => botId === null)?.ts ?? '', text),
      seen: () => slack.messages('zoe').filter(({ botId }) => botId !== null),
      close,
    };
  },
  async discord(sink, database) {
    const { server, connection, close } = await connectToEmulated(sink, database, { way: 'gateway', relaxed: true });
    const channel = connection.channel() ?? expect.fail('it does not know who it is');
    let last: ReturnType<typeof server.say> | null = null;
    return {
      channel,
      says: async (text) => void (last = server.say('Mei', text)),
      corrects: async (text) => last && server.changeWords(last, text),
      seen: () => server.messages('Mei').map((message) => ({ text: textOf(message), edited: message.edited !== null })),
      close,
    };
  },
  async telegram(sink, database) {
    const telegram = await emulateTelegram();
    telegram.relax();
    telegram.person(4100, { name: 'Zoe', language: 'en', started: true });
    const { channel, stop, log } = await connectToTelegram(telegram, sink, { way: 'polling', database });
    await log.until('platform.connected');
    return {
      channel,
      says: async (text) => telegram.say(4100, text),
      corrects: async (text) => telegram.edit(4100, 4100, telegram.messages(4100).findLast(({ from }) => !from.is_bot)?.id ?? 0, text),
      seen: () => telegram.messages(4100).filter(({ from }) => from.is_bot),
      async close() {
        await stop();
        await telegram.close();
      },
    };
  },
};

describe.each(['slack', 'discord', 'telegram'] as const)('a message that is changed on %s', (platform) => {
  let wired: Wired<Stand>;
  let stand: Stand;
  beforeAll(async () => {
    wired = await wire(stands[platform]);
    ({ stand } = wired);
  });
  afterAll(() => wired.close());

  const quantities = async (): Promise<number[]> => {
    const rows = await wired.database.sql<{ quantity: number }[]>`
      select quantity from order_lines where order_id = (select id from orders order by created_at desc, id desc limit 1) order by position`;
    return rows.map(({ quantity }) => quantity);
  };
  const said = (words: RegExp) => stand.seen().filter(({ text }) => words.test(text));

  it('corrects what came of it, with one answer in the place of the first', async () => {
    await stand.says('2 desk lamps please');
    await when(() => said(/lamp/i).length > 0, 'the draft is shown');
    await stand.says('add 1 ergonomic chair');
    await when(() => said(/New total/).length > 0, 'it is said what was added');
    await expect.poll(quantities).toEqual([2, 1]);
    const before = stand.seen().length;
    await stand.corrects('add 3 ergonomic chairs');
    await when(() => said(/read your changed message anew/).length === 1, 'it is said what it is now');
    expect(await quantities()).toEqual([2, 3]);
    expect(stand.seen()).toHaveLength(before);
    expect(said(/read your changed message anew/)).toMatchObject([{ edited: true, text: expect.stringMatching(/1 → 3/) }]);
    expect(wired.problems).toEqual([]);
  });
});
