import { json } from '../json.ts';
import type { Address } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';
import type { Calendar } from '../schedule/calendar.ts';
import type { Locale } from '../text/locale.ts';
import type { Business, Purpose } from './business.store.ts';
import type { Hours } from './setup/typed.decide.ts';

/** Writes the one business down; false when it stands already, whoever was first. */
export async function foundBusiness(
  tx: Tx,
  business: Omit<Business, 'catalogueVersion'>,
  /** `holidays` by day, with their names. */
  calendar: Pick<Calendar, 'intervals'> & { holidays: ReadonlyMap<string, string> },
): Promise<boolean> {
  const founded = await tx`
    insert into business (name, time_zone, locale, currency, order_prefix, origin, served_zones)
    values (${json(tx, business.name)}, ${business.timeZone}, ${business.locale}, ${business.currency},
      ${business.orderPrefix}, ${business.origin}, ${business.servedZones})
    on conflict (id) do nothing`;
  if (founded.count === 0) return false;
  const intervals = calendar.intervals.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
  if (intervals.length > 0) await tx`insert into working_intervals ${tx(intervals)}`;
  const holidays = [...calendar.holidays].map(([day, name]) => ({ day: Temporal.PlainDate.from(day), name }));
  if (holidays.length > 0) await tx`insert into holidays ${tx(holidays)}`;
  return true;
}

/** In which language the desk speaks where several people read. */
export async function speakTo(tx: Tx, locale: Locale): Promise<void> {
  await tx`update business set locale = ${locale} where locale <> ${locale}`;
}

/** What a conversation of the desk's own people is for. */
export async function putDeskConversation(
  tx: Tx,
  conversation: { platform: string; account: string; key: string; purpose: Purpose; name?: string | null },
): Promise<void> {
  await tx`
    insert into desk_conversations (platform, account, key, purpose, name)
    values (${conversation.platform}, ${conversation.account}, ${conversation.key}, ${conversation.purpose}, ${conversation.name ?? null})
    on conflict do nothing`;
}

/** A conversation is for nothing any more; what it was called, and null when it was for nothing before. */
export async function freeDeskConversation(tx: Tx, { platform, account, key }: Address): Promise<{ name: string | null } | null> {
  const [freed] = await tx<{ name: string | null }[]>`
    delete from desk_conversations
    where platform = ${platform}
      and account = ${account}
      and key = ${key}
    returning name`;
  return freed ?? null;
}

/** A conversation of the desk, as the platform calls it, or by its key there. */
export interface DeskConversation {
  platform: Address['platform'];
  name: string;
  purpose: Purpose;
}

/** Every conversation of the desk with what it is for. */
export async function listDeskConversations(query: Query): Promise<DeskConversation[]> {
  const rows = await query<DeskConversation[]>`
    select platform, coalesce(name, key) as name, purpose
    from desk_conversations
    order by purpose, platform, key
    limit 200`;
  return [...rows];
}

/** The working times of these days of the week from now on; every other day stays as it is. False, and nothing is kept, when no time would be left. */
export async function setHours(tx: Tx, { weekdays, intervals }: Hours): Promise<boolean> {
  const [others] = await tx<{ any: boolean }[]>`
    select exists (select from working_intervals where not weekday = any (${weekdays}::smallint[])) as any`;
  if (intervals.length === 0 && !others?.any) return false;
  await tx`delete from working_intervals where weekday = any (${weekdays}::smallint[])`;
  for (const weekday of weekdays)
    for (const { opens, closes } of intervals)
      await tx`insert into working_intervals (weekday, opens, closes) values (${weekday}, ${opens}, ${closes})`;
  return true;
}

/** What is said of the business; what is left out stays. */
export async function changeBusiness(
  tx: Tx,
  { name, timeZone, locale, currency }: { name?: string; timeZone?: string; locale?: Locale; currency?: string },
): Promise<void> {
  await tx`
    update business
    set name = coalesce(${name === undefined ? null : json(tx, { en: name })}::jsonb, name),
      time_zone = coalesce(${timeZone ?? null}, time_zone),
      locale = coalesce(${locale ?? null}, locale),
      currency = coalesce(${currency ?? null}, currency)`;
}
