import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Patience } from '#adapters/discord/patience.ts';
import { textOf } from '#adapters/emulators/discord/components.ts';
import { channelOf, type Json } from '#adapters/emulators/discord/guild.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Card } from '#core/messages/card.ts';
import type { Form } from '#core/messages/form.ts';
import type { Address } from '#core/messages/incoming.ts';
import { Crowded } from '#core/together.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectToEmulated, leavingAtOnce, options, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

const card = (text: string, tokens: string[] = []): Card => ({
  blocks: [
    { kind: 'text', text },
    ...(tokens.length > 0
      ? [{ kind: 'actions' as const, buttons: tokens.map((token) => ({ token, action: 'x', label: 'Go', style: 'plain' as const })) }]
      : []),
  ],
  fallback: text,
});

const form = (fields: number): Form => ({
  id: 'tok_form',
  title: 'Reject',
  fields: Array.from({ length: fields }, (_, at) => ({ name: `f${at}`, kind: 'text', label: `Field ${at}`, required: true })),
});

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe.each(['gateway', 'http'] as const)('interactions on Discord (%s)', (way) => {
  let ear: Ear;
  let desk: Connected;
  let patience: Patience;
  beforeEach(async () => {
    ear = openEar();
    patience = { ...leavingAtOnce, graceMs: 50, retryMs: 20 };
    desk = await connectToEmulated(ear, database, { way }, patience);
  });
  afterEach(() => desk.close());

  const channel = () => desk.connection.channel() ?? expect.fail('it does not know who it is');
  const review = (): Address => ({
    platform: 'discord',
    account: desk.server.world.bot.id,
    key: channelOf(desk.server.world, 'review').id,
    kind: 'group',
  });
  const said = (data: Json | undefined): string => textOf({ content: '', components: (data?.['components'] ?? []) as Json[] });
  const shownAlone = (person: string) => desk.server.messages(person, { channel: 'review' }).filter(({ onlyFor }) => onlyFor !== null);

  /** Nothing can be stored until the answer is there. */
  const takesLonger = (): void => {
    ear.away = Infinity;
    patience.answerMs = 100;
  };

  it('commits a command before anything is answered, and takes the waiting away when the answer is a message', async () => {
    const gone = desk.server.called('DELETE /webhooks/:application/:token/messages/:message');
    const answer = await desk.server.command('Mei', 'order', { words: '2 chairs, please' });
    expect(ear.heard).toMatchObject([
      { kind: 'command', command: 'order', text: '2 chairs, please', from: { name: 'Mei', locale: 'en-GB' } },
    ]);
    expect(answer).toMatchObject({ type: 5, data: { flags: 64 } });
    expect((await gone).status).toBe(204);
  });

  it('puts what was filled in behind a command in the order in which the desk reads it', async () => {
    await desk.server.command('Mei', 'reply', { words: 'we are on it', case: '12' }, { channel: 'review' });
    expect(ear.heard).toMatchObject([
      { kind: 'command', command: 'reply', text: '12 we are on it', address: { kind: 'group' }, place: '#review' },
    ]);
  });

  it('says honestly, to one person and in their language, that it takes longer, and commits it once all the same', async () => {
    takesLonger();
    const gone = desk.server.called('DELETE /webhooks/:application/:token/messages/:message');
    const answer = await desk.server.command('Mei', 'order', { words: '2 chairs' }, { locale: 'zh-CN' });
    expect(answer).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15) } });
    expect(said(answer?.data)).toContain('请不要重复发送');
    expect(ear.heard).toEqual([]);
    ear.away = 0;
    await when(() => ear.heard.length > 0, 'it is committed');
    expect((await gone).status).toBe(204);
    expect(ear.heard).toMatchObject([{ kind: 'command', text: '2 chairs' }]);
  });

  it('puts what came of a press that took longer in the place of that', async () => {
    takesLonger();
    ear.outcome = async () => ({ ok: false, refusal: { code: 'not_yours', text: 'Only sales may approve this.' } });
    const sent = await channel().send(review(), card('Order HO-1001', ['tok_approve']), options());
    const answer = await desk.server.press('Bob', sent.ok ? sent.message.key : '', 'tok_approve');
    expect(said(answer?.data)).toContain('taking longer');
    ear.away = 0;
    await when(() => shownAlone('Bob').some((message) => textOf(message) === 'Only sales may approve this.'), 'Bob is told');
    expect(shownAlone('Bob')).toHaveLength(1);
    expect(ear.heard).toHaveLength(1);
  });

  it('tries again within the window, so that nobody notices a database that was away for a moment', async () => {
    ear.away = 2;
    expect(await desk.server.command('Mei', 'orders')).toMatchObject({ type: 5 });
    expect(ear.heard).toHaveLength(1);
  });

  it('tells its maker at once to try again where too much waits already, and keeps nothing', async () => {
    const { receive } = ear;
    ear.receive = () => Promise.reject(new Crowded());
    const answer = await desk.server.command('Mei', 'orders');
    expect(answer).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15) } });
    expect(said(answer?.data)).toContain('try again in a moment');
    ear.receive = receive;
    expect(await desk.server.command('Mei', 'orders')).toMatchObject({ type: 5 });
    expect(ear.heard).toHaveLength(1);
  });

  it('tells why a press was refused to whoever pressed, and to nobody else', async () => {
    ear.outcome = async () => ({ ok: false, refusal: { code: 'not_yours', text: 'Only sales may approve this.' } });
    const sent = await channel().send(review(), card('Order HO-1001', ['tok_approve']), options());
    expect(await desk.server.press('Bob', sent.ok ? sent.message.key : '', 'tok_approve')).toMatchObject({ type: 6 });
    await when(() => shownAlone('Bob').length > 0, 'Bob is told');
    expect(shownAlone('Bob').map(textOf)).toEqual(['Only sales may approve this.']);
    expect(shownAlone('Mei')).toEqual([]);
  });

  it('opens the form of a button instead of receiving the press, and brings what was filled in', async () => {
    ear.quick = async () => ({ form: form(2) });
    const sent = await channel().send(review(), card('Order HO-1001', ['tok_form']), options());
    expect(await desk.server.press('Bob', sent.ok ? sent.message.key : '', 'tok_form')).toMatchObject({ type: 9 });
    expect(ear.heard).toEqual([]);
    expect(await desk.server.submit('Bob', { f0: 'too dear', f1: 'sorry' })).toMatchObject({ type: 6 });
    expect(ear.heard).toMatchObject([{ kind: 'form', token: 'tok_form', values: { f0: 'too dear', f1: 'sorry' } }]);
  });

  it('asks a long form in parts, and brings it whole once', async () => {
    ear.quick = async () => ({ form: form(7) });
    const sent = await channel().send(review(), card('Order HO-1001', ['tok_form']), options());
    await desk.server.press('Bob', sent.ok ? sent.message.key : '', 'tok_form');
    const first = Object.fromEntries([0, 1, 2, 3, 4].map((at) => [`f${at}`, `v${at}`]));
    expect(await desk.server.submit('Bob', first)).toMatchObject({ type: 4 });
    const [invitation] = shownAlone('Bob');
    expect(await desk.server.press('Bob', invitation?.id ?? '', 'tok_form:1:2')).toMatchObject({ type: 9 });
    await desk.server.submit('Bob', { f5: 'v5', f6: 'v6' });
    expect(ear.heard).toMatchObject([{ kind: 'form', token: 'tok_form', values: { ...first, f5: 'v5', f6: 'v6' } }]);
  });

  it('proposes while somebody types', async () => {
    ear.suggest = async ({ command, text, from }) => [{ label: `${command} ${text} ${from.name}`, value: 'HO-1001' }];
    expect(await desk.server.type('Bob', 'approve', 'number', 'HO')).toEqual([{ name: 'approve HO Bob', value: 'HO-1001' }]);
  });

  it('makes an order of a message that somebody wrote', async () => {
    const message = desk.server.say('Mei', '3 desks by Friday', { channel: 'review', unnamed: true });
    await desk.server.menu('Bob', 'Make this an order', message);
    expect(ear.heard).toMatchObject([
      { kind: 'command', command: 'order', text: '3 desks by Friday', from: { name: 'Bob' }, wordsOf: { name: 'Mei' } },
    ]);
  });

  it('shows what is for one person to that person alone, while their interaction is fresh', async () => {
    await desk.server.command('Bob', 'winback', {}, { channel: 'review' });
    const [heard] = ear.heard;
    const sent = await channel().send(review(), card('For Bob alone'), { ...options(), onlyFor: heard?.from ?? expect.fail() });
    expect(shownAlone('Bob').map(textOf)).toEqual(['For Bob alone']);
    expect(shownAlone('Mei')).toEqual([]);
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel().edit(sent.message, card('Still for Bob alone'), options())).toEqual(sent);
    expect(shownAlone('Bob').map(textOf)).toEqual(['Still for Bob alone']);
  });

  it('writes to the person directly what nobody else is to see, where no interaction is fresh', async () => {
    const bob = desk.server.say('Bob', 'hello', { channel: 'review' }).author;
    const from = { platform: 'discord' as const, account: desk.server.world.bot.id, key: bob.id };
    const sent = await channel().send(review(), card('For Bob alone'), { ...options(), onlyFor: from });
    expect(desk.server.messages('Bob').map(textOf)).toEqual(['For Bob alone']);
    expect(desk.server.messages('Bob', { channel: 'review' })).toEqual([]);
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel().edit(sent.message, card('Changed'), options())).toEqual(sent);
    expect(desk.server.messages('Bob').map(textOf)).toEqual(['Changed']);
  });
});

