import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { Problem } from '#src/problem.ts';
import { platforms as all, type Platform } from '#core/messages/incoming.ts';
import type { Context, Rehearsal } from './context.ts';
import { examples, typed } from './examples.ts';
import { readPort } from './port.ts';

interface Options {
  port: number;
  env?: string;
  json?: true;
}

/** Not that of a desk, so that both can run beside each other. */
const usualPort = 4100;
/** The last port a platform's own can be on, when its page has this one. */
const mostPort = 65_535 - all.length;

export function addEmulate(platforms: Command, context: Context): void {
  platforms
    .command('emulate')
    .description(
      "Run platforms of one's own on this machine until it is asked to stop, with a page on which their people are played: a desk goes live on them without an account.",
    )
    .addArgument(new Argument('[platform...]', 'which of them; all where none is named').choices(all))
    .option('--port <number>', 'of the page; the platforms take the ports after it, and 0 takes any', portBelow, usualPort)
    .option('--env <file>', 'write the settings of a desk into that file, once all of them listen')
    .option('--json', 'print one JSON value: the page, and for each platform the settings of a desk')
    .addHelpText('after', examples(`${typed} platforms emulate --env rehearsal.env`, `${typed} platforms emulate slack --port 5100`))
    .action((named: Platform[], options: Options) => emulate(named, options, context));
}

async function emulate(named: Platform[], { port, env, json }: Options, context: Context): Promise<void> {
  // listened for from the beginning: what is still opening closes in order too
  const asked = context.untilAsked();
  const rehearsal = await context.rehearse({ platforms: named.length > 0 ? [...new Set(named)] : null, port });
  const { url, platforms } = rehearsal;
  if (env !== undefined) await write(resolve(context.cwd, env), settingsOf(rehearsal)).catch(closing(rehearsal));
  context.out(json ? `${JSON.stringify({ url, platforms })}\n` : env === undefined ? inWords(rehearsal) : inFile(rehearsal, env));
  if (context.terminal) context.err('Press Ctrl-C to stop. What was said here is then gone.\n');
  await asked;
  await rehearsal.close();
}

/** Ready to be pasted into .env, as it is. */
const inWords = (rehearsal: Rehearsal): string =>
  `# Paste this into .env, or before npm start:\n\n${settingsOf(rehearsal)}\n# ${pageOf(rehearsal)}\n`;
const inFile = (rehearsal: Rehearsal, file: string): string => `The settings of a desk stand in ${file}\n${pageOf(rehearsal)}\n`;
const pageOf = ({ url }: Rehearsal): string => `The page of the people there answers on ${url}`;

const settingsOf = ({ url, platforms }: Rehearsal): string =>
  [{ name: 'The people', way: 'played on this page', settings: { ORDERLY_REHEARSAL_URL: url } }, ...platforms]
    .map(({ name, way, settings }) => [
      `# ${name}, emulated on this machine: ${way}`,
      ...Object.entries(settings).map(([setting, value]) => `${setting}=${value}`),
      '',
    ])
    .map((lines) => lines.join('\n'))
    .join('\n');

/** Whole or not at all: a desk may be reading the one before. */
async function write(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Problem(
      `The settings cannot be written to ${file} (${code}).`,
      'Name a file in a folder that is there, and that you may write to.',
      2,
    );
  }
}

const closing =
  (rehearsal: Rehearsal) =>
  async (error: unknown): Promise<never> => {
    await rehearsal.close();
    throw error;
  };

function portBelow(text: string): number {
  return readPort(text, mostPort);
}
