import type { Address, PersonRef } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import type { RoleGrant, Speaker } from './person.ts';

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

/** Who speaks when this account writes; null for somebody the desk has never met. Roles are looked up now, never remembered. */
export async function findSpeaker(query: Query, from: PersonRef, address: Address): Promise<Speaker | null> {
  const [row] = await query<SpeakerRow[]>`
    ${speakerColumns(query)}
    where a.platform = ${from.platform}
      and a.account = ${from.account}
      and a.user_key = ${from.key}`;
  return row ? toSpeaker(row, address) : null;
}

/** The reader of a direct conversation, or null where several people read. */
export async function findReader(query: Query, address: Address): Promise<Speaker | null> {
  const [row] = await query<SpeakerRow[]>`
    ${speakerColumns(query)}
    where a.platform = ${address.platform}
      and a.account = ${address.account}
      and a.dm_key = ${address.key}
    limit 1`;
  return row ? toSpeaker(row, address) : null;
}

/** Where a person is best reached: the preferred account that still hears us. */
export async function preferredAddress(query: Query, person: { kind: 'customer' | 'staff'; id: string }): Promise<Address | null> {
  const [row] = await query<{ platform: Address['platform']; account: string; key: string }[]>`
    select platform, account, dm_key as key
    from accounts
    where ${person.kind === 'customer' ? query`customer_id` : query`staff_id`} = ${person.id}
      and reachable
    order by preferred desc, linked_at
    limit 1`;
  return row ? { ...row, kind: 'dm' } : null;
}

/** Customers whose name, company or account key is what somebody typed; never more than a few. */
export async function findCustomersByName(query: Query, typed: string, limit: number): Promise<{ id: string; name: string }[]> {
  const rows = await query<{ id: string; name: string }[]>`
    select distinct c.id, c.name
    from customers c
    left join accounts a on a.customer_id = c.id
    where lower(c.name) = lower(${typed})
      or lower(c.company) = lower(${typed})
      or a.user_key = lower(${typed})
      or lower(c.name) like lower(${typed.replaceAll(/[\\%_]/g, '\\$&')}) || ' %'
    order by c.name
    limit ${limit}`;
  return [...rows];
}

export interface CustomerTerms {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string | null;
  priceList: string;
  prepaid: boolean;
  address: string | null;
}

export async function customerTerms(query: Query, customerId: string): Promise<CustomerTerms> {
  const [row] = await query<CustomerTerms[]>`
    select id, name, locale, time_zone as "timeZone", price_list as "priceList", prepaid, address
    from customers
    where id = ${customerId}`;
  if (!row) throw new Error(`customer ${customerId} is gone`);
  return row;
}

/** One order of a customer at a time: neither a duplicate nor a debt slips through between two. */
export async function lockCustomerOf(tx: Tx, orderId: string): Promise<void> {
  await tx`
    select 1
    from customers
    where id = (select customer_id from orders where id = ${orderId})
    for no key update`;
}

/** Where a customer who had told no address is delivered to from now on. */
export async function rememberAddress(tx: Tx, customerId: string, address: string): Promise<void> {
  await tx`update customers set address = ${address} where id = ${customerId} and address is null`;
}

/** The language of the person's own words, kept until they state one. */
export async function rememberLocale(tx: Tx, customerId: string, locale: Locale): Promise<void> {
  await tx`update customers set locale = ${locale} where id = ${customerId} and not locale_stated and locale <> ${locale}`;
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
      select 'customer', id, name, locale from customers
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

type SpeakerRow = {
  kind: 'customer' | 'staff';
  id: string;
  name: string;
  locale: Locale;
  timeZone: string;
  grants: { role: Role; approvesTo: string | null; anything: boolean }[];
};

const speakerColumns = (query: Query) => query`
  select case when a.customer_id is null then 'staff' else 'customer' end as kind,
    coalesce(a.customer_id, a.staff_id) as id,
    coalesce(c.name, s.name) as name,
    coalesce(c.locale, s.locale) as locale,
    coalesce(c.time_zone, s.time_zone, (select time_zone from business)) as "timeZone",
    coalesce((
      select jsonb_agg(jsonb_build_object('role', r.role, 'approvesTo', r.approves_to::text, 'anything', r.approves_anything) order by r.role)
      from staff_roles r
      where r.staff_id = a.staff_id), '[]') as grants
  from accounts a
  left join customers c on c.id = a.customer_id
  left join staff s on s.id = a.staff_id`;

function toSpeaker(row: SpeakerRow, address: Address): Speaker {
  const roles = row.grants.map((grant) => ({ ...grant, approvesTo: grant.approvesTo === null ? null : BigInt(grant.approvesTo) }));
  const actor =
    row.kind === 'customer'
      ? { kind: 'customer' as const, id: row.id, name: row.name }
      : { kind: 'staff' as const, id: row.id, name: row.name, roles };
  return { actor, address, locale: row.locale, timeZone: row.timeZone };
}
