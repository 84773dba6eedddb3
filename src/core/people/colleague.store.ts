import type { Address } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Query } from '../ports.ts';
import { deskConversations } from './business.store.ts';
import type { RoleGrant } from './person.ts';

export interface Colleague {
  id: string;
  name: string;
  roles: RoleGrant[];
}

/** Those of the staff who may be asked to decide; more than fifty fit on no form. */
export async function deciders(query: Query): Promise<Colleague[]> {
  const rows = await query<Row[]>`
    ${columns(query)}
    where ${mayDecide(query)}
    order by s.name
    limit 50`;
  return rows.map(toColleague);
}

/** The colleague as one of those who may be asked to decide; null for anybody else. */
export async function findDecider(query: Query, staffId: string): Promise<Colleague | null> {
  const [row] = await query<Row[]>`
    ${columns(query)}
    where s.id = ${staffId}
      and ${mayDecide(query)}`;
  return row ? toColleague(row) : null;
}

/** Somebody who is invited and has not come yet can press nothing, nor can whoever has left every platform. */
const hasJoined = (query: Query) => query`
  exists (
    select 1
    from accounts a
    where a.staff_id = s.id
      and (a.reachable or a.unreachable_reason <> 'gone'))`;

const mayDecide = (query: Query) => query`
  exists (
    select 1
    from staff_roles r
    where r.staff_id = s.id
      and (r.approves_anything or r.approves_to is not null or r.role = 'legal'))
    and ${hasJoined(query)}`;

/** Those who hold a role and have joined, by name: somebody can turn to them. */
export async function joinedOfRole(query: Query, role: Role, limit: number): Promise<string[]> {
  const rows = await query<{ name: string }[]>`
    select s.name
    from staff_roles r
    join staff s on s.id = r.staff_id
    where r.role = ${role}
      and ${hasJoined(query)}
    order by r.granted_at, s.name
    limit ${limit}`;
  return rows.map(({ name }) => name);
}

/** The colleague somebody named: by id, name, first name or account. Several, where the name is not clear. */
export async function findColleagues(query: Query, typed: string): Promise<Colleague[]> {
  const name = typed.trim().slice(0, 100);
  const rows = await query<Row[]>`
    ${columns(query)}
    where s.id::text = lower(${name})
      or lower(s.name) = lower(${name})
      or lower(s.name) like lower(${name.replaceAll(/[\\%_]/g, '\\$&')}) || ' %'
      or exists (select 1 from accounts a where a.staff_id = s.id and a.user_key = lower(${name}))
    order by s.name
    limit 4`;
  return rows.map(toColleague);
}

/** The direct conversations of those who hold a role: a few, in the order in which they came. */
export async function addressesOfRole(query: Query, role: Role, limit = 10): Promise<Address[]> {
  const rows = await query<{ platform: Address['platform']; account: string; key: string }[]>`
    select a.platform, a.account, a.dm_key as key
    from staff_roles r
    cross join lateral (
      select platform, account, dm_key
      from accounts
      -- whoever is away is reached through who stands in
      where staff_id = (select coalesce(stand_in, id) from staff where id = r.staff_id)
        and reachable
      order by preferred desc, linked_at
      limit 1) a
    where r.role = ${role}
    group by a.platform, a.account, a.dm_key
    order by min(r.granted_at), min(r.staff_id::text)
    limit ${limit}`;
  return rows.map((row) => ({ ...row, kind: 'dm' as const }));
}

/** Whose work it is what stands in a conversation of the desk. */
const readers = { review: 'customer_service', sales: 'sales', legal: 'legal', warehouse: 'warehouse' } as const satisfies Record<
  string,
  Role
>;

/**
 * Where a matter of the desk is read: in its own conversations, or where everything is reviewed. A desk that has named none tells
 * those whose work it is in their own messages, and where nobody does that work, the managers.
 */
export async function deskPlaces(query: Query, purpose: keyof typeof readers, role: Role = readers[purpose]): Promise<Address[]> {
  const own = await deskConversations(query, purpose);
  if (own.length > 0) return own;
  if (purpose !== 'review') return deskPlaces(query, 'review', role);
  const theirs = await addressesOfRole(query, role);
  return theirs.length > 0 || role === 'manager' ? theirs : addressesOfRole(query, 'manager');
}

type Row = Omit<Colleague, 'roles'> & { roles: { role: Role; approvesTo: string | null; anything: boolean }[] };

const columns = (query: Query) => query`
  select s.id, s.name, coalesce((
    select jsonb_agg(jsonb_build_object('role', r.role, 'approvesTo', r.approves_to::text, 'anything', r.approves_anything)
      order by r.role)
    from staff_roles r
    where r.staff_id = s.id), '[]') as roles
  from staff s`;

function toColleague(row: Row): Colleague {
  return {
    ...row,
    roles: row.roles.map((grant) => ({ ...grant, approvesTo: grant.approvesTo === null ? null : BigInt(grant.approvesTo) })),
  };
}
