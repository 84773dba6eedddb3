import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import type { EmulatedSlack } from '#adapters/emulators/slack/emulate.ts';
import { pressable } from '#adapters/emulators/slack/pressable.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { words } from '#core/text/words.ts';
import { openLog, setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';

/** The demo business, with Ann, Lin and a review channel in a Slack of their own. */
async function openInSlack(way: 'http' | 'socket') {
  const database = await openTestDatabase();
  await loadDemoInSlack(database, ['ann', 'lin']);
  await database.transaction(async (tx) => {
    await tx`delete from desk_conversations`;
    await tx`insert into desk_conversations (platform, account, key, purpose) values ('slack', 'T0OFFICE', 'C0REVIEW', 'review')`;
  });
  const { log, told } = openLog();
  const stopping = new AbortController();
  const stages: SlackStage[] = [];
  const desk = openLiveDesk({ database, log, signal: stopping.signal, channels: () => stages.map(({ channel }) => channel) });
  const heart = startHeart(() => desk.tick(systemClock.now()), log);
  const stage = await setSlackStage(way, sinkOf({ desk, heart, clock: systemClock }), { ackMs: 3_000 });
  stages.push(stage);
  stage.slack.messages('ann', { channel: 'review' });
  stage.slack.messages('ann');
  return { database, heart, stage, stopping, told };
}

const t = words('zh-CN');

/** What a person sees, and the token of a button by what is written on it. */
const textsOf = (slack: EmulatedSlack, person: string, channel?: string): string[] =>
  slack.messages(person, channel ? { channel } : {}).map(({ text }) => text);

function buttonOf(slack: EmulatedSlack, person: string, label: string, channel?: string): { ts: string; token: string } {
  for (const { ts, blocks } of slack.messages(person, channel ? { channel } : {}).toReversed())
    for (const { token, label: written } of pressable(blocks)) if (written.includes(label)) return { ts, token };
  throw new Error(`${person} sees no button ${label}: ${textsOf(slack, person, channel).join(' | ')}`);
}

describe.each(['http', 'socket'] as const)('an order in Slack, by %s', (way) => {
  let database: OpenDatabase;
  let heart: Heart;
  let stage: SlackStage;
  let stopping: AbortController;
  let told: SlackStage['told'];
  beforeAll(async () => ({ database, heart, stage, stopping, told } = await openInSlack(way)));
  afterAll(async () => {
    stopping.abort();
    await stage.close();
    await heart.stop();
    await database.close();
  });

  /** What is kept of a customer; undefined for whoever was never met. */
  const zoneOf = async (person: string): Promise<string | null | undefined> => {
    const [row] = await database.sql<{ zone: string | null }[]>`
      select c.time_zone as zone from accounts a join customers c on c.id = a.customer_id where a.user_key = ${`U0${person.toUpperCase()}`}`;
    return row?.zone;
  };

  const pressed = async (person: string, label: string, channel?: string): Promise<void> => {
    await expect.poll(() => buttonOf(stage.slack, person, label, channel), { timeout: 20_000 }).toBeTruthy();
    const { ts, token } = buttonOf(stage.slack, person, label, channel);
    await stage.slack.press(person, ts, token);
  };

  it('goes from words to approval, and its card says so in place', async () => {
    const { slack } = stage;
    await slack.say('ann', '2 ergonomic chairs in white');
    await pressed('ann', 'Confirm');
    await expect.poll(() => textsOf(slack, 'lin', 'review').join('\n'), { timeout: 20_000 }).toMatch(/HO-\d+/);
    const draft = slack.messages('ann').find(({ botId, blocks }) => botId && blocks.length > 2);
    // the business speaks Chinese, and a wish without a price has to be given one, or none
    await pressed('lin', t('orders:action.approve'), 'review');
    await slack.submit('lin', {});
    await expect.poll(() => textsOf(slack, 'ann').join('\n'), { timeout: 20_000 }).toMatch(/order HO-\d+ is confirmed/);
    // the same message, another truth
    await expect.poll(() => slack.messages('ann').find(({ ts }) => ts === draft?.ts)?.edited).toBe(true);
    expect(slack.recorded.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(told.filter(({ event }) => !event.startsWith('slack.'))).toEqual([]);
  });

  it('is made of a colleague’s message by a shortcut, and waits for its author', async () => {
    const { slack } = stage;
    await slack.say('ann', 'we could use 3 ergonomic chairs', { channel: 'sales' });
    const [message] = slack.messages('ann', { channel: 'sales' });
    await slack.shortcut('lin', 'make_order', message?.ts ?? '');
    await expect.poll(() => textsOf(slack, 'lin').join('\n'), { timeout: 20_000 }).toContain('Ann Fischer');
    await expect.poll(() => buttonOf(slack, 'ann', 'Confirm').ts, { timeout: 20_000 }).toBe(slack.messages('ann').at(-1)?.ts);
  });

  it('takes the time zone of whoever is new from the workspace, where it is one', async () => {
    const { slack } = stage;
    const zones = { nora: 'America/Lima', otto: 'Mars/Base', pia: '+05:00', ann: 'America/Lima' };
    const before = await zoneOf('ann');
    for (const [name, timeZone] of Object.entries(zones)) {
      slack.messages(name);
      Object.assign(slack.workspace.people.get(`U0${name.toUpperCase()}`) ?? {}, { timeZone });
      await slack.say(name, '2 ergonomic chairs in white');
      await expect.poll(() => zoneOf(name), { timeout: 20_000 }).not.toBeUndefined();
    }
    expect([await zoneOf('nora'), await zoneOf('otto'), await zoneOf('pia')]).toEqual(['America/Lima', null, null]);
    // whoever is known keeps what they have
    expect(await zoneOf('ann')).toBe(before);
  });

  it('shows on the page of the app what is open', async () => {
    const { slack } = stage;
    for (const [person, text] of [
      ['ann', 'HO-'],
      ['lin', t('reviewing:list.none')],
    ] as const) {
      const shown = slack.called('views.publish');
      await slack.happen({
        type: 'app_home_opened',
        user: `U0${person.toUpperCase()}`,
        channel: `D0${person.toUpperCase()}`,
        tab: 'home',
        event_ts: '1.1',
      });
      await shown;
      expect(JSON.stringify(slack.workspace.homes.get(`U0${person.toUpperCase()}`))).toContain(text);
    }
  });
});
