import type { Query } from '../../ports.ts';

/** How much of these products is nobody's yet, over all locations; a product that nobody ever counted is absent. */
export async function freeOf(query: Query, skus: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ sku: string; free: number }[]>`
    select sku, sum(on_hand - allocated) as free
    from stock_levels
    where sku = any(${[...skus]}::text[])
    group by sku`;
  return new Map(rows.map(({ sku, free }) => [sku, free]));
}
