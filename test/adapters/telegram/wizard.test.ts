import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Form } from '#core/messages/form.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { connectTo, type Connected, type Way } from '#test/adapters/platforms/telegram.stage.ts';
import { openTestDatabase } from '#test/support/database.ts';

const token = 'tok_'.padEnd(24, 'A');
const form: Form = {
  id: token,
  title: 'Change the order',
  fields: [
    { name: 'quantity', kind: 'number', label: 'How many', required: true, value: '2' },
    { name: 'kind', kind: 'select', label: 'Which', required: true, options: [{ value: 'a', label: 'Black' }, { value: 'b', label: 'White' }] }, // prettier-ignore
    { name: 'note', kind: 'text', label: 'A note', required: false },
  ],
};
const [mei, bob] = [4100, 4200];

let database: OpenDatabase;
let telegram: EmulatedTelegram;
let ear: Ear;
let now = Temporal.Instant.from('2026-11-25T04:00:00Z');
let desk: Connected;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const connect = async (way: Way = 'polling'): Promise<void> => {
  desk = await connectTo(telegram, ear, { way, database });
  await desk.log.until('platform.connected');
};

beforeEach(async () => {
  telegram = await emulateTelegram();
  telegram.relax();
  telegram.person(mei, { name: 'Mei', language: 'en', started: true });
  telegram.person(bob, { name: 'Bob', language: 'en' });
  ear = openEar();
  ear.now = () => now;
  ear.quick = async (incoming) => (incoming.kind === 'press' && incoming.token === token ? { form } : {});
  await database.sql`truncate telegram_forms`;
  await connect();
});
afterEach(async () => {
  await desk.stop();
  await telegram.close();
});

const asked = (words: string, chat = mei) => telegram.said(chat, ({ text }) => text.includes(words));
const settled = () => telegram.when(() => telegram.pending() === 0 || undefined);
const handedIn = () => ear.heard.filter(({ kind }) => kind === 'form');

describe('a form in a private chat', () => {
  it('is asked for one field at a time and handed in as one', async () => {
    telegram.press(mei, 1, token);
    const first = await asked('How many');
    expect(first).toMatchObject({ forcesReply: true, text: expect.stringMatching(/1 of 3[\s\S]*Now: 2/) });
    telegram.say(mei, 'a few', { replyTo: first.id });
    await asked('I need a number');
    telegram.say(mei, '12');
    const which = await asked('Which');
    const [black] = which.keys.flat();
    await telegram.answer(telegram.press(mei, which.id, black?.callback_data ?? ''));
    await asked('A note');
    telegram.say(mei, '/skip');
    await asked('is handed in');
    await settled();
    expect(handedIn()).toMatchObject([
      { token, values: { quantity: '12', kind: 'a', note: '' }, inMessages: true, from: { key: '4100' }, address: { kind: 'dm' } },
    ]);
    expect(ear.heard).toHaveLength(1);
  });

  it('goes on after a restart, and when its button is pressed again', async () => {
    telegram.press(mei, 1, token);
    await asked('How many');
    telegram.say(mei, '12');
    await asked('Which');
    await desk.stop();
    telegram.say(mei, 'White');
    await connect('webhook');
    await asked('A note');
    telegram.press(mei, 1, token);
    await telegram.when(() => telegram.messages(mei).filter(({ text }) => text.includes('A note')).length > 1 || undefined);
    telegram.say(mei, 'thanks');
    await asked('is handed in');
    expect(handedIn()).toMatchObject([{ values: { quantity: '12', kind: 'b', note: 'thanks' } }]);
  });

  it('can go back and be left; a command of the desk leaves it open', async () => {
    telegram.press(mei, 1, token);
    await asked('How many');
    telegram.say(mei, '12');
    const which = await asked('Which');
    const back = which.keys.flat().find(({ text }) => text === 'Back');
    telegram.press(mei, which.id, back?.callback_data ?? '');
    await telegram.when(() => telegram.messages(mei).filter(({ text }) => text.includes('How many')).length > 1 || undefined);
    telegram.say(mei, '/orders');
    await settled();
    expect(ear.heard).toMatchObject([{ kind: 'command', command: 'orders' }]);
    telegram.say(mei, '/quit');
    await asked('nothing was sent');
    telegram.say(mei, 'hello');
    await settled();
    expect(ear.heard.at(-1)).toMatchObject({ kind: 'message', text: 'hello' });
    expect(handedIn()).toEqual([]);
  });

  it('takes an answer once, however often and however late it is delivered', async () => {
    telegram.press(mei, 1, token);
    await asked('How many');
    const answer = telegram.say(mei, '12');
    const which = await asked('Which');
    telegram.queue(answer);
    await settled();
    telegram.press(mei, which.id, which.keys.flat()[1]?.callback_data ?? '');
    await asked('A note');
    telegram.queue(answer);
    await settled();
    const last = telegram.say(mei, 'thanks');
    await asked('is handed in');
    for (const update of [answer, last]) telegram.queue(update);
    await settled();
    expect(handedIn()).toMatchObject([{ values: { quantity: '12', kind: 'b', note: 'thanks' } }]);
    expect(ear.heard).toHaveLength(1);
  });

  it('is not over before the desk has stored it', async () => {
    telegram.press(mei, 1, token);
    await asked('How many');
    telegram.say(mei, '12');
    await asked('Which');
    telegram.say(mei, 'Black');
    await asked('A note');
    ear.away = 2;
    telegram.say(mei, 'thanks');
    await asked('is handed in');
    expect(handedIn()).toMatchObject([{ values: { note: 'thanks' } }]);
  });

  it('asks again what Telegram did not take', async () => {
    telegram.fault('sendMessage', {
      refuse: { code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } },
    });
    telegram.press(mei, 1, token);
    await expect(asked('How many')).resolves.toBeDefined();
  });

  it('is put aside after a day', async () => {
    telegram.press(mei, 1, token);
    const first = await asked('How many');
    now = now.add({ hours: 25 });
    telegram.say(mei, '12', { replyTo: first.id });
    await settled();
    expect(ear.heard).toMatchObject([{ kind: 'message', text: '12' }]);
  });

  it('says of the button of an earlier question that it is over', async () => {
    telegram.press(mei, 1, token);
    await asked('How many');
    telegram.say(mei, '12');
    const which = await asked('Which');
    const [black] = which.keys.flat();
    telegram.press(mei, which.id, black?.callback_data ?? '');
    await asked('A note');
    const again = await telegram.answer(telegram.press(mei, which.id, black?.callback_data ?? ''));
    expect(again).toMatchObject({ text: expect.stringContaining('already'), show_alert: true });
  });
});

