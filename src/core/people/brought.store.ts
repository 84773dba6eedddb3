import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';

export interface BroughtCustomer {
  id: string;
  /** Their key in the program they come from. */
  ref: string;
  name: string;
  company: string | null;
  address: string | null;
  locale: Locale;
  createdAt: Temporal.Instant;
}

/** Customers of another program, as far as they are not known from there; whoever is known stays as they are. */
export async function bringCustomers(tx: Tx, source: string, customers: readonly BroughtCustomer[]): Promise<number> {
  const rows = customers.map(({ createdAt, ...customer }) => ({ ...customer, created_at: createdAt }));
  const brought = await tx`
    insert into customers (id, source, external_ref, name, company, address, locale, created_at)
    select id, ${source}, ref, name, company, address, locale, created_at
    from jsonb_to_recordset(${json(tx, rows)}) as c (id uuid, ref text, name text, company text, address text, locale text,
      created_at timestamptz)
    on conflict (source, external_ref) do nothing`;
  return brought.count;
}

/** Who another program's customers are here, by their keys there. */
export async function customersOf(query: Query, source: string, refs: readonly string[]): Promise<Map<string, KnownCustomer>> {
  const rows = await query<KnownCustomer[]>`
    select coalesce(joined_into, id) as id, external_ref as ref, locale, price_list as "priceList", address
    from customers
    where source = ${source}
      and external_ref = any(${[...refs]}::text[])`;
  return new Map(rows.map((customer) => [customer.ref, customer]));
}

export interface KnownCustomer {
  id: string;
  ref: string;
  locale: Locale;
  priceList: string;
  address: string | null;
}
