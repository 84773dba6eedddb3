import { json } from '../json.ts';
import type { Tx } from '../ports.ts';
import type { Calendar } from '../schedule/calendar.ts';
import type { Locale } from '../text/locale.ts';
import type { Business, Purpose } from './business.store.ts';

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
  for (const { weekday, opens, closes } of calendar.intervals)
    await tx`insert into working_intervals (weekday, opens, closes) values (${weekday}, ${opens}, ${closes})`;
  for (const [day, name] of calendar.holidays) await tx`insert into holidays (day, name) values (${Temporal.PlainDate.from(day)}, ${name})`;
  return true;
}

/** In which language the desk speaks where several people read. */
export async function speakTo(tx: Tx, locale: Locale): Promise<void> {
  await tx`update business set locale = ${locale} where locale <> ${locale}`;
}

/** What a conversation of the desk's own people is for. */
export async function putDeskConversation(
  tx: Tx,
  conversation: { platform: string; account: string; key: string; purpose: Purpose },
): Promise<void> {
  await tx`
    insert into desk_conversations (platform, account, key, purpose)
    values (${conversation.platform}, ${conversation.account}, ${conversation.key}, ${conversation.purpose})
    on conflict do nothing`;
}
