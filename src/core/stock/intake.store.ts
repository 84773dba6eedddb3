import type { Tx } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { Known, Level, LevelChange, StockRow } from './intake.decide.ts';
import { shelfOf } from './shelf.ts';

/** What is known about the shelves of a list; their rows are locked, new shelves start empty. */
export async function lockShelves(tx: Tx, rows: readonly StockRow[]): Promise<Known> {
  const locations = rows.map(({ location }) => location);
  const skus = rows.map(({ sku }) => sku);
  await tx`
    insert into stock_levels (location, sku, on_hand)
    select distinct l.code, p.sku, 0
    from unnest(${locations}::text[], ${skus}::text[]) as r (location, sku)
    join locations l on l.code = r.location
    join products p on p.sku = r.sku and p.kind = 'goods'
    order by 1, 2
    on conflict (location, sku) do nothing`;
  const levels = await tx<Level[]>`
    select location, sku, on_hand as "onHand", allocated
    from stock_levels
    where (location, sku) in (select * from unnest(${locations}::text[], ${skus}::text[]))
    order by location, sku
    for update`;
  const places = await tx<{ code: string }[]>`
    select code
    from locations
    where code = any(${locations}::text[])`;
  return { levels: new Map(levels.map((level) => [shelfOf(level), level])), locations: new Set(places.map(({ code }) => code)) };
}

export async function saveLevels({ tx, now, ids }: Turn, changes: readonly LevelChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx`
    with changed as (
      select * from unnest(${changes.map(() => ids.uuid())}::uuid[], ${changes.map(({ location }) => location)}::text[],
        ${changes.map(({ sku }) => sku)}::text[], ${changes.map(({ kind }) => kind)}::text[],
        ${changes.map(({ quantity }) => quantity)}::numeric[], ${changes.map(({ onHand }) => onHand)}::numeric[])
        as c (id, location, sku, kind, quantity, on_hand)
    ), moved as (
      insert into stock_moves (id, location, sku, kind, quantity, at)
      select id, location, sku, kind, quantity, ${now} from changed
    )
    update stock_levels s
    set on_hand = c.on_hand
    from changed c
    where s.location = c.location
      and s.sku = c.sku`;
}

/** Goods that came in are no longer on their way: the announcements are used up, the earliest first. */
export async function settleIncoming(tx: Tx, changes: readonly LevelChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx`
    with came as (
      select * from unnest(${changes.map(({ location }) => location)}::text[], ${changes.map(({ sku }) => sku)}::text[],
        ${changes.map(({ quantity }) => quantity)}::numeric[]) as c (location, sku, quantity)
    ), announced as (
      select i.location, i.sku, i.due, i.quantity, c.quantity as came,
        sum(i.quantity) over (partition by i.location, i.sku order by i.due) as up_to_here
      from incoming_stock i
      join came c on c.location = i.location and c.sku = i.sku
    ), gone as (
      delete from incoming_stock i
      using announced a
      where i.location = a.location
        and i.sku = a.sku
        and i.due = a.due
        and a.up_to_here <= a.came
    )
    update incoming_stock i
    set quantity = a.up_to_here - a.came
    from announced a
    where i.location = a.location
      and i.sku = a.sku
      and i.due = a.due
      and a.up_to_here > a.came
      and a.up_to_here - a.quantity < a.came`;
}
