import type { Item, Reading, Span } from '../../reading.ts';
import { unusable } from '../merge.ts';
import { addsNothing, asksNothing, goesWith, type Companion } from '../../rules/explain/settled.ts';
import { openLookup, overlap } from './locate.ts';
import type { NoteAnswer } from '../question.ts';
import type { Second, SecondItem } from '../second.ts';
import { isWithin, without } from './within.ts';

/** No note has more of them: the rest is not looked at. */
const mostQuotes = 20;
/** Nobody says in one clause so much that asks for nothing. */
const longest = 300;
/** What belongs to something that was read stands in the same sentence or in the next: so many ends of a sentence may lie between. */
const mostEnds = 1;

/**
 * Clauses that the rules could not read and nobody need look at any more: a model accounts for the whole of each, in words of the note, and
 * code finds no trace of another wish in it. A model is believed in this only where it has seen every wish that the rules have seen in the
 * note, takes none of them for small talk, and nothing in the note tries to instruct: what it leaves out says nothing.
 */
export function settledBy(text: string, rules: Reading, answer: NoteAnswer, items: readonly SecondItem[]): Span[] {
  if (rules.unread.length === 0 || rules.injection.length > 0 || answer.instructions_to_system.length > 0) return [];
  const lookup = openLookup(text);
  const aside = answer.background.slice(0, mostQuotes).map((quote) => lookup.find(quote)?.span);
  const read = readBy(rules);
  const quoted = items.flatMap(({ status, evidence, says }) =>
    status !== 'rejected' && evidence !== null && says.field !== 'unread' && !isDenial(says) ? [evidence] : [],
  );
  const isSeen = (evidence: Span): boolean => quoted.some((other) => overlap(other, evidence));
  const isDismissed = aside.some((span) => span === undefined || read.some(({ evidence }) => overlap(evidence, span)));
  if (isDismissed || !read.every(({ evidence }) => isSeen(evidence))) return [];
  const told = aside.filter((span) => span !== undefined);
  const wishes = items.filter(({ status, says }) => status !== 'confirmed' || says.field === 'unread');
  return rules.unread.filter((clause) => {
    if (clause.text.length > longest || wishes.some(({ evidence }) => evidence !== null && overlap(evidence, clause))) return false;
    const said = withSign(text, clause);
    if (isWithin(clause, told)) return asksNothing(said);
    const spoken = items.filter(({ evidence }) => evidence !== null && overlap(evidence, clause));
    return isAllOf(text, clause, spoken, read) || spoken.some((item) => belongs(text, clause, item, read));
  });
}

/**
 * Clauses that a model accounts for as well, as small talk or as part of what both have read, where code cannot tell: a colleague, who has to
 * look at them anyway, is asked whether there is nothing more in them. Nobody is where the note tries to instruct.
 */
export function asidesOf(text: string, rules: Reading, answer: NoteAnswer, known: Pick<Second, 'items' | 'settled'>): SecondItem[] {
  if (rules.injection.length > 0 || answer.instructions_to_system.length > 0) return [];
  const lookup = openLookup(text);
  const told = answer.background.slice(0, mostQuotes).flatMap((quote) => lookup.find(quote)?.span ?? []);
  const [confirmed, open] = (['confirmed', 'suggested'] as const).map((wanted) =>
    known.items.flatMap(({ status, says, evidence }) =>
      status === wanted && says.field !== 'unread' && !isDenial(says) && evidence ? [evidence] : [],
    ),
  );
  const wanted = known.items.flatMap(({ says, rejected, evidence }) =>
    evidence && (says.field === 'unread' || unusable.includes(rejected)) ? [evidence] : [],
  );
  const left = rules.unread.filter(
    (clause) =>
      !known.settled?.includes(clause) &&
      ![...(open ?? []), ...wanted].some((evidence) => overlap(evidence, clause)) &&
      isWithin(clause, [...told, ...(confirmed ?? [])]),
  );
  return left.map((evidence) => ({
    id: `nothing:${evidence.start}-${evidence.end}`,
    says: { field: 'nothing' },
    evidence,
    status: 'suggested',
    disagrees: false,
    rejected: null,
    support: 1,
    answeredBy: null,
  }));
}

/** That something was not meant says nothing of what was. */
const isDenial = ({ field }: SecondItem['says']): boolean => field === 'no_flag' || field === 'no_spec';

interface Read {
  kind: Companion | 'spec' | null;
  evidence: Span;
  /** What the rules call a size or leave without a name may be meant more closely by the words around it. */
  isVague?: boolean;
}

/** Everything the rules have read, with what may be said of it at more length. */
function readBy({ urgent, deadline, phone, address, specs, quantityChanges, flags }: Reading): Read[] {
  const of = (kind: Read['kind'], ...found: (Item | null)[]): Read[] =>
    found.flatMap((item) => (item ? [{ kind, evidence: item.evidence }] : []));
  return [
    ...of('urgent', urgent),
    ...of('deadline', deadline),
    ...of(null, phone, address, ...quantityChanges),
    ...specs.map(({ key, evidence }) => ({ kind: 'spec' as const, evidence, isVague: key === 'size' || key === 'other' })),
    ...flags.map(({ flag, evidence }) => ({ kind: flag, evidence })),
  ];
}

/** The clause is quoted for something that the rules have read beside it. */
function belongs(text: string, clause: Span, item: SecondItem, read: readonly Read[]): boolean {
  const kind = kindOf(item);
  if (kind === null || kind === 'spec' || !item.evidence || !isWithin(clause, [item.evidence])) return false;
  return (
    goesWith(kind, withSign(text, clause)) && read.some((one) => one.kind === kind && endsBetween(text, one.evidence, clause) <= mostEnds)
  );
}

/** All of the clause is quoted for what both have read in it, and around that nothing else is said. */
function isAllOf(text: string, clause: Span, spoken: readonly SecondItem[], read: readonly Read[]): boolean {
  const here = read.filter(({ evidence }) => overlap(evidence, clause));
  const agreed = spoken.filter((item) => item.status === 'confirmed' && here.some(({ kind }) => kind !== null && kind === kindOf(item)));
  const quotes = agreed.flatMap(({ evidence }) => evidence ?? []);
  if (here.some(({ isVague }) => isVague) || !isWithin(clause, quotes)) return false;
  const rest = without(
    here.map(({ evidence }) => evidence),
    { ...clause, text: withSign(text, clause) },
  );
  return addsNothing(
    rest,
    here.some(({ kind }) => kind === 'spec'),
  );
}

function kindOf({ says }: SecondItem): Companion | 'spec' | null {
  if (says.field === 'flag') return says.flag;
  return says.field === 'urgent' || says.field === 'deadline' || says.field === 'spec' ? says.field : null;
}

/** A clause ends before the sign that makes it a question. */
const withSign = (text: string, { text: words, end }: Span): string =>
  words + (/^[^\p{L}\p{N}]*/u.exec(text.slice(end, end + 8))?.[0] ?? '');

function endsBetween(text: string, one: Span, other: Span): number {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return text.slice(first.end, Math.max(first.end, second.start)).match(/[.!?。！？;；\n]/g)?.length ?? 0;
}
