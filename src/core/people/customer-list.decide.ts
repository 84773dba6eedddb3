import { readMoney, refusedFor, shorten, Unreadable, type ListRow, type RefusedListRow } from '../stock/list.ts';
import { e164Of } from '../notes/rules/phone.ts';
import { languageOfCode } from '../text/language.ts';
import { locales, type Locale } from '../text/locale.ts';
import { customerTiers, type Customer } from './customer.ts';
import { emailsIn, phoneOf, type Contact } from './hinting/contact.decide.ts';

export const customerColumns = [
  'ref', 'name', 'company', 'address', 'language', 'time_zone', 'tier', 'price_list', 'credit_limit', 'prepaid', 'phone', 'email',
] as const; // prettier-ignore
export const neededCustomerColumns = ['ref', 'name'] as const;

/** What a list may say of a customer. */
export type CustomerFacts = Omit<Customer, 'id'>;

export interface ListedCustomer {
  row: number;
  /** Their key in the program the list comes from. */
  ref: string;
  facts: CustomerFacts;
  /** How they are reached, as far as the list says. */
  contacts: Contact[];
  /** Null for whoever is new. */
  before: CustomerFacts | null;
}

interface Frame {
  currency: string;
  locale: Locale;
  timeZone: string;
  priceLists: ReadonlySet<string>;
}

/**
 * Reads a customer list; a row that cannot be read is refused and holds up no other. A column the list
 * does not have stays as it is. `readIn`: in which language the reasons are told.
 */
export function readCustomerList(
  rows: readonly ListRow[],
  known: ReadonlyMap<string, CustomerFacts>,
  frame: Frame,
  readIn: Locale = 'en',
): { listed: ListedCustomer[]; refused: RefusedListRow[] } {
  const listed: ListedCustomer[] = [];
  const refused: RefusedListRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    try {
      const ref = text('ref', cells['ref'] ?? '', 100) ?? missing('ref');
      const earlier = seen.get(ref);
      if (earlier !== undefined) throw new Unreadable({ key: 'again', column: 'ref', value: shorten(ref), row: String(earlier) });
      const before = known.get(ref) ?? null;
      const facts = readFacts(cells, before, frame);
      listed.push({ row, ref, before, facts, contacts: readContacts(cells, facts.timeZone ?? frame.timeZone) });
      seen.set(ref, row);
    } catch (error) {
      refused.push(refusedFor(row, error, readIn));
    }
  }
  return { listed, refused };
}

export const isSame = (one: CustomerFacts, other: CustomerFacts | null): boolean =>
  other !== null && (Object.keys(one) as (keyof CustomerFacts)[]).every((key) => one[key] === other[key]); // the keys of a record are its fields

function readFacts(cells: ListRow['cells'], before: CustomerFacts | null, { currency, locale, priceLists }: Frame): CustomerFacts {
  const of = <T>(column: (typeof customerColumns)[number], read: (cell: string) => T, otherwise: T): T => {
    const cell = cells[column];
    return cell === undefined ? otherwise : read(cell.trim());
  };
  return {
    name: of('name', (cell) => text('name', cell, 200) ?? missing('name'), before?.name ?? ''),
    company: of('company', (cell) => text('company', cell, 200), before?.company ?? null),
    address: of('address', (cell) => text('address', cell, 500), before?.address ?? null),
    locale: of('language', (cell) => (cell === '' ? (before?.locale ?? locale) : language(cell)), before?.locale ?? locale),
    timeZone: of('time_zone', (cell) => (cell === '' ? null : zone(cell)), before?.timeZone ?? null),
    tier: of('tier', (cell) => (cell === '' ? 'standard' : tier(cell)), before?.tier ?? 'standard'),
    priceList: of('price_list', (cell) => (cell === '' ? 'standard' : priceList(cell, priceLists)), before?.priceList ?? 'standard'),
    creditLimit: of(
      'credit_limit',
      (cell) => (cell === '' ? null : readMoney('credit_limit', cell, currency)),
      before?.creditLimit ?? null,
    ),
    prepaid: of('prepaid', (cell) => yes(cell), before?.prepaid ?? false),
  };
}

function readContacts(cells: ListRow['cells'], timeZone: string): Contact[] {
  const [phone, email] = [cells['phone']?.trim() ?? '', cells['email']?.trim() ?? ''];
  const e164 = phone === '' ? null : e164Of(phone, timeZone);
  if (phone !== '' && e164 === null) throw new Unreadable({ key: 'phone', cell: shorten(phone) });
  const [mailbox] = emailsIn(email);
  if (email !== '' && mailbox?.value !== email.toLowerCase()) throw new Unreadable({ key: 'email', cell: shorten(email) });
  return [...(e164 === null ? [] : [phoneOf(e164)]), ...(mailbox ? [mailbox] : [])];
}

function missing(column: string): never {
  throw new Unreadable({ key: 'missing', column });
}

function text(column: string, cell: string, most: number): string | null {
  if (cell.length > most) throw new Unreadable({ key: 'long', column, most });
  return cell.trim() === '' ? null : cell.trim();
}

function language(cell: string): Locale {
  const known = languageOfCode(cell);
  if (!known) throw new Unreadable({ key: 'one_of', column: 'language', options: locales, cell: shorten(cell) });
  return known;
}

function zone(cell: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: cell }).resolvedOptions().timeZone;
  } catch {
    throw new Unreadable({ key: 'zone', cell: shorten(cell) });
  }
}

function tier(cell: string): CustomerFacts['tier'] {
  const found = customerTiers.find((known) => known === cell.toLowerCase());
  if (!found) throw new Unreadable({ key: 'one_of', column: 'tier', options: customerTiers, cell: shorten(cell) });
  return found;
}

function priceList(cell: string, known: ReadonlySet<string>): string {
  if (!known.has(cell)) throw new Unreadable({ key: 'price_list', cell: shorten(cell) });
  return cell;
}

function yes(cell: string): boolean {
  if (['yes', 'true', '1', '是'].includes(cell.toLowerCase())) return true;
  if (['', 'no', 'false', '0', '否'].includes(cell.toLowerCase())) return false;
  throw new Unreadable({ key: 'one_of', column: 'prepaid', options: ['yes', 'no'], cell: shorten(cell) });
}
