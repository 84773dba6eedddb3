import type { Flag, Span } from '../../reading.ts';
import { personal } from '../../rules/human.ts';
import { overlap } from './locate.ts';
import type { NoteAnswer } from '../question.ts';
import { claim, type Claim, type Court } from './court.ts';

/** Wishes of which both cannot be. */
const opposites: Partial<Record<Flag, Flag>> = {
  substitution_allowed: 'substitution_forbidden',
  substitution_forbidden: 'substitution_allowed',
  partial_allowed: 'partial_forbidden',
  partial_forbidden: 'partial_allowed',
};

/** What else the note wishes for, what in it contradicts itself, what fits no field, and what is no wish after all. */
export function verifyWishes(court: Court, answer: NoteAnswer): Claim[] {
  const { rules } = court;
  const { flags, conflicts, unread } = answer;
  const has = (flag: Flag | undefined): boolean => rules.flags.some((item) => item.flag === flag);
  const wishes = flags
    .slice(0, 40)
    .map(({ flag, quote }) =>
      claim(court, { field: 'flag', flag }, quote, { agrees: has(flag), disagrees: !has(flag) && has(opposites[flag]) }),
    );
  const contradictions = conflicts.slice(0, 10).flatMap(({ quote_a, quote_b }) => {
    const first = claim(court, { field: 'conflict' }, quote_a, { agrees: rules.humanReasons.includes('conflict') });
    const second = claim(court, { field: 'conflict' }, quote_b);
    return second.rejected ? [{ ...first, agrees: false, rejected: first.rejected ?? second.rejected }] : [first];
  });
  const rest = unread.slice(0, 20).map((quote) => {
    const said = claim(court, { field: 'unread' }, quote);
    const { found } = said;
    const agrees = said.rejected === null && found !== null && rules.unread.some((span) => overlap(span, found.span));
    return { ...said, agrees };
  });
  return [...wishes, ...contradictions, ...rest, ...denials(court, answer)];
}

/**
 * Wishes for which the rules call a person and which the model does not see, though it has read another wish in the same words: a colleague is
 * asked which it is. Words of which it says that they ask for nothing are no reason to doubt.
 */
function denials(court: Court, answer: NoteAnswer): Claim[] {
  const seen = new Set(answer.flags.map(({ flag }): Flag => flag));
  if (answer.quantity_changes.length > 0) seen.add('quantity_change');
  if (answer.address_quote !== null) seen.add('address_change');
  const { urgent, deadline, specs, quantity_changes } = answer;
  const quotes = [...specs, ...quantity_changes, ...answer.flags, ...(deadline ? [deadline] : [])].map(({ quote }) => quote);
  const read = placesOf(court, [...quotes, ...(urgent.quote === null ? [] : [urgent.quote])]);
  const wanted = placesOf(court, answer.unread);
  return court.rules.flags
    .filter(({ flag, evidence, source }) => {
      // a colleague's word is not doubted
      if (!personal.includes(flag) || seen.has(flag) || source === 'staff') return false;
      return read.some((span) => holds(span, evidence)) && !wanted.some((span) => overlap(span, evidence));
    })
    .map(({ flag, evidence }) => claim(court, { field: 'no_flag', flag }, '', { found: { span: evidence, sure: true }, disagrees: true }));
}

/** A hundred quotes say where a note of any length was read. */
const placesOf = ({ lookup }: Court, quotes: readonly string[]): Span[] =>
  quotes.slice(0, 100).flatMap((quote) => lookup.find(quote)?.span ?? []);

/** Most of the words stand in what was quoted. */
const holds = (quoted: Span, { start, end }: Span): boolean =>
  (Math.min(quoted.end, end) - Math.max(quoted.start, start)) * 2 >= end - start;
