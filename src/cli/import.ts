import type { Command } from 'commander';
import type { Business } from '#core/people/business.store.ts';
import type { ListReport, ListRow } from '#core/stock/list.ts';
import { takeProductList } from '#core/stock/product-list.act.ts';
import { neededProductColumns, productColumns } from '#core/stock/product-list.decide.ts';
import { takeStockList } from '#core/stock/stock-list.act.ts';
import { neededStockColumns, stockColumns } from '#core/stock/stock-list.decide.ts';
import type { Turn } from '#core/turn.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';
import { productHelp, stockHelp } from './import/columns.ts';
import { readCsv, type Columns } from './import/csv.ts';
import { readBytes } from './import/file.ts';
import { addHistory } from './import/history.ts';
import { inWords, type Report } from './import/report.ts';
import { openBusiness, tried } from './import/turn.ts';

/** A kind of list: a new one is one more of these. */
interface List {
  name: string;
  description: string;
  columns: Columns;
  /** What stands in the columns, with an example. */
  help: string;
  take(turn: Turn, rows: ListRow[], business: Business): Promise<ListReport & { opened?: string[] }>;
}

const lists: List[] = [
  {
    name: 'products',
    description: 'Take a product list over. What it does not mention stays as it is.',
    columns: { all: productColumns, needed: neededProductColumns },
    help: productHelp,
    take: (turn, rows, { currency }) => takeProductList(turn, rows, currency),
  },
  {
    name: 'stock',
    description: 'Take a count of the stock over, and the goods on their way.',
    columns: { all: stockColumns, needed: neededStockColumns },
    help: stockHelp,
    take: takeStockList,
  },
];

interface Options {
  dryRun?: true;
  json?: true;
}

export function addImport(program: Command, context: Context): void {
  const group = program.command('import').description('Take lists over from CSV files. Doing it twice changes nothing.');
  for (const list of lists)
    group
      .command(`${list.name} <file>`)
      .description(list.description)
      .option('--dry-run', 'report what would happen, and write nothing')
      .option('--json', 'print the report as one JSON value')
      .addHelpText('after', list.help)
      .addHelpText(
        'after',
        examples(`${typed} import ${list.name} ${list.name}.csv --dry-run`, `${typed} import ${list.name} ${list.name}.csv --json`),
      )
      .action((file: string, options: Options) => takeFile(list, file, options, context));
  addHistory(group, context);
}

async function takeFile(
  list: List,
  file: string,
  { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean },
  context: Context,
): Promise<void> {
  const { rows, ignored } = readCsv(await readBytes(file, context.cwd), list.columns);
  if (context.terminal) context.err(`Taking over ${rows.length} rows …\n`);
  const report: Report = { file, dryRun, ...(await takeRows(list, rows, dryRun, context)), ignored };
  context.out(json ? `${JSON.stringify(report)}\n` : inWords(report));
  if (report.read > 0 && report.refused.length === report.read)
    throw new Problem('No row could be taken.', 'Correct the rows for the reasons above, and import the file again.');
}

async function takeRows(list: List, rows: ListRow[], dryRun: boolean, context: Context): Promise<ListReport & { opened?: string[] }> {
  const data = await context.openData();
  try {
    return await tried(data, dryRun, async (turn) => list.take(turn, rows, await openBusiness(turn, context, dryRun)));
  } finally {
    await data.close();
  }
}
