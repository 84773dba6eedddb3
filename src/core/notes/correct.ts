import type { Saying, Second, SecondItem } from './model/second.ts';
import { withoutUnread } from './asks-nothing.ts';
import { overlap } from './model/verify/locate.ts';
import { flags, type Flag, type HumanReason, type Reading, type Span } from './reading.ts';
import { personal } from './rules/human.ts';

/** One thing that stands as read in a note, or as not understood, which a colleague may say is otherwise. */
export interface Readable {
  /** The same for as long as the note is: what it is, and where it stands. */
  id: string;
  says: Saying;
  evidence: Span;
}

/** Everything a colleague may put right, first what they are called for. */
export function readableIn({ unread, urgent, deadline, flags: wishes, specs, quantityChanges, phone, injection }: Reading): Readable[] {
  return [
    ...unread.map((evidence) => ({ id: `unread:${evidence.start}`, says: { field: 'unread' as const }, evidence })),
    ...(urgent ? [{ id: 'urgent', says: { field: 'urgent' as const, value: urgent.value }, evidence: urgent.evidence }] : []),
    ...(deadline
      ? [
          {
            id: 'deadline',
            says: { field: 'deadline' as const, date: deadline.date, time: deadline.time, strict: deadline.strict },
            evidence: deadline.evidence,
          },
        ]
      : []),
    ...wishes.map(({ flag, evidence }) => ({ id: `flag:${flag}`, says: { field: 'flag' as const, flag }, evidence })),
    ...specs.map(({ sku, key, value, unit, evidence }) => ({
      id: `spec:${key}:${evidence.start}`,
      says: { field: 'spec' as const, sku, key, value, unit },
      evidence,
    })),
    ...quantityChanges.map(({ sku, to, delta, evidence }) => ({
      id: `quantity:${evidence.start}`,
      says: { field: 'quantity' as const, sku, to, delta },
      evidence,
    })),
    ...(phone ? [{ id: 'phone', says: { field: 'phone' as const, e164: phone.e164 }, evidence: phone.evidence }] : []),
    ...injection.map((evidence) => ({ id: `injection:${evidence.start}`, says: { field: 'injection' as const }, evidence })),
  ];
}

/** What words that nobody understood may mean, as a colleague chooses it: a wish, that it is urgent, or nothing. */
export const meanings = ['nothing', 'urgent', ...flags] as const;
export type Meaning = (typeof meanings)[number];
export const isMeaning = (text: string): text is Meaning => meanings.some((one) => one === text);

/** What a colleague puts right: the words, what they were taken for, and what they are. */
export interface Correction {
  id: string;
  was: Saying;
  evidence: Span;
  becomes: Saying;
  /** What the card of a gift shall say. */
  message: string | null;
}

export function correctionOf(reading: Reading, id: string, meaning: Meaning, message: string): Correction | null {
  const item = readableIn(reading).find((one) => one.id === id || one.id === `flag:${id}`);
  if (!item) return null;
  const becomes: Saying =
    meaning === 'nothing'
      ? { field: 'nothing' }
      : meaning === 'urgent'
        ? { field: 'urgent', value: true }
        : { field: 'flag', flag: meaning };
  const isCard = becomes.field === 'flag' && becomes.flag === 'gift_message';
  const said = isCard && message !== '' ? message : null;
  // only the text of a card is put right without being something else
  if (item.says.field === 'flag' && becomes.field === 'flag' && item.says.flag === becomes.flag && said === null) return null;
  return { id: item.id, was: item.says, evidence: item.evidence, becomes, message: said };
}

/** The same reading with what a colleague put right: their word counts as confirmed, and what it replaces is gone. */
export function corrected(reading: Reading, correction: Correction, by: string | null): Reading {
  const { id, was, evidence, becomes, message } = correction;
  const gone = without(reading, id, was);
  const vouched = { evidence, source: 'staff', status: 'confirmed' } as const;
  const read: Reading =
    becomes.field === 'urgent'
      ? { ...gone, urgent: { ...vouched, value: becomes.value } }
      : becomes.field === 'flag'
        ? { ...gone, flags: withWish(gone, reading, becomes.flag, evidence, message) }
        : gone;
  const reasons = [...reasonsLeft(gone, read, was), ...(becomes.field === 'flag' && personal.includes(becomes.flag) ? [becomes.flag] : [])];
  const humanReasons = [...new Set(reasons)];
  const second = read.second ? { second: answeredBy(read.second, correction, by) } : {};
  return { ...read, ...second, humanReasons, needsHuman: humanReasons.length > 0 };
}

