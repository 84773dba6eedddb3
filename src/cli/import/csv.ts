import { CsvError, parse } from 'csv-parse/sync';
import type { ListRow } from '#core/stock/list.ts';
import { Problem } from '#src/problem.ts';

/** The columns a list must have and those it may have. */
export interface Columns {
  all: readonly string[];
  needed: readonly string[];
}

export interface Csv {
  rows: ListRow[];
  /** Columns nobody reads. */
  ignored: string[];
}

/**
 * Reads a CSV file as spreadsheets write it: UTF-8, UTF-16 or GBK, with commas, semicolons or tabs. Cells are text, whatever they
 * look like. `renamed`: what the file calls some of our columns.
 */
export function readCsv(bytes: Uint8Array, columns: Columns, renamed: ReadonlyMap<string, string> = new Map()): Csv {
  const text = decode(bytes);
  const [heading = [], ...records] = parseRecords(text);
  const names = rename(
    heading.map((name) => name.trim().toLowerCase()),
    renamed,
  );
  requireColumns(names, columns);
  const rows = records.flatMap((record, at) =>
    record.every((cell) => cell.trim() === '') ? [] : [{ row: at + 2, cells: cellsOf(names, record) }],
  );
  return { rows, ignored: names.filter((name) => name !== '' && !columns.all.includes(name)) };
}

/** What is no UTF-8 is GBK in its modern form: Excel saves a Chinese list so. */
function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one may fit
    }
  }
  throw new Problem('The file is no text that can be read.', 'Save it as "CSV UTF-8" and try again.');
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, bom: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem(
      `The file is no CSV: ${error.message}.`,
      'A quotation mark inside a quoted cell is written twice; correct the line and try again.',
    );
  }
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const heading = end === -1 ? text : text.slice(0, end);
  return [',', '\t', ';'].find((sign) => heading.includes(sign)) ?? ',';
}

/** Our names for columns the file calls otherwise. A column that has our name, while another one was named for it, is not meant. */
function rename(names: string[], renamed: ReadonlyMap<string, string>): string[] {
  const theirs = new Map([...renamed].map(([ours, name]) => [name.trim().toLowerCase(), ours]));
  const missing = [...theirs.keys()].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Problem(
      `The file has no column ${missing.join(', ')}.`,
      `Its columns are ${names.join(', ')}: name one of them in --map.`,
      2,
    );
  return names.map((name) => theirs.get(name) ?? (renamed.has(name) ? `${name} (not meant)` : name));
}

function requireColumns(names: string[], { all, needed }: Columns): void {
  const missing = needed.filter((name) => !names.includes(name));
  const twice = names.filter((name, at) => all.includes(name) && names.indexOf(name) < at);
  const remedy = `The first row names the columns: ${all.join(',')}. Needed are ${needed.join(', ')}.`;
  if (missing.length > 0) throw new Problem(`The file has no column ${missing.join(', ')}.`, remedy);
  if (twice.length > 0) throw new Problem(`The file has the column ${twice.join(', ')} twice.`, remedy);
}

function cellsOf(names: string[], record: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, readable(record[at] ?? '')]])));
}

/** Without control characters: no database keeps a NUL, and no terminal should obey a cell. */
const readable = (cell: string): string => cell.replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
