import { Argument, type Command } from 'commander';
import { diagram, transitionCheck } from '#core/orders/diagram.ts';
import type { OrderKind } from '#core/orders/states.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

export function addStates(program: Command, context: Context): void {
  program
    .command('states')
    .description('Print the state machine of an order as a Mermaid diagram.')
    .addArgument(new Argument('[kind]', 'kind of order').choices(['goods', 'service']).default('goods'))
    .option('--check', 'print the CHECK constraint that a migration needs instead')
    .addHelpText('after', examples(`${typed} states`, `${typed} states service`, `${typed} states --check`))
    .action((kind: OrderKind, { check }: { check?: true }) => context.out(check ? `${transitionCheck()}\n` : diagram(kind)));
}
