import { json } from '../json.ts';
import type { Tx } from '../ports.ts';
import type { Localized } from '../text/locale.ts';

export async function putLocation(tx: Tx, location: { code: string; names: Localized; rank: number }): Promise<void> {
  await tx`
    insert into locations (code, names, rank)
    values (${location.code}, ${json(tx, location.names)}, ${location.rank})
    on conflict (code) do nothing`;
}

/** Goods on their way to a location. */
export async function putIncomingStock(
  tx: Tx,
  row: { location: string; sku: string; quantity: number; due: Temporal.PlainDate },
): Promise<void> {
  await tx`
    insert into incoming_stock (location, sku, quantity, due)
    values (${row.location}, ${row.sku}, ${row.quantity}, ${row.due})
    on conflict (location, sku, due) do update
    set quantity = excluded.quantity`;
}
