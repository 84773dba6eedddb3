import { Converter } from 'opencc-js/t2cn';

/** A text made comparable (NFKC, lower case, simplified), with the way back to the offsets of the original. */
export interface Folded {
  text: string;
  /** Original start and end of each UTF-16 unit of `text`. */
  starts: number[];
  ends: number[];
  /** Where in `text` a full-width sign was typed: a Chinese comma never groups thousands. */
  wide: Set<number>;
}

const han = /\p{Script=Han}/u;
/** Zero-width, bidirectional, variation and tag characters: they hide words from a comparison and mean nothing. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** Circled numbers stay as they are: they number a list, they count nothing. */
const circled = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/;

let converter: ((text: string) => string) | null = null;

/** Folds character by character, so that every span found in the result can be cut from the original. */
export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const wide = new Set<number>();
  let at = 0;
  for (const character of original) {
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
  return { text: simplify(text), starts, ends, wide };
}

/** Traditional to simplified characters; the result has the length of the text it was given. */
export function simplify(text: string): string {
  if (!han.test(text)) return text;
  // The dictionaries take about 20 ms to build: only a desk that meets Chinese pays for them.
  const convert = (converter ??= Converter({ from: 'tw', to: 'cn' }));
  const whole = convert(text);
  return whole.length === text.length ? whole : Array.from(text, (character) => sameLength(character, convert(character))).join('');
}

const sameLength = (before: string, after: string): string => (after.length === before.length ? after : before);

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (invisible.test(character)) return '';
  return circled.test(character) ? character : character.normalize('NFKC').toLowerCase();
}
