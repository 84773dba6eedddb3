import { fold, type Folded } from '../../../text/fold.ts';
import type { Span } from '../../reading.ts';
import { respell } from './spelling.ts';
import { matchesOf } from './matches.ts';

/** No order is longer in words; what lies beyond is shown to staff unread, so that reading time stays bounded. */
export const readLimit = 6_000;

/** A note as the rules see it, and what its typing gives away. */
export interface Plain extends Folded {
  original: string;
  /** Original offsets of invisible characters between letters: someone split words to hide them. */
  hidden: number[];
}

const splitting =
  /(?<=[\p{L}\p{N}])[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]+(?=[\p{L}\p{N}])/gu;

export function plainText(original: string): Plain {
  const folded = respell(fold(original, readLimit), original);
  const hidden = Array.from(matchesOf(original.slice(0, folded.stop), splitting), ({ index }) => index);
  return { ...folded, original, hidden };
}

/** The verbatim words of the note behind a stretch of plain text. */
export function spanOf(plain: Plain, start: number, end: number): Span {
  const first = plain.starts[start] ?? 0;
  const last = plain.ends[end - 1] ?? first;
  return { start: first, end: last, text: plain.original.slice(first, last) };
}

/** The stretch of plain text that stands for a stretch of the original. */
export function plainRange(plain: Plain, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const first = firstWhere(plain.ends, (at) => at > start);
  return {
    start: first,
    end: Math.max(
      first,
      firstWhere(plain.starts, (at) => at >= end),
    ),
  };
}

/** The first of numbers that never fall which is as asked for; it is looked up for everything that is read, so that no note may be walked through for each. */
function firstWhere(numbers: readonly number[], is: (number: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(numbers[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