describe('interactions on Discord over HTTP', () => {
  describe('that do not come as they were made', () => {
    let ear: Ear;
    let desk: Connected;
    beforeEach(async () => {
      ear = openEar();
      desk = await connectToEmulated(ear, database, { way: 'http' });
    });
    afterEach(() => desk.close());

    const at = { channel: 'review' };
    const review = (): Address => {
      const { bot } = desk.server.world;
      return { platform: 'discord', account: bot.id, key: channelOf(desk.server.world, 'review').id, kind: 'group' };
    };
    const shown = () => desk.server.messages('Bob', at).filter(({ onlyFor }) => onlyFor !== null);

    it('are heard once, and the refusal is told once, when one is posted twice', async () => {
      let asked = 0;
      ear.outcome = async () => {
        asked += 1;
        return { ok: false, refusal: { code: 'not_yours', text: 'Only sales may approve this.' } };
      };
      const channel = desk.connection.channel() ?? expect.fail('it does not know who it is');
      const sent = await channel.send(review(), card('Order HO-1001', ['tok_approve']), options());
      await desk.server.press('Bob', sent.ok ? sent.message.key : '', 'tok_approve');
      await when(() => shown().length > 0, 'Bob is told');
      expect(await desk.server.interactions.repeat()).toBe(200);
      expect([ear.brought, ear.heard.length, asked]).toEqual([2, 1, 1]);
      expect(shown().map(textOf)).toEqual(['Only sales may approve this.']);
    });

    it('leave what was shown to their author alone where it stands, when one is posted again after that', async () => {
      await desk.server.command('Bob', 'winback', {}, at);
      const onlyFor = ear.heard[0]?.from ?? expect.fail();
      const channel = desk.connection.channel() ?? expect.fail('it does not know who it is');
      await channel.send(review(), card('For Bob alone'), { ...options(), onlyFor });
      expect(await desk.server.interactions.repeat()).toBe(200);
      await channel.send(review(), card('Something else'), { ...options(), onlyFor });
      expect(shown().map(textOf)).toEqual(['For Bob alone', 'Something else']);
      expect(ear.heard).toHaveLength(1);
    });

    it('are all heard and answered, with the time at which they were made, when the last is posted first', async () => {
      desk.server.interactions.hold();
      const answers = ['first', 'second'].map((words) => desk.server.command('Bob', 'order', { words }));
      await desk.server.interactions.release((held) => held.toReversed());
      expect(await Promise.all(answers)).toMatchObject([{ type: 5 }, { type: 5 }]);
      // an id of Discord tells the moment it was made in
      const momentOf = (id: string) => new Date(Number((BigInt(id) >> 22n) + 1_420_070_400_000n)).toISOString();
      const [first, second] = desk.server.interactions.all.map(({ id }) => ({ dedupeKey: id, saidAt: momentOf(id) }));
      expect(ear.heard).toMatchObject([
        { text: 'second', ...second },
        { text: 'first', ...first },
      ]);
    });
  });

  it('answers Discord’s own trials: a ping, a false signature, a stale body', async () => {
    const ear = openEar();
    const desk = await connectToEmulated(ear, database, { way: 'http' });
    const post = (body: string, headers: Record<string, string>) => fetch(desk.hook ?? '', { method: 'POST', body, headers });
    try {
      const ping = JSON.stringify({ id: '1', type: 1 });
      const pong = await post(ping, desk.server.sign(ping));
      expect([pong.status, await pong.json()]).toEqual([200, { type: 1 }]);
      expect((await post(ping, { ...desk.server.sign(ping), 'x-signature-ed25519': 'cd'.repeat(64) })).status).toBe(401);
      expect((await post(`${ping} `, desk.server.sign(ping))).status).toBe(401);
      expect((await post(ping, { ...desk.server.sign(ping), 'x-signature-timestamp': '1' })).status).toBe(401);
      const anHourAgo = String(Math.floor(Date.now() / 1000) - 3600);
      expect((await post(ping, desk.server.sign(ping, anHourAgo))).status).toBe(401);
      expect((await post(ping, {})).status).toBe(401);
      expect((await post('no json', desk.server.sign('no json'))).status).toBe(400);
      expect(ear.brought).toBe(0);
    } finally {
      await desk.close();
    }
  });
});
