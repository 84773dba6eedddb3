import { describe, expect, it } from 'vitest';
import { emulateDiscord } from '#adapters/emulators/discord/emulate.ts';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { closingAfterEach } from '#test/support/closing.ts';
import { engines, openTestDatabase, serverUrl } from '#test/support/database.ts';
import { openFront } from '#test/support/front.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { holdUp } from './holding-up.ts';

const mei = 4100;
const folder = passingFolder('kill-posted');
const closing = closingAfterEach();

describe.runIf(isThorough && engines.includes('server'))(`what is posted to a desk that is killed${onlyThorough}`, () => {
  it(
    'is answered once where it was acknowledged; otherwise Telegram brings it again, and on Discord nothing has happened',
    { timeout: 180_000 },
    async () => {
      const database = closing(await openTestDatabase({ engine: 'server' }));
      const [here] = await database.sql<{ name: string }[]>`select current_database() as name`;
      const front = closing(await openFront());
      const discord = closing(await emulateDiscord({ way: 'http', relaxed: true }));
      const telegram = closing(await emulateTelegram());
      telegram.relax();
      telegram.person(mei, { name: 'Mei', language: 'en' });
      discord.postTo(`${front.url}/hooks/discord`);
      const startDesk = async (): Promise<Program> => {
        const program = startProgram(['start', '--port', '0', '--no-open', '--empty'], {
          HOME: folder,
          ORDERLY_LOG: 'error',
          ORDERLY_DATA_DIR: folder,
          ORDERLY_PUBLIC_URL: front.url,
          DATABASE_URL: serverUrl(here?.name),
          ...discord.settings,
          ...telegram.settings,
        });
        closing({ close: () => program.kill('SIGKILL') });
        front.to(await program.url);
        return program;
      };
      const kept = async () =>
        (
          await database.sql<{ text: string; state: string }[]>`select body ->> 'text' as text, state from inbox order by body ->> 'text'`
        ).map(({ text, state }) => `${text}: ${state}`);

      const listening = Promise.all([
        discord.gateway.connected(),
        telegram.when(() => telegram.recorded.find(({ method }) => method === 'setWebhook'), 60_000),
      ]);
      const desk = await startDesk();
      await listening;
      // kept and acknowledged, and killed before it is answered
      const answers = await holdUp(database, 'outbox');
      expect(await discord.command('Mei', 'order', { words: 'acknowledged' })).toMatchObject({ type: 5 });
      await answers.waitedFor(1);
      // not acknowledged
      const keeping = await holdUp(database, 'inbox_keys');
      telegram.say(mei, 'posted again');
      await keeping.waitedFor(1);
      const lost = discord.command('Bob', 'order', { words: 'never acknowledged' });
      // it waits behind the other, for both are kept by the same hand
      await front.carries(2);
      await desk.kill('SIGKILL');
      await keeping.release();
      await answers.release();
      // not that it was taken; that it takes longer was said where the machine was slow
      expect((await lost)?.type).not.toBe(5);
      // the database may keep what it was handed, although nobody hears of it: Telegram brings it again, and it counts once
      const found = (await kept()).filter((one) => one !== 'posted again: received');
      expect(found).toEqual(['acknowledged: received']);

      await startDesk();
      await telegram.said(mei, undefined, 60_000);
      await expect.poll(() => discord.messages('Mei').filter(({ onlyFor }) => onlyFor === null).length, { timeout: 60_000 }).toBe(1);
      await telegram.when(() => telegram.pending() === 0 || undefined);
      // what somebody does afterwards is heard as ever, and shows that nothing else is on its way
      expect(await discord.command('Bob', 'order', { words: 'tried again' })).toMatchObject({ type: 5 });
      await expect.poll(() => discord.messages('Bob').filter(({ onlyFor }) => onlyFor === null).length, { timeout: 60_000 }).toBe(1);
      await expect.poll(kept, { timeout: 60_000 }).toEqual(['acknowledged: done', 'posted again: done', 'tried again: done']);
      expect(discord.messages('Mei').filter(({ onlyFor }) => onlyFor === null)).toHaveLength(1);
      expect(telegram.messages(mei).filter(({ from }) => from.is_bot)).toHaveLength(1);
    },
  );
});
