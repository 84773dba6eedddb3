import type { Price, Product } from './catalogue.ts';
import { readMoney, refusedFor, shorten, Unreadable, type ListRow, type RefusedListRow } from './list.ts';
import { readOptions, split } from './option-list.decide.ts';
import { orderKinds } from '../orders/states.ts';
import { locales, type Locale, type Localized } from '../text/locale.ts';

/** The columns of a product list; the others may be left out, and then what is stored stays. */
export const productColumns = [
  'sku',
  ...locales.map(nameColumn),
  'aliases',
  'kind',
  'unit',
  'price',
  'floor',
  'currency',
  'lead_days',
  'options',
  'substitutes',
];
export const neededProductColumns = ['sku', 'price'];

export interface ListedProduct {
  row: number;
  product: Product;
  price: Price;
}

/** What is sold already, as the list meets it. */
export interface Sold {
  products: ReadonlyMap<string, Product>;
  /** In the business' own currency. */
  prices: ReadonlyMap<string, Price>;
}

/** Reads a product list; a row that cannot be read is refused and holds up no other. `locale`: in which the reasons are told. */
export function readProductList(
  rows: readonly ListRow[],
  sold: Sold,
  currency: string,
  locale: Locale = 'en',
): { listed: ListedProduct[]; refused: RefusedListRow[] } {
  const listed: ListedProduct[] = [];
  const refused: RefusedListRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    try {
      const read = readProduct(cells, sold, currency);
      const first = seen.get(read.product.sku);
      if (first !== undefined) throw new Unreadable({ key: 'again', column: 'sku', value: read.product.sku, row: String(first) });
      seen.set(read.product.sku, row);
      listed.push({ row, ...read });
    } catch (error) {
      refused.push(refusedFor(row, error, locale));
    }
  }
  return { listed, refused };
}

function readProduct(cells: ListRow['cells'], sold: Sold, ownCurrency: string): { product: Product; price: Price } {
  const sku = (cells['sku'] ?? '').toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9._-]{0,39}$/.test(sku)) throw new Unreadable({ key: 'sku', cell: shorten(cells['sku'] ?? '') });
  const known = sold.products.get(sku);
  const cell = <T>(column: string, read: (text: string) => T, kept: T): T => {
    const text = cells[column];
    return text === undefined ? kept : read(text);
  };
  const product: Product = {
    sku,
    kind: cell('kind', readKind, known?.kind ?? 'goods'),
    names: readNames(cells, known),
    aliases: cell('aliases', (text) => split(text, ';'), known?.aliases ?? []),
    unit: cell('unit', (text) => text || 'pcs', known?.unit ?? 'pcs'),
    options: cell('options', readOptions, known?.options ?? []),
    customCosts: known?.customCosts ?? [],
    leadDays: cell('lead_days', readDays, known?.leadDays ?? 0),
    tips: known?.tips ?? null,
    substitutes: cell('substitutes', (text) => split(text.toUpperCase(), ';'), known?.substitutes ?? []),
  };
  return { product, price: readPrice(cells, sku, sold.prices.get(sku), ownCurrency) };
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

function readPrice(cells: ListRow['cells'], sku: string, known: Price | undefined, ownCurrency: string): Price {
  const currency = cells['currency']?.toUpperCase() || ownCurrency;
  if (!currencies.has(currency)) throw new Unreadable({ key: 'currency', cell: shorten(currency) });
  const unit = readMoney('price', cells['price'] ?? '', currency);
  const stored = cells['floor'] === undefined && known?.currency === currency && known.floor <= unit ? known.floor : unit;
  const floor = cells['floor'] ? readMoney('floor', cells['floor'], currency) : stored;
  if (floor > unit) throw new Unreadable({ key: 'floor' });
  return { sku, currency, unit, floor };
}

/** One name is enough: whoever reads another language sees the nearest there is, one of the same script or English before others. */
function readNames(cells: ListRow['cells'], known: Product | undefined): Localized {
  const given = locales.flatMap((locale) => {
    const name = cells[nameColumn(locale)] ?? known?.names[locale];
    return name ? [{ locale, name }] : [];
  });
  const nearest = (locale: Locale): string => {
    const order = [...given].sort((a, b) => distance(a.locale, locale) - distance(b.locale, locale));
    return order[0]?.name ?? '';
  };
  const names = { en: nearest('en'), ...Object.fromEntries(locales.map((locale) => [locale, nearest(locale)])) };
  if (names.en === '') throw new Unreadable({ key: 'no_name', options: locales.map(nameColumn) });
  if (given.some(({ name }) => name.length > 200)) throw new Unreadable({ key: 'name_long', most: 200 });
  return names;
}

function nameColumn(locale: Locale): string {
  return `name_${locale.toLowerCase().replace('-', '_')}`;
}

function distance(from: Locale, to: Locale): number {
  if (from === to) return 0;
  if (from.slice(0, 2) === to.slice(0, 2)) return 1;
  return from === 'en' ? 2 : 3;
}

function readKind(text: string): Product['kind'] {
  const kind = text === '' ? 'goods' : orderKinds.find((one) => one === text);
  if (!kind) throw new Unreadable({ key: 'one_of', column: 'kind', options: orderKinds, cell: shorten(text) });
  return kind;
}

function readDays(text: string): number {
  if (!/^\d{0,3}$/.test(text)) throw new Unreadable({ key: 'days', cell: shorten(text) });
  return Number(text);
}
