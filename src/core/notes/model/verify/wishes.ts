import type { Flag } from '../../reading.ts';
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

/** What else the note wishes for, what in it contradicts itself, and what fits no field. */
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
  return [...wishes, ...contradictions, ...rest];
}
