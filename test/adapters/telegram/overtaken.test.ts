import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Form } from '#core/messages/form.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { connectTo, type Connected } from '#test/adapters/platforms/telegram.stage.ts';
import { openTestDatabase } from '#test/support/database.ts';

const token = 'tok_'.padEnd(24, 'A');
const form: Form = {
  id: token,
  title: 'Escalate',
  fields: [
    { name: 'role', kind: 'select', label: 'To whom', required: true, options: [{ value: 'a', label: 'Manager' }, { value: 'b', label: 'Legal' }] }, // prettier-ignore
    { name: 'reason', kind: 'text', label: 'Why', required: true },
  ],
};
const card = (text: string): Card => ({
  blocks: [
    { kind: 'text', text },
    { kind: 'actions', buttons: [{ action: 'escalate', token, label: 'Escalate', style: 'plain' }] },
  ],
  fallback: text,
});
const why = 'HO-1 was approved by Lin.';
const mei = 4100;

let database: OpenDatabase;
let telegram: EmulatedTelegram;
let ear: Ear;
let desk: Connected;
let isOver: boolean;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const connect = async (): Promise<void> => {
  desk = await connectTo(telegram, ear, { way: 'polling', database });
  await desk.log.until('platform.connected');
};

beforeEach(async () => {
  telegram = await emulateTelegram();
  telegram.relax();
  telegram.person(mei, { name: 'Mei', language: 'en', started: true });
  ear = openEar();
  isOver = false;
  ear.quick = async (incoming) => (incoming.kind === 'press' && incoming.token === token ? { form } : {});
  ear.whyOver = async (press) => (isOver && press.token === token ? why : null);
  await database.sql`truncate telegram_forms`;
  await connect();
});
afterEach(async () => {
  await desk.stop();
  await telegram.close();
});

const asked = (words: string, chat = mei) => telegram.said(chat, ({ text }) => text.includes(words));
const settled = () => telegram.when(() => telegram.pending() === 0 || undefined);
const keysOf = (chat: number, id: number) => telegram.messages(chat).find((one) => one.id === id)?.keys;

/** The card in a chat, whose button Mei has pressed; edits it as the desk does when its order moves on. */
async function opened(chat = mei) {
  const to: Address = { platform: 'telegram', account: desk.channel.account, key: String(chat), kind: chat === mei ? 'dm' : 'group' };
  const options = { idempotencyKey: 'k', signal: AbortSignal.timeout(5_000), at: ear.now() };
  const sent = await desk.channel.send(to, card('HO-1 waits'), options);
  if (!sent.ok) throw new Error(sent.kind);
  telegram.press(mei, Number(sent.message.key), token, { chat });
  const which = await asked('To whom', chat);
  // the desk knows which message its question is
  await expect.poll(() => database.sql`select 1 from telegram_forms where ask_at is null and keys is not null`).toHaveLength(1);
  const [manager = '', legal = ''] = which.keys.flat().flatMap(({ callback_data }) => callback_data ?? []);
  return {
    which,
    manager,
    legal,
    async decidedElsewhere() {
      isOver = true;
      await desk.channel.edit(sent.message, card('HO-1 is approved'), options);
    },
    async movesOn() {
      await desk.channel.edit(sent.message, card('HO-1 waits longer'), options);
    },
  };
}

describe('a form that is overtaken while it is asked', () => {
  it('is over in the place of the question as soon as its card changes, and leaves nothing to press', async () => {
    const { which, manager, decidedElsewhere } = await opened();
    await decidedElsewhere();
    const over = await asked('is over');
    expect(over).toMatchObject({ id: which.id, text: `“Escalate” is over, and nothing of it was sent. ${why}`, keys: [], edited: true });
    const late = await telegram.answer(telegram.press(mei, which.id, manager));
    expect(late).toMatchObject({ text: expect.stringContaining('over'), show_alert: true });
    telegram.say(mei, 'and now?');
    await settled();
    expect(ear.heard).toMatchObject([{ kind: 'message', text: 'and now?' }]);
  });

  it('goes on where its card says something else and it would still be taken', async () => {
    const { which, manager, movesOn } = await opened();
    await movesOn();
    telegram.press(mei, which.id, manager);
    await asked('Why');
    telegram.say(mei, 'too large');
    await asked('is handed in');
    expect(ear.heard).toMatchObject([{ kind: 'form', values: { role: 'a', reason: 'too large' } }]);
  });

  it('is over under a question that cannot be edited; an answer to that goes nowhere, and is told so again', async () => {
    const group = telegram.group('Review');
    const { which, manager, decidedElsewhere } = await opened(group);
    telegram.press(mei, which.id, manager, { chat: group });
    const reason = await asked('Why', group);
    expect(keysOf(group, which.id)).toEqual([]);
    await decidedElsewhere();
    expect(await asked('is over', group)).toMatchObject({ replyTo: reason.id, keys: [] });
    telegram.say(mei, 'too large', { chat: group, replyTo: reason.id });
    await telegram.when(() => telegram.messages(group).filter(({ text }) => text.includes('is over')).length === 2 || undefined);
    await settled();
    expect(ear.heard).toEqual([]);
  });

  it('is over with the answer that comes before anybody has told', async () => {
    const { which, legal } = await opened();
    isOver = true;
    const answer = await telegram.answer(telegram.press(mei, which.id, legal));
    expect(answer).toMatchObject({ text: `“Escalate” is over, and nothing of it was sent. ${why}`, show_alert: true });
    expect(await asked('is over')).toMatchObject({ id: which.id, keys: [] });
    isOver = false;
    const again = await opened();
    telegram.press(mei, again.which.id, again.legal);
    const reason = await asked('Why');
    isOver = true;
    telegram.say(mei, 'too large');
    expect(await asked(why)).toBeDefined();
    await telegram.when(() => telegram.messages(mei).some(({ replyTo }) => replyTo === reason.id) || undefined);
    await settled();
    expect(ear.heard).toEqual([]);
  });

  it('is found over after a while though nothing tells of it, as by a desk that was away', async () => {
    const { which } = await opened();
    await desk.stop();
    isOver = true;
    await connect();
    expect(await asked('is over')).toMatchObject({ id: which.id, keys: [] });
  });

  it('is said below where the question is not there any more', async () => {
    const { which, decidedElsewhere } = await opened();
    telegram.fault('editMessageText', { refuse: { code: 400, description: 'Bad Request: message to edit not found' } }, 2);
    await decidedElsewhere();
    const over = await asked('is over');
    expect(over.id).toBeGreaterThan(which.id);
  });
});
