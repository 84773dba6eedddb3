import { Converter } from 'opencc-js/t2cn';

/** A text made comparable (NFKC, lower case, simplified, digits of any script plain), with the way back to the offsets of the original. */
export interface Folded {
  text: string;
  /** Original start and end of each UTF-16 unit of `text`. */
  starts: number[];
  ends: number[];
  /** Where in `text` a full-width sign was typed: a Chinese comma never groups thousands. */
  wide: Set<number>;
  /** Whether traditional characters were simplified. */
  traditional: boolean;
  /** Original offset where folding stopped; the length of the original unless it was too long. */
  stop: number;
}

const han = /\p{Script=Han}/u;
/** Zero-width, bidirectional, variation, tag and control characters: they hide words from a comparison and mean nothing. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** Circled numbers stay as they are: they number a list, they count nothing. */
const circled = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/;
const digit = /\p{Nd}/u;
/** Ways to type one mark, and a variant of 檯 that the dictionaries of traditional characters do not know. */
const alike: Record<string, string> = {
  '’': "'",
  ʼ: "'",
  '`': "'",
  '–': '-',
  '‑': '-',
  '‐': '-',
  '−': '-',
  '︰': ':',
  枱: '台',
};

let converter: ((text: string) => string) | null = null;

/** Folds character by character, so that every span found in the result can be cut from the original; stops after about `most` units. */
export function fold(original: string, most = Infinity): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const wide = new Set<number>();
  let at = 0;
  for (const character of original) {
    if (text.length >= most || at >= 2 * most) break;
    const end = at + character.length;
    const folded = foldCharacter(character);
    if (character >= '\uff01' && character <= '\uff5e') wide.add(text.length);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  const simple = simplify(text);
  return { text: simple, starts, ends, wide, traditional: simple !== text, stop: at };
}

/** Traditional to simplified characters; the result has the length of the text it was given. */
function simplify(text: string): string {
  if (!han.test(text)) return text;
  // The dictionaries take about 20 ms to build: only a desk that meets Chinese pays for them.
  const convert = (converter ??= Converter({ from: 'tw', to: 'cn' }));
  const whole = convert(text);
  return whole.length === text.length ? whole : Array.from(text, (character) => sameLength(character, convert(character))).join('');
}

const sameLength = (before: string, after: string): string => (after.length === before.length ? after : before);

const known = new Map<string, string>();
/** Nobody writes in more: those of one script at most are kept. */
const mostKnown = 10_000;

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = foldAnew(character);
  if (known.size < mostKnown) known.set(character, folded);
  return folded;
}

function foldAnew(character: string): string {
  if (/\s/.test(character) && character < '\u0080') return character;
  if (invisible.test(character)) return '';
  if (character < '\u0080') return (alike[character] ?? character).toLowerCase();
  if (circled.test(character)) return character;
  return digit.test(character) ? digitOf(character) : (alike[character] ?? character.normalize('NFKC').toLowerCase());
}

/** The digits of every script stand ten in a row, from nought to nine. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