describe('a form in a group', () => {
  it('is answered by whoever opened it, in reply to the question', async () => {
    const group = telegram.group('Review');
    telegram.press(mei, 1, token, { chat: group });
    const first = await asked('How many', group);
    expect(first.pings).toEqual([String(mei)]);
    telegram.say(bob, '99', { chat: group, replyTo: first.id });
    telegram.say(mei, '7', { chat: group });
    telegram.say(mei, '12', { chat: group, replyTo: first.id });
    const which = await asked('Which', group);
    const bobs = await telegram.answer(telegram.press(bob, which.id, which.keys.flat()[0]?.callback_data ?? '', { chat: group }));
    expect(bobs).toMatchObject({ text: expect.stringContaining('Mei') });
    telegram.press(mei, which.id, which.keys.flat()[0]?.callback_data ?? '', { chat: group });
    const note = await asked('A note', group);
    telegram.say(mei, 'ok', { chat: group, replyTo: note.id });
    await asked('is handed in', group);
    expect(handedIn()).toMatchObject([
      { values: { quantity: '12', kind: 'a', note: 'ok' }, address: { key: String(group), kind: 'group' } },
    ]);
  });
});

describe('a form that is for one person of a group', () => {
  const inGroup = async (person: number): Promise<{ group: number; answer: Record<string, unknown> }> => {
    const group = telegram.group('Review');
    const answer = await telegram.answer(telegram.press(person, 1, token, { chat: group }));
    return { group, answer };
  };

  it('goes on in their own chat, and the group sees nothing of it', async () => {
    ear.quick = async () => ({ form, isPersonal: true });
    const { group, answer } = await inGroup(mei);
    expect(answer).toEqual({ callback_query_id: expect.any(String), url: expect.stringMatching(/^https:\/\/t\.me\/\w+\?start=form$/) });
    const first = await asked('How many');
    telegram.say(mei, '12', { replyTo: first.id });
    const which = await asked('Which');
    telegram.press(mei, which.id, which.keys.flat()[0]?.callback_data ?? '');
    await asked('A note');
    telegram.say(mei, '/skip');
    await asked('is handed in');
    expect(handedIn()).toMatchObject([{ values: { quantity: '12', kind: 'a' }, address: { key: String(mei), kind: 'dm' } }]);
    expect(telegram.messages(group)).toEqual([]);
  });

  it('is asked as soon as whoever the bot may not write to has pressed Start', async () => {
    ear.quick = async () => ({ form, isPersonal: true });
    const { group } = await inGroup(bob);
    await desk.log.until('form.not_asked');
    expect(telegram.messages(group)).toEqual([]);
    telegram.say(bob, '/start form');
    await asked('How many', bob);
    // the desk greets all the same
    expect(ear.heard).toMatchObject([{ kind: 'command', command: 'start' }]);
  });

  it('is whatever was opened from what they alone saw', async () => {
    const group = telegram.group('Review');
    const { channel } = desk;
    const to = { platform: 'telegram' as const, account: channel.account, key: String(group), kind: 'group' as const };
    const card = {
      blocks: [{ kind: 'actions' as const, buttons: [{ action: 'a', token, label: 'Change', style: 'plain' as const }] }],
      fallback: 'Your order',
    };
    const onlyFor = { platform: 'telegram' as const, account: channel.account, key: String(mei) };
    telegram.say(mei, '/help', { chat: group });
    const signal = AbortSignal.timeout(5_000);
    const sent = await channel.send(to, card, { idempotencyKey: 'k', signal, at: now, onlyFor });
    const [, , id = ''] = sent.ok ? sent.message.key.split(':') : [];
    expect(sent.ok && sent.message.key).toMatch(/^only:/);
    await telegram.answer(telegram.press(mei, Number(id), token, { chat: group }));
    await asked('How many');
    expect(telegram.messages(group).filter(({ text }) => text.includes('How many'))).toEqual([]);
  });
});

it('keeps an answer that no database can, without what it cannot', async () => {
  telegram.person(mei, { name: 'Mei\u0000' });
  telegram.press(mei, 1, token);
  const first = await asked('How many');
  telegram.say(mei, '1\u00002', { replyTo: first.id });
  const which = await asked('Which');
  telegram.press(mei, which.id, which.keys.flat()[0]?.callback_data ?? '');
  await asked('A note');
  telegram.say(mei, 'half of a character \ud83d, and \u0000 nothing');
  await asked('is handed in');
  expect(handedIn()).toMatchObject([{ values: { quantity: '12', note: 'half of a character \ufffd, and  nothing' } }]);
});
