import type { Folded } from '../../text/fold.ts';
import { lettersApart } from './disguise.ts';
import spelling from './lexicon/spelling.json' with { type: 'json' };
import { matchesOf } from './matches.ts';

/** What is meant by no slip: right words that are one letter away from another. */
const known = new Set([...spelling.words, ...spelling.right]);
const short = new Map(Object.entries(spelling.short));
const byLength = new Map<number, string[]>();
for (const word of spelling.words) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
/** Shorter words are too near to others that are right. */
const shortest = 6;
const endings = ['s', 'd', 'ed', 'es', 'ing', 'ly', 'r', 'er', 'n', 'al', 'y', 'able', 'ment', "'s"];
const isRight = (word: string): boolean =>
  known.has(word) ||
  endings.some(
    (ending) => word.endsWith(ending) && (known.has(word.slice(0, -ending.length)) || known.has(`${word.slice(0, -ending.length)}e`)),
  );

/**
 * Mends the words people often type wrong, so that the rules see what was meant. Every letter of a mended word stands for the whole word as
 * it was typed: evidence cut from it is what the customer wrote.
 */
export function respell<T extends Folded>(folded: T): T {
  let text = '';
  let at = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  const copy = (to: number): void => {
    text += folded.text.slice(at, to);
    for (; at < to; at += 1) {
      starts.push(folded.starts[at] ?? 0);
      ends.push(folded.ends[at] ?? 0);
    }
  };
  const apart = matchesOf(folded.text, lettersApart);
  for (const match of matchesOf(folded.text, /(?<![a-z0-9'@._/#|<-])[a-z0-9]{1,16}(?![a-z0-9'@_/|>=])/g)) {
    const meant = meantBy(match[0]);
    if (meant === null || meant === match[0]) continue;
    // r and u among letters typed apart are no words of their own
    if (apart.some(({ 0: letters, index }) => match.index >= index && match.index < index + letters.length)) continue;
    copy(match.index);
    const end = match.index + match[0].length;
    text += meant;
    for (let letter = 0; letter < meant.length; letter += 1) {
      starts.push(folded.starts[match.index] ?? 0);
      ends.push(folded.ends[end - 1] ?? 0);
    }
    at = end;
  }
  if (at === 0) return folded;
  copy(folded.text.length);
  return { ...folded, text, starts, ends };
}

function meantBy(word: string): string | null {
  const listed = short.get(word);
  if (listed !== undefined) return listed;
  if (word.length < shortest || /\d/.test(word) || isRight(word)) return null;
  const near = [-1, 0, 1].flatMap((more) => (byLength.get(word.length + more) ?? []).filter((other) => isOneSlipFrom(word, other)));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** One letter too many, too few, wrong, or two swapped; the first letter is seldom wrong. */
function isOneSlipFrom(word: string, other: string): boolean {
  if (word[0] !== other[0]) return false;
  let from = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  let [end, otherEnd] = [word.length, other.length];
  while (end > from && otherEnd > from && word[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [end - from, otherEnd - from];
  const swapped = left === 2 && right === 2 && word[from] === other[from + 1] && word[from + 1] === other[from];
  return swapped || (left <= 1 && right <= 1);
}
