import type { Platform } from '../messages/incoming.ts';
import type { Query } from '../ports.ts';
import type { Locale } from '../text/locale.ts';

export interface Somebody {
  id: string;
  name: string;
  /** `customer`, or the first role of a colleague. */
  role: string;
  language: Locale;
  /** The platform they prefer. */
  channel: Platform;
  /** Every platform on which the desk knows them. */
  channels: Platform[];
}

/** Everybody with an account here who may speak, customers first. */
export async function playgroundPeople(query: Query, account: string, hidden: string[]): Promise<Somebody[]> {
  const rows = await query<Somebody[]>`
    select a.user_key as id, p.name, p.locale as language,
      (array_agg(a.platform order by a.preferred desc, a.platform))[1] as channel,
      array_agg(a.platform order by a.platform) as channels,
      case when a.customer_id is not null then 'customer'
        else coalesce((select min(r.role) from staff_roles r where r.staff_id = a.staff_id), 'staff') end as role
    from accounts a
    join lateral (
      select name, locale, created_at from customers c where c.id = a.customer_id
      union all
      select name, locale, created_at from staff s where s.id = a.staff_id
    ) p on true
    where a.account = ${account}
      and not (a.user_key = any(${hidden}))
    group by a.user_key, a.customer_id, a.staff_id, p.name, p.locale, p.created_at
    order by a.customer_id is null, p.created_at, p.name, a.user_key
    limit 200`;
  return [...rows];
}
