import type { Span } from '../reading.ts';
import { simplified } from './simplified.ts';

/** No order note is longer; what lies beyond is shown to staff unread, so that reading time stays bounded. */
const readLimit = 6_000;

/** A note as the rules see it: NFKC, lower-case, simplified, without invisible characters, and the way back. */
export interface Plain {
  original: string;
  text: string;
  /** Original offsets of each UTF-16 unit of `text`: where its code point starts and ends. */
  from: number[];
  to: number[];
  traditional: boolean;
  /** Original offsets of invisible characters between letters: someone split words to hide them. */
  hidden: number[];
  fullWidthLetters: number;
  /** Original offset where reading stopped. */
  stop: number;
}

const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;
const folded: Record<string, string> = {
  '’': "'",
  ʼ: "'",
  '`': "'",
  '–': '-',
  '‑': '-',
  '‐': '-',
  '−': '-',
  '︰': ':',
  枱: '台',
  檯: '台',
};

/** Normalises a note and keeps, for every unit, the original code point it came from. */
export function plainText(original: string): Plain {
  const from: number[] = [];
  const to: number[] = [];
  const hidden: number[] = [];
  let text = '';
  let fullWidthLetters = 0;
  let at = 0;
  for (const point of original) {
    if (text.length >= readLimit || at >= 2 * readLimit) break;
    const end = at + point.length;
    if (invisible.test(point)) {
      if (/[\p{L}\p{N}]$/u.test(text.slice(-2)) && /^[\p{L}\p{N}]/u.test(original.slice(end, end + 2))) hidden.push(at);
    } else {
      if (point >= '\uff21' && point <= '\uff5a') fullWidthLetters += 1;
      const normal = point < '\u0080' ? (folded[point] ?? point).toLowerCase() : (folded[point] ?? point.normalize('NFKC').toLowerCase());
      for (let unit = 0; unit < normal.length; unit += 1) {
        from.push(at);
        to.push(end);
      }
      text += normal;
    }
    at = end;
  }
  const simple = simplified(text);
  return { original, text: simple, from, to, traditional: simple !== text, hidden, fullWidthLetters, stop: at };
}

/** The verbatim words of the note behind a stretch of plain text. */
export function spanOf(plain: Plain, start: number, end: number): Span {
  const first = plain.from[start] ?? 0;
  const last = plain.to[end - 1] ?? first;
  return { start: first, end: last, text: plain.original.slice(first, last) };
}

/** The stretch of plain text that stands for a stretch of the original. */
export function plainRange(plain: Plain, start: number, end: number): [number, number] {
  let first = 0;
  while (first < plain.to.length && (plain.to[first] ?? 0) <= start) first += 1;
  let last = first;
  while (last < plain.from.length && (plain.from[last] ?? 0) < end) last += 1;
  return [first, last];
}
