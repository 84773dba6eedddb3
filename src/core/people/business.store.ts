import type { Address } from '../messages/incoming.ts';
import type { Query } from '../ports.ts';
import type { Locale, Localized } from '../text/locale.ts';

export interface Business {
  name: Localized;
  timeZone: string;
  locale: Locale;
  currency: string;
  orderPrefix: string;
  origin: 'demo' | 'own';
  servedZones: string[];
  catalogueVersion: bigint;
}

/** The business this desk serves, or null before it was set up. */
export async function findBusiness(query: Query): Promise<Business | null> {
  const [row] = await query<Business[]>`
    select name, time_zone as "timeZone", locale, currency, order_prefix as "orderPrefix", origin,
      served_zones as "servedZones", catalogue_version as "catalogueVersion"
    from business`;
  return row ?? null;
}

/** In which time zone it works, as a part of a statement; null before it was set up. */
export const zoneOfBusiness = (query: Query) => query`(select time_zone from business)`;

export async function readBusiness(query: Query): Promise<Business> {
  const business = await findBusiness(query);
  if (!business) throw new Error('the business is not set up');
  return business;
}

export type Purpose = 'review' | 'sales' | 'legal' | 'warehouse' | 'digest';

export async function deskConversations(query: Query, purpose: Purpose): Promise<Address[]> {
  const rows = await query<{ platform: Address['platform']; account: string; key: string }[]>`
    select platform, account, key
    from desk_conversations
    where purpose = ${purpose}
    order by platform, account, key`;
  return rows.map((row) => ({ ...row, kind: 'group' as const }));
}

/** What each conversation of the desk is for, by `platform:key`. */
export async function purposesOfDesk(query: Query): Promise<Map<string, Purpose[]>> {
  const rows = await query<{ place: string; purposes: Purpose[] }[]>`
    select platform || ':' || key as place, array_agg(purpose order by purpose) as purposes
    from desk_conversations
    group by 1`;
  return new Map(rows.map(({ place, purposes }) => [place, purposes]));
}

/** What one conversation of the desk is for; nothing where it is none of the desk's. */
export async function purposesOf(query: Query, { platform, account, key }: Address): Promise<Purpose[]> {
  const rows = await query<{ purpose: Purpose }[]>`
    select purpose
    from desk_conversations
    where platform = ${platform}
      and account = ${account}
      and key = ${key}
    order by purpose`;
  return rows.map(({ purpose }) => purpose);
}
