import type { Role } from '../orders/actions.ts';
import type { Business } from '../people/business.store.ts';
import { takeCustomerList } from '../people/customer-list.act.ts';
import { customerColumns, neededCustomerColumns } from '../people/customer-list.decide.ts';
import type { ListReport, ListRow } from '../stock/list.ts';
import { takeProductList } from '../stock/product-list.act.ts';
import { neededProductColumns, productColumns } from '../stock/product-list.decide.ts';
import { takeStockList } from '../stock/stock-list.act.ts';
import { neededStockColumns, stockColumns } from '../stock/stock-list.decide.ts';
import type { Locale } from '../text/locale.ts';
import type { Turn } from '../turn.ts';
import type { Columns } from './table.ts';

/** What became of a list; `opened`: locations it named for the first time. */
export type Report = ListReport & { opened?: string[] };

/** A kind of list: a new one is one more of these, whether it comes to the terminal or into the chat. */
interface List {
  columns: Columns;
  /** Whose file it may be. */
  by: readonly Role[];
  /** `locale`: in which the reasons for refused rows are told. */
  take(turn: Turn, rows: readonly ListRow[], business: Business, locale: Locale): Promise<Report>;
}

export const lists = {
  products: {
    columns: { all: productColumns, needed: neededProductColumns },
    by: ['sales', 'manager', 'administrator'],
    take: (turn, rows, { currency }, locale) => takeProductList(turn, rows, currency, locale),
  },
  stock: {
    columns: { all: stockColumns, needed: neededStockColumns },
    by: ['warehouse', 'manager', 'administrator'],
    take: (turn, rows, _business, locale) => takeStockList(turn, rows, locale),
  },
  customers: {
    columns: { all: customerColumns, needed: neededCustomerColumns },
    by: ['customer_service', 'sales', 'manager', 'administrator'],
    take: (turn, rows, business, locale) => takeCustomerList(turn, rows, business, locale),
  },
} satisfies Record<string, List>;

export type ListKind = keyof typeof lists;
export const listKinds = Object.keys(lists) as ListKind[]; // the keys of a record are its kinds

/** The kind of list that a heading is the heading of; null where it is none. */
export const kindOfHeading = (names: readonly string[]): ListKind | null =>
  listKinds.find((kind) => lists[kind].columns.needed.every((column) => names.includes(column))) ?? null;
