import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlaygroundMessage } from '#adapters/playground/answers.ts';
import { saveAhead } from '#adapters/playground/clock.store.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, people, type Stage } from './stage.ts';

let db: OpenDatabase;
let stage: Stage;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await forgetMessages(db.sql);
  await saveAhead(db.sql, 0n);
  stage = await openStage(db);
});

const post = (path: string, body: unknown, headers?: Record<string, string>) => stage.post(path, body, headers);
const say = (text: string, more: object = {}) => post('say', { as: 'mei', channel: 'telegram', text, ...more });
const messages = (as: string, channel: string) => stage.messages(as, channel);

async function meisDraft(): Promise<PlaygroundMessage> {
  await say('2 ergonomic chairs');
  const draft = (await messages('mei', 'telegram')).at(-1);
  if (!draft) throw new Error('the desk did not answer');
  return draft;
}

const buttonOf = (message: PlaygroundMessage, action: string) => message.buttons.find((button) => button.action === action)?.id ?? '';

describe('the language of the channels', () => {
  it('is one the desk speaks, or refused in words', async () => {
    expect(await post('language', { locale: 'zh-TW' })).toEqual({ status: 200, answer: { ok: true } });
    expect(stage.desk.heard.at(-1)).toMatchObject({
      kind: 'command',
      command: 'language',
      text: 'zh-TW',
      from: { platform: 'slack', key: 'grace' },
      address: { platform: 'slack', key: 'C-REVIEW', kind: 'group' },
    });
    expect(await post('language', { locale: 'fr' })).toMatchObject({
      status: 400,
      answer: { error: { text: '“locale” must be one of en, zh-CN, zh-TW.' } },
    });
  });
});

