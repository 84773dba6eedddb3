import type { Locale } from '../text/locale.ts';
import type { Turn } from '../turn.ts';
import { readProducts } from './catalogue.store.ts';
import { grown, setStock } from './intake.act.ts';
import type { ListReport, ListRow, RefusedListRow } from './list.ts';
import { putIncomingStock, putLocation } from './location.store.ts';
import { planRestock } from './restock.ts';
import { reasonIn } from './row-reason.ts';
import { counted, readStockList, reasonOf, type ListedStock } from './stock-list.decide.ts';
import { readStock } from './stock.store.ts';

/** A location nobody ranked is asked after those that somebody did. */
const lastRank = 100;

export interface StockListReport extends ListReport {
  /** Locations that were opened because the list names them: a misspelt one shows here. */
  opened: string[];
}

/** Takes a stock list over as a count; a location it names for the first time is opened. `locale`: in which reasons are told. */
export async function takeStockList(turn: Turn, rows: readonly ListRow[], locale: Locale = 'en'): Promise<StockListReport> {
  const { listed, refused } = readStockList(rows, locale);
  const opened = await openLocations(turn, listed);
  const count = await countStock(turn, listed, locale);
  const announced = await announce(turn, listed, count.refused, locale);
  const changed = new Set([...count.changed, ...announced.changed]);
  const allRefused = [...refused, ...count.refused, ...announced.refused].sort((a, b) => a.row - b.row);
  for (const { row } of allRefused) changed.delete(row);
  return { read: rows.length, taken: changed.size, unchanged: rows.length - changed.size - allRefused.length, refused: allRefused, opened };
}

async function openLocations(turn: Turn, listed: readonly ListedStock[]): Promise<string[]> {
  const [first] = listed;
  if (!first) return [];
  const known = new Set((await readStock(turn.tx, [first.sku])).map(({ location }) => location));
  const opened = [...new Set(listed.map(({ location }) => location))].filter((code) => !known.has(code));
  for (const code of opened) await putLocation(turn.tx, { code, names: { en: code }, rank: lastRank });
  return opened;
}

interface Part {
  changed: number[];
  refused: RefusedListRow[];
}

async function countStock(turn: Turn, listed: readonly ListedStock[], locale: Locale): Promise<Part> {
  const rows = counted(listed);
  const count = await setStock(
    turn,
    rows.map(({ stock }) => stock),
  );
  const { changes, refused } = count;
  await planRestock(turn, grown(count));
  const refusedAt = new Set(refused.map(({ row }) => row));
  const changedShelves = new Set(changes.map(({ location, sku }) => `${location} ${sku}`));
  return {
    changed: rows.flatMap(({ row, stock }, at) =>
      !refusedAt.has(at) && changedShelves.has(`${stock.location} ${stock.sku}`) ? [row] : [],
    ),
    refused: refused.flatMap((refusal) => {
      const listedRow = rows[refusal.row];
      return listedRow ? [{ row: listedRow.row, reason: reasonIn(locale, reasonOf(refusal, listedRow.stock)) }] : [];
    }),
  };
}

/** Goods on their way; a row whose count was refused announces nothing either. */
async function announce(
  turn: Turn,
  listed: readonly ListedStock[],
  alreadyRefused: readonly RefusedListRow[],
  locale: Locale,
): Promise<Part> {
  const goods = new Set((await readProducts(turn.tx)).filter(({ kind }) => kind === 'goods').map(({ sku }) => sku));
  const stock = await readStock(turn.tx, [...new Set(listed.map(({ sku }) => sku))]);
  const known = new Map(
    stock.flatMap(({ incoming, ...shelf }) => incoming.map(({ due, quantity }) => [keyOf({ ...shelf, due }), quantity])),
  );
  const refusedRows = new Set(alreadyRefused.map(({ row }) => row));
  const seen = new Set<string>();
  const part: Part = { changed: [], refused: [] };
  for (const { row, location, sku, incoming } of listed) {
    if (!incoming || refusedRows.has(row)) continue;
    const delivery = { location, sku, ...incoming };
    const key = keyOf(delivery);
    if (!goods.has(sku)) part.refused.push({ row, reason: reasonIn(locale, { key: 'no_goods', sku }) });
    else if (seen.has(key))
      part.refused.push({ row, reason: reasonIn(locale, { key: 'announced', sku, location, due: String(incoming.due) }) });
    else if (known.get(key) !== incoming.quantity) {
      await putIncomingStock(turn.tx, delivery);
      part.changed.push(row);
    }
    seen.add(key);
  }
  return part;
}

const keyOf = ({ location, sku, due }: { location: string; sku: string; due: Temporal.PlainDate }): string =>
  `${location} ${sku} ${String(due)}`;
