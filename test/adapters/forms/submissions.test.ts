import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { submissionReaders } from '#adapters/index.ts';
import { quitsInTelegram } from '#adapters/telegram/submission.ts';
import { joined, type AskedStep, type Field, type Form } from '#core/messages/form.ts';
import { platforms } from '#core/messages/incoming.ts';

const arrived = { account: 'A1', at: '2026-11-30T02:00:00Z' };
const token = 'tk_0123456789abcdef';
const typed = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', label: name, required: true, ...more });
const options = [
  { value: 'c-1', label: 'Ann Price' },
  { value: 'c-2', label: 'Bob' },
];
const form: Form = {
  id: token,
  title: 'Forward',
  fields: [typed('colleague', { kind: 'select', options }), typed('reason'), typed('date', { required: false })],
};
const asked = (step: number): AskedStep => ({ form, step });

/** What the platforms send when a form of ours is submitted, as their documentation shows it, with every field that we do not read. */
const real = {
  slack: {
    type: 'view_submission',
    team: { id: 'T9TK3CUKW', domain: 'example' },
    user: { id: 'UA8RXUSPL', username: 'jtorrance', name: 'jtorrance', team_id: 'T9TK3CUKW' },
    api_app_id: 'AABA1ABCD',
    token: '9s8d9as89d8as9d8as989',
    trigger_id: '12466734323.1395872398',
    view: {
      id: 'VNHU13V36',
      team_id: 'T9TK3CUKW',
      type: 'modal',
      private_metadata: '{"channel":"CBR2V3XEX","kind":"group"}',
      callback_id: token,
      hash: '156663117.cd33ad1f',
      blocks: [],
      state: {
        values: {
          colleague: { colleague: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'Bob' }, value: 'c-2' } } },
          reason: { reason: { type: 'plain_text_input', value: 'knows them' } },
          quantity: { quantity: { type: 'number_input', value: '2.5' } },
          date: { date: { type: 'datepicker', selected_date: '2026-12-01' } },
          note: { note: { type: 'plain_text_input', value: null } },
          none: { none: { type: 'static_select', selected_option: null } },
          never: { never: { type: 'datepicker', selected_date: null } },
        },
      },
    },
    response_urls: [],
  },
  discord: {
    version: 1,
    type: 5,
    token: 'unique_interaction_token',
    message: { type: 0, id: '847588396113166397', channel_id: '345626669114982402' },
    user: { username: 'mason', id: '53908232506183680', global_name: 'Mason', avatar: null, discriminator: '0' },
    id: '846462639134605312',
    data: {
      custom_id: token,
      components: [
        { type: 18, id: 1, component: { type: 3, id: 2, custom_id: 'colleague', values: ['c-2'] } },
        { type: 18, id: 3, component: { type: 4, id: 4, custom_id: 'reason', value: 'knows them' } },
        { type: 18, id: 5, component: { type: 3, id: 6, custom_id: 'none', values: [] } },
      ],
    },
    channel_id: '345626669114982402',
    channel: { id: '345626669114982402', type: 1 },
    application_id: '290926444748734465',
    locale: 'en-GB',
  },
  telegram: {
    update_id: 10000,
    message: {
      message_id: 1366,
      date: 1441645532,
      from: { id: 1111111, is_bot: false, first_name: 'Mei', last_name: 'Chen', username: 'mei', language_code: 'zh-hans' },
      chat: { id: 1111111, type: 'private', first_name: 'Mei' },
      reply_to_message: { message_id: 1365, date: 1441645530, chat: { id: 1111111, type: 'private' }, text: 'Reason' },
      text: 'knows them',
    },
  },
};

