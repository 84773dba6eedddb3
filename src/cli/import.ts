import type { Command } from 'commander';
import { listKinds, lists, type ListKind, type Report as Taken } from '#core/lists/lists.ts';
import type { ListRow } from '#core/stock/list.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';
import { customerHelp, productHelp, stockHelp } from './import/columns.ts';
import { readCsv } from './import/csv.ts';
import { readBytes } from './import/file.ts';
import { addHistory } from './import/history.ts';
import { inWords, type Report } from './import/report.ts';
import { openBusiness, tried } from './import/turn.ts';

/** What `--help` says of each kind of list. */
const described = {
  products: { description: 'Take a product list over. What it does not mention stays as it is.', help: productHelp },
  stock: { description: 'Take a count of the stock over, and the goods on their way.', help: stockHelp },
  customers: { description: 'Take a customer list over. Whoever it does not mention stays as they are.', help: customerHelp },
} satisfies Record<ListKind, { description: string; help: string }>;

interface Options {
  dryRun?: true;
  json?: true;
}

export function addImport(program: Command, context: Context): void {
  const group = program.command('import').description('Take lists over from CSV files. Doing it twice changes nothing.');
  for (const kind of listKinds)
    group
      .command(`${kind} <file>`)
      .description(described[kind].description)
      .option('--dry-run', 'report what would happen, and write nothing')
      .option('--json', 'print the report as one JSON value')
      .addHelpText('after', described[kind].help)
      .addHelpText('after', examples(`${typed} import ${kind} ${kind}.csv --dry-run`, `${typed} import ${kind} ${kind}.csv --json`))
      .action((file: string, options: Options) => takeFile(kind, file, options, context));
  addHistory(group, context);
}

async function takeFile(
  kind: ListKind,
  file: string,
  { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean },
  context: Context,
): Promise<void> {
  const { rows, ignored } = readCsv(context.tables, await readBytes(file, context.cwd), lists[kind].columns);
  if (context.terminal) context.err(`Taking over ${rows.length} rows …\n`);
  const report: Report = { file, dryRun, ...(await takeRows(kind, rows, dryRun, context)), ignored };
  context.out(json ? `${JSON.stringify(report)}\n` : inWords(report));
  if (report.read > 0 && report.refused.length === report.read)
    throw new Problem('No row could be taken.', 'Correct the rows for the reasons above, and import the file again.');
}

async function takeRows(kind: ListKind, rows: ListRow[], dryRun: boolean, context: Context): Promise<Taken> {
  const data = await context.openData();
  try {
    return await tried(data, dryRun, async (turn) => lists[kind].take(turn, rows, await openBusiness(turn, context, dryRun), 'en'));
  } finally {
    await data.close();
  }
}
