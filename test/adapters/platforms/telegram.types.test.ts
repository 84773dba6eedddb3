import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { setUpTelegram } from '#adapters/telegram/setup.ts';
import { telegramSettings, telegramShape } from '#adapters/telegram/settings.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { cardOfEveryKind, formOfEveryKind } from '#test/support/every-kind.ts';
import { spoilt, typeFaults, type Claim } from '#test/support/payload-types.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import * as z from 'zod';
import { options } from './discord.stage.ts';
import { openEar } from './stage.ts';
import { connectTo } from './telegram.stage.ts';

/** How the desk speaks; whatever else it calls is looked at too. */
const spoken = [
  'sendMessage',
  'sendRichMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'editEphemeralMessageText',
  'editMessageReplyMarkup',
  'answerCallbackQuery',
  'setMyCommands',
];

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// a compiler takes its time
describe.runIf(isThorough)(`what is sent to Telegram${onlyThorough}`, () => {
  it('is what its own types say, and a payload with a single bad part is found', async () => {
    const recorded = await everythingSent();
    const claims = recorded.flatMap(({ method, payload }): Claim[] => {
      // a method without arguments has no type for them
      return Object.keys(payload).length > 0
        ? [{ from: '@grammyjs/types', type: `Opts<string>['${method}']`, value: JSON.parse(JSON.stringify(payload)) }]
        : [];
    });
    expect(recorded.map(({ method }) => method)).toEqual(expect.arrayContaining(spoken));
    expect(await typeFaults(claims)).toEqual([]);
    expect(await typeFaults(claims.map(spoilt))).toHaveLength(claims.length);
  });
});

const [mei, bob] = [4100, 4200];

/** Every kind of card, form, list, toast and edit there is, as Telegram got it. */
async function everythingSent() {
  const telegram = await emulateTelegram();
  telegram.relax();
  telegram.person(mei, { name: 'Mei', language: 'en', started: true });
  telegram.person(bob, { name: 'Bob', language: 'en', started: true });
  const ear = openEar();
  const { channel, log, stop } = await connectTo(telegram, ear, { way: 'webhook', database });
  await log.until('platform.connected');
  const place = (key: number, kind: Address['kind']): Address => ({
    platform: 'telegram',
    account: channel.account,
    key: String(key),
    kind,
  });
  const said = async (sending: ReturnType<typeof channel.send>) => {
    const sent = await sending;
    return sent.ok ? sent.message : expect.fail(sent.kind);
  };

  const review = place(telegram.group('Review'), 'group');
  const group = Number(review.key);
  telegram.say(bob, 'well?', { chat: group });
  const file = telegram.addFile('photo', Buffer.from('picture'));
  const withFile: Card = {
    ...cardOfEveryKind(),
    blocks: cardOfEveryKind().blocks.map((block) =>
      block.kind === 'file'
        ? { kind: 'file', file: { ...block.file, platform: 'telegram', account: channel.account, key: `photo:${file}` } }
        : block,
    ),
  };
  const card = await said(channel.send(review, withFile, options()));
  const [{ file: ours } = expect.fail()] = withFile.blocks.flatMap((block) => (block.kind === 'file' ? [block] : []));
  const readFile = async () => Buffer.from('no picture');
  await channel.sendFile?.(review, ours, { ...options(), under: card.key });
  await channel.sendFile?.(review, { ...ours, account: 'another' }, { ...options(), under: card.key, readFile });
  await channel.edit(card, { fallback: 'Done.', blocks: [{ kind: 'text', text: 'Done.' }] }, options());
  await channel.send(review, cardOfEveryKind(), { ...options(), replyTo: card.key });
  // what is for one person alone, and an edit of it
  const only = { ...options(), onlyFor: { platform: 'telegram' as const, account: channel.account, key: String(bob), name: 'Bob' } };
  const alone = await said(channel.send(review, cardOfEveryKind(), only));
  await channel.edit(alone, withFile, options());
  // a toast, and every question of a form
  const direct = await said(channel.send(place(mei, 'dm'), cardOfEveryKind('tok_direct'), options()));
  ear.outcome = async () => ({ ok: false, refusal: { code: 'not_yours', text: 'Only sales may approve this.' } });
  await telegram.answer(telegram.press(mei, Number(direct.key), 'tok_direct'));
  const form = formOfEveryKind('tok_direct');
  ear.quick = async () => ({ form });
  telegram.press(mei, Number(direct.key), 'tok_direct');
  const answers = { text: 'Mei', long_text: 'by Friday', number: '2', date: '2026-12-01', select: 'Black' };
  for (const { label, kind } of form.fields) {
    await telegram.said(mei, ({ text }) => text.includes(label));
    telegram.say(mei, answers[kind]);
  }
  await telegram.said(mei, ({ text }) => text.includes('handed in'));
  const settings = telegramSettings(z.object(telegramShape).parse(telegram.settings), null);
  if (settings === null || typeof settings === 'string') throw new Error(settings ?? 'no settings');
  await (await setUpTelegram(settings, { publicUrl: null })).sync({ dryRun: false });
  await stop();
  await telegram.close();
  return telegram.recorded;
}
