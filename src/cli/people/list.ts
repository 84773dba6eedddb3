import { Argument, type Command } from 'commander';
import { listPeople, type ListedPerson } from '#core/people/people.store.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';

const kinds = ['all', 'staff', 'customer'] as const;

export function addPeopleList(group: Command, context: Context): void {
  group
    .command('list')
    .description('Show who is known: id, name, roles with their limits in minor units, accounts.')
    .addArgument(new Argument('[kind]', 'whom to show').choices(kinds).default('all'))
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples(`${typed} people list`, `${typed} people list staff --json`))
    .action((kind: (typeof kinds)[number], { json }: { json?: true }) => list(kind, json === true, context));
}

async function list(kind: (typeof kinds)[number], json: boolean, context: Context): Promise<void> {
  const data = await context.openData();
  try {
    const people = await listPeople(data.database.sql, kind);
    if (json) context.out(`${JSON.stringify(people)}\n`);
    else context.out(people.length === 0 ? 'Nobody yet: `people add` makes a start.\n' : people.map(inALine).join(''));
  } finally {
    await data.close();
  }
}

function inALine({ id, name, kind, locale, roles, accounts }: ListedPerson): string {
  const what = kind === 'customer' ? 'customer' : roles.join(' ') || 'no role';
  const where = accounts.map(({ platform, account, key }) => `${platform}:${account}:${key}`).join(' ') || 'no account';
  return `${id}  ${name}  (${locale}; ${what}; ${where})\n`;
}
