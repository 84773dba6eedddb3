import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { openLog, setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';
import { pressable } from '#adapters/emulators/slack/pressable.ts';

const patient = { timeout: 20_000, interval: 20 };

describe('what Slack delivers again after newer words', () => {
  let database: OpenDatabase;
  let heart: Heart;
  let stage: SlackStage;
  const stopping = new AbortController();
  const { log } = openLog();

  beforeAll(async () => {
    database = await openTestDatabase();
    await loadDemoInSlack(database, ['ann']);
    const stages: SlackStage[] = [];
    const desk = openLiveDesk({ database, log, signal: stopping.signal, channels: () => stages.map(({ channel }) => channel) });
    heart = startHeart(() => desk.tick(systemClock.now()), log);
    stage = await setSlackStage('socket', sinkOf({ desk, heart, clock: systemClock }), { ackMs: 3_000 });
    stages.push(stage);
    stage.slack.messages('ann');
  }, 60_000);
  afterAll(async () => {
    stopping.abort();
    await stage.close();
    await heart.stop();
    await database.close();
  }, 30_000);

  const quantity = async (): Promise<number | null> => {
    const [row] = await database.sql<{ quantity: number }[]>`
      select l.quantity from order_lines l join orders o on o.id = l.order_id where o.state = 'draft' order by o.id desc limit 1`;
    return row?.quantity ?? null;
  };
  const said = (): string[] => stage.slack.messages('ann').flatMap(({ botId, text }) => (botId === null ? [] : [text]));
  const buttonOf = (label: string) => {
    for (const { ts, blocks } of stage.slack.messages('ann').toReversed())
      for (const { token, label: written } of pressable(blocks)) if (written === label) return { ts, token };
    return null;
  };
  /** Both are written, in this order; Slack brings the second first, as after a first delivery that was lost. */
  const crossed = async (first: string, second: string): Promise<void> => {
    const { slack } = stage;
    slack.hold();
    void slack.say('ann', first);
    void slack.say('ann', second);
    await slack.release((held) => held.toReversed());
    await heart.beat();
  };

  it('undoes nothing: it is said what stands, and asked', async () => {
    await stage.slack.say('ann', '2 ergonomic chairs in white');
    await expect.poll(quantity, patient).toBe(2);
    await crossed('make it 3', 'make it 5');
    await expect.poll(() => said().some((text) => text.includes('reached me late')), patient).toBe(true);
    expect(said().find((text) => text.includes('reached me late'))).toMatch(/“make it 3” before “make it 5”/);
    expect(await quantity()).toBe(5);
    const leave = buttonOf('Leave it as it is');
    await stage.slack.press('ann', leave?.ts ?? '', leave?.token ?? '');
    await expect.poll(() => said().some((text) => text.includes('was left out')), patient).toBe(true);
    expect(await quantity()).toBe(5);
  }, 60_000);

  it('is done after all when its author says so, and once', async () => {
    await crossed('make it 7', 'make it 8');
    await expect.poll(() => said().some((text) => text.includes('“make it 7” before “make it 8”')), patient).toBe(true);
    expect(await quantity()).toBe(8);
    const go = buttonOf('Do it now');
    await stage.slack.press('ann', go?.ts ?? '', go?.token ?? '');
    await expect.poll(quantity, patient).toBe(7);
    await stage.slack.say('ann', 'make it 9');
    await expect.poll(quantity, patient).toBe(9);
    await stage.slack.press('ann', go?.ts ?? '', go?.token ?? '');
    await expect.poll(() => said().some((text) => text.includes('answered already')), patient).toBe(true);
    expect(await quantity()).toBe(9);
  }, 60_000);

  it('is answered as ever where it changes nothing, or nothing was wished since', async () => {
    const before = said().filter((text) => text.includes('late')).length;
    await crossed('hello', 'make it 4');
    await expect.poll(quantity, patient).toBe(4);
    await expect.poll(() => said().some((text) => text.startsWith('Hello Ann')), patient).toBe(true);
    await crossed('make it 6', 'thank you');
    await expect.poll(quantity, patient).toBe(6);
    expect(said().filter((text) => text.includes('late')).length).toBe(before);
  }, 60_000);
});
