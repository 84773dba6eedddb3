import { Argument, type Command } from 'commander';
import { platforms as all, type Platform } from '#core/messages/incoming.ts';
import type { Context, Rehearsal } from './context.ts';
import { examples, typed } from './examples.ts';
import { readPort } from './port.ts';

interface Options {
  port: number;
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
    .option('--json', 'print one JSON value: the page, and for each platform the settings of a desk')
    .addHelpText('after', examples(`${typed} platforms emulate`, `${typed} platforms emulate slack --port 5100`))
    .action((named: Platform[], options: Options) => emulate(named, options, context));
}

async function emulate(named: Platform[], { port, json }: Options, context: Context): Promise<void> {
  // listened for from the beginning: what is still opening closes in order too
  const asked = context.untilAsked();
  const rehearsal = await context.rehearse({ platforms: named.length > 0 ? [...new Set(named)] : null, port });
  const { url, platforms } = rehearsal;
  context.out(json ? `${JSON.stringify({ url, platforms })}\n` : inWords(rehearsal));
  if (context.terminal) context.err('Press Ctrl-C to stop. What was said here is then gone.\n');
  await asked;
  await rehearsal.close();
}

/** Ready to be pasted into .env, as it is. */
function inWords({ url, platforms }: Rehearsal): string {
  const blocks = platforms.flatMap(({ name, way, settings }) => [
    `# ${name}, emulated on this machine: ${way}`,
    ...Object.entries(settings).map(([setting, value]) => `${setting}=${value}`),
    '',
  ]);
  return ['# Paste this into .env, or before npm start:', '', ...blocks, `# The page of the people there answers on ${url}`, ''].join('\n');
}

function portBelow(text: string): number {
  return readPort(text, mostPort);
}
