import type { Address, PersonRef } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Query } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import type { Speaker } from './person.ts';

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

type SpeakerRow = {
  kind: 'customer' | 'staff';
  id: string;
  name: string;
  locale: Locale;
  timeZone: string;
  grants: { role: Role; approvesTo: string | null; anything: boolean }[];
  covers: string[];
};

const speakerColumns = (query: Query) => query`
  select case when a.customer_id is null then 'staff' else 'customer' end as kind,
    coalesce(a.customer_id, a.staff_id) as id,
    coalesce(c.name, s.name) as name,
    coalesce(c.locale, s.locale) as locale,
    coalesce(c.time_zone, s.time_zone, (select time_zone from business)) as "timeZone",
    coalesce((
      -- their own, and those of whoever they stand in for; being administrator is nobody's to pass on
      select jsonb_agg(jsonb_build_object('role', role, 'approvesTo', most::text, 'anything', anything) order by role)
      from (
        select r.role, max(r.approves_to) as most, bool_or(r.approves_anything) as anything
        from staff_roles r
        where r.staff_id = a.staff_id
          or r.staff_id in (select id from staff where stand_in = a.staff_id)
            and r.role <> 'administrator'
        group by r.role) held), '[]') as grants,
    coalesce((select array_agg(id) from staff where stand_in = a.staff_id), '{}') as covers
  from accounts a
  left join customers c on c.id = a.customer_id
  left join staff s on s.id = a.staff_id`;

function toSpeaker(row: SpeakerRow, address: Address): Speaker {
  const roles = row.grants.map((grant) => ({ ...grant, approvesTo: grant.approvesTo === null ? null : BigInt(grant.approvesTo) }));
  const actor =
    row.kind === 'customer'
      ? { kind: 'customer' as const, id: row.id, name: row.name }
      : { kind: 'staff' as const, id: row.id, name: row.name, roles, covers: row.covers };
  return { actor, address, locale: row.locale, timeZone: row.timeZone };
}
