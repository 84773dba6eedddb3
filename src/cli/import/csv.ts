import { rowsOf } from '#core/lists/columns.decide.ts';
import type { Columns, Rows } from '#core/lists/table.ts';
import type { TableReader } from '#core/ports.ts';
import { Problem } from '#src/problem.ts';

/** Reads a CSV file, or says what is wrong with it. `renamed`: what the file calls some of our columns. */
export function readCsv(
  tables: TableReader,
  bytes: Uint8Array,
  columns: Columns,
  renamed: ReadonlyMap<string, string> = new Map(),
): Extract<Rows, { ok: true }> {
  const table = tables.read(bytes);
  if (!table.ok) throw new Problem(table.detail, remedies[table.fault]);
  const read = rowsOf(table.records, columns, renamed);
  if (read.ok) return read;
  const which = read.columns.join(', ');
  if (read.fault === 'not_called')
    throw new Problem(`The file has no column ${which}.`, `Its columns are ${read.names.join(', ')}: name one of them in --map.`, 2);
  const remedy = `The first row names the columns: ${columns.all.join(',')}. Needed are ${columns.needed.join(', ')}.`;
  throw new Problem(read.fault === 'missing' ? `The file has no column ${which}.` : `The file has the column ${which} twice.`, remedy);
}

const remedies = {
  no_text: 'Save it as "CSV UTF-8" and try again.',
  no_table: 'A quotation mark inside a quoted cell is written twice; correct the line and try again.',
};
