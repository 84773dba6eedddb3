import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelOf, openPrivateThread, personOf, rights, type Message } from '#adapters/emulators/discord/guild.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectToEmulated, options, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

const card = (text: string, token?: string): Card => ({
  blocks: [
    { kind: 'text', text },
    ...(token ? [{ kind: 'actions' as const, buttons: [{ token, action: 'approve', label: 'Yes', style: 'plain' as const }] }] : []),
  ],
  fallback: text,
});

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the talk about one order on Discord', () => {
  let ear: Ear;
  let desk: Connected;
  let root: string;
  beforeEach(async () => {
    ear = openEar();
    desk = await connectToEmulated(ear, database, { way: 'gateway', relaxed: true });
    const sent = await channel().send(review(), card('Order HO-1'), options());
    root = sent.ok ? sent.message.key : expect.fail('the card is not there');
  });
  afterEach(() => desk.close());

  const channel = () => desk.connection.channel() ?? expect.fail('it does not know who it is');
  const review = (): Address => ({
    platform: 'discord',
    account: desk.server.world.bot.id,
    key: channelOf(desk.server.world, 'review').id,
    kind: 'group',
  });
  const say = (text: string, more: Partial<ReturnType<typeof options>> = {}) =>
    channel().send(review(), card(text), { ...options(), replyTo: root, thread: 'HO-1 · Mei', ...more });
  const inChannel = (): Message[] => desk.server.messages('Bob', { channel: 'review' });
  const inThread = (): Message[] => desk.server.messages('Bob', { thread: root });
  const asked = (route: string): number => desk.server.recorded.filter((call) => call.route === route).length;
  const opening = 'POST /channels/:id/messages/:message/threads';

  it('stands in a thread of its card, which is opened at first need and named by the order', async () => {
    const first = await say('an answer');
    const second = await say('a reminder');
    expect(inThread().map(({ id }) => `${root}/${id}`)).toEqual([first, second].map((sent) => sent.ok && sent.message.key));
    expect(inChannel()).toHaveLength(1);
    expect(desk.server.world.places.get(root)).toMatchObject({ type: 11, name: 'HO-1 · Mei', thread: { parent: review().key } });
    expect(asked(opening)).toBe(1);
  });

  it('is said once, however often it is sent', async () => {
    const once = { ...options(), replyTo: root, thread: 'HO-1 · Mei' };
    await say('before');
    desk.server.fault({ kind: 'accept_then_reset' }, 'POST /channels/:id/messages');
    expect(await channel().send(review(), card('an answer'), once)).toMatchObject({ kind: 'unknown_outcome' });
    const again = await channel().send(review(), card('an answer'), once);
    expect(
      inThread()
        .map(({ id }) => `${root}/${id}`)
        .at(-1),
    ).toBe(again.ok && again.message.key);
    expect(inThread()).toHaveLength(2);
  });

  it('goes on in the thread that the one before has opened when its answer was lost', async () => {
    const once = { ...options(), replyTo: root, thread: 'HO-1 · Mei' };
    desk.server.fault({ kind: 'accept_then_reset' }, opening);
    expect(await channel().send(review(), card('an answer'), once)).toMatchObject({ kind: 'unknown_outcome' });
    expect(await channel().send(review(), card('an answer'), once)).toMatchObject({ ok: true });
    expect([inThread().length, inChannel().length]).toEqual([1, 1]);
  });

  it('takes the thread that a colleague has opened on the card', async () => {
    desk.server.thread('Bob', root, 'chairs?');
    await say('an answer');
    expect([inThread().length, asked(opening)]).toEqual([1, 0]);
  });

  it('keeps a name within what Discord takes, on one line', async () => {
    await say('an answer', { thread: `HO-1 ·\n${'陈'.repeat(200)}` });
    const name = desk.server.world.places.get(root)?.name ?? '';
    expect(name).toMatch(/^HO-1 · 陈+…$/u);
    expect(name.length).toBeLessThanOrEqual(100);
  });

  it.for([
    ['opened', rights.createPublicThreads],
    ['written in', rights.sendMessagesInThreads],
  ] as const)('answers the card where no thread may be %s, and does not ask again with every message', async ([, right]) => {
    desk.server.world.rights &= ~right;
    await say('an answer');
    await say('a reminder');
    expect(inChannel().map(({ replyTo }) => replyTo)).toEqual([null, root, root]);
    expect(asked(opening)).toBe(1);
  });

  it('answers the card where the thread is locked, or its name is not known', async () => {
    await say('without a name', { thread: undefined as never });
    expect(inChannel().at(-1)?.replyTo).toBe(root);
    const { thread } = desk.server.thread('Bob', root, 'chairs?');
    Object.assign(thread ?? {}, { locked: true });
    await say('an answer');
    expect(inChannel()).toHaveLength(3);
  });

  it('is said in the channel where the card is gone', async () => {
    desk.server.world.messages.splice(0);
    expect(await say('an answer')).toMatchObject({ ok: true });
    expect(inChannel().map(({ replyTo }) => replyTo)).toEqual([null]);
  });

  it('tells a limit as a limit, and tries in the thread later', async () => {
    desk.server.fault({ kind: 'rate_limited', seconds: 3 }, opening);
    expect(await say('an answer')).toMatchObject({ kind: 'rate_limited' });
    expect(inChannel()).toHaveLength(1);
  });

  it('changes what stands in a thread, also in one that was put away', async () => {
    const sent = await say('waits');
    const message = sent.ok ? sent.message : expect.fail('it is not there');
    Object.assign(desk.server.world.places.get(root)?.thread ?? {}, { archived: true });
    expect(await channel().edit(message, card('done'), options())).toMatchObject({ ok: true });
    expect(JSON.stringify(inThread()[0]?.components)).toContain('done');
  });

  describe('that only some may see, and that was put away meanwhile', () => {
    const refuse = (code: number, status = 400, route = 'POST /channels/:id/messages') =>
      desk.server.fault({ kind: 'refused', status, code }, route);
    const inPrivate = async () => {
      const { world } = desk.server;
      const place = openPrivateThread(world, channelOf(world, 'review'), 'our order', personOf(world, 'Mei'));
      Object.assign(place.thread ?? {}, { archived: true });
      const to: Address = { ...review(), key: place.id };
      const post = () => channel().send(to, card('news of your order'), options());
      return { place, post, said: () => desk.server.messages('Mei', { thread: place.id }) };
    };

    it.for([false, true])('is taken out by what is said there, whether Discord does that itself or not (%s)', async (refuses) => {
      const { place, post, said } = await inPrivate();
      if (refuses) refuse(50_083);
      expect(await post()).toMatchObject({ ok: true });
      expect([said().length, place.thread?.archived]).toEqual([1, false]);
    });

    it.for([
      [
        'may not be taken out',
        [
          [50_083, 400, 'POST /channels/:id/messages'],
          [50_013, 403, 'PATCH /channels/:id'],
        ],
      ],
      ['is locked', [[160_005, 403, 'POST /channels/:id/messages']]],
    ] as const)('is told to be closed to us where it %s, as no fault of ours', async ([, faults]) => {
      const { post, said } = await inPrivate();
      for (const [code, status, route] of faults) refuse(code, status, route);
      expect(await post()).toEqual({ ok: false, kind: 'unreachable', reason: 'not_in_chat' });
      expect(said()).toEqual([]);
    });

    it('is tried again where Discord only asks to wait', async () => {
      const { post } = await inPrivate();
      refuse(50_083);
      desk.server.fault({ kind: 'rate_limited', seconds: 3 }, 'PATCH /channels/:id');
      expect(await post()).toMatchObject({ kind: 'rate_limited' });
      expect(await post()).toMatchObject({ ok: true });
    });
  });

  it('puts the talk about other orders into their threads though one is locked', async () => {
    const { thread } = desk.server.thread('Bob', root, 'chairs?');
    Object.assign(thread ?? {}, { locked: true });
    await say('an answer');
    expect(inChannel()).toHaveLength(2);
    const other = await channel().send(review(), card('Order HO-2'), options());
    const key = other.ok ? other.message.key : expect.fail('the card is not there');
    await say('of the other', { replyTo: key, thread: 'HO-2' });
    expect(desk.server.messages('Bob', { thread: key })).toHaveLength(1);
  });

  it('hears what is said to it in the thread as an answer to the card, in the channel', async () => {
    await say('an answer');
    desk.server.say('Bob', 'status', { thread: root });
    desk.server.say('Bob', 'among us', { thread: root, unnamed: true });
    await when(() => ear.heard.length === 1, 'it is heard');
    expect(ear.heard).toMatchObject([{ kind: 'message', text: 'status', called: true, address: review(), replyTo: root }]);
  });

  it('hears it so after a restart too, and in a thread that a colleague opened', async () => {
    desk.server.thread('Bob', root, 'chairs?');
    desk.server.say('Bob', '/approve', { thread: root });
    await when(() => ear.heard.length === 1, 'it is heard');
    expect(ear.heard).toMatchObject([{ kind: 'command', command: 'approve', address: review(), replyTo: root }]);
  });

  it('takes a thread on a colleague’s own message for a place of its own', async () => {
    const other = desk.server.say('Bob', 'lunch?', { channel: 'review', unnamed: true });
    desk.server.thread('Bob', other.id, 'lunch');
    desk.server.say('Bob', 'status', { thread: other.id });
    await when(() => ear.heard.length === 1, 'it is heard');
    expect(ear.heard[0]?.address.key).toBe(other.id);
    expect(ear.heard[0]).not.toHaveProperty('replyTo');
  });

  it('hears a press and a command in the thread where the card stands', async () => {
    const sent = await channel().send(review(), card('change?', 'token1'), { ...options(), replyTo: root, thread: 'HO-1 · Mei' });
    await desk.server.press('Bob', (sent.ok && sent.message.key.split('/')[1]) || '', 'token1');
    await desk.server.command('Bob', 'status', {}, { thread: root });
    await when(() => ear.heard.length === 2, 'both are heard');
    expect(ear.heard).toMatchObject([
      { kind: 'press', token: 'token1', address: review(), thread: root },
      { kind: 'command', command: 'status', address: review(), replyTo: root },
    ]);
  });
});
