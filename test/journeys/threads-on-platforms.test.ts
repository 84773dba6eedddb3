import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '#adapters/emulators/discord/components.ts';
import { channelOf, personOf } from '#adapters/emulators/discord/guild.ts';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Incoming, Platform } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import { words } from '#core/text/words.ts';
import { connectToEmulated, when } from '#test/adapters/platforms/discord.stage.ts';
import { connectTo as connectToTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { setSlackStage } from '#test/adapters/slack/stage.ts';
import { start } from '#test/support/desk.ts';
import { underWay } from '#test/support/settled.ts';
import { tokenOf, wire, type Wired } from '#test/support/wired.ts';

interface Seen {
  key: string;
  text: string;
  /** The message in whose thread it stands, or which it answers. */
  under: string | null;
}

/** A platform with a review channel of the desk in which Lin is. */
interface Stand {
  channel: Channel;
  /** The key of that channel, and of Lin's account. */
  place: string;
  lin: string;
  /** What the desk said there, oldest first. */
  seen(): Seen[];
  /** Lin says it in the thread of a message, or answers that; what is said later is heard later. */
  says(text: string, to: string, called: boolean): Promise<unknown>;
  /** Lin presses a button of a message there. */
  presses(key: string, token: string): Promise<unknown>;
  close(): Promise<void>;
}

const stands: Record<Platform, (sink: Sink, database: OpenDatabase) => Promise<Stand>> = {
  async slack(sink) {
    const { slack, channel, close } = await setSlackStage('http', sink, { ackMs: 3_000 });
    slack.messages('lin', { channel: 'review' });
    return {
      channel,
      place: 'C0REVIEW',
      lin: 'U0LIN',
      seen: () =>
        slack
          .messages('lin', { channel: 'review' })
          .filter(({ botId }) => botId !== null)
          .map(({ ts, text, threadTs }) => ({ key: ts, text, under: threadTs })),
      says(text, thread, called) {
        const words = called ? `<@${slack.workspace.app.botUser}> ${text}` : text;
        return slack.say('lin', words, { channel: 'review', thread });
      },
      presses: (key, token) => slack.press('lin', key, token),
      close,
    };
  },
  async discord(sink, database) {
    const { server, connection, close } = await connectToEmulated(sink, database, { way: 'gateway', relaxed: true });
    const channel = connection.channel() ?? expect.fail('it does not know who it is');
    const place = channelOf(server.world, 'review').id;
    const said = () => server.world.messages.filter(({ author, onlyFor }) => author.id === server.world.bot.id && onlyFor === null);
    return {
      channel,
      place,
      lin: personOf(server.world, 'Lin').id,
      seen: () =>
        said().map((message) => ({
          key: message.id,
          text: textOf(message),
          under: server.world.places.get(message.channel)?.thread ? message.channel : message.replyTo,
        })),
      async says(text, to, called) {
        const at = server.world.places.has(to) ? { thread: to } : { channel: 'review', replyTo: to };
        server.say('Lin', text, { ...at, ...(called ? {} : { unnamed: true as const }) });
      },
      presses: (key, token) => server.press('Lin', key, token),
      close,
    };
  },
  async telegram(sink, database) {
    const telegram = await emulateTelegram();
    const group = telegram.group('Review', { topics: [7] });
    telegram.person(4200, { name: 'Lin', language: 'zh-hans', started: true });
    const { channel, stop, log } = await connectToTelegram(telegram, sink, { way: 'polling', database });
    await log.until('platform.connected');
    const name = '@orderly_bot';
    return {
      channel,
      // a topic of the group
      place: `${group}/7`,
      lin: '4200',
      seen: () =>
        telegram
          .messages(group)
          .filter(({ from, onlyFor, thread }) => from.is_bot && onlyFor === null && thread === 7)
          .map(({ id, text, replyTo }) => ({ key: String(id), text, under: replyTo === null ? null : String(replyTo) })),
      async says(text, to, called) {
        const entities = [{ type: 'mention', offset: 0, length: name.length }];
        const message = called ? `${name} ${text}` : text;
        telegram.say(4200, message, { chat: group, thread: 7, replyTo: Number(to), ...(called ? { with: { entities } } : {}) });
      },
      presses: () => Promise.reject(new Error('nobody presses there')),
      async close() {
        await stop();
        await telegram.close();
      },
    };
  },
};

describe.each(['slack', 'discord', 'telegram'] as const)('the thread of an order on %s', (platform) => {
  let wired: Wired<Stand>;
  let database: OpenDatabase;
  let stand: Stand;

  beforeAll(async () => {
    wired = await wire(stands[platform]);
    ({ database, stand } = wired);
    const { account } = stand.channel;
    await database.sql`delete from desk_conversations`;
    await database.sql`
      insert into desk_conversations (platform, account, key, purpose)
      values (${platform}, ${account}, ${stand.place}, 'review')`;
    await database.sql`
      insert into accounts (platform, account, user_key, staff_id, dm_key, preferred, linked_at)
      select ${platform}, ${account}, ${stand.lin}, staff_id, ${`none${stand.lin}`}, false, linked_at
      from accounts
      where user_key = 'lin'
      limit 1`;
  });
  afterAll(() => wired.close());

  type Deed = { kind: 'message'; text: string } | { kind: 'press'; token: string } | { kind: 'command'; command: string; text: string };
  /** Somebody in the playground does it, where nothing is sent from here. */
  const does = async (person: string, deed: Deed): Promise<void> => {
    const from = { platform: 'telegram' as const, account: 'playground', key: person };
    const address = { ...from, key: `dm:${person}`, kind: 'dm' as const };
    const incoming: Incoming = { dedupeKey: randomUUID(), at: start.toString(), from, address, ...deed };
    await wired.desk.receive(incoming);
    wired.heart.wake();
    await expect.poll(() => wired.desk.outcomeOf(incoming), { timeout: 20_000 }).toMatchObject({ ok: true });
  };
  const order = async (): Promise<string> => {
    await does('mei', { kind: 'message', text: '2 ergonomic chairs in white' });
    await does('mei', { kind: 'press', token: await tokenOf(database, 'confirm') });
    const [row] = await database.sql<{ number: string }[]>`select number from orders where number is not null order by number desc limit 1`;
    return row?.number ?? '';
  };
  const stateOf = async (number: string): Promise<string> => {
    const [row] = await database.sql<{ state: string }[]>`select state from orders where number = ${number}`;
    return row?.state ?? '';
  };
  const cardOf = async (number: string): Promise<string> => {
    const find = () => stand.seen().find(({ text, under }) => under === null && text.includes(number));
    await when(() => find() !== undefined, `the card of ${number} stands there`);
    return find()?.key ?? '';
  };
  const under = (root: string): string[] => stand.seen().flatMap((one) => (one.under === root ? [one.text] : []));

  it('holds what a customer answers, once, and what a colleague asks is answered there', async () => {
    const number = await order();
    const root = await cardOf(number);
    await stand.says('ask Which white?', root, true);
    await when(() => under(root).some((text) => text.includes(number)), 'it says what came of it');
    await does('mei', { kind: 'message', text: 'snow white' });
    await when(() => under(root).some((text) => text.includes('snow white')), 'the answer stands under the card');
    await stand.says('I would take it', root, false);
    await stand.says('approve', root, true);
    await expect.poll(() => stateOf(number), { timeout: 20_000 }).toBe('confirmed');
    // a picking list is said there too, in no set order: it is read once nothing is on its way any more
    await expect.poll(() => underWay(database.sql, start, stand.channel.account), { timeout: 20_000 }).toBe(0);
    // one answer to one word; the talk among colleagues got none
    expect(under(root)).toEqual([
      expect.stringContaining(number),
      expect.stringContaining('snow white'),
      expect.stringContaining(`${number}：已确认`),
    ]);
    expect(wired.problems).toEqual([]);
  });

  // on Telegram nothing is out of sight that answers something
  it.skipIf(platform === 'telegram')(
    'shows an order in the thread where a colleague opens it, and leaves its card where it stands',
    async () => {
      const number = await order();
      const root = await cardOf(number);
      const isCard = ({ text }: Seen): boolean => text.includes(number) && /椅/.test(text);
      const shown = () => stand.seen().filter((one) => one.under === root && isCard(one));
      const rootText = () => stand.seen().find(({ key }) => key === root)?.text ?? '';
      await stand.says('/orders', root, true);
      await when(() => under(root).length === 1, 'the list stands in the thread');
      const [list] = stand.seen().filter((one) => one.under === root);
      await stand.presses(list?.key ?? '', await tokenOf(database, 'status', number));
      await when(() => shown().length === 1, 'the order is shown there');
      // and once more at the end of the thread: what stood there points to it
      await stand.presses(list?.key ?? '', await tokenOf(database, 'status', number));
      await when(() => under(root).length === 3 && shown().length === 1, 'it is shown again');
      expect(isCard({ key: root, text: rootText(), under: null })).toBe(true);
      await stand.says('approve', root, true);
      await expect.poll(() => stateOf(number), { timeout: 20_000 }).toBe('confirmed');
      const confirmed = words('zh-CN')('orders:state.confirmed');
      await when(() => rootText().includes(confirmed) && shown()[0]?.text.includes(confirmed) === true, 'both tell of it');
      expect(wired.problems).toEqual([]);
    },
  );
});
