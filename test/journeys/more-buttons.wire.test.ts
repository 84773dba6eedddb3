import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Draft, Offer } from '#core/messages/card.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import { withMore } from '#core/messages/more.cards.ts';
import { say } from '#core/messages/outbox.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database } from '#core/ports.ts';
import { words } from '#core/text/words.ts';
import { stageDiscord } from '#test/adapters/platforms/discord.stage.ts';
import type { Stage, Standing } from '#test/adapters/platforms/stage.ts';
import { stageTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';

type Counting = Sink & { brought: number };

const stages: Record<string, (sink: Counting, database: Database) => Promise<Stage>> = {
  Slack: (sink) => setSlackStage('http', sink, { ackMs: 3_000 }),
  Discord: (sink, database) => stageDiscord(sink, 'gateway', database),
  Telegram: (sink, database) => stageTelegram(sink, 'polling', database),
};

/** A card of many buttons, each about an order that there is not. */
const cardOf = (text: string, count: number): Draft => {
  const order = randomIds.uuid();
  const offers = Array.from({ length: count }, (_, at): Offer => ({ action: 'status', label: `Order ${at}`, args: { order } }));
  return { blocks: [{ kind: 'text', text }, ...withMore([offers.slice(0, 3), offers.slice(3)], words('en'))], fallback: text };
};

describe.each(Object.entries(stages))('a card of many buttons on %s, by its own SDK', (name, setStage) => {
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
    await stage.says('hello');
  });
  afterAll(async () => {
    stopping.abort();
    await stage.close();
    await heart.stop();
    await database.close();
  });

  const standing = (text: string): Standing | undefined => stage.standing().find((message) => message.text.includes(text));
  const put = async (text: string, count: number, live?: string): Promise<Standing> => {
    const [{ address } = expect.fail()] = heard;
    const about = { to: address, class: 'transactional' as const, dedupeKey: text, card: cardOf(text, count) };
    await database.transaction((tx) =>
      say({ tx, now: systemClock.now(), ids: randomIds }, { ...about, ...(live === undefined ? {} : { live }) }),
    );
    await expect.poll(() => standing(text), { timeout: 20_000 }).toBeTruthy();
    return standing(text) ?? expect.fail();
  };
  /** A button that does not stand on the card. */
  const hidden = async (text: string): Promise<string> => {
    const rows = await database.sql<{ token: string }[]>`
      select b.token
      from buttons b
      join outbox o on o.id = b.said_by
      where o.dedupe_key = ${text}
        and b.action = 'status'`;
    const visible = new Set((standing(text)?.tokens ?? []).slice(0, 5));
    return rows.map(({ token }) => token).find((token) => !visible.has(token)) ?? '';
  };

  it.each([
    ['a message', undefined],
    ['a live card', 'order:many'],
  ])('of %s shows a few, and the others behind one', async (what, live) => {
    const text = `Many of ${what}`;
    const card = await put(text, 12, live);
    const count = stage.standing().length;
    const last = await hidden(text);
    const before = heard.length;
    if (name === 'Telegram') {
      expect(card.tokens).toHaveLength(6);
      expect(card.tokens).not.toContain(last);
      await stage.presses(card.key, card.tokens[5] ?? '');
      await expect.poll(() => standing(text)?.tokens.includes(last), { timeout: 20_000 }).toBe(true);
      const opened = standing(text);
      expect(opened).toMatchObject({ key: card.key });
      expect(opened?.tokens).toHaveLength(8);
      await stage.presses(card.key, opened?.tokens.at(-1) ?? '');
      await expect.poll(() => standing(text)?.tokens, { timeout: 20_000 }).toEqual(card.tokens);
      await stage.presses(card.key, card.tokens[5] ?? '');
      await expect.poll(() => standing(text)?.tokens.includes(last), { timeout: 20_000 }).toBe(true);
    } else expect(card.tokens).toHaveLength(12);
    await stage.presses(card.key, last);
    await expect.poll(() => heard.slice(before).filter(({ kind }) => kind === 'press').map((press) => 'token' in press && press.token)).toContain(last); // prettier-ignore
    expect(stage.standing().filter((message) => message.text.includes(text))).toHaveLength(1);
    expect(stage.standing().length).toBeGreaterThanOrEqual(count);
  });

  it('shows all where there are few', async () => {
    expect((await put('A few', 6)).tokens).toHaveLength(6);
  });

  it('stands in a menu of the platform, however many', async () => {
    for (const count of [7, 10, 11, 12, 40]) {
      const card = await put(`Counted ${count}.`, count);
      if (name !== 'Telegram') expect(card.tokens).toHaveLength(count);
    }
  });
});
