import { describe, expect, it } from 'vitest';
import { emulateDiscord } from '#adapters/emulators/discord/emulate.ts';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { closingAfterEach } from '#test/support/closing.ts';
import { engines, openTestDatabase, serverUrl } from '#test/support/database.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { holdUp } from './holding-up.ts';

const mei = 4100;
const folder = passingFolder('kill-hearing');
const closing = closingAfterEach();

describe.runIf(isThorough && engines.includes('server'))(
  `what a desk asks for itself, and is killed before it could keep it${onlyThorough}`,
  () => {
    const opened = async () => {
      const database = closing(await openTestDatabase({ engine: 'server' }));
      const [here] = await database.sql<{ name: string }[]>`select current_database() as name`;
      const env = { HOME: folder, ORDERLY_LOG: 'error', ORDERLY_DATA_DIR: folder, DATABASE_URL: serverUrl(here?.name) };
      return {
        database,
        start(settings: Record<string, string>): Program {
          const program = startProgram(['start', '--port', '0', '--no-open', '--empty'], { ...env, ...settings });
          closing({ close: () => program.kill('SIGKILL') });
          return program;
        },
        kept: async () => (await database.sql<{ text: string }[]>`select body ->> 'text' as text from inbox`).map(({ text }) => text),
      };
    };

    it(
      'is told again by Telegram, which nobody has asked for what comes after it, and is answered once',
      { timeout: 180_000 },
      async () => {
        const { database, start, kept } = await opened();
        const telegram = closing(await emulateTelegram());
        telegram.person(mei, { name: 'Mei', language: 'en' });
        const desk = start(telegram.settings);
        await telegram.when(() => telegram.isAsked() || undefined, 60_000);

        const keeping = await holdUp(database, 'inbox_keys');
        telegram.say(mei, 'help');
        await keeping.waitedFor(1);
        expect(telegram.pending()).toBe(1);
        await desk.kill('SIGKILL');
        await keeping.forget();
        await keeping.release();
        expect(await kept()).toEqual([]);

        start(telegram.settings);
        await telegram.said(mei, undefined, 60_000);
        await telegram.when(() => telegram.pending() === 0 || undefined);
        await expect.poll(kept, { timeout: 30_000 }).toEqual(['help']);
        expect(telegram.messages(mei).filter(({ from }) => from.is_bot)).toHaveLength(1);
      },
    );

    it('is told again by Discord when the session goes on, and is answered once', { timeout: 180_000 }, async () => {
      const { database, start, kept } = await opened();
      const discord = closing(await emulateDiscord({ way: 'gateway', relaxed: true }));
      const desk = start(discord.settings);
      await Promise.all([desk.url, discord.gateway.connected()]);

      const keeping = await holdUp(database, 'inbox_keys');
      discord.say('Mei', '/help');
      await keeping.waitedFor(1);
      await desk.kill('SIGKILL');
      await keeping.forget();
      await keeping.release();
      expect(await kept()).toEqual([]);

      const next = start(discord.settings);
      await next.url;
      const answers = (): number => discord.messages('Mei').length;
      await expect.poll(answers, { timeout: 60_000 }).toBe(1);
      expect(discord.gateway.begun).toEqual(['identify', 'resume']);
      expect(await database.sql`select 1 from inbox`).toHaveLength(1);
      expect(answers()).toBe(1);
    });
  },
);
