import type { Locale } from '../text/locale.ts';
import type { RefusedRow, StockRow } from './intake.decide.ts';
import { readQuantity, refusedFor, shorten, Unreadable, type ListRow, type RefusedListRow } from './list.ts';
import type { RowReason } from './row-reason.ts';

export const stockColumns = ['location', 'sku', 'on_hand', 'incoming', 'incoming_due'] as const;
export const neededStockColumns = ['location', 'sku', 'on_hand'] as const;

export interface Announced {
  quantity: number;
  due: Temporal.PlainDate;
}

export interface ListedStock {
  row: number;
  location: string;
  sku: string;
  /** Null where the row only announces goods. */
  onHand: number | null;
  incoming: Announced | null;
}

/** Reads a stock list. One row per shelf says what lies there; further rows with an empty `on_hand` announce more deliveries. */
export function readStockList(rows: readonly ListRow[], locale: Locale = 'en'): { listed: ListedStock[]; refused: RefusedListRow[] } {
  const listed: ListedStock[] = [];
  const refused: RefusedListRow[] = [];
  for (const { row, cells } of rows) {
    try {
      listed.push({ row, ...readShelf(cells) });
    } catch (error) {
      refused.push(refusedFor(row, error, locale));
    }
  }
  return { listed, refused };
}

/** The counted part of a list, with the place of each row in it. */
export function counted(listed: readonly ListedStock[]): { row: number; stock: StockRow }[] {
  return listed.flatMap(({ row, location, sku, onHand }) => (onHand === null ? [] : [{ row, stock: { location, sku, quantity: onHand } }]));
}

/** Why a count was refused. */
export function reasonOf({ reason, allocated }: RefusedRow, { location, sku, quantity }: StockRow): RowReason {
  if (reason === 'unknown_location') return { key: 'no_location', location };
  if (reason === 'unknown_product') return { key: 'no_goods', sku };
  if (reason === 'twice') return { key: 'counted', sku, location };
  if (reason === 'below_allocated') return { key: 'kept', kept: allocated ?? 0, sku, location, quantity };
  return { key: 'no_quantity' };
}

function readShelf(cells: ListRow['cells']): Omit<ListedStock, 'row'> {
  const location = cells['location'] ?? '';
  if (location === '' || location.length > 40) throw new Unreadable({ key: 'location', most: 40 });
  const sku = (cells['sku'] ?? '').toUpperCase();
  if (sku === '') throw new Unreadable({ key: 'missing', column: 'sku' });
  const onHand = cells['on_hand'] ? readQuantity('on_hand', cells['on_hand']) : null;
  const incoming = readIncoming(cells['incoming'] ?? '', cells['incoming_due'] ?? '');
  if (onHand === null && incoming === null) throw new Unreadable({ key: 'missing', column: 'on_hand' });
  return { location, sku, onHand, incoming };
}

function readIncoming(cell: string, due: string): Announced | null {
  const quantity = cell === '' ? 0 : readQuantity('incoming', cell);
  if (quantity === 0) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(due)) throw new Unreadable({ key: 'due', cell: shorten(due) });
  try {
    return { quantity, due: Temporal.PlainDate.from(due) };
  } catch {
    throw new Unreadable({ key: 'due_day', cell: due });
  }
}