describe('a form as its platform sends it', () => {
  it('comes from a modal of Slack with every value, to where it was opened', () => {
    expect(submissionReaders.slack(real.slack, arrived, asked(0))).toEqual({
      kind: 'form',
      token,
      values: { colleague: 'c-2', reason: 'knows them', quantity: '2.5', date: '2026-12-01', note: '', none: '', never: '' },
      dedupeKey: '12466734323.1395872398',
      at: arrived.at,
      from: { platform: 'slack', account: 'A1', key: 'UA8RXUSPL', name: 'jtorrance' },
      address: { platform: 'slack', account: 'A1', key: 'CBR2V3XEX', kind: 'group' },
    });
  });

  it('comes from a modal of Discord with their language', () => {
    expect(submissionReaders.discord(real.discord, arrived, asked(0))).toEqual({
      kind: 'form',
      token,
      values: { colleague: 'c-2', reason: 'knows them', none: '' },
      dedupeKey: '846462639134605312',
      at: arrived.at,
      from: { platform: 'discord', account: 'A1', key: '53908232506183680', name: 'Mason', locale: 'en-GB' },
      address: { platform: 'discord', account: 'A1', key: '345626669114982402', kind: 'dm' },
    });
  });

  it('comes from a chat of Telegram one answer at a time', () => {
    expect(submissionReaders.telegram(real.telegram, arrived, asked(1))).toEqual({
      kind: 'form',
      token,
      values: { reason: 'knows them' },
      dedupeKey: '10000',
      at: arrived.at,
      from: { platform: 'telegram', account: 'A1', key: '1111111', name: 'Mei Chen', locale: 'zh-hans' },
      address: { platform: 'telegram', account: 'A1', key: '1111111', kind: 'dm' },
    });
  });

  it.each(platforms)('says nothing on %s of what is no form', (platform) => {
    const read = submissionReaders[platform];
    for (const other of platforms.filter((each) => each !== platform)) expect(read(real[other], arrived, asked(1))).toBeNull();
    fc.assert(fc.property(fc.anything(), (update) => read(update, arrived, asked(1)) === null));
  });

  it('is no form where Slack brings none of our places back', () => {
    for (const private_metadata of ['', 'null', '{"channel":1}', '{"channel":"C1","kind":"elsewhere"}', '{'])
      expect(submissionReaders.slack({ ...real.slack, view: { ...real.slack.view, private_metadata } }, arrived, asked(0))).toBeNull();
  });
});

describe('a form in steps', () => {
  it('is one form once the last step has come, with what was filled in before', () => {
    const step = (id: string, custom_id: string, name: string, values: string[]) => ({
      ...real.discord,
      id,
      data: { custom_id, components: [{ type: 18, component: { type: 3, custom_id: name, values } }] },
    });
    const read = [
      step('1', `${token}:0:3`, 'colleague', []),
      step('2', `${token}:1:3`, 'colleague~2', ['c-40']),
      step('3', `${token}:2:3`, 'kind', ['legal']),
    ].map((update, at) => submissionReaders.discord(update, arrived, asked(at)));
    expect(joined(read.filter((each) => each !== null))).toMatchObject({
      token,
      dedupeKey: '3',
      values: { colleague: 'c-40', kind: 'legal' },
    });
  });

  it('of which nothing was filled in is none', () => {
    expect(joined([])).toBeNull();
  });
});

describe('an answer in Telegram', () => {
  const reply = (text: string) => ({ ...real.telegram, message: { ...real.telegram.message, text } });
  const press = (data: string) => ({
    update_id: 7,
    callback_query: { id: '1', from: real.telegram.message.from, message: { message_id: 1, chat: real.telegram.message.chat }, data },
  });
  const read = (update: unknown, step: number) => submissionReaders.telegram(update, arrived, asked(step))?.values ?? null;

  it('is a button of the question, or its words written out', () => {
    expect(read(press(`${token}:0:1`), 0)).toEqual({ colleague: 'c-2' });
    expect(read(reply(' ann price '), 0)).toEqual({ colleague: 'c-1' });
  });

  it('is none where it is a choice there is not, or a button of another question', () => {
    for (const update of [reply('Carol'), press(`${token}:0:2`), press(`${token}:0:-1`), press(`${token}:1:0`), press('tk_other:0:0')])
      expect(read(update, 0)).toBeNull();
  });

  it('may skip only what may stay empty or as it is', () => {
    expect(read(reply('/skip'), 2)).toEqual({ date: '' });
    expect(read(reply('/skip@orderly_bot'), 1)).toBeNull();
    const standing = { form: { ...form, fields: [typed('quantity', { value: '2' })] }, step: 0 };
    expect(submissionReaders.telegram(reply('/skip'), arrived, standing)?.values).toEqual({ quantity: '2' });
  });

  it('is no other command: that goes where it always goes', () => {
    expect(read(reply('/orders'), 1)).toBeNull();
    expect(read(reply('  '), 1)).toBeNull();
  });

  it('to no question is none', () => {
    expect(read(reply('knows them'), 3)).toBeNull();
  });

  it('can end the form', () => {
    for (const update of [reply('/quit'), reply('/QUIT@orderly_bot'), press(`${token}:0:quit`)])
      expect(quitsInTelegram(update, form)).toBe(true);
    for (const update of [reply('I quit'), press('tk_other:0:quit'), press(`${token}:0:1`), {}])
      expect(quitsInTelegram(update, form)).toBe(false);
  });
});
