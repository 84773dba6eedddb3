import type { Address } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import type { RoleGrant } from './person.ts';

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

export async function addStaff(tx: Tx, staff: NewStaff, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into staff (id, name, locale, time_zone, created_at)
    values (${staff.id}, ${staff.name}, ${staff.locale}, ${staff.timeZone}, ${now})`;
}

/** False when that account already speaks for somebody. */
export async function linkAccount(tx: Tx, account: NewAccount, now: Temporal.Instant): Promise<boolean> {
  return (await linkAccounts(tx, [account], now)) === 1;
}

/** How many of them spoke for nobody yet; at least one is given. */
export async function linkAccounts(tx: Tx, accounts: readonly NewAccount[], now: Temporal.Instant): Promise<number> {
  const rows = accounts.map(({ platform, account, key, customerId, staffId, dmKey, preferred }) => ({
    platform,
    account,
    user_key: key,
    customer_id: customerId,
    staff_id: staffId,
    dm_key: dmKey,
    preferred,
    linked_at: now,
  }));
  const linked = await tx`
    insert into accounts ${tx(rows)}
    on conflict (platform, account, user_key) do nothing`;
  return linked.count;
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
