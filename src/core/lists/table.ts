import type { ListRow } from '../stock/list.ts';

/** A file as a spreadsheet would show it, cell by cell; or why it is none. `detail` is for whoever wrote the file, in English. */
export type Table = { ok: true; records: string[][] } | { ok: false; fault: 'no_text' | 'no_table'; detail: string };

/** The columns a list must have and those it may have. */
export interface Columns {
  all: readonly string[];
  needed: readonly string[];
}

export type Rows =
  /** `ignored`: columns nobody reads. */
  | { ok: true; rows: ListRow[]; ignored: string[] }
  /** `columns`: which are missing, which stand there twice, or what some were said to be called and are not. */
  | { ok: false; fault: 'missing' | 'twice' | 'not_called'; columns: string[]; names: string[] };
