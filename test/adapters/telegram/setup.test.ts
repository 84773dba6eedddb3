import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { telegramSettings, telegramShape } from '#adapters/telegram/settings.ts';
import { setUpTelegram } from '#adapters/telegram/setup.ts';

let telegram: EmulatedTelegram;
beforeEach(async () => {
  telegram = await emulateTelegram();
});
afterEach(() => telegram.close());

async function setup(way: 'polling' | 'webhook' = 'polling') {
  const given = z.object(telegramShape).parse({ ...telegram.settings, TELEGRAM_CONNECTION: way });
  const settings = telegramSettings(given, 'https://desk.example.com');
  if (settings === null || typeof settings === 'string') throw new Error('no settings');
  return setUpTelegram(settings, { publicUrl: null });
}

it('registers what is missing, and nothing the second time', async () => {
  const { sync } = await setup('webhook');
  const wanted = await sync({ dryRun: true });
  expect(wanted.map(({ what }) => what)).toContain('set the webhook to https://desk.example.com/hooks/telegram');
  expect(telegram.recorded.filter(({ method }) => method.startsWith('set'))).toEqual([]);
  expect(await sync({ dryRun: false })).toEqual(wanted.map(({ what }) => ({ what, done: true })));
  expect(await sync({ dryRun: false })).toEqual([]);
});

it('says what is not as it should be, and that all is well', async () => {
  const { sync, inspect } = await setup();
  expect(await inspect({ probe: null })).toContainEqual(expect.objectContaining({ item: 'commands', ok: false }));
  await sync({ dryRun: false });
  telegram.person(4100, { started: true });
  const findings = await inspect({ probe: '4100' });
  expect(findings.map(({ item, ok }) => [item, ok])).toEqual([
    ['token', true],
    ['privacy', true],
    ['polling', true],
    ['commands', true],
    ['message', true],
  ]);
  expect(telegram.messages(4100)).toEqual([]);
});

it('says in words that the token is refused', async () => {
  const { sync, inspect } = await setup();
  telegram.revoke();
  expect(await inspect({ probe: null })).toMatchObject([{ item: 'token', ok: false, remedy: expect.stringContaining('@BotFather') }]);
  await expect(sync({ dryRun: true })).rejects.toThrow('does not accept the bot token');
});
