import { englishUnits, measureWords } from './units.data.ts';
import type { Token } from '../tokens.ts';

/** How many, as the customer put it: tokens `from` up to `to`. */
export interface Count {
  from: number;
  to: number;
  value: number;
  /** Nothing the desk may act on without asking: none, less than none, a part, a range, "a few", more than a million. */
  unusable: boolean;
  /** "3 x" counts what follows, "x3" what came before. */
  side: 'either' | 'before' | 'after';
  measure: string | null;
  /** Han numerals without a measure word count only what stands right beside them. */
  bare: boolean;
}

/** More than this of one thing is asked back. */
export const mostUnits = 1_000_000;
/** Takes the sign or the measure word that belongs to the number: "3 x", "3 pcs of", 3把. */
export function finish(
  list: Token[],
  count: { from: number; to: number; value: number; side: Count['side']; unusable?: boolean; measured?: boolean },
): Count {
  let { to, side, value } = count;
  let measure: string | null = null;
  const next = list[to];
  if (next?.kind === 'times' && side === 'either') {
    to += 1;
    side = 'after';
  } else if (next?.kind === 'word' && englishUnits.has(next.text)) {
    measure = next.text;
    to += 1;
  } else if (next?.kind === 'han' && next.text in measureWords && !count.measured) {
    measure = next.text;
    if (measure === '对') value *= 2;
    to += 1;
  }
  if (list[to]?.text === 'of') to += 1;
  const unusable = (count.unusable ?? false) || !Number.isInteger(value) || value <= 0 || value > mostUnits;
  return { from: count.from, to, value, unusable, side, measure, bare: false };
}

/** 十几盏, 20多把: behind the number stands that it is more or less. */
export const roughly = (list: Token[], at: number): number | null =>
  /^[几多来余]$/.test(list[at]?.text ?? '') && (list[at + 1]?.text ?? '') in measureWords ? at + 1 : null;
