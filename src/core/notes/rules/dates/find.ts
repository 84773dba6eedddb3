import { countedDates } from './chinese.counted.ts';
import { chineseDates } from './chinese.ts';
import { englishDates } from './english.data.ts';
import { spokenDates } from './english.spoken.data.ts';
import { feasts } from './feasts.ts';
import type { DateContext, DatePattern } from './pattern.ts';
import { matchesOf } from '../text/matches.ts';

export interface DateMention {
  start: number;
  end: number;
  date: Temporal.PlainDate | null;
  kind: 'day' | 'limit' | 'near' | 'close';
  /** It names a day that no year has, as the 31st of November. */
  impossible: boolean;
}

type Scanned = DateMention & { namesMonth: boolean };

/** No real note names more days; a hostile one must not make the overlap check slow. */
const mentionLimit = 200;
const patterns: DatePattern[] = [...chineseDates, ...countedDates, ...englishDates, ...spokenDates, ...feasts];

/** Every day the text names, in order; where phrases overlap the longest one wins. */
export function findDates(text: string, order: Temporal.PlainDate, timeZone: string): DateMention[] {
  // 'Card 写“…”. Wedding is on 7/11' is English where the day stands
  const monthFirst = /\p{Script=Han}/u.test(dayOfFigures(text)) || !/^(?:Europe|Australia)\//.test(timeZone);
  const context: DateContext = { order, monthFirst, namedMonth: null };
  const first = scan(text, context);
  const named = first.find((mention) => mention.namesMonth && mention.date);
  const mentions = named?.date ? scan(text, { ...context, namedMonth: named.date.month }) : first;
  const days: Scanned[] = [];
  for (const mention of mentions) {
    const fuller = mentions.find((other) => other !== mention && yields(mention, other));
    if (!fuller) days.push(mention);
    else Object.assign(fuller, { start: Math.min(fuller.start, mention.start), end: Math.max(fuller.end, mention.end) });
  }
  return days.map(({ start, end, date, kind, impossible }) => ({ start, end, date, kind, impossible }));
}

const sentenceEnd = /[.;!?。\n\ufffc]/;

/** The sentence with the first day in figures, or the whole text. Its ends are looked for from the day: from every letter on would take a square. */
function dayOfFigures(text: string): string {
  const at = text.search(/(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/);
  if (at < 0) return text;
  const isInside = (place: number): boolean => place >= 0 && place < text.length && !sentenceEnd.test(text.charAt(place));
  let [start, end] = [at, at];
  while (isInside(start - 1)) start--;
  while (isInside(end)) end++;
  return text.slice(start, end);
}

/** "EOD tomorrow", "Thursday Dec 10", 周四(12月10日): one day said twice, and the fuller wording counts. */
function yields(mention: Scanned, other: Scanned): boolean {
  if (mention.kind === 'close') return apart(mention, other) <= 4;
  return other.namesMonth && !mention.namesMonth && mention.kind !== 'limit' && apart(mention, other) <= 2;
}

function apart(one: DateMention, other: DateMention): number {
  return Math.max(one.start - other.end, other.start - one.end);
}

function scan(text: string, context: DateContext): Scanned[] {
  const found: Scanned[] = [];
  for (const pattern of patterns) {
    for (const match of matchesOf(text, pattern.find)) {
      const date = pattern.resolve(match, context);
      if (date === undefined) continue;
      const end = match.index + match[0].length;
      const namesMonth = pattern.namesMonth ?? false;
      found.push({ start: match.index, end, date, kind: pattern.kind ?? 'day', namesMonth, impossible: namesMonth && date === null });
    }
  }
  found.length = Math.min(found.length, mentionLimit);
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: typeof found = [];
  for (const mention of found) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
