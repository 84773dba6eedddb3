import type { Platform } from '../messages/incoming.ts';
import type { Query } from '../ports.ts';
import type { Locale } from '../text/locale.ts';

/** Everybody with an account here who may speak, customers first; `role` is `customer` or the first role of a colleague. */
export async function playgroundPeople(
  query: Query,
  account: string,
  hidden: string[],
): Promise<{ id: string; name: string; role: string; language: Locale; channel: Platform }[]> {
  const rows = await query<{ id: string; name: string; role: string; language: Locale; channel: Platform }[]>`
    select distinct on (a.customer_id is null, p.created_at, p.name, a.user_key)
      a.user_key as id, p.name, p.locale as language, a.platform as channel,
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
    order by a.customer_id is null, p.created_at, p.name, a.user_key, a.preferred desc
    limit 200`;
  return [...rows];
}
