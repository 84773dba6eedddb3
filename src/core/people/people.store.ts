import type { Address } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import type { RoleGrant } from './person.ts';

export interface NewCustomer {
  id: string;
  name: string;
  company: string | null;
  locale: Locale;
  timeZone: string | null;
  tier: 'standard' | 'core' | 'vip';
  priceList: string;
  creditLimit: bigint | null;
  prepaid: boolean;
  address: string | null;
}

export interface NewStaff {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string | null;
}

export interface NewAccount {
  platform: string;
  account: string;
  key: string;
  dmKey: string;
  preferred: boolean;
  customerId: string | null;
  staffId: string | null;
}

export async function addCustomer(tx: Tx, customer: NewCustomer, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into customers (id, name, company, locale, time_zone, tier, price_list, credit_limit, prepaid, address, created_at)
    values (${customer.id}, ${customer.name}, ${customer.company}, ${customer.locale}, ${customer.timeZone},
      ${customer.tier}, ${customer.priceList}, ${customer.creditLimit}, ${customer.prepaid}, ${customer.address}, ${now})`;
}

export async function addStaff(tx: Tx, staff: NewStaff, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into staff (id, name, locale, time_zone, created_at)
    values (${staff.id}, ${staff.name}, ${staff.locale}, ${staff.timeZone}, ${now})`;
}

export interface CreditTerms {
  /** Minor units; null without a limit. */
  creditLimit: bigint | null;
  /** Nothing is prepared before it is paid, and no limit counts. */
  prepaid: boolean;
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

/** False when that account already speaks for somebody. */
export async function linkAccount(tx: Tx, account: NewAccount, now: Temporal.Instant): Promise<boolean> {
  const linked = await tx`
    insert into accounts (platform, account, user_key, customer_id, staff_id, dm_key, preferred, linked_at)
    values (${account.platform}, ${account.account}, ${account.key}, ${account.customerId}, ${account.staffId},
      ${account.dmKey}, ${account.preferred}, ${now})
    on conflict (platform, account, user_key) do nothing`;
  return linked.count === 1;
}

export async function grantRole(tx: Tx, staffId: string, grant: RoleGrant, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into staff_roles (staff_id, role, approves_to, approves_anything, granted_at)
    values (${staffId}, ${grant.role}, ${grant.approvesTo}, ${grant.anything}, ${now})
    on conflict (staff_id, role) do update
    set approves_to = excluded.approves_to,
      approves_anything = excluded.approves_anything`;
}

/** False when the person did not hold it. */
export async function revokeRole(tx: Tx, staffId: string, role: Role): Promise<boolean> {
  const revoked = await tx`delete from staff_roles where staff_id = ${staffId} and role = ${role}`;
  return revoked.count === 1;
}

/** Where a person is best reached: the preferred account that still hears us. */
export async function preferredAddress(query: Query, person: { kind: 'customer' | 'staff'; id: string }): Promise<Address | null> {
  const [row] = await query<{ platform: Address['platform']; account: string; key: string }[]>`
    select platform, account, dm_key as key
    from accounts
    where ${
      // whoever is away is reached through who stands in
      person.kind === 'customer'
        ? query`customer_id = ${person.id}`
        : query`staff_id = (select coalesce(stand_in, id) from staff where id = ${person.id})`
    }
      and reachable
    order by preferred desc, linked_at
    limit 1`;
  return row ? { ...row, kind: 'dm' } : null;
}

/** Those who hold a role, by name. */
export async function namesOfRole(query: Query, role: Role, limit: number): Promise<string[]> {
  const rows = await query<{ name: string }[]>`
    select s.name
    from staff_roles r
    join staff s on s.id = r.staff_id
    where r.role = ${role}
    order by r.granted_at, s.name
    limit ${limit}`;
  return rows.map(({ name }) => name);
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
      where a.user_key = lower(${typed})
      limit ${limit})
      ) found
    ) them
    order by name
    limit ${limit}`;
  return [...rows];
}

export interface CustomerTerms {
  id: string;
  name: string;
  company: string | null;
  locale: Locale;
  timeZone: string | null;
  tier: 'standard' | 'core' | 'vip';
  priceList: string;
  prepaid: boolean;
  address: string | null;
}

export async function customerTerms(query: Query, customerId: string): Promise<CustomerTerms> {
  const [row] = await query<CustomerTerms[]>`
    select id, name, company, locale, time_zone as "timeZone", tier, price_list as "priceList", prepaid, address
    from customers
    where id = ${customerId}`;
  if (!row) throw new Error(`customer ${customerId} is gone`);
  return row;
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

/** The language of the person's own words, kept until they state one. */
export async function rememberLocale(tx: Tx, customerId: string, locale: Locale): Promise<void> {
  await tx`update customers set locale = ${locale} where id = ${customerId} and not locale_stated and locale <> ${locale}`;
}

/** The language somebody asked for: their words change it no more. */
export async function stateLocale(tx: Tx, { kind, id }: { kind: 'customer' | 'staff'; id: string }, locale: Locale): Promise<void> {
  if (kind === 'staff') await tx`update staff set locale = ${locale} where id = ${id}`;
  else await tx`update customers set locale = ${locale}, locale_stated = true where id = ${id}`;
}

export interface ListedPerson {
  kind: 'customer' | 'staff';
  id: string;
  name: string;
  locale: Locale;
  roles: string[];
  accounts: { platform: string; account: string; key: string; preferred: boolean }[];
}

export async function listPeople(query: Query, kind: 'customer' | 'staff' | 'all'): Promise<ListedPerson[]> {
  const rows = await query<ListedPerson[]>`
    with everyone as (
      select 'staff' as kind, id, name, locale from staff
      union all
      select 'customer', id, name, locale from customers where joined_into is null
    )
    select p.kind, p.id, p.name, p.locale,
      coalesce((
        select array_agg(r.role || case when r.approves_anything then ':any' when r.approves_to is not null then ':' || r.approves_to else '' end order by r.role)
        from staff_roles r where r.staff_id = p.id), '{}') as roles,
      coalesce((
        select jsonb_agg(jsonb_build_object('platform', a.platform, 'account', a.account, 'key', a.user_key, 'preferred', a.preferred) order by a.preferred desc, a.platform)
        from accounts a where a.customer_id = p.id or a.staff_id = p.id), '[]') as accounts
    from everyone p
    where ${kind} in (p.kind, 'all')
    order by p.kind desc, p.name
    limit 1000`;
  return [...rows];
}
