import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { neededOrderColumns, orderColumns, readOrderList, type Frame } from '#core/orders/history/order-list.decide.ts';
import { olistFiles, readOlist, type OlistFile } from '#core/orders/history/olist.decide.ts';
import { reviewColumns, withReviews } from '#core/orders/history/olist-reviews.decide.ts';
import type { ReadPast } from '#core/orders/history/past.ts';
import type { ListRow } from '#core/stock/list.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';
import { readCsv } from './csv.ts';
import { readBytes } from './file.ts';
import { takePast, type PastOptions } from './past.ts';
import { pastInWords } from './past.report.ts';

interface OrderOptions extends PastOptions {
  map: ReadonlyMap<string, string>;
  source: string;
}

const columnsHelp = `
Columns; ${neededOrderColumns.join(', ')} are needed, and docs/how-to/bring-the-past.md explains each:
${inLines(orderColumns)}`;

export function addHistory(group: Command, context: Context): void {
  withOptions(group.command('orders <file>'))
    .description('Bring orders of the past along, one row per line of an order. Nobody is messaged about them.')
    .option('--map <ours=theirs>', 'what the file calls one of our columns; as often as needed', mapped, new Map())
    .option('--source <name>', 'which program the order numbers are of; a number is taken once per program', sourceName, 'import')
    .addHelpText('after', columnsHelp)
    .addHelpText(
      'after',
      examples(
        `${typed} import orders orders.csv --dry-run`,
        `${typed} import orders orders.csv --map order=订单号 --map placed_at=下单时间`,
      ),
    )
    .action(async (file: string, options: OrderOptions) => {
      const { rows, ignored } = readCsv(
        context.tables,
        await readBytes(file, context.cwd),
        { all: orderColumns, needed: neededOrderColumns },
        options.map,
      );
      await take(context, options, { file, source: options.source, ignored, read: (frame) => readOrderList(rows, frame) });
    });
  withOptions(group.command('olist <dir>'))
    .description(
      'Bring the orders of a folder in the layout of Olist along (Brazilian marketplace, CSV files). Nobody is messaged about them.',
    )
    .addHelpText('after', examples(`${typed} import olist olist-data --dry-run`))
    .action(async (dir: string, options: PastOptions) => {
      const rows = await readFolder(dir, context);
      const reviews = await readReviews(dir, context);
      const read = (frame: Frame): ReadPast => withReviews(readOlist(rows, frame), reviews, frame);
      await take(context, options, { file: dir, source: 'olist', ignored: [], read });
    });
}

const withOptions = (command: Command): Command =>
  command
    .option('--dry-run', 'report what would happen, and write nothing')
    .option('--json', 'print the report as one JSON value')
    .addOption(
      new Option('--time-zone <zone>', 'where times without an offset are meant; the business’ own zone unless given').argParser(zoneName),
    );

async function take(
  context: Context,
  options: PastOptions,
  past: { file: string; source: string; ignored: string[]; read: (frame: Frame) => ReadPast },
): Promise<void> {
  const { file, ignored } = past;
  const report = { file, dryRun: options.dryRun ?? false, ...(await takePast(context, options, past)), ignored };
  context.out(options.json ? `${JSON.stringify(report)}\n` : pastInWords(report));
  if (report.orders.read > 0 && report.orders.refused === report.orders.read)
    throw new Problem('No order could be taken.', 'Correct the rows for the reasons above, and import the file again.');
}

async function readFolder(dir: string, { cwd, tables }: Context): Promise<Record<OlistFile, ListRow[]>> {
  if (!existsSync(resolve(cwd, dir))) throw new Problem(`There is no folder ${dir}.`, `It was looked for in ${cwd}.`);
  const of = async (name: OlistFile): Promise<ListRow[]> => {
    const columns = olistFiles[name];
    return readCsv(tables, await readBytes(join(dir, fileNames[name]), cwd), { all: columns, needed: columns }).rows;
  };
  return {
    orders: await of('orders'),
    order_items: await of('order_items'),
    customers: await of('customers'),
    products: await of('products'),
    category_translation: await of('category_translation'),
  };
}

/** Not every shop in this layout asked its customers. */
async function readReviews(dir: string, { cwd, tables }: Context): Promise<ListRow[]> {
  const file = join(dir, 'olist_order_reviews_dataset.csv');
  if (!existsSync(resolve(cwd, file))) return [];
  return readCsv(tables, await readBytes(file, cwd), { all: reviewColumns, needed: reviewColumns }).rows;
}

const fileNames = {
  orders: 'olist_orders_dataset.csv',
  order_items: 'olist_order_items_dataset.csv',
  customers: 'olist_customers_dataset.csv',
  products: 'olist_products_dataset.csv',
  category_translation: 'product_category_name_translation.csv',
} satisfies Record<OlistFile, string>;

function mapped(pair: string, before: ReadonlyMap<string, string>): Map<string, string> {
  const [, ours = '', theirs = ''] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
  const column = orderColumns.find((name) => name === ours.trim().toLowerCase());
  if (!column)
    throw new Problem(`--map ${pair} names none of our columns.`, `Write --map ours=theirs; ours are ${orderColumns.join(', ')}.`, 2);
  return new Map([...before, [column, theirs]]);
}

function sourceName(name: string): string {
  if (!/^[\w.-]{1,40}$/.test(name))
    throw new Problem(
      `"${name}" is no name of a program.`,
      '1 to 40 letters, digits, dots, dashes or underscores, as in --source shopify.',
      2,
    );
  return name;
}

function zoneName(zone: string): string {
  try {
    return Temporal.PlainDate.from('2020-01-01').toZonedDateTime(zone).timeZoneId;
  } catch {
    throw new Problem(`"${zone}" is no time zone.`, 'Write it as in --time-zone America/Sao_Paulo.', 2);
  }
}

/** A few to a line, as a terminal is wide. */
function inLines(columns: readonly string[]): string {
  const rows = Math.ceil(columns.length / 6);
  return Array.from({ length: rows }, (_, row) => `  ${columns.slice(6 * row, 6 * row + 6).join(', ')}`).join('\n');
}
