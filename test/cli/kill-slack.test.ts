import { describe, expect, it } from 'vitest';
import { emulateSlack, type EmulatedSlack } from '#adapters/emulators/slack/emulate.ts';
import { closingAfterEach } from '#test/support/closing.ts';
import { engines, openTestDatabase, serverUrl } from '#test/support/database.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { holdUp } from './holding-up.ts';

const folder = passingFolder('kill-slack');
const closing = closingAfterEach();

function startDesk(slack: EmulatedSlack, url: string): Program {
  const env = { HOME: folder, ORDERLY_LOG: 'error', ORDERLY_DATA_DIR: folder, DATABASE_URL: url, ...slack.settings };
  const program = startProgram(['start', '--port', '0', '--no-open', '--empty'], env);
  closing({ close: () => program.kill('SIGKILL') });
  return program;
}

describe.runIf(isThorough && engines.includes('server')).each(['http', 'socket'] as const)(
  `what Slack brings by %s${onlyThorough}`,
  (way) => {
    it('is not lost when the desk is killed between hearing it and keeping it, and is answered once', { timeout: 180_000 }, async () => {
      const database = closing(await openTestDatabase({ engine: 'server' }));
      const [here] = await database.sql<{ name: string }[]>`select current_database() as name`;
      const place = serverUrl(here?.name);
      const slack = closing(await emulateSlack({ way, ackMs: 60_000, retries: Array<number>(200).fill(100) }));
      const desk = startDesk(slack, place);
      if (way === 'http') slack.postTo(`${await desk.url}/hooks/slack`);
      else await Promise.all([desk.url, slack.sockets.connected(2)]);

      const keeping = await holdUp(database, 'inbox_keys');
      const said = slack.say('mei', 'help');
      await keeping.waitedFor(1);
      await desk.kill('SIGKILL');
      await keeping.release();

      const again = startDesk(slack, place);
      const url = await again.url;
      if (way === 'http') slack.postTo(`${url}/hooks/slack`);
      expect(await said).not.toBeNull();
      const answers = (): number => slack.messages('mei').filter(({ botId }) => botId !== null).length;
      await expect.poll(answers, { timeout: 30_000 }).toBe(1);
      const [kept] = await database.sql<{ count: number }[]>`select count(*)::int as count from inbox`;
      expect(kept?.count).toBe(1);
    });
  },
);
