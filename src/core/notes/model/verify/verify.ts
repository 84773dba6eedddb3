import type { NoteReader } from '../../../ports.ts';
import { shown } from '../../../text/shown.ts';
import type { Reading } from '../../reading.ts';
import type { Claim, Court } from './court.ts';
import { openLookup, overlap, type Located } from './locate.ts';
import type { NoteAnswer, NoteToRead } from '../question.ts';
import type { Saying, SecondItem } from '../second.ts';
import { verifyDates } from './dates.ts';
import { verifyDenials } from './denials.ts';
import { verifyPlaces } from './places.ts';
import { verifySpecs } from './specs.ts';
import { verifyWishes } from './wishes.ts';

/** No note wishes for more; a model that claims more is not believed in the rest. */
const most = { items: 40, suggestions: 12, quote: 120, value: 60 };

/**
 * What of a model's answer can be believed. It gives quotes and guesses: every quote must stand in the note, every value is
 * parsed from its quote by code, and confirmed is only what the rules have read too.
 */
export function verify(note: NoteToRead, rules: Reading, answer: NoteAnswer, reader: NoteReader): SecondItem[] {
  const lookup = openLookup(note.text);
  const quoted = answer.instructions_to_system.slice(0, most.items).map((quote) => ({ quote, found: lookup.find(quote) }));
  const instructions = [...rules.injection, ...quoted.flatMap(({ found }) => (found ? [found.span] : []))];
  const court: Court = { note, rules, reader, lookup, instructions };
  const claims = [
    ...quoted.map(({ quote, found }): Claim => instructing(rules, quote, found)),
    ...[verifyDates, verifySpecs, verifyPlaces, verifyWishes, verifyDenials].flatMap((judge) => judge(court, answer)),
  ];
  return itemsOf(claims, court);
}

function instructing(rules: Reading, quote: string, found: Located | null): Claim {
  const agrees = found !== null && rules.injection.some((span) => overlap(span, found.span));
  const rejected = found ? null : 'not_in_note';
  return { says: { field: 'injection' }, found, agrees, disagrees: false, parsed: false, rejected, said: { quote, value: null } };
}

function itemsOf(claims: Claim[], { rules }: Court): SecondItem[] {
  const items = new Map<string, SecondItem>();
  let suggestions = 0;
  for (const { says, found, agrees, disagrees, parsed, rejected, said } of claims) {
    const id = identity(items, says, found);
    if (items.has(id) || items.size >= most.items) continue;
    const tooMany = !agrees && !rejected && suggestions >= most.suggestions;
    const because = tooMany ? 'too_many' : rejected;
    const status = because ? 'rejected' : agrees ? 'confirmed' : 'suggested';
    if (status === 'suggested') suggestions += 1;
    const unread = found !== null && rules.unread.some((span) => overlap(span, found.span));
    const support = Number(found?.sure ?? false) + Number(parsed) + Number(unread);
    items.set(id, {
      id,
      says,
      evidence: found?.span ?? null,
      status,
      disagrees: status === 'suggested' && disagrees,
      rejected: because,
      support,
      said: { quote: shown(said.quote, most.quote), value: said.value && shown(said.value, most.value) },
      answeredBy: null,
    });
  }
  return [...items.values()];
}

/** What is said of which words, never the words themselves; of two values in the same words the second has a number. */
function identity(items: ReadonlyMap<string, SecondItem>, says: Saying, found: Located | null): string {
  const what =
    says.field === 'spec' || says.field === 'no_spec'
      ? `${says.key}.${says.sku ?? ''}`
      : says.field === 'flag' || says.field === 'no_flag'
        ? says.flag
        : says.field === 'quantity'
          ? (says.sku ?? '')
          : '';
  const id = [says.field, what, found ? `${found.span.start}-${found.span.end}` : 'nowhere'].filter(Boolean).join(':');
  const isAnother = (known: SecondItem | undefined): boolean => known !== undefined && JSON.stringify(known.says) !== JSON.stringify(says);
  let free = id;
  for (let n = 2; isAnother(items.get(free)); n += 1) free = `${id}:${n}`;
  return free;
}
