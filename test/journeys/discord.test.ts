import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '#adapters/demo/load.ts';
import { componentsOf, textOf } from '#adapters/emulators/discord/components.ts';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { channelOf, directOf, personOf, type Message } from '#adapters/emulators/discord/guild.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Channel } from '#core/ports.ts';
import { connectTo, when, type Connected } from '#test/adapters/platforms/discord.stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { start } from '#test/support/desk.ts';
import { deskOn } from '#test/support/desk-on.ts';
import { noting } from '#test/support/machinery.ts';

describe.each(['gateway', 'http'] as const)('an order on Discord, from the first word to the approval (%s)', (way) => {
  let database: OpenDatabase;
  let server: EmulatedDiscord;
  let heart: Heart;
  let desk: Connected;
  const stopping = new AbortController();
  const problems: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await emulateDiscord({ way });
    await database.transaction((tx) => loadDemo({ tx, now: start, ids: randomIds }));
    await moveIn(database, server);
    const log = noting(problems);
    const channels = (): Channel[] => [desk.connection.channel() ?? []].flat();
    const clock = { now: () => start };
    const front = deskOn(database, clock.now, { log, channels, signal: stopping.signal });
    heart = startHeart(() => front.tick(start), log);
    desk = await connectTo(server, sinkOf({ desk: front, heart, clock }), database);
  });
  afterAll(async () => {
    stopping.abort();
    await desk.close();
    await heart.stop();
    await server.close();
    await database.close();
  });

  const last = (person: string, text: RegExp, channel?: string): Message | undefined =>
    server.messages(person, channel ? { channel } : {}).findLast((message) => text.test(textOf(message)));
  const seen = async (person: string, text: RegExp, channel?: string): Promise<Message> => {
    await when(() => last(person, text, channel) !== undefined, `${person} reads ${text.source}`);
    return last(person, text, channel) ?? expect.fail();
  };
  const shownAlone = (person: string): Message[] =>
    server.messages(person, { channel: 'review' }).filter(({ onlyFor }) => onlyFor !== null);
  /** A message as it is by now. */
  const standing = ({ id }: Message): string =>
    server.world.messages
      .filter((one) => one.id === id)
      .map(textOf)
      .join('');
  const buttonOn = (message: Message, label: string): string => {
    const button = componentsOf(message.components).find((component) => component['type'] === 2 && component['label'] === label);
    return typeof button?.['custom_id'] === 'string' ? button['custom_id'] : expect.fail(`no ${label} on: ${textOf(message)}`);
  };

  it('is written in words, confirmed by a button, approved in the review channel, and seen by the customer', async () => {
    server.say('Ann', '2 ergonomic chairs in white, by next Friday please');
    const draft = await seen('Ann', /Ergonomic chair[\s\S]*Confirm/);
    expect(await server.press('Ann', draft.id, buttonOn(draft, 'Confirm'))).toMatchObject({ type: 6 });
    const card = await seen('Lin', /HO-\d+[\s\S]*通过/, 'review');
    const number = /HO-\d+/.exec(textOf(card))?.[0] ?? expect.fail();

    // whoever may not is told so, and nobody else
    expect(await server.press('Ann', card.id, buttonOn(card, '通过'))).toMatchObject({ type: 6 });
    await when(() => shownAlone('Ann').length > 0, 'Ann is refused');
    expect(shownAlone('Lin')).toEqual([]);

    const asked = await server.press('Lin', card.id, buttonOn(card, '通过'));
    expect(asked).toMatchObject({ type: 9, data: { custom_id: buttonOn(card, '通过') } });
    // what the white ones cost more
    const fields = ((asked?.data['components'] ?? []) as { component: { custom_id: string } }[]).map(
      ({ component }) => component.custom_id,
    );
    expect(await server.submit('Lin', Object.fromEntries(fields.map((field) => [field, '20'])))).toMatchObject({ type: 6 });
    await when(() => standing(draft).includes('Preparing') && !standing(draft).includes('being looked at'), 'the card of Ann says so');
    expect(standing(draft)).toContain('CN¥3,180.00');
    await when(() => !standing(card).includes('通过\n'), 'the review card has no button for it any more');

    expect(await server.command('Ann', 'status', { number })).toMatchObject({ type: 5 });
    expect(await server.type('Ann', 'status', 'number', number.slice(0, 4))).toMatchObject([{ value: number }]);
    expect(problems).toEqual([]);
  });
});

/** The people of the demo live on this Discord: Ann writes directly, Lin reads the review channel. */
async function moveIn({ sql }: OpenDatabase, { world }: EmulatedDiscord): Promise<void> {
  for (const [id, name] of [
    ['ann', 'Ann'],
    ['lin', 'Lin'],
  ] as const) {
    const person = personOf(world, name);
    await sql`
      update accounts
      set account = ${world.bot.id}, user_key = ${person.id}, dm_key = ${directOf(world, person).id}
      where platform = 'discord' and user_key = ${id}`;
  }
  await sql`
    update desk_conversations
    set platform = 'discord', account = ${world.bot.id}, key = ${channelOf(world, 'review').id}
    where purpose = 'review' and platform = 'slack'`;
}
