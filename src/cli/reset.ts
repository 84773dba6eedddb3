import type { Command } from 'commander';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

export function addReset(program: Command, context: Context): void {
  program
    .command('reset')
    .description('Replace the demo business by a fresh one. Data of your own are never touched.')
    .addHelpText('after', examples(`${typed} reset`))
    .action(async () => {
      await context.resetDemo();
      context.out('The demo business is as fresh as on the first day.\n');
    });
}
