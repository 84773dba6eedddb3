import type { CareMoved } from '../../care/moving.store.ts';
import type { Locale } from '../../text/locale.ts';
import type { ConsentPurpose } from '../consent.store.ts';

/** What two customers may differ in. */
export interface Terms {
  id: string;
  name: string;
  company: string | null;
  locale: Locale;
  localeStated: boolean;
  timeZone: string | null;
  prepaid: boolean;
  creditLimit: bigint | null;
  priceList: string;
  tier: string;
  address: string | null;
}

/** What came along when two customers became one, by id. */
export interface Moved extends CareMoved {
  orders: string[];
  cases: string[];
  consents: string[];
  accounts: { platform: string; account: string; key: string }[];
}

/** One of two customers who are the same person: how they stand. */
export interface Side {
  terms: Terms;
  /** Orders they ever sent in. */
  orders: number;
  /** A conversation with a colleague is open. */
  talks: boolean;
}

export type Joining = { ok: false; code: 'two_talks' } | { ok: true; keeps: 'giver' | 'sender'; terms: Terms; differing: boolean };

/**
 * Two customers become one. Whoever gave the code stays, unless only the other one has ever ordered or been given a tier or prices.
 * Nobody gains by it: the stricter payment terms count; tier and prices are those of who stays, and where neither is new and they
 * differ, staff hear of it.
 */
export function decideJoining(giver: Side, sender: Side): Joining {
  // a colleague would lose the thread of one of them
  if (giver.talks && sender.talks) return { ok: false, code: 'two_talks' };
  const keeps = isNew(giver) && !isNew(sender) ? 'sender' : 'giver';
  const [stays, goes] = keeps === 'giver' ? [giver, sender] : [sender, giver];
  const differing = !isNew(giver) && !isNew(sender) && !sameTerms(giver.terms, sender.terms);
  return { ok: true, keeps, differing, terms: joined(stays.terms, goes.terms) };
}

/** Nothing was sold to them yet, and nobody gave them terms. */
const isNew = ({ terms, orders }: Side): boolean => orders === 0 && terms.tier === 'standard' && terms.priceList === 'standard';

function joined(stays: Terms, goes: Terms): Terms {
  const language = !stays.localeStated && goes.localeStated ? goes : stays;
  return {
    ...stays,
    company: stays.company ?? goes.company,
    address: stays.address ?? goes.address,
    timeZone: stays.timeZone ?? goes.timeZone,
    locale: language.locale,
    localeStated: language.localeStated,
    prepaid: stays.prepaid || goes.prepaid,
    creditLimit: least(stays.creditLimit, goes.creditLimit),
  };
}

const least = (one: bigint | null, other: bigint | null): bigint | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;

const sameTerms = (one: Terms, other: Terms): boolean =>
  one.tier === other.tier &&
  one.priceList === other.priceList &&
  one.prepaid === other.prepaid &&
  String(one.creditLimit) === String(other.creditLimit);

type Word = 'given' | 'withdrawn' | null;

/** For which purposes a no of one side must be said again for both: the stricter word counts. */
export function refusedByEither(sides: readonly Record<ConsentPurpose, Word>[]): ConsentPurpose[] {
  const all: ConsentPurpose[] = ['service', 'survey', 'marketing'];
  return all.filter((purpose) => sides.some((side) => side[purpose] === 'withdrawn'));
}
