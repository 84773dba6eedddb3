import { afterAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { realTimer } from '#adapters/timer.ts';
import { openDesk } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { openOffice } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';
import { silent } from '#test/support/machinery.ts';

const office = await openOffice();
afterAll(() => office.close());
const { delivered, touches, history } = followedOf(() => office);

it('tells of a touch that its customer blocked us, and goes elsewhere with the next', async () => {
  const number = await delivered('ann', '2 desk lamps');
  const discord = scriptedChannel('discord', { account: 'playground' });
  const slack = scriptedChannel('slack', { account: 'playground' });
  const telegram = scriptedChannel('telegram', { account: 'playground' });
  const parts = {
    database: office.database,
    clock: { now: () => office.now },
    ids: randomIds,
    log: silent,
    timer: realTimer,
    reader: rulesReader,
  };
  const desk = openDesk({ ...parts, channels: () => [discord, slack, telegram], signal: new AbortController().signal, retentionDays: 30 });
  office.now = office.now.add({ hours: 2 });
  discord.faults.push('blocked');
  await desk.tick(office.now);
  expect(await touches(number)).toContain('arrived failed blocked');
  expect(await history(number)).toMatch(
    /could not deliver a planned message to the customer\n• Whether everything is all right: The customer has blocked us there/,
  );
  office.now = office.now.add({ hours: 22 });
  await desk.tick(office.now);
  expect(discord.arrived.filter(({ to }) => to === 'dm:ann')).toEqual([]);
  expect([...slack.arrived, ...telegram.arrived].filter(({ to }) => to === 'dm:ann').map(({ text }) => text)).toEqual([
    expect.stringContaining(`Tips for order ${number}`),
  ]);
  // whoever writes hears us again
  await office.say('ann', 'hello');
  const [row] = await office.database.sql`select reachable from accounts where platform = 'discord' and user_key = 'ann'`;
  expect(row).toEqual({ reachable: true });
});
