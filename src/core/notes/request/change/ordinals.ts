import type { Clause, Parsed } from '../clauses.ts';
import type { Range } from '../found.ts';
import { measureWords } from '../quantity/units.data.ts';

/** "The second one", "line 2", 第二张, 最后一个: a place on the order; in Chinese perhaps with how the thing is counted. */
export interface Ordinal extends Range {
  place: number | 'last';
  measure: string | null;
}

const places = new Map<string, number | 'last'>([
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(
    (word, index): [string, number] => [word, index + 1],
  ),
  ...Array.from('一二三四五六七八九十').map((word, index): [string, number] => [word, index + 1]),
  ['last', 'last'],
]);
const ofLine = /^(?:ones?|lines?|items?|positions?|entry|product|row)$/;
const kinds = '个项行款种样';

/** Places that a clause names; "the second" alone only where a product or nothing but its new choice can follow. */
export function ordinalsIn(clause: Clause, parsed: Parsed): Ordinal[] {
  const found: Ordinal[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const ordinal = hanAt(at, clause, parsed) ?? lineAt(at, clause, parsed) ?? englishAt(at, clause, parsed);
    if (!ordinal) continue;
    found.push(ordinal);
    at = ordinal.to - 1;
  }
  return found;
}

function englishAt(at: number, { to, mentions }: Clause, { tokens: { list }, choices }: Parsed): Ordinal | null {
  const text = list[at]?.text ?? '';
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1];
  const place = digits === undefined ? (list[at]?.kind === 'word' ? places.get(text) : undefined) : Number(digits);
  if (place === undefined) return null;
  const isShown = /^(?:the|my|our|that)$/.test(list[at - 1]?.text ?? '');
  const from = isShown ? at - 1 : at;
  const next = list[at + 1];
  if (at + 1 < to && ofLine.test(next?.text ?? '')) return { from, to: at + 2, place, measure: null };
  // "the second desk", "make the second white"; not "the first of December"
  const goesOn =
    at + 1 < to && (mentions.some((mention) => mention.from <= at + 1 && at + 1 < mention.to) || choices.has(next?.stem ?? ''));
  return isShown && goesOn ? { from, to: at + 1, place, measure: null } : null;
}

/** "Line 1", "item no. 2". */
function lineAt(at: number, { to }: Clause, { tokens: { list } }: Parsed): Ordinal | null {
  if (!/^(?:line|item|position|row)$/.test(list[at]?.text ?? '')) return null;
  const number = /^(?:no|number)$/.test(list[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const token = list[number];
  if (number >= to || token?.kind !== 'number' || token.value < 1 || token.value > 99) return null;
  return { from: at, to: number + 1, place: token.value, measure: null };
}

function hanAt(at: number, { to }: Clause, { tokens: { list } }: Parsed): Ordinal | null {
  const text = (place: number): string => (place < to ? (list[place]?.text ?? '') : '');
  const last = text(at) + text(at + 1) === '最后';
  if (text(at) !== '第' && !last) return null;
  const number = last ? at + 2 : at + 1;
  const place = last ? 'last' : (places.get(text(number)) ?? (list[number]?.kind === 'number' ? list[number].value : undefined));
  if (place === undefined || (place !== 'last' && place < 1)) return null;
  const measure = last && text(number) !== '一' ? number : number + 1;
  const counts = text(measure);
  if (!(counts in measureWords) && !kinds.includes(counts || ' ')) return null;
  const end = text(measure + 1) === '的' ? measure + 2 : measure + 1;
  return { from: at, to: end, place, measure: kinds.includes(counts) ? null : counts };
}
