import type { Flag, Span } from '../../reading.ts';
import { personal } from '../../rules/human.ts';
import type { NoteAnswer } from '../question.ts';
import { claim, type Claim, type Court } from './court.ts';
import { overlap } from './locate.ts';

/**
 * What the rules have read and the model has not, though it has read something else in the same words: a colleague is asked which it is.
 * What it leaves out altogether says nothing, and a colleague's word is not doubted.
 */
export function verifyDenials(court: Court, answer: NoteAnswer): Claim[] {
  const wanted = placesOf(court, answer.unread);
  const isWanted = (evidence: Span): boolean => wanted.some((span) => overlap(span, evidence));
  return [...deniedWishes(court, answer), ...deniedSpecs(court, answer)].filter(({ found }) => found !== null && !isWanted(found.span));
}

/** Wishes for which the rules call a person. Words of which the model says that they ask for nothing are no reason to doubt those. */
function deniedWishes(court: Court, answer: NoteAnswer): Claim[] {
  const seen = new Set(answer.flags.map(({ flag }): Flag => flag));
  if (answer.quantity_changes.length > 0) seen.add('quantity_change');
  if (answer.address_quote !== null) seen.add('address_change');
  const read = placesOf(court, [...answer.specs.map(({ quote }) => quote), ...wishQuotes(answer)]);
  return court.rules.flags
    .filter(({ flag, evidence, source }) => personal.includes(flag) && !seen.has(flag) && source !== 'staff' && isIn(evidence, read))
    .map(({ flag, evidence }) => denial(court, { field: 'no_flag', flag }, evidence));
}

/** Properties: the blue of "behind the blue planter" is of no goods. */
function deniedSpecs(court: Court, answer: NoteAnswer): Claim[] {
  const { address_quote, gift_text_quote, background, specs } = answer;
  const around = [address_quote, gift_text_quote, ...background].filter((quote) => quote !== null);
  const read = placesOf(court, [...wishQuotes(answer), ...around]);
  const seen = placesOf(
    court,
    specs.map(({ quote }) => quote),
  );
  return court.rules.specs
    .filter(({ key, evidence, source }) => {
      const isSeen = specs.some((said) => said.key === key) || seen.some((span) => overlap(span, evidence));
      return !isSeen && source !== 'staff' && isIn(evidence, read);
    })
    .map(({ sku, key, value, unit, evidence }) => denial(court, { field: 'no_spec', sku, key, value, unit }, evidence));
}

const denial = (court: Court, says: Claim['says'], span: Span): Claim =>
  claim(court, says, '', { found: { span, sure: true }, disagrees: true });

/** Where it has read anything but properties. */
function wishQuotes({ urgent, deadline, delivery_window, quantity_changes, flags }: NoteAnswer): string[] {
  const said = [...quantity_changes, ...flags, ...[deadline, delivery_window].filter((one) => one !== null)].map(({ quote }) => quote);
  return urgent.quote === null ? said : [...said, urgent.quote];
}

/** A hundred quotes say where a note of any length was read. */
const placesOf = ({ lookup }: Court, quotes: readonly string[]): Span[] =>
  quotes.slice(0, 100).flatMap((quote) => lookup.find(quote)?.span ?? []);

/** Most of the words stand in what was quoted. */
const isIn = ({ start, end }: Span, quotes: readonly Span[]): boolean =>
  quotes.some((quoted) => (Math.min(quoted.end, end) - Math.max(quoted.start, start)) * 2 >= end - start);
