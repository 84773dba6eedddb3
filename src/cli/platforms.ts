import type { Command } from 'commander';
import { Problem } from '#src/problem.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';
import { addEmulate } from './platforms-emulate.ts';

interface Options {
  dryRun?: boolean;
  json?: true;
  manifest?: true;
}

export function addPlatforms(program: Command, context: Context): void {
  const platforms = program.command('platforms').description('Connect the desk to Slack, Discord and Telegram.');
  platforms
    .command('sync')
    .description('Register commands, menus and webhooks where they are not as they should be, and show the links that invite the bot.')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--manifest', 'print the manifest of the Slack app too, and the links that create one')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples(`${typed} platforms sync --dry-run`, `${typed} platforms sync`))
    .action((options: Options) => sync(options, context));
  addEmulate(platforms, context);
}

async function sync({ dryRun = false, json, manifest }: Options, context: Context): Promise<void> {
  const setups = await context.setUps();
  if (setups.length === 0)
    throw new Problem(
      'There is no token of a platform in the settings, so there is nothing to register.',
      'Set SLACK_BOT_TOKEN, DISCORD_TOKEN or TELEGRAM_BOT_TOKEN; docs/how-to says for each where it comes from.',
      2,
    );
  const done = [];
  const failed: string[] = [];
  const invitations: Invited[] = [];
  for (const { platform, name, setup } of setups) {
    try {
      const [changes, invitation] = [await setup.sync({ dryRun }), await setup.invitation()];
      done.push({ platform, changes, invitation });
      invitations.push({ name, invitation });
      if (!json) context.out(inWords(name, changes, dryRun));
    } catch (error) {
      // the others are set up all the same
      if (!(error instanceof Problem)) throw error;
      failed.push(name);
      done.push({ platform, fault: error.message, remedy: error.remedy });
      context.err(`${name}: ${error.message}\n${error.remedy}\n`);
    }
  }
  // they are long: what was done stands above all of them
  context.out(json ? `${JSON.stringify(done)}\n` : links(invitations, context.config.rehearsalUrl, manifest));
  if (failed.length > 0)
    throw new Problem(`Not set up: ${failed.join(', ')}.`, 'Mend what is said above, and run it again: what is done stays done.');
}

interface Invited {
  name: string;
  invitation: { title: string; text: string; isLong?: true }[];
}

function inWords(name: string, changes: { what: string; done: boolean }[], dryRun: boolean): string {
  const lines = changes.length === 0 ? ['everything is as it should be'] : changes.map(({ what }) => `${dryRun ? 'would ' : ''}${what}`);
  return [name, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** In a rehearsal the real platforms know nothing of its bots: their links would lead nowhere. */
function links(invitations: Invited[], rehearsalUrl: string | null, manifest = false): string {
  if (rehearsalUrl !== null && !manifest) return `\nThis is a rehearsal: its people are played on ${rehearsalUrl}\n`;
  return invitations.map((one) => invited(one, manifest)).join('');
}

/** What is long stands in a line of its own, until somebody asks for it. */
function invited({ name, invitation }: Invited, whole: boolean): string {
  const shown = invitation.filter(({ isLong }) => whole || !isLong);
  const written = shown.map(({ title, text }) => `\n${name}: ${title}\n${text.replaceAll(/^/gm, '  ')}\n`).join('');
  const left =
    shown.length < invitation.length ? `\n${name}: the manifest, and links that create the app from it: platforms sync --manifest\n` : '';
  return written + left;
}
