import type { Address } from '../messages/incoming.ts';
import type { Query } from '../ports.ts';
import type { Locale } from '../text/locale.ts';

/** A manager, and where they are written to. */
export interface Manager {
  id: string;
  locale: Locale;
  timeZone: string;
  /** Their best account, the preferred one that still hears us; null where they have none. */
  address: Address | null;
  /** Why they cannot be reached there; null when they can. */
  unreachable: string | null;
}

/** Those who are managers now. */
export async function managers(query: Query): Promise<Manager[]> {
  const rows = await query<(Omit<Manager, 'address'> & { platform: Address['platform'] | null; account: string; key: string })[]>`
    select s.id, s.locale, coalesce(s.time_zone, (select time_zone from business)) as "timeZone", best.platform, best.account,
      best.dm_key as key, best.unreachable_reason as unreachable
    from staff_roles r
    join staff s on s.id = r.staff_id
    left join lateral (
      select a.platform, a.account, a.dm_key, a.unreachable_reason
      from accounts a
      where a.staff_id = s.id
      order by a.reachable desc, coalesce(a.platform = s.digest_channel, false) desc, a.preferred desc, a.linked_at
      limit 1) best on true
    where r.role = 'manager'
    order by s.name, s.id`;
  return rows.map(({ platform, account, key, ...manager }) => ({
    ...manager,
    address: platform && { platform, account, key, kind: 'dm' as const },
  }));
}
