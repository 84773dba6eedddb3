import type { Query, Tx } from '../ports.ts';
import type { CreditTerms, Customer } from './customer.ts';

export async function addCustomer(tx: Tx, customer: Customer, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into customers (id, name, company, locale, time_zone, tier, price_list, credit_limit, prepaid, address, created_at)
    values (${customer.id}, ${customer.name}, ${customer.company}, ${customer.locale}, ${customer.timeZone},
      ${customer.tier}, ${customer.priceList}, ${customer.creditLimit}, ${customer.prepaid}, ${customer.address}, ${now})`;
}

export async function customerTerms(query: Query, customerId: string): Promise<Omit<Customer, 'creditLimit'>> {
  const [row] = await query<Omit<Customer, 'creditLimit'>[]>`
    select id, name, company, locale, time_zone as "timeZone", tier, price_list as "priceList", prepaid, address
    from customers
    where id = ${customerId}`;
  if (!row) throw new Error(`customer ${customerId} is gone`);
  return row;
}

/** What an order of theirs is sold on from now on; what was ordered keeps what was agreed then. Null where nobody is changed. */
export async function changeTerms(tx: Tx, customerId: string, { creditLimit, prepaid }: Partial<CreditTerms>): Promise<CreditTerms | null> {
  const [row] = await tx<CreditTerms[]>`
    update customers
    set credit_limit = case when ${creditLimit !== undefined} then ${creditLimit ?? null}::bigint else credit_limit end,
      prepaid = coalesce(${prepaid ?? null}::boolean, prepaid)
    where id = ${customerId}
    returning credit_limit as "creditLimit", prepaid`;
  return row ?? null;
}

/** Customers whose name, company or account key is what somebody typed; each looked up by its own index, never more than a few. */
export async function findCustomersByName(query: Query, typed: string, limit: number): Promise<{ id: string; name: string }[]> {
  const begins = `${typed.replaceAll(/[\\%_]/g, '\\$&')} %`;
  const rows = await query<{ id: string; name: string }[]>`
    select distinct who as id, (select name from customers where id = who) as name
    from (
      -- who was joined to another one is who they are now
      select coalesce(joined_into, id) as who
      from (
      (select id, joined_into from customers where lower(name) = lower(${typed}) limit ${limit})
      union
      (select id, joined_into from customers where lower(name) like lower(${begins}) limit ${limit})
      union
      (select id, joined_into from customers where lower(company) = lower(${typed}) limit ${limit})
      union
      (select c.id, c.joined_into
      from accounts a
      join customers c on c.id = a.customer_id
      where a.user_key in (${typed}, lower(${typed}), upper(${typed}))
      limit ${limit})
      ) found
    ) them
    order by name
    limit ${limit}`;
  return [...rows];
}

/** When a customer was asked whether they want to hear from us; null where nobody asked. */
export async function offersAskedAt(query: Query, customerId: string): Promise<Temporal.Instant | null> {
  const [row] = await query<{ at: Temporal.Instant | null }[]>`select offers_asked_at as at from customers where id = ${customerId}`;
  return row?.at ?? null;
}

/** One order of a customer at a time: neither a duplicate nor a debt slips through between two. */
export async function lockCustomerOf(tx: Tx, orderId: string): Promise<void> {
  await tx`
    select 1
    from customers
    where id = (select customer_id from orders where id = ${orderId})
    for no key update`;
}

/** One thing at a time is decided for a customer: of two messages to them the second knows of the first. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<void> {
  await tx`select 1 from customers where id = ${customerId} for no key update`;
}

/** Where a customer who had told no address is delivered to from now on. */
export async function rememberAddress(tx: Tx, customerId: string, address: string): Promise<void> {
  await tx`update customers set address = ${address} where id = ${customerId} and address is null`;
}
