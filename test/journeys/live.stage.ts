import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database } from '#core/ports.ts';
import { stageDiscord } from '#test/adapters/platforms/discord.stage.ts';
import type { Stage } from '#test/adapters/platforms/stage.ts';
import { stageTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';

type Counting = Sink & { brought: number };

/** The platforms, each by its own SDK before a server that behaves as theirs does. */
export const stages: Record<string, (sink: Counting, database: Database) => Promise<Stage>> = {
  Slack: (sink) => setSlackStage('http', sink, { ackMs: 3_000 }),
  Discord: (sink, database) => stageDiscord(sink, 'gateway', database),
  Telegram: (sink, database) => stageTelegram(sink, 'polling', database),
};

/** A desk that lives on a platform with the demo's business. */
export interface LiveStage {
  readonly stage: Stage;
  readonly database: OpenDatabase;
  /** Beats at once when told to, else by itself after a while. */
  readonly heart: Heart;
  /** What people said and pressed, oldest first. */
  readonly heard: readonly Incoming[];
}

/** Opened before the tests of the suite that asks for it, and closed behind them. */
export function openLiveStage(setStage: (sink: Counting, database: Database) => Promise<Stage>): LiveStage {
  let database: OpenDatabase;
  let heart: Heart;
  let stage: Stage;
  const heard: Incoming[] = [];
  const stopping = new AbortController();
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadDemoInSlack(database, []);
    const { log } = openLog();
    const opened: Stage[] = [];
    const desk = openLiveDesk({ database, log, signal: stopping.signal, channels: () => opened.map(({ channel }) => channel) });
    heart = startHeart(() => desk.tick(systemClock.now()), log);
    const sink = sinkOf({ desk, heart, clock: systemClock });
    const counting: Counting = {
      ...sink,
      brought: 0,
      async receive(incoming) {
        const stored = await sink.receive(incoming);
        heard.push(incoming);
        counting.brought += 1;
        return stored;
      },
    };
    stage = await setStage(counting, database);
    opened.push(stage);
  });
  afterAll(async () => {
    stopping.abort();
    await stage.close();
    await heart.stop();
    await database.close();
  });
  return {
    heard,
    get stage() {
      return stage;
    },
    get database() {
      return database;
    },
    get heart() {
      return heart;
    },
  };
}
