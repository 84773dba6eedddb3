import type { ListReport, ListRow } from '../stock/list.ts';
import { priceListNames } from '../stock/catalogue.store.ts';
import type { Locale } from '../text/locale.ts';
import type { Turn } from '../turn.ts';
import type { Business } from './business.store.ts';
import { isSame, readCustomerList } from './customer-list.decide.ts';
import { putListedContact } from './hinting/hint.store.ts';
import { keptOf } from './hinting/hinting.act.ts';
import { factsByRef, putFacts } from './customer-list.store.ts';

/** Takes a customer list over; whoever it does not mention stays. `source`: the program whose keys its `ref` are; `locale`: in which reasons are told. */
export async function takeCustomerList(
  turn: Turn,
  rows: readonly ListRow[],
  business: Business,
  locale: Locale = 'en',
  source = 'import',
): Promise<ListReport> {
  const { tx, now, ids } = turn;
  const refs = rows.flatMap(({ cells }) => (cells['ref'] ? [cells['ref'].trim()] : []));
  const known = await factsByRef(tx, source, refs);
  const frame = { currency: business.currency, locale: business.locale, timeZone: business.timeZone, priceLists: await priceListNames(tx) };
  const { listed, refused } = readCustomerList(rows, known, frame, locale);
  let taken = 0;
  for (const { ref, facts, before, contacts } of listed) {
    const isNews = !isSame(facts, before);
    if (isNews) await putFacts(tx, { id: ids.uuid(), source, ref, facts, now });
    if (isNews) taken += 1;
    for (const contact of await keptOf(turn, contacts)) await putListedContact(tx, { source, ref }, contact, now);
  }
  return { read: rows.length, taken, unchanged: listed.length - taken, refused };
}
