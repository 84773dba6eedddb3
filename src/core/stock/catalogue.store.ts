import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import type { Price, Product } from './catalogue.ts';

/** Everything that is sold. */
export async function readProducts(query: Query): Promise<Product[]> {
  const rows = await query<Product[]>`
    select sku, kind, names, aliases, unit, options, custom_costs as "customCosts", lead_days as "leadDays", tips, substitutes
    from products
    where active
    order by sku`;
  return [...rows];
}

/** Today's prices of some products on a list, by SKU; a product the list does not know is absent. */
export async function readPrices(query: Query, list: string, currency: string, skus: string[]): Promise<Map<string, Price>> {
  const rows = await query<Price[]>`
    select sku, currency, unit, floor
    from prices
    where price_list = ${list}
      and currency = ${currency}
      and sku = any(${skus})`;
  return new Map(rows.map((price) => [price.sku, price]));
}

/** False when the product stands there already with exactly these values. */
export async function putProduct(tx: Tx, product: Product): Promise<boolean> {
  return (await putProducts(tx, [product])) === 1;
}

/** How many of them did not stand there already with exactly these values; at least one is given, and each once. */
export async function putProducts(tx: Tx, products: readonly Product[]): Promise<number> {
  const rows = products.map(({ sku, kind, names, aliases, unit, options, customCosts, leadDays, tips, substitutes }) => ({
    sku,
    kind,
    names: json(tx, names),
    aliases,
    unit,
    options: json(tx, options),
    custom_costs: json(tx, customCosts),
    lead_days: leadDays,
    tips: tips ? json(tx, tips) : null,
    substitutes,
  }));
  const put = await tx`
    insert into products ${tx(rows)}
    on conflict (sku) do update
    set kind = excluded.kind,
      names = excluded.names,
      aliases = excluded.aliases,
      unit = excluded.unit,
      options = excluded.options,
      custom_costs = excluded.custom_costs,
      lead_days = excluded.lead_days,
      tips = excluded.tips,
      substitutes = excluded.substitutes,
      active = true
    where (products.kind, products.names, products.aliases, products.unit, products.options, products.custom_costs,
        products.lead_days, products.tips, products.substitutes, products.active)
      is distinct from (excluded.kind, excluded.names, excluded.aliases, excluded.unit, excluded.options,
        excluded.custom_costs, excluded.lead_days, excluded.tips, excluded.substitutes, true)`;
  return put.count;
}

/** False when the price stands there already. */
export async function putPrice(tx: Tx, list: string, price: Price): Promise<boolean> {
  return (await putPrices(tx, list, [price])) === 1;
}

/** How many of them did not stand there already; at least one is given, and each once. */
export async function putPrices(tx: Tx, list: string, prices: readonly Price[]): Promise<number> {
  const rows = prices.map(({ sku, currency, unit, floor }) => ({ price_list: list, sku, currency, unit, floor }));
  const put = await tx`
    insert into prices ${tx(rows)}
    on conflict (price_list, sku, currency) do update
    set unit = excluded.unit, floor = excluded.floor
    where (prices.unit, prices.floor) is distinct from (excluded.unit, excluded.floor)`;
  return put.count;
}

export interface BroughtProduct {
  sku: string;
  name: string;
  /** What it is sold for now; a product without one is not on sale any more. */
  price: { currency: string; unit: bigint } | null;
}

/** Products of another program that are not known here yet, each with its price on a list; what is known stays as it is. */
export async function bringProducts(tx: Tx, list: string, products: readonly BroughtProduct[]): Promise<number> {
  const rows = products.map(({ sku, name, price }) => ({ sku, name, currency: price?.currency, unit: price?.unit.toString() }));
  const [row] = await tx<{ brought: number }[]>`
    with given as (
      select *
      from jsonb_to_recordset(${json(tx, rows)}) as p (sku text, name text, currency text, unit bigint)
    ), brought as (
      insert into products (sku, kind, names, unit, lead_days, active)
      select sku, 'goods', jsonb_build_object('en', name), 'pcs', 0, unit is not null
      from given
      on conflict (sku) do nothing
      returning sku
    ), priced as (
      insert into prices (price_list, sku, currency, unit, floor)
      select ${list}, sku, currency, unit, unit
      from given
      join brought using (sku)
      where unit is not null
    )
    select count(*)::int as brought from brought`;
  return row?.brought ?? 0;
}

/** The names of products by SKU, of those that are not on sale any more too. */
export async function productNames(query: Query, locale: Locale): Promise<Map<string, string>> {
  const rows = await query<
    { sku: string; name: string }[]
  >`select sku, coalesce(names ->> ${locale}, names ->> 'en') as name from products`;
  return new Map(rows.map(({ sku, name }) => [sku, name]));
}

/** Tells every process that its index is old. */
export async function raiseCatalogueVersion(tx: Tx): Promise<void> {
  await tx`update business set catalogue_version = catalogue_version + 1`;
}

/** The price lists there are; the standard one always. */
export async function priceListNames(query: Query): Promise<Set<string>> {
  const rows = await query<{ name: string }[]>`select distinct price_list as name from prices`;
  return new Set(['standard', ...rows.map(({ name }) => name)]);
}
