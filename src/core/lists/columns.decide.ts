import type { Columns, Rows } from './table.ts';

/** The rows of a table, by its columns. `renamed`: what the file calls some of our columns. */
export function rowsOf(table: readonly string[][], columns: Columns, renamed: ReadonlyMap<string, string> = new Map()): Rows {
  const [heading = [], ...records] = table;
  const plain = headingOf(heading);
  const theirs = new Map([...renamed].map(([ours, name]) => [name.trim().toLowerCase(), ours]));
  const uncalled = [...theirs.keys()].filter((name) => !plain.includes(name));
  if (uncalled.length > 0) return { ok: false, fault: 'not_called', columns: uncalled, names: plain };
  // a column that has our name, while another one was named for it, is not meant
  const names = plain.map((name) => theirs.get(name) ?? (renamed.has(name) ? `${name} (not meant)` : name));
  const missing = columns.needed.filter((name) => !names.includes(name));
  if (missing.length > 0) return { ok: false, fault: 'missing', columns: missing, names };
  const twice = names.filter((name, at) => columns.all.includes(name) && names.indexOf(name) < at);
  if (twice.length > 0) return { ok: false, fault: 'twice', columns: twice, names };
  const rows = records.flatMap((record, at) =>
    record.every((cell) => cell.trim() === '') ? [] : [{ row: at + 2, cells: cellsOf(names, record) }],
  );
  return { ok: true, rows, ignored: names.filter((name) => name !== '' && !columns.all.includes(name)) };
}

export const headingOf = (heading: readonly string[]): string[] => heading.map((name) => name.trim().toLowerCase());

function cellsOf(names: string[], record: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, readable(record[at] ?? '')]])));
}

/** Without control characters: no database keeps a NUL, and no terminal should obey a cell. */
const readable = (cell: string): string => cell.replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