/** What a model suggested of the same words is answered by it: nobody is asked again what they have just said. */
function answeredBy(second: Second, { was, becomes, evidence }: Correction, by: string | null): Second {
  const isSame = (item: SecondItem): boolean => item.evidence !== null && overlap(item.evidence, evidence);
  const verdict = (item: SecondItem): boolean | null => {
    const { says } = item;
    if (says.field === 'no_flag' && was.field === 'flag' && says.flag === was.flag) return becomes.field === 'flag' ? null : true;
    if (!isSame(item)) return null;
    if (says.field === 'no_spec' && was.field === 'spec' && says.key === was.key) return true;
    if (says.field === 'nothing' && was.field === 'unread') return becomes.field === 'nothing';
    const agrees = says.field === becomes.field && (says.field !== 'flag' || (becomes.field === 'flag' && says.flag === becomes.flag));
    return agrees ? true : null;
  };
  const items = second.items.map((item): SecondItem => {
    const right = item.status === 'suggested' ? verdict(item) : null;
    if (right === null) return item;
    return { ...item, status: right ? 'confirmed' : 'rejected', rejected: right ? null : 'by_staff', answeredBy: by };
  });
  return { ...second, items };
}

function without(reading: Reading, id: string, was: Saying): Reading {
  const stays = ({ evidence }: { evidence: Span }, prefix: string): boolean => id !== `${prefix}:${evidence.start}`;
  switch (was.field) {
    case 'unread':
      return withoutUnread(reading, (evidence) => !stays({ evidence }, 'unread'));
    case 'urgent':
      return { ...reading, urgent: null };
    case 'deadline':
      return { ...reading, deadline: null };
    case 'flag':
      return { ...reading, flags: reading.flags.filter(({ flag }) => flag !== was.flag) };
    case 'spec':
      return { ...reading, specs: reading.specs.filter((spec) => stays(spec, `spec:${spec.key}`)) };
    case 'quantity':
      return { ...reading, quantityChanges: reading.quantityChanges.filter((change) => stays(change, 'quantity')) };
    case 'phone':
      return { ...reading, phone: null };
    case 'injection':
      return { ...reading, injection: reading.injection.filter((evidence) => stays({ evidence }, 'injection')) };
    default:
      return reading;
  }
}

/** A wish is wished once: of one that is known already these words say more. A colleague's text for a card stands in no note. */
function withWish(read: Reading, before: Reading, flag: Flag, evidence: Span, message: string | null): Reading['flags'] {
  const known = read.flags.find((item) => item.flag === flag) ?? before.flags.find((item) => item.flag === flag);
  const written = message === null ? {} : { message: { start: evidence.end, end: evidence.end, text: message } };
  const wish =
    known && known.evidence.start !== evidence.start
      ? { ...known, also: [...(known.also ?? []), evidence], ...written }
      : { ...known, evidence, source: 'staff' as const, status: 'confirmed' as const, flag, ...written };
  return [...read.flags.filter((item) => item.flag !== flag), wish];
}

/** Why a person was called for, without what is no reason any more. */
function reasonsLeft(before: Reading, after: Reading, was: Saying): HumanReason[] {
  const left: Partial<Record<HumanReason, boolean>> = {
    injection: after.injection.length > 0,
    ...(was.field === 'flag' ? { [was.flag]: false } : {}),
    ...(was.field === 'quantity' ? { quantity_change: after.quantityChanges.length > 0 } : {}),
    ...(was.field === 'deadline' ? { unclear_date: false, past_date: false } : {}),
  };
  return before.humanReasons.filter((reason) => left[reason] ?? true);
}