describe('what a person says', () => {
  it('stands in the conversation with the answer of the desk after it', async () => {
    expect(await say('2 ergonomic chairs')).toEqual({ status: 200, answer: { ok: true } });
    const seen = await messages('mei', 'telegram');
    expect(seen.map(({ from, text }) => ({ from, text }))).toEqual([
      { from: 'mei', text: '2 ergonomic chairs' },
      { from: 'desk', text: 'Is this what you would like? 2 ergonomic chairs' },
    ]);
    expect(seen[1]?.buttons.map(({ action, label }) => ({ action, label }))).toEqual([
      { action: 'confirm', label: 'Confirm' },
      { action: 'edit', label: 'Change' },
      { action: 'cancel', label: 'Cancel' },
    ]);
    expect(Object.keys(seen[1] ?? {})).toEqual(
      expect.arrayContaining(['id', 'conversation', 'at', 'from', 'text', 'card', 'payload', 'edited', 'buttons']),
    );
  });

  it('reaches the desk as the platform would bring it', async () => {
    await say('hello');
    expect(stage.desk.heard[0]).toMatchObject({
      kind: 'message',
      text: 'hello',
      from: { platform: 'telegram', account: 'playground', key: 'mei', name: 'Mei Chen', locale: 'zh-CN' },
      address: { platform: 'telegram', account: 'playground', key: 'dm:mei', kind: 'dm' },
    });
  });

  it.each([
    ['/Orders', 'orders', ''],
    ['/status@OrderlyBot HO-1001', 'status', 'HO-1001'],
    ['/order for Mei:\n2 chairs', 'order', 'for Mei:\n2 chairs'],
  ])('that begins with a slash is a command: %s', async (text, command, rest) => {
    await say(text);
    expect(stage.desk.heard[0]).toMatchObject({ kind: 'command', command, text: rest });
  });

  it('is one message when the platform delivers it five times', async () => {
    const headers = { 'idempotency-key': 'update 7' };
    await Promise.all([1, 2, 3, 4, 5].map(() => post('say', { as: 'mei', channel: 'telegram', text: 'hello' }, headers)));
    expect(new Set(stage.desk.heard.map((incoming) => incoming.dedupeKey)).size).toBe(1);
    expect(stage.desk.heard).toHaveLength(5);
    expect(await messages('mei', 'telegram')).toHaveLength(2);
  });

  it('is refused with a key that nobody could keep', async () => {
    for (const key of ['', 'x'.repeat(201)])
      expect(await post('say', { as: 'mei', channel: 'telegram', text: 'hello' }, { 'idempotency-key': key })).toMatchObject({
        status: 400,
        answer: { error: { code: 'not_understood', text: expect.stringContaining('idempotency-key') } },
      });
    expect(stage.desk.heard).toEqual([]);
  });

  it('is kept although answering it fails: who was told so would say it twice', async () => {
    stage.desk.tick = () => Promise.reject(new Error('no connection'));
    expect(await say('2 chairs')).toEqual({ status: 200, answer: { ok: true } });
    const message = (await messages('mei', 'telegram'))[0];
    expect(await post('press', { as: 'mei', message: message?.id, button: 'confirm-1' })).toMatchObject({
      status: 200,
      answer: { ok: false, refusal: { code: 'unsettled' } },
    });
  });

  it('waits a moment for another process that has it in hand', async () => {
    const { tick, outcomeOf } = stage.desk;
    let looks = 0;
    stage.desk.outcomeOf = async (incoming) => (++looks < 4 ? null : outcomeOf(incoming));
    stage.desk.tick = async (now) => void setTimeout(() => void tick(now), 60);
    await say('2 chairs');
    expect(looks).toBe(4);
    expect(await messages('mei', 'telegram')).toHaveLength(2);
  });

  it('may be as long as a megabyte, and no longer', async () => {
    const most = 'é'.repeat(512 * 1024);
    expect((await say(most)).status).toBe(200);
    expect(stage.desk.heard[0]).toMatchObject({ text: most });
    expect(await say(`${most}!`)).toMatchObject({ status: 413, answer: { error: { code: 'too_large' } } });
    expect((await say('x'.repeat(8 * 1024 * 1024))).status).toBe(413);
  });

  it('may hold signs that a database refuses', async () => {
    expect((await say('a\0b \ud800 c')).status).toBe(200);
    expect(stage.desk.heard[0]).toMatchObject({ text: 'ab \ufffd c' });
  });

  it('may be nothing at all: the desk answers that too', async () => {
    expect((await say('')).status).toBe(200);
    expect(stage.desk.heard[0]).toMatchObject({ kind: 'message', text: '' });
  });

  it('on a platform where the desk does not know them is no conversation', async () => {
    stage = await openStage(db, { people: async () => people.map((person) => ({ ...person, channels: [person.channel] })) });
    expect(await post('say', { as: 'lin', channel: 'discord', text: 'hello' })).toMatchObject({
      status: 404,
      answer: { error: { code: 'unknown_conversation' } },
    });
    const { conversations } = await stage.state();
    expect(conversations.filter(({ members }) => members.includes('lin')).map(({ channel }) => channel)).toEqual(['slack', 'slack']);
  });

  it('is seen by nobody who is not in the conversation', async () => {
    await say('2 chairs');
    expect(await messages('ann', 'telegram')).toEqual([]);
    expect((await stage.app.request('/playground/api/messages?as=ann&channel=telegram&conversation=dm:mei')).status).toBe(404);
    expect((await post('say', { as: 'mei', channel: 'slack', text: 'hi', conversation: 'C-REVIEW' })).status).toBe(404);
  });

  it('in a channel of the desk is seen by its staff, and an answer for one by that one', async () => {
    await post('say', { as: 'lin', channel: 'slack', text: '/status', conversation: 'C-REVIEW' });
    expect((await messages('lin', 'slack')).map((message) => message.onlyYou)).toEqual([false, true]);
    expect((await messages('grace', 'slack')).map((message) => message.from)).toEqual(['lin']);
  });
});

