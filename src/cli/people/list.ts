import { Argument, type Command } from 'commander';
import { findBusiness } from '#core/people/business.store.ts';
import { listPeople, type ListedPerson } from '#core/people/people.store.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';
import { asTyped } from './grant.ts';

const kinds = ['all', 'staff', 'customer'] as const;

export function addPeopleList(group: Command, context: Context): void {
  group
    .command('list')
    .description('Show who is known: id, name, roles with their limits, accounts.')
    .addArgument(new Argument('[kind]', 'whom to show').choices(kinds).default('all'))
    .option('--json', 'print one JSON value; limits in minor units')
    .addHelpText('after', examples(`${typed} people list`, `${typed} people list staff --json`))
    .action((kind: (typeof kinds)[number], { json }: { json?: true }) => list(kind, json === true, context));
}

async function list(kind: (typeof kinds)[number], json: boolean, context: Context): Promise<void> {
  const data = await context.openData();
  try {
    const people = await listPeople(data.database.sql, kind);
    const currency = (await findBusiness(data.database.sql))?.currency ?? '';
    if (json) context.out(`${JSON.stringify(people)}\n`);
    else if (people.length === 0) context.out('Nobody yet: `people add` makes a start.\n');
    else context.out(people.map((person) => inALine(person, currency)).join(''));
  } finally {
    await data.close();
  }
}

function inALine({ id, name, kind, locale, roles, accounts }: ListedPerson, currency: string): string {
  const what = kind === 'customer' ? 'customer' : roles.map((role) => asTyped(role, currency)).join(' ') || 'no role';
  const where = accounts.map(({ platform, account, key }) => `${platform}:${account}:${key}`).join(' ') || 'no account';
  return `${id}  ${name}  (${locale}; ${what}; ${where})\n`;
}
