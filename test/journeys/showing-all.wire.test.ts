import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database } from '#core/ports.ts';
import { stageDiscord } from '#test/adapters/platforms/discord.stage.ts';
import type { Stage, Standing } from '#test/adapters/platforms/stage.ts';
import { stageTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';
import { underWay } from '#test/support/settled.ts';

type Counting = Sink & { brought: number };
const hostile = '<!channel> @everyone <b>now</b> [x](http://evil.example) &amp; ```';
const letter = `2 ergonomic chairs, please. ${Array.from({ length: 30 }, (_, at) => `Glorbing number ${at} quaffles ${hostile} snorks.`).join('\n')}`;
const numbersIn = (text: string): number[] => [...new Set(Array.from(text.matchAll(/Glorbing number (\d+)/g), ([, at]) => Number(at)))];

const stages: Record<string, (sink: Counting, database: Database) => Promise<Stage>> = {
  Slack: (sink) => setSlackStage('http', sink, { ackMs: 3_000 }),
  Discord: (sink, database) => stageDiscord(sink, 'gateway', database),
  Telegram: (sink, database) => stageTelegram(sink, 'polling', database),
};

describe.each(Object.entries(stages))('all of a long answer on %s, by its own SDK', (_name, setStage) => {
  let database: OpenDatabase;
  let heart: Heart;
  let stage: Stage;
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

  const tokenOf = async (action: string, page: string | null): Promise<string[]> => {
    const rows = await database.sql<{ token: string }[]>`
      select token from buttons where action = ${action} and (args ->> 'page') is not distinct from ${page} order by created_at`;
    return rows.map(({ token }) => token);
  };
  const standingWith = (tokens: readonly string[]): Standing | undefined =>
    stage.standing().findLast((message) => message.tokens.some((token) => tokens.includes(token)));

  it('is behind a button, in pages that are turned in place, and pings nobody', async () => {
    await stage.says(letter);
    await expect.poll(async () => standingWith(await tokenOf('show_all', null)), { timeout: 20_000 }).toBeTruthy();
    const answer = standingWith(await tokenOf('show_all', null));
    expect(numbersIn(answer?.text ?? '').length).toBeLessThan(30);
    const [token = ''] = await tokenOf('show_all', null);
    expect(token).toMatch(/^[\w-]{10,32}$/);
    await stage.presses(answer?.key ?? '', token);
    await expect.poll(async () => standingWith(await tokenOf('show_all', '1')), { timeout: 20_000 }).toBeTruthy();
    const first = standingWith(await tokenOf('show_all', '1'));
    const seen = new Set(numbersIn(first?.text ?? ''));
    const count = stage.standing().length;
    for (let page = 1; ; page++) {
      const next = (await tokenOf('show_all', String(page))).filter((one) => standingWith([one]));
      const [on] = next;
      if (!on) break;
      await stage.presses(first?.key ?? '', on);
      // the button that led here is gone once the page is turned
      await expect.poll(() => standingWith([on]), { timeout: 20_000 }).toBeUndefined();
      for (const number of numbersIn(stage.standing().find(({ key }) => key === first?.key)?.text ?? '')) seen.add(number);
    }
    expect(seen.size).toBe(30);
    // what a platform shows already is not yet known to have arrived
    await expect.poll(() => underWay(database.sql, systemClock.now()), { timeout: 20_000 }).toBe(0);
    expect(stage.standing()).toHaveLength(count);
    expect(stage.standing().flatMap(({ pings }) => pings)).toEqual([]);
    const [failed] = await database.sql<{ n: number }[]>`select count(*)::int as n from outbox where state not in ('sent', 'superseded')`;
    expect(failed?.n).toBe(0);
  });
});
