import { afterAll, expect, it } from 'vitest';
import { scriptedChannel } from '#test/support/channel.ts';
import { openOffice } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';
import { deskOn } from '#test/support/desk-on.ts';

const office = await openOffice();
afterAll(() => office.close());
const { delivered, touches, history } = followedOf(() => office);

it('tells of a touch that its customer blocked us, and goes elsewhere with the next', async () => {
  const number = await delivered('ann', '2 desk lamps');
  const discord = scriptedChannel('discord', { account: 'playground' });
  const slack = scriptedChannel('slack', { account: 'playground' });
  const telegram = scriptedChannel('telegram', { account: 'playground' });
  const desk = deskOn(office.database, () => office.now, { channels: () => [discord, slack, telegram] });
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
