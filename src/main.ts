import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { csvTables } from '#adapters/csv.ts';
import { openBrowser } from '#adapters/open-browser.ts';
import { account } from '#adapters/playground/channel.ts';
import { dmOf } from '#adapters/playground/conversations.ts';
import { untilAsked } from '#adapters/signals.ts';
import type { Context } from './cli/context.ts';
import { run } from './cli/run.ts';
import { home, readConfig, type Config } from './config.ts';
import { chooseReader } from './note-readers.ts';
import { openData, openRunningDesk, resetDemo } from './running.ts';
import { examine } from './examining.ts';
import { speakOwnTexts } from './own-texts.ts';
import { rehearse } from './rehearsing.ts';
import { setUpAll } from './setting-up.ts';

/** Runs one command line in this process and answers with its exit code. */
export function main(argv: string[]): Promise<number> {
  const file = join(home, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  // whoever reads our answer may have seen enough: `| head` is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return run(argv, thisProcess());
}

/** Whatever is said from here on is said in the business' own words. */
function inOwnWords(config: Config): Config {
  speakOwnTexts(config.textsDir);
  return config;
}

/** How the start was typed, so that an option can be added to it: npm names the script it runs. */
function startAsTyped(script: string | undefined): string {
  if (script === 'start') return 'npm start -- ';
  return script === 'orderly' ? 'npm run --silent orderly -- start ' : '';
}

function thisProcess(): Context {
  let known: Config | null = null;
  const config = (): Config => (known ??= inOwnWords(readConfig(process.env)));
  const terminal = isatty(2);
  return {
    get config() {
      return config();
    },
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    terminal,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    input: () => process.stdin.setEncoding('utf8'),
    taken: async () => (process.stdout.writableNeedDrain ? once(process.stdout, 'drain') : null),
    openReader: (name) => chooseReader(name, config()),
    openData: () => openData(config()),
    openDesk: (options) => openRunningDesk(config(), options, { terminal, asTyped: startAsTyped(process.env['npm_lifecycle_event']) }),
    resetDemo: () => resetDemo(config()),
    examine: (options) => examine(config(), options),
    setUps: () => setUpAll(config()),
    rehearse,
    untilAsked: () => untilAsked(),
    tables: csvTables,
    playground: { account, dmOf },
    openBrowser: (url) => openBrowser(url, { platform: process.platform, env: process.env, terminal: isatty(1) }),
  };
}
