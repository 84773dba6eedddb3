import { Option, type Command } from 'commander';
import type { Context } from './context.ts';
import { examples } from './examples.ts';
import { readPort } from './port.ts';

interface Options {
  port?: number;
  host: string;
  open: boolean;
  demo?: true;
  empty?: true;
}

export function addStart(program: Command, context: Context): void {
  program
    .command('start')
    .description('Run the desk until it is asked to stop.')
    .option('--port <number>', 'where it answers (default: PORT, else 4000)', (text: string) => readPort(text))
    .option('--host <address>', 'the address it listens on; 0.0.0.0 for every network', '127.0.0.1')
    .option('--no-open', 'do not show the playground in the browser')
    .addOption(new Option('--demo', 'with the demo business, whatever the settings say').conflicts('empty'))
    .addOption(new Option('--empty', 'with a business of your own, without the demo'))
    .addHelpText(
      'after',
      examples('npm start', 'npm start -- --port 8080 --no-open', 'DATABASE_URL=postgres://localhost/orderly npm start -- --demo'),
    )
    .action((options: Options) => start(options, context));
}

async function start(options: Options, context: Context): Promise<void> {
  // listened for from the beginning: a desk that is still opening closes in order too
  const asked = context.untilAsked();
  const port = options.port ?? context.config.port;
  const desk = await context.openDesk({ host: options.host, port, business: options.demo ? 'demo' : options.empty ? 'empty' : null });
  context.out(`Orderly answers on ${desk.url}\n`);
  for (const notice of desk.notices) context.out(`${notice}\n`);
  desk.watch((notice) => context.out(`${notice}\n`));
  if (desk.page) {
    const shown = options.open && (await context.openBrowser(desk.page));
    context.out(shown ? `Your browser shows ${desk.page}\n` : `Open ${desk.page}\n`);
  }
  if (context.terminal) context.err('Press Ctrl-C to stop.\n');
  await asked;
  if (context.terminal) context.err('Stopping; what has begun is finished first.\n');
  await desk.close();
}
