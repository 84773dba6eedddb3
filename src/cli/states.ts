import { Argument, type Command } from 'commander';
import { diagram, transitionCheck, transitionMigration } from '#core/orders/table/diagram.ts';
import { orderKinds, type OrderKind } from '#core/orders/states.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

export function addStates(program: Command, context: Context): void {
  program
    .command('states')
    .description('Print the state machine of an order as a Mermaid diagram.')
    .addArgument(new Argument('[kind]', 'kind of order').choices(orderKinds).default('goods'))
    .option('--check', 'print the CHECK constraint that a migration needs instead')
    .option('--migration', 'print the migration that brings the database up to the tables instead')
    .addHelpText(
      'after',
      examples(`${typed} states`, `${typed} states service`, `${typed} states --migration > migrations/0099_new_action.sql`),
    )
    .action((kind: OrderKind, { check, migration }: { check?: true; migration?: true }) =>
      context.out(migration ? `${transitionMigration()}\n` : check ? `${transitionCheck()}\n` : diagram(kind)),
    );
}
