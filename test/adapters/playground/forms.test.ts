import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submissionReaders } from '#adapters/index.ts';
import type { AskedForm } from '#adapters/playground/answers.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import { filledIn, submissions } from '#adapters/playground/page/submissions.ts';
import { presses } from '#adapters/playground/page/presses.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { joined } from '#core/messages/form.ts';
import { platforms, type Platform } from '#core/messages/incoming.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, type Stage } from './stage.ts';

let db: OpenDatabase;
let stage: Stage;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await forgetMessages(db.sql);
  stage = await openStage(db);
});

const mei = { id: 'mei', name: 'Mei Chen', role: 'customer', language: 'zh-CN', channel: 'telegram' } as const;
const who = { person: { ...mei, channels: [...platforms] }, conversation: { id: 'dm:mei', kind: 'dm' as const } };
const values = { reason: 'too late', more: 'by a week', count: '3', day: '2026-12-01', way: 'phone', who: 'Grace' };

/** Mei presses Cancel on her draft, which asks her why. */
async function asked(channel: Platform): Promise<AskedForm> {
  await stage.post('say', { as: 'mei', channel, text: '2 ergonomic chairs' });
  const draft = (await stage.messages('mei', channel)).at(-1);
  const token = draft?.buttons.find(({ action }) => action === 'cancel')?.id ?? '';
  const { answer } = await stage.post(
    `presses/${channel}`,
    presses[channel]({ ...who, message: draft?.id ?? '', token, payload: draft?.payload }),
  );
  return answer as AskedForm; // the scripted desk opens one
}

describe.each(platforms)('a form on %s', (channel) => {
  it('comes back in the shape of its platform, and is heard with every value', async () => {
    const form = await asked(channel);
    const updates = filledIn(channel, who, form, values);
    expect(await stage.post(`forms/${channel}`, { form: form.form, updates })).toEqual({ status: 200, answer: { ok: true } });
    expect(stage.desk.heard.at(-1)).toMatchObject({
      kind: 'form',
      token: form.form.id,
      values,
      from: { platform: channel, account: 'playground', key: 'mei', name: 'Mei Chen' },
      address: { platform: channel, key: 'dm:mei', kind: 'dm' },
    });
  });

  it('is refused in words, and what is no form of that platform is none', async () => {
    const { form, steps } = await asked(channel);
    const bad = filledIn(channel, who, { form, steps }, { ...values, reason: 'bad' });
    expect((await stage.post(`forms/${channel}`, { form, updates: bad })).answer).toMatchObject({
      ok: false,
      refusal: { code: 'bad_reason' },
    });
    const heard = stage.desk.heard.length;
    const other = platforms.find((each) => each !== channel) ?? 'slack';
    for (const updates of [[{}], [...bad, ...bad], [...bad.slice(0, -1), {}]])
      expect((await stage.post(`forms/${channel}`, { form, updates })).answer).toMatchObject({ error: { code: 'no_answer' } });
    expect((await stage.post(`forms/${other}`, { form, updates: bad })).answer).toMatchObject({ error: { code: 'no_answer' } });
    expect((await stage.post(`forms/${channel}`, { form, updates: [] })).answer).toMatchObject({ error: { code: 'not_understood' } });
    expect(stage.desk.heard).toHaveLength(heard);
  });

  it('is not taken from somebody where they are not', async () => {
    const { form, steps } = await asked(channel);
    const stranger = { ...who, conversation: { id: 'C-REVIEW', kind: 'group' as const } };
    const moved = steps.map(
      (step) =>
        JSON.parse(
          JSON.stringify(step)
            .replaceAll('dm:mei', 'C-REVIEW')
            .replaceAll(String.raw`\"dm\"`, String.raw`\"group\"`),
        ) as typeof step,
    ); // the same with another place
    const updates = filledIn(channel, stranger, { form, steps: moved }, values);
    expect((await stage.post(`forms/${channel}`, { form, updates })).answer).toMatchObject({ error: { code: 'unknown_conversation' } });
  });

  it('brings back exactly what the page filled in', async () => {
    const { form, steps } = await asked(channel);
    const updates = JSON.parse(JSON.stringify(filledIn(channel, who, { form, steps }, { reason: 'x' }))) as unknown[];
    const read = updates.flatMap(
      (update, step) => submissionReaders[channel](update, { account: 'A1', at: '2026-11-30T02:00:00Z' }, { form, step }) ?? [],
    );
    // left empty; Telegram keeps what stands there already
    expect(joined(read)?.values).toEqual({ reason: 'x', more: '', count: channel === 'telegram' ? '2' : '', day: '', way: '', who: '' });
  });
});

describe('a form in steps', () => {
  it('is told to the desk only when its last step has come', async () => {
    const { form } = await asked('telegram');
    const heard = stage.desk.heard.length;
    const answers = ['too late', '/skip', '3', '/skip'].map((text) => submissions.telegram(who, 'q', { text }));
    const fill = async (updates: object[]) => (await stage.post('forms/telegram', { form, updates })).answer;
    expect(await fill(answers.slice(0, 1))).toEqual({ filled: 1 });
    expect(await fill(answers)).toEqual({ filled: 4 });
    expect(stage.desk.heard).toHaveLength(heard);
    answers.push(submissions.telegram(who, 'q', { data: `${form.id}:4:0` }), submissions.telegram(who, 'q', { text: 'Grace' }));
    expect(await fill(answers)).toEqual({ ok: true });
    expect(stage.desk.heard.at(-1)).toMatchObject({
      kind: 'form',
      values: { reason: 'too late', more: '', count: '3', way: 'chat', who: 'Grace' },
    });
  });
});
