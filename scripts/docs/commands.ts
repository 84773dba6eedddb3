import type { Command } from 'commander';
import { account } from '../../src/adapters/playground/channel.ts';
import type { Context } from '../../src/cli/context.ts';
import { commands } from '../../src/cli/run.ts';
import { commands as typed } from '../../src/core/talk/commands/command.list.ts';
import { capabilities, type AskableAction } from '../../src/core/orders/capabilities.ts';
import { words } from '../../src/core/text/words.ts';
import { table } from './tables.ts';

/** What `--help` says of each command of the terminal. */
export function commandLine(): string {
  let said = '';
  // no command runs: of what one may use, only what its help mentions is here
  const context = { out: (text: string) => void (said += text), err: () => {}, playground: { account } } as unknown as Context;
  const helpOf = (command: Command): string => {
    said = '';
    command.configureOutput({ getOutHelpWidth: () => 110, getOutHasColors: () => false }).outputHelp();
    return said.trim();
  };
  const walk = (command: Command, path: string): string[] => {
    const inside = command.commands.filter((one) => one.name() !== 'help');
    const own = path === '' ? [] : [`### ${path}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``];
    return [...own, ...inside.flatMap((one) => walk(one, `${path} ${one.name()}`.trim()))];
  };
  return walk(commands(context), '').join('\n\n');
}

const t = words('en');

/** What can be typed in the chat. */
export function chatCommands(): string {
  return table(
    ['command', 'for', 'shows or does'],
    Object.entries(typed).map(([name, { also, by, args }]) => [
      [`\`/${name}${args === '' ? '' : ` ${args}`}\``, ...also.map((other) => `\`/${other}\``)].join(', '),
      by,
      t(`desk:command.${name as keyof typeof typed}`),
    ]),
  );
}

/** The actions of an order as commands, each as the desk itself says how to write it. */
export function orderCommandTable(): string {
  const usages: Partial<Record<string, string>> = t('orders:usage', { returnObjects: true, number: 'HO-1001' });
  return table(
    ['command', 'button'],
    Object.keys(capabilities).map((action) => [
      `\`${usages[action] ?? `/${action} HO-1001`}\``,
      t(`orders:action.${action as AskableAction}`), // the keys of a record of actions
    ]),
  );
}
