import type { Platform } from '../../messages/incoming.ts';
import type { Role } from '../../orders/actions.ts';
import type { Query, Tx } from '../../ports.ts';
import type { Locale } from '../../text/locale.ts';
import type { RoleGrant } from '../person.ts';

/** A colleague with everything a lead wants to know of them. */
export interface Member {
  id: string;
  name: string;
  locale: Locale;
  roles: RoleGrant[];
  absentUntil: Temporal.Instant | null;
  standIn: { id: string; name: string } | null;
  platforms: Platform[];
  /** Until when a code waits to be used by them. */
  invitedUntil: Temporal.Instant | null;
}

/** No card shows more. */
const mostMembers = 100;

export async function readTeam(query: Query, now: Temporal.Instant): Promise<Member[]> {
  const rows = await query<MemberRow[]>`
    ${members(query, now)}
    order by s.created_at, s.name
    limit ${mostMembers}`;
  return rows.map(toMember);
}

export async function findColleague(query: Query, id: string): Promise<Pick<Member, 'id' | 'name' | 'locale' | 'roles'> | null> {
  const [row] = await query<MemberRow[]>`
    ${members(query, null)}
    where s.id = ${id}`;
  return row ? toMember(row) : null;
}

/** The team as it is changed: nobody else changes it meanwhile. */
export async function lockTeam(tx: Tx, now: Temporal.Instant): Promise<Member[]> {
  await tx`select 1 from business for no key update`;
  return readTeam(tx, now);
}

export async function speakLanguage(tx: Tx, staffId: string, locale: Locale): Promise<void> {
  await tx`update staff set locale = ${locale} where id = ${staffId}`;
}

export async function setAbsence(tx: Tx, staffId: string, until: Temporal.Instant, standIn: string | null): Promise<void> {
  await tx`update staff set absent_until = ${until}, stand_in = ${standIn} where id = ${staffId}`;
}

/** True when they were away. */
export async function endAbsence(tx: Tx, staffId: string): Promise<boolean> {
  const ended = await tx`
    update staff
    set absent_until = null,
      stand_in = null
    where id = ${staffId}
      and absent_until is not null`;
  return ended.count === 1;
}

type MemberRow = Omit<Member, 'roles'> & { roles: { role: Role; approvesTo: string | null; anything: boolean }[] };

const members = (query: Query, now: Temporal.Instant | null) => query`
  select s.id, s.name, s.locale, s.absent_until as "absentUntil",
    case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as "standIn",
    coalesce((
      select jsonb_agg(jsonb_build_object('role', r.role, 'approvesTo', r.approves_to::text, 'anything', r.approves_anything)
        order by r.role)
      from staff_roles r
      where r.staff_id = s.id), '[]') as roles,
    coalesce((select array_agg(a.platform order by a.preferred desc, a.linked_at) from accounts a where a.staff_id = s.id), '{}') as platforms,
    (
      select max(c.expires_at)
      from codes c
      where c.staff_id = s.id
        and c.kind = 'invite'
        and c.used_at is null
        and c.expires_at > ${now}) as "invitedUntil"
  from staff s
  left join staff d on d.id = s.stand_in`;

function toMember(row: MemberRow): Member {
  return {
    ...row,
    roles: row.roles.map((grant) => ({ ...grant, approvesTo: grant.approvesTo === null ? null : BigInt(grant.approvesTo) })),
  };
}
