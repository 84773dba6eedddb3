import { Option, type Command } from 'commander';
import { platforms, type Platform } from '#core/messages/incoming.ts';
import type { Business } from '#core/people/business.store.ts';
import { addCustomer } from '#core/people/customer.store.ts';
import { addStaff, linkAccount } from '#core/people/people.store.ts';
import { giveRole } from '#core/people/team/roles.act.ts';
import { locales, type Locale } from '#core/text/locale.ts';
import type { Turn } from '#core/turn.ts';
import { Problem } from '#src/problem.ts';
import { theBusiness } from '../business.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';
import { grantHelp, readGrants, toGrant, type TypedGrant } from './grant.ts';
import { limitHelp, readLimit, toLimit } from './terms.ts';

interface Options {
  role?: TypedGrant[];
  customer?: true;
  company?: string;
  address?: string;
  creditLimit?: string;
  prepaid?: true;
  platform?: Platform;
  user?: string;
  account: string;
  locale?: Locale;
  json?: true;
}

export function addPeopleAdd(group: Command, context: Context): void {
  group
    .command('add <name>')
    .description('Add a colleague or a customer, and say who they are on a platform.')
    .option('--role <role>', grantHelp, readGrants)
    .addOption(new Option('--customer', 'a customer, not a colleague').conflicts('role'))
    .option('--company <name>', "the customer's company")
    .option('--address <text>', 'where their orders go, unless they say otherwise')
    .option('--credit-limit <amount>', limitHelp, readLimit)
    .option('--prepaid', 'they pay in advance: nothing is prepared before')
    .addOption(new Option('--platform <platform>', 'where they write').choices(platforms))
    .option('--user <key>', 'their user id there')
    .option('--account <key>', 'the workspace or bot they write to; the playground unless given', context.playground.account)
    .addOption(new Option('--locale <locale>', 'the language they read').choices(locales))
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      examples(
        `${typed} people add "Wei Chen" --role sales:5000 --platform slack --user U024BE7LH`,
        `${typed} people add "Mei Lin" --customer --platform telegram --user 81234567 --locale zh-TW`,
        `${typed} people add "Tom Baker" --customer --platform slack --user U7 --address "500 Main Street, Springfield"`,
      ),
    )
    .action((name: string, options: Options) => add(name.trim(), options, context));
}

async function add(name: string, options: Options, context: Context): Promise<void> {
  if (name === '' || name.length > 200)
    throw new Problem('A name has 1 to 200 characters.', 'Put it into quotation marks: people add "Wei Chen" --customer', 2);
  if (!options.customer && !options.role)
    throw new Problem('It is not said who this is.', 'Add --role ROLE for a colleague, or --customer.', 2);
  const ofCustomers = [options.company, options.address, options.creditLimit, options.prepaid];
  if (!options.customer && ofCustomers.some((option) => option !== undefined))
    throw new Problem(
      'Only customers have a company, an address and terms.',
      'Add --customer, or leave --company, --address, --credit-limit and --prepaid out.',
      2,
    );
  if (!options.platform !== !options.user)
    throw new Problem('--platform and --user belong together.', 'Give both, such as --platform slack --user U024BE7LH, or neither.', 2);
  const data = await context.openData();
  try {
    const id = await data.turn(async (turn) => save(turn, name, options, await theBusiness(turn, context.config), context.playground));
    context.out(options.json ? `${JSON.stringify({ id, name, kind: options.customer ? 'customer' : 'staff' })}\n` : `${name} is ${id}.\n`);
    if (!options.platform) context.err('Without --platform and --user the desk does not know them when they write.\n');
  } finally {
    await data.close();
  }
}

async function save(turn: Turn, name: string, options: Options, business: Business, playground: Context['playground']): Promise<string> {
  const { tx, ids, now } = turn;
  const id = ids.uuid();
  const locale = options.locale ?? business.locale;
  if (options.customer) {
    const creditLimit = toLimit(options.creditLimit ?? 'none', business.currency);
    const terms = { tier: 'standard', priceList: 'standard', creditLimit, prepaid: options.prepaid ?? false } as const;
    await addCustomer(
      tx,
      { id, name, company: options.company ?? null, address: options.address ?? null, locale, timeZone: null, ...terms },
      now,
    );
  } else {
    await addStaff(tx, { id, name, locale, timeZone: null }, now);
    for (const grant of options.role ?? []) await giveRole(turn, id, toGrant(grant, business.currency));
  }
  if (options.platform && options.user) {
    const { platform, user: key, account } = options;
    const owner = { customerId: options.customer ? id : null, staffId: options.customer ? null : id };
    const linked = await linkAccount(
      tx,
      { platform, account, key, dmKey: account === playground.account ? playground.dmOf(key) : key, preferred: true, ...owner },
      now,
    );
    if (!linked) throw new Problem(`${key} on ${platform} is somebody else already.`, '`people list` shows who.');
  }
  return id;
}
