import { CsvError, parse } from 'csv-parse/sync';
import type { Table } from '#core/lists/table.ts';
import type { TableReader } from '#core/ports.ts';

/**
 * Reads a CSV file as spreadsheets write it: UTF-8, UTF-16 or GBK, with commas, semicolons or tabs. Cells are text, whatever they
 * look like.
 */
export const csvTables: TableReader = { read: readTable };

function readTable(bytes: Uint8Array): Table {
  const text = decode(bytes);
  if (text === null) return { ok: false, fault: 'no_text', detail: 'The file is no text that can be read.' };
  try {
    return { ok: true, records: parse(text, { delimiter: delimiterOf(text), relax_column_count: true, bom: true }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, fault: 'no_table', detail: `The file is no CSV: ${error.message}.` };
  }
}

/** What is no UTF-8 is GBK in its modern form: Excel saves a Chinese list so. */
function decode(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one may fit
    }
  }
  return null;
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const heading = end === -1 ? text : text.slice(0, end);
  return [',', '\t', ';'].find((sign) => heading.includes(sign)) ?? ',';
}
