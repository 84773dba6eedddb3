import { withoutUnread } from '../../notes/asks-nothing.ts';
import type { Reading, Span } from '../../notes/reading.ts';
import type { Line } from '../order.ts';
import type { Worded } from './worded.decide.ts';

/** A line that words told of before they were changed, the line that they tell of now, and the line of the order that came of the first. */
interface Pair {
  was: Line;
  is: Line | null;
  now: Line | null;
}

/** What words that were changed tell otherwise, line by line; `added`: lines they did not tell of before. */
export function pairsOf(now: readonly Line[], was: readonly Line[], is: readonly Line[]): { pairs: Pair[]; added: Line[] } {
  const [ofOrder, ofNow] = [[...now], [...is]];
  const pairs = was.map((line): Pair => {
    const fits = (one: Line): boolean => isKin(line, one);
    const found = take(ofOrder, (one) => one.words === line.words && fits(one)) ?? take(ofOrder, fits);
    const isStill = (one: Line): boolean => fits(one) && !isOtherThan(found, one);
    return { was: line, now: found, is: take(ofNow, (one) => one.words === line.words && isStill(one)) ?? take(ofNow, isStill) };
  });
  return { pairs, added: ofNow };
}

/**
 * A draft as it would stand had its words been what they are now: what the change of the words says otherwise, and nothing else. What was
 * chosen or typed since by buttons stays.
 */
export function corrected(order: Worded, was: Worded, is: Worded): Worded {
  const { pairs, added } = pairsOf(order.lines, was.lines, is.lines);
  const told = new Map(pairs.flatMap(({ now, ...pair }) => (now ? [[now.id, { now, ...pair }]] : [])));
  const kept = order.lines.flatMap((line): Line[] => {
    const pair = told.get(line.id);
    if (!pair) return [line];
    return pair.is ? [correctedLine(pair.now, pair.was, pair.is)] : [];
  });
  return {
    lines: [...kept, ...added].map((line, index) => ({ ...line, position: index + 1 })),
    note: is.note,
    reading: is.reading && answeredSince(is.reading, was.reading?.unread ?? [], order.reading?.unread ?? []),
    urgent: was.urgent === is.urgent ? order.urgent : is.urgent,
    requestedDate: one(order.requestedDate, was.requestedDate, is.requestedDate),
    address: one(order.address, was.address, is.address),
  };
}

/** Words that nobody understood, and of which it was said since that they are about something else, are not asked about once more. */
function answeredSince(reading: Reading, was: readonly Span[], now: readonly Span[]): Reading {
  const times = (spans: readonly Span[], words: string): number => spans.filter(({ text }) => text === words).length;
  return withoutUnread(reading, ({ text }) => times(now, text) === 0 && times(reading.unread, text) <= times(was, text));
}

function correctedLine(now: Line, was: Line, is: Line): Line {
  const isCounted = was.quantity !== is.quantity || was.quantityUnclear !== is.quantityUnclear;
  const keys = new Set([...now.options, ...is.options].map(({ key }) => key));
  const options = [...keys].flatMap((key) => {
    const [chosen, before, after] = [now, was, is].map((line) => line.options.find((option) => option.key === key) ?? null);
    const isChosenSince = chosen?.value !== before?.value && before?.value === after?.value;
    return (isChosenSince ? chosen : after) ?? [];
  });
  return {
    ...now,
    ...(now.sku === null && is.sku !== null ? { sku: is.sku, candidates: is.candidates, unitPrice: is.unitPrice } : {}),
    words: is.words,
    options,
    specs: is.specs,
    ...(isCounted ? { quantity: is.quantity, quantityUnclear: is.quantityUnclear } : {}),
  };
}

/** What words say now; where they say what they said, or took back what was overruled since, it stays as it is. */
function one<T>(now: T | null, was: T | null, is: T | null): T | null {
  const isSame = (a: T | null, b: T | null): boolean => String(a) === String(b);
  return isSame(was, is) || (is === null && !isSame(now, was)) ? now : is;
}

/** The same goods; of what nobody sells the same words. One that was chosen since may be what several could have been. */
const isKin = (line: Line, other: Line): boolean =>
  line.sku === null ? line.words === other.words || (other.sku !== null && line.candidates.includes(other.sku)) : line.sku === other.sku;

/** Words that name goods now which are not those that were chosen since. */
const isOtherThan = (chosen: Line | null, { sku }: Line): boolean =>
  chosen !== null && chosen.sku !== null && sku !== null && chosen.sku !== sku;

function take(lines: Line[], fits: (line: Line) => boolean): Line | null {
  const at = lines.findIndex(fits);
  return at < 0 ? null : (lines.splice(at, 1)[0] ?? null);
}
