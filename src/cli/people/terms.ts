import { InvalidArgumentError, type Command } from 'commander';
import { readBusiness } from '#core/people/business.store.ts';
import { changeTerms } from '#core/people/customer.store.ts';
import type { CreditTerms } from '#core/people/customer.ts';
import { listPeople } from '#core/people/people.store.ts';
import { readMoney, Unreadable, writeMoney } from '#core/stock/list.ts';
import type { Turn } from '#core/turn.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';

interface Options {
  creditLimit?: string;
  prepaid?: boolean;
}

export const limitHelp = 'what they may owe at most, such as 5000, or none';

export function addPeopleTerms(group: Command, context: Context): void {
  group
    .command('terms <person>')
    .description('Say on which terms a customer orders from now on. The person is an id, or a name that only one has.')
    .option('--credit-limit <amount>', limitHelp, readLimit)
    .option('--prepaid', 'they pay in advance: nothing is prepared before, and no limit counts')
    .option('--no-prepaid', 'they pay later')
    .addHelpText('after', examples(`${typed} people terms "Mei Lin" --credit-limit 20000`, `${typed} people terms "Tom Baker" --prepaid`))
    .action((person: string, options: Options) => change(person, options, context));
}

/** For commander: an amount, or none. */
export function readLimit(text: string): string {
  if (text !== 'none' && !/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('The limit is an amount such as 5000, or none.');
  return text;
}

/** A limit in minor units of the currency; null without one. */
export function toLimit(text: string, currency: string): bigint | null {
  if (text === 'none') return null;
  try {
    return readMoney('The limit', text, currency);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Problem(`${error.message}.`, 'Write it without currency sign and separators.', 2);
  }
}

async function change(person: string, { creditLimit, prepaid }: Options, context: Context): Promise<void> {
  if (creditLimit === undefined && prepaid === undefined)
    throw new Problem('It is not said what changes.', 'Add --credit-limit AMOUNT, --prepaid or --no-prepaid.', 2);
  const data = await context.openData();
  try {
    const line = await data.turn(async (turn) => {
      const { id, name } = await findCustomer(turn, person);
      const { currency } = await readBusiness(turn.tx);
      const limit = creditLimit === undefined ? {} : { creditLimit: toLimit(creditLimit, currency) };
      const terms = await changeTerms(turn.tx, id, { ...limit, ...(prepaid === undefined ? {} : { prepaid }) });
      if (!terms) throw new Error(`customer ${id} is gone`);
      return `${name}: ${inWords(terms, currency)}\n`;
    });
    context.out(line);
  } finally {
    await data.close();
  }
}

const inWords = ({ creditLimit, prepaid }: CreditTerms, currency: string): string =>
  [
    prepaid ? 'pays in advance' : 'pays later',
    creditLimit === null ? 'no credit limit' : `credit limit ${writeMoney(creditLimit, currency)}`,
  ].join(', ');

async function findCustomer({ tx }: Turn, person: string): Promise<{ id: string; name: string }> {
  const [found, another] = (await listPeople(tx, 'customer')).filter(({ id, name }) => id === person || name === person);
  if (!found) throw new Problem(`There is no customer ${person}.`, '`people list customer` shows everybody.');
  if (another) throw new Problem(`Several customers are called ${person}.`, 'Use the id that `people list customer` shows.');
  return found;
}