describe('a press', () => {
  it('is answered with what came of it, and the card changes in place', async () => {
    const draft = await meisDraft();
    expect(await post('press', { as: 'mei', message: draft.id, button: buttonOf(draft, 'confirm') })).toEqual({
      status: 200,
      answer: { ok: true },
    });
    const card = (await messages('mei', 'telegram')).find((message) => message.id === draft.id);
    expect(card).toMatchObject({ edited: true, buttons: [] });
    expect((await messages('lin', 'slack')).at(-1)?.text).toBe('HO-1001 needs a decision');
  });

  it('opens a form, and the same press with values submits it', async () => {
    const draft = await meisDraft();
    const pressed = { as: 'mei', message: draft.id, button: buttonOf(draft, 'cancel') };
    expect((await post('press', pressed)).answer).toMatchObject({
      form: { id: pressed.button, fields: expect.arrayContaining([expect.objectContaining({ name: 'reason', required: true })]) },
    });
    expect((await post('press', { ...pressed, values: { reason: 'bad' } })).answer).toEqual({
      ok: false,
      refusal: { code: 'bad_reason', text: 'Give a better reason.' },
    });
    expect((await post('press', { ...pressed, values: { reason: 'too late' } })).answer).toEqual({ ok: true });
    expect(stage.desk.heard.at(-1)).toMatchObject({ kind: 'form', token: pressed.button, values: { reason: 'too late' } });
  });

  it('of a button that has gone from the card is the desk’s to answer', async () => {
    const draft = await meisDraft();
    const { answer } = await post('press', { as: 'mei', message: draft.id, button: 'long-gone' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect(stage.desk.heard.at(-1)).toMatchObject({ kind: 'press', token: 'long-gone', messageKey: draft.id });
  });

  it('on a message of somebody else’s is refused before the desk hears of it', async () => {
    const draft = await meisDraft();
    const heard = stage.desk.heard.length;
    expect(await post('press', { as: 'ann', message: draft.id, button: buttonOf(draft, 'confirm') })).toMatchObject({
      status: 404,
      answer: { error: { code: 'unknown_message' } },
    });
    expect(stage.desk.heard).toHaveLength(heard);
  });

  it('in the shape of its platform does the same, and a second delivery of it nothing more', async () => {
    const draft = await meisDraft();
    const update = {
      update_id: 77,
      callback_query: {
        from: { id: 'mei', first_name: 'Mei Chen' },
        message: { message_id: draft.id, chat: { id: 'dm:mei', type: 'private' } },
        data: buttonOf(draft, 'confirm'),
      },
    };
    expect(await post('presses/telegram', update)).toEqual({ status: 200, answer: { ok: true } });
    expect(await post('presses/telegram', update)).toEqual({ status: 200, answer: { ok: true } });
    expect(stage.desk.heard.at(-1)).toMatchObject({ kind: 'press', dedupeKey: '77', messageKey: draft.id });
    expect(await messages('lin', 'slack')).toHaveLength(1);
  });

  it('in the shape of its platform is refused where it is none, or from where its person does not see the message', async () => {
    const draft = await meisDraft();
    const press = (id: string, chat: string) => ({
      update_id: 78,
      callback_query: {
        from: { id, first_name: id },
        message: { message_id: draft.id, chat: { id: chat, type: 'private' } },
        data: buttonOf(draft, 'confirm'),
      },
    });
    const heard = stage.desk.heard.length;
    expect((await post('presses/slack', press('mei', 'dm:mei'))).answer).toMatchObject({ error: { code: 'not_understood' } });
    expect((await post('presses/icq', press('mei', 'dm:mei'))).answer).toMatchObject({ error: { code: 'unknown_channel' } });
    expect((await post('presses/telegram', press('ann', 'dm:ann'))).answer).toMatchObject({ error: { code: 'unknown_message' } });
    expect((await post('presses/telegram', press('mei', 'dm:ann'))).answer).toMatchObject({ error: { code: 'unknown_message' } });
    expect((await post('presses/telegram', press('nobody', 'dm:mei'))).answer).toMatchObject({ error: { code: 'unknown_person' } });
    expect(stage.desk.heard).toHaveLength(heard);
  });
});
