import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Sink } from '#core/messages/sink.ts';
import { stageDiscord } from '#test/adapters/platforms/discord.stage.ts';
import type { Stage } from '#test/adapters/platforms/stage.ts';
import { stageTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';
import { underWay } from '#test/support/settled.ts';

const patient = { timeout: 20_000, interval: 20 };

/** What is told of how often it was brought something. */
type Counting = Sink & { brought: number };

const ways: [name: string, set: (sink: Counting, database: OpenDatabase) => Promise<Stage>][] = [
  ['Slack by HTTP', (sink) => setSlackStage('http', sink, { ackMs: 3_000 })],
  ['Slack by Socket Mode', (sink) => setSlackStage('socket', sink, { ackMs: 3_000 })],
  ['Discord over the gateway', (sink, database) => stageDiscord(sink, 'gateway', database)],
  ['Discord with interactions over HTTP', (sink, database) => stageDiscord(sink, 'http', database)],
  ['Telegram by long polling', (sink, database) => stageTelegram(sink, 'polling', database)],
  ['Telegram by webhook', (sink, database) => stageTelegram(sink, 'webhook', database)],
];

describe.each(ways)('an order that comes by %s', (_, setStage) => {
  let database: OpenDatabase;
  let heart: Heart;
  let stage: Stage;
  const stopping = new AbortController();
  const { log } = openLog();

  beforeAll(async () => {
    database = await openTestDatabase();
    // the business, and nobody of it: Mei is a stranger
    await loadDemoInSlack(database, []);
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    const stages: Stage[] = [];
    const desk = openLiveDesk({ database, log, signal: stopping.signal, channels: () => stages.map(({ channel }) => channel) });
    heart = startHeart(() => desk.tick(systemClock.now()), log);
    const sink = sinkOf({ desk, heart, clock: systemClock });
    const counting: Counting = { ...sink, brought: 0, receive: (incoming) => sink.receive(incoming).finally(() => counting.brought++) };
    stage = await setStage(counting, database);
    stages.push(stage);
  }, 60_000);
  afterEach(async () => {
    stopping.abort();
    await stage.close();
    await heart.stop();
  }, 30_000);

  const drafts = () => database.sql<{ quantity: number }[]>`
    select l.quantity
    from orders o
      join order_lines l on l.order_id = o.id
    where o.state = 'draft'`;
  const quantities = async (): Promise<number[]> => (await drafts()).map(({ quantity }) => quantity);
  const heard = async (): Promise<number> => (await database.sql`select 1 from inbox`).length;
  const settled = async (): Promise<void> => {
    await expect.poll(() => underWay(database.sql, systemClock.now(), stage.channel.account), patient).toBe(0);
  };
  const says = (words: string): boolean => stage.standing().some(({ text }) => text.includes(words));

  it('is what its author wanted last, though words come twice, late, in another order and from somebody else', async () => {
    await stage.says('2 ergonomic chairs in white');
    await expect.poll(quantities, patient).toEqual([2]);
    await expect.poll(() => says('please check'), patient).toBe(true);
    await settled();
    const [count, shown] = [await heard(), stage.standing().length];

    await stage.repeats();
    await heart.beat();
    expect([await heard(), await quantities(), stage.standing().length]).toEqual([count, [2], shown]);

    await stage.crosses('make it 3', 'make it 5', async () => {
      await expect.poll(quantities, patient).toEqual([5]);
    });
    await expect.poll(() => says('“make it 3” before “make it 5”'), patient).toBe(true);
    expect(await quantities()).toEqual([5]);
    await settled();

    const [before, standing] = [await heard(), stage.standing().length];
    expect(await stage.forges('make it 1000')).toBe(stage.isPosted ? 401 : 404);
    await heart.beat();
    expect([await heard(), await quantities(), stage.standing().length]).toEqual([before, [5], standing]);
  }, 90_000);
});
