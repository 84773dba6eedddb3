import type { Reading, Span } from './reading.ts';

/**
 * Where words stand in a note by now: those that came with a later message count from its own beginning. Null where they
 * cannot be found any more.
 */
export function placeIn(note: string, { start, end, text }: Span): { start: number; end: number } | null {
  const at = note.slice(start, end) === text ? start : note.lastIndexOf(text);
  return at < 0 ? null : { start: at, end: at + text.length };
}

const ends = /[,，;；.。!！?？\n]/u;
const sentenceEnds = /[;；。!！?？\n]|[.](?=\s|$)/u;
/** No evidence is followed further than this: somebody reads it while packing. */
const longest = 240;

/**
 * The words that raise a wish with all that belongs to them: to the end of the sentence, but not into the next wish. "Invoice"
 * alone tells nobody to whom it goes, 放门卫 not with whom to leave it.
 */
export function wholeWords(note: string, reading: Reading, span: Span, besides: readonly string[] = []): string {
  const place = placeIn(note, span);
  if (!place) return span.text;
  const others = besides.map((text) => ({ start: -1, end: -1, text }));
  const taken = [...evidenceOf(reading, span), ...others].flatMap((other) => placeIn(note, other) ?? []);
  const elsewhere = taken.filter(({ start, end }) => end <= place.start || start >= place.end);
  let start = place.start;
  while (start > 0 && !ends.test(note[start - 1] ?? '') && place.start - start < longest) start -= 1;
  // what stands before it in the same clause and says something else is not repeated
  const before = elsewhere.filter((other) => other.end <= place.start && other.end > start).map(({ end }) => end);
  start = Math.max(start, ...before);
  let end = place.end;
  for (;;) {
    const stop = ends.exec(note.slice(end));
    end = stop ? end + stop.index : note.length;
    if (!stop || sentenceEnds.test(note.slice(end, end + 2)) || end - place.start > longest) break;
    const next = ends.exec(note.slice(end + 1));
    const nextEnd = next ? end + 1 + next.index : note.length;
    if (elsewhere.some((other) => other.start < nextEnd && other.end > end)) break;
    end = nextEnd;
    if (end >= note.length) break;
  }
  return note
    .slice(start, end)
    .replace(/^[\s,，;；.。]+|[\s,，;；]+$/gu, '')
    .replace(/^(?:and|also|plus|then|并且|另外|还有|然后) ?(?=\S)/iu, '');
}

/** Everything in a note that says something by itself, without what says more of the same wish. */
function evidenceOf({ urgent, deadline, phone, address, specs, flags, unread, injection }: Reading, of: Span): Span[] {
  const others = flags.filter(({ evidence, also = [] }) => evidence !== of && !also.includes(of));
  return [
    ...[urgent, deadline, phone, address, ...specs].flatMap((item) => item?.evidence ?? []),
    ...others.flatMap(({ evidence, also = [] }) => [evidence, ...also]),
    ...unread,
    ...injection,
  ];
}
