import type { Turn } from '../turn.ts';

/** Goods of one location that change hands for an order line. */
export interface Handover {
  lineId: string;
  location: string;
  sku: string;
  quantity: number;
}

/** Keeps goods for lines: allocation, level, counter and move say the same. The stock rows are locked already. */
export async function keep({ tx, now, ids }: Turn, handovers: readonly Handover[]): Promise<void> {
  if (handovers.length === 0) return;
  const { lines, locations, skus, quantities } = columns(handovers);
  await tx`
    with kept as (
      select * from unnest(${lines}::uuid[], ${locations}::text[], ${skus}::text[], ${quantities}::numeric[],
        ${handovers.map(() => ids.uuid())}::uuid[]) as k (order_line, location, sku, quantity, id)
    ), allocated as (
      insert into allocations (order_line, location, sku, quantity)
      select order_line, location, sku, quantity from kept
      on conflict (order_line, location) do update
      set quantity = allocations.quantity + excluded.quantity
    ), moved as (
      insert into stock_moves (id, location, sku, kind, quantity, order_line, at)
      select id, location, sku, 'allocate', quantity, order_line, ${now} from kept
    ), levels as (
      update stock_levels s
      set allocated = s.allocated + k.quantity
      from (select location, sku, sum(quantity) as quantity from kept group by location, sku) k
      where s.location = k.location
        and s.sku = k.sku
    )
    update order_lines l
    set allocated = l.allocated + k.quantity
    from (select order_line, sum(quantity) as quantity from kept group by order_line) k
    where l.id = k.order_line`;
}

/** Gives back goods that are kept for lines and have not left the house: all that a line keeps at a location, or a part of it. */
export async function giveBack({ tx, now, ids }: Turn, handovers: readonly Handover[]): Promise<void> {
  if (handovers.length === 0) return;
  const { lines, locations, skus, quantities } = columns(handovers);
  await tx`
    with freed as (
      select * from unnest(${lines}::uuid[], ${locations}::text[], ${skus}::text[], ${quantities}::numeric[],
        ${handovers.map(() => ids.uuid())}::uuid[]) as f (order_line, location, sku, quantity, id)
    ), gone as (
      delete from allocations a
      using freed f
      where a.order_line = f.order_line
        and a.location = f.location
        and a.quantity <= f.quantity
    ), shrunk as (
      update allocations a
      set quantity = a.quantity - f.quantity
      from freed f
      where a.order_line = f.order_line
        and a.location = f.location
        and a.quantity > f.quantity
    ), moved as (
      insert into stock_moves (id, location, sku, kind, quantity, order_line, at)
      select id, location, sku, 'release', quantity, order_line, ${now} from freed
    ), levels as (
      update stock_levels s
      set allocated = s.allocated - f.quantity
      from (select location, sku, sum(quantity) as quantity from freed group by location, sku) f
      where s.location = f.location
        and s.sku = f.sku
    )
    update order_lines l
    set allocated = l.allocated - f.quantity
    from (select order_line, sum(quantity) as quantity from freed group by order_line) f
    where l.id = f.order_line`;
}

/** Goods that were kept leave the house: level and allocation shrink together. The lines' own counters are the shipment's. */
export async function takeAway({ tx, now, ids }: Turn, handovers: readonly Handover[]): Promise<void> {
  if (handovers.length === 0) return;
  const { lines, locations, skus, quantities } = columns(handovers);
  await tx`
    with left_house as (
      select * from unnest(${lines}::uuid[], ${locations}::text[], ${skus}::text[], ${quantities}::numeric[],
        ${handovers.map(() => ids.uuid())}::uuid[]) as g (order_line, location, sku, quantity, id)
    ), gone as (
      delete from allocations a
      using left_house g
      where a.order_line = g.order_line
        and a.location = g.location
        and a.quantity <= g.quantity
    ), shrunk as (
      update allocations a
      set quantity = a.quantity - g.quantity
      from left_house g
      where a.order_line = g.order_line
        and a.location = g.location
        and a.quantity > g.quantity
    ), moved as (
      insert into stock_moves (id, location, sku, kind, quantity, order_line, at)
      select id, location, sku, 'ship', quantity, order_line, ${now} from left_house
    )
    update stock_levels s
    set allocated = s.allocated - g.quantity, on_hand = s.on_hand - g.quantity
    from (select location, sku, sum(quantity) as quantity from left_house group by location, sku) g
    where s.location = g.location
      and s.sku = g.sku`;
}

/** Free goods that are not on the shelf: the level follows the count. */
export async function writeOff({ tx, now, ids }: Turn, missing: readonly Handover[]): Promise<void> {
  if (missing.length === 0) return;
  const { lines, locations, skus, quantities } = columns(missing);
  await tx`
    with missing as (
      select * from unnest(${lines}::uuid[], ${locations}::text[], ${skus}::text[], ${quantities}::numeric[],
        ${missing.map(() => ids.uuid())}::uuid[]) as m (order_line, location, sku, quantity, id)
    ), moved as (
      insert into stock_moves (id, location, sku, kind, quantity, order_line, at)
      select id, location, sku, 'adjust', quantity, order_line, ${now} from missing
    )
    update stock_levels s
    set on_hand = s.on_hand - m.quantity
    from (select location, sku, sum(quantity) as quantity from missing group by location, sku) m
    where s.location = m.location
      and s.sku = m.sku`;
}

function columns(handovers: readonly Handover[]) {
  return {
    lines: handovers.map(({ lineId }) => lineId),
    locations: handovers.map(({ location }) => location),
    skus: handovers.map(({ sku }) => sku),
    quantities: handovers.map(({ quantity }) => quantity),
  };
}
