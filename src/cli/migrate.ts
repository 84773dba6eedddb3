import type { Command } from 'commander';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

export function addMigrate(program: Command, context: Context): void {
  program
    .command('migrate')
    .description('Bring the database up to date. Every start does it too; here it happens before the first one.')
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples(`${typed} migrate`, `DATABASE_URL=postgres://localhost/orderly ${typed} migrate --json`))
    .action(async ({ json }: { json?: true }) => {
      const { applied, place, close } = await context.openData();
      await close();
      if (json) context.out(`${JSON.stringify({ applied })}\n`);
      else context.out(applied.length === 0 ? `${place} is up to date.\n` : `${place}: applied ${applied.join(', ')}.\n`);
    });
}
