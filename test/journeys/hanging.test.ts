import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { typable } from '#adapters/slack/typable.ts';
import { type Desk } from '#core/desk.ts';
import type { Channel } from '#core/ports.ts';
import { planTidying, tidying } from '#core/schedule/tidy.ts';
import { connectTo, type Connected } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { underWay } from '#test/support/settled.ts';

const raj = 4300;
/** Less than any answer of a platform is waited for, and more than a busy machine takes. */
const soon = { timeout: 7_000, interval: 20 };

describe('a Slack that accepts and never answers', () => {
  let database: OpenDatabase;
  let desk: Desk;
  let heart: Heart;
  let slack: SlackStage;
  let telegram: EmulatedTelegram;
  let connected: Connected;
  const stopping = new AbortController();
  const { log, told } = openLog();

  beforeAll(async () => {
    database = await openTestDatabase();
    await loadDemoInSlack(database, ['bob', 'lin']);
    const channels: Channel[] = [];
    desk = openLiveDesk({ database, log, signal: stopping.signal, channels: () => channels });
    heart = startHeart(() => desk.beat(systemClock.now(), () => heart.wake()), log);
    const sink = sinkOf({ desk, heart, clock: systemClock });
    slack = await setSlackStage('socket', sink, { ackMs: 3_000 });
    telegram = await emulateTelegram();
    telegram.person(raj, { name: 'Raj', language: 'en', started: true });
    connected = await connectTo(telegram, sink, { way: 'polling', database });
    channels.push(slack.channel, connected.channel);
    // the desk has caught up with what the past has left to do
    await heart.beat();
    await desk.quiet();
  }, 60_000);
  afterAll(async () => {
    stopping.abort();
    await connected.stop();
    await slack.close();
    await heart.stop();
    await desk.quiet();
    await telegram.close();
    await database.close();
  }, 30_000);

  const sending = async (): Promise<number> =>
    (await database.sql`select from outbox where state = 'sending' and address ->> 'platform' = 'slack'`).count;
  const saidTo = (chat: number): number => telegram.messages(chat).filter(({ from }) => from.id !== chat).length;

  it('delays neither an answer on Telegram, nor a job, nor who writes next', async () => {
    slack.slack.lasting({ kind: 'hang' });
    await slack.slack.say('bob', 'hello');
    await expect.poll(sending, soon).toBe(1);
    const before = saidTo(raj);
    telegram.say(raj, 'hello');
    await expect.poll(() => saidTo(raj), soon).toBeGreaterThan(before);
    await database.transaction((tx) => planTidying({ tx, now: systemClock.now(), ids: randomIds }));
    heart.wake();
    const waiting = async (): Promise<number> => (await database.sql`select from jobs where kind = ${tidying} and state = 'waiting'`).count;
    await expect.poll(waiting, soon).toBe(0);
    // another conversation of the same Slack is tried beside the one that hangs, and a file beside both
    await slack.slack.say('lin', 'hello');
    await expect.poll(sending, soon).toBe(2);
    const file = { id: 'F0LIST', name: 'stock.csv', mimetype: 'text/csv', size: 20 };
    await slack.slack.say('bob', '', { files: [file] });
    const fetching = async (): Promise<number> => (await database.sql`select from list_files where attempts = 1`).count;
    await expect.poll(fetching, soon).toBe(1);
    await expect.poll(() => underWay(database.sql, systemClock.now(), connected.channel.account), soon).toBe(0);
    const after = saidTo(raj);
    telegram.say(raj, 'hello again');
    await expect.poll(() => saidTo(raj), soon).toBeGreaterThan(after);
    expect(await sending()).toBe(2);
    expect(told.filter(({ event }) => event.startsWith('desk.') || event === 'outbox.sending_failed')).toEqual([]);
  }, 40_000);

  // as long as Slack's SDK waits for an answer
  it.runIf(isThorough)(
    `is told once what waited, in order, when it answers again${onlyThorough}`,
    async () => {
      await slack.slack.say('bob', 'hello again');
      slack.slack.lasting(null);
      const heard = (): string[] => slack.slack.messages('bob').flatMap(({ botId, text }) => (botId === null ? [] : [text]));
      await expect.poll(() => heard().length, { timeout: 60_000, interval: 100 }).toBe(3);
      const [said] = await database.sql<{ texts: string[] }[]>`
      select array_agg(card ->> 'fallback' order by seq) as texts
      from outbox
      where address ->> 'key' = 'D0BOB'`;
      // what it tells people to type is said as Slack takes it
      expect(heard()).toEqual(said?.texts.map(typable));
    },
    90_000,
  );
});
