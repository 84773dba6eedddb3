import type { Folded } from '../../../text/fold.ts';
import { lettersApart } from '../injection/disguise.ts';
import everyday from '../lexicon/everyday.json' with { type: 'json' };
import spelling from '../lexicon/spelling.json' with { type: 'json' };
import words from '../lexicon/spelling.words.json' with { type: 'json' };
import { matchesOf } from './matches.ts';

/** What is meant by no slip: right words that are one letter away from another. */
const known = new Set([...spelling.words, ...spelling.right]);
const wordsIn = (byLetter: Record<string, string>): string[] => Object.values(byLetter).flatMap((line) => line.split(' '));
/** Words of everyday notes, and the words of a dictionary that are one slip away from just one of those. */
const usual = wordsIn(words.usual);
const right = new Set([...usual, ...wordsIn(words.right)]);
const usualBy = new Map<string, string[]>();
for (const word of usual) usualBy.set(`${word[0]}${word.length}`, [...(usualBy.get(`${word[0]}${word.length}`) ?? []), word]);
const short = new Map(Object.entries(spelling.short));
const byLength = new Map<number, string[]>();
for (const word of spelling.words) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
const usualBySound = new Map<string, string[]>();
for (const word of usual) usualBySound.set(soundOf(word), [...(usualBySound.get(soundOf(word)) ?? []), word]);
/** Shorter words are too near to others that are right. */
const shortest = { listed: 6, usual: 5 };
const endings = ['s', 'd', 'ed', 'es', 'ing', 'ly', 'r', 'er', 'n', 'al', 'y', 'able', 'ment', "'s"];
const isRight = (word: string): boolean =>
  known.has(word) ||
  endings.some(
    (ending) => word.endsWith(ending) && (known.has(word.slice(0, -ending.length)) || known.has(`${word.slice(0, -ending.length)}e`)),
  );

/**
 * Mends the words people often type wrong, so that the rules see what was meant. Every letter of a mended word stands for the whole word as
 * it was typed: evidence cut from it is what the customer wrote. A word with a capital inside a sentence is a name, in which only days, months and
 * what notes are full of is mended.
 */
export function respell<T extends Folded>(folded: T, original = folded.text): T {
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
  for (const match of matchesOf(folded.text, slips)) {
    const typed = original.slice(folded.starts[match.index], folded.ends[match.index + match[0].length - 1]);
    const isName = /^\p{Lu}\p{Ll}/u.test(typed) && !opensSentence.test(folded.text.slice(Math.max(0, match.index - 4), match.index));
    const behind = folded.text.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const meant =
      withApostrophe(match[0], folded.text.slice(Math.max(0, match.index - 6), match.index), behind) ?? meantBy(match[0], isName);
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

const persons = new Set(everyday.words.people.split(' '));
const shortened: Record<string, string> = { hell: "he'll", shell: "she'll", well: "we'll", ill: "i'll", were: "we're", id: "i'd" };
/** What stands behind "we'll" and "i'd", where "well" and "id" would stand behind something else. */
const goesOn: Record<string, RegExp> = {
  were: /^ (?:in|out|away|home|closed|open|moving|having|at|on|not|only|happy|here|running|hosting|opening|getting|using|going|so|a)(?![a-z])/,
  id: /^ (?:like|love|prefer|rather|need|want)(?![a-z])/,
};
const owned = /^ (?:number|phone|cell|mobile|name|email|birthday|bday|place|house|flat|office|desk|room|door|wedding|party|class)(?![a-z])/;

/** "My husbands number", "hell be home", "if were out": the apostrophe is what is left out first. */
function withApostrophe(word: string, before: string, behind: string): string | null {
  if (word.endsWith('s') && persons.has(word.slice(0, -1)) && owned.test(behind)) return `${word.slice(0, -1)}'s`;
  const meant = shortened[word];
  const opens = /(?:^|[,.;!?\n(] ?|\b(?:if|and|so|but|as|when|because|since|that|please) )$/.test(before);
  return meant !== undefined && opens && (goesOn[word] ?? /^ be(?![a-z])/).test(behind) ? meant : null;
}

/** A word by itself, or "w/" and "w/o" with what follows. */
const slips = /(?<![a-z0-9'@._/#|<-])(?:[a-z0-9]{1,16}(?![a-z0-9'@_/|>=])|w\/o(?= [a-z])|w\/(?: (?=[a-z])|(?!o )(?=[a-z]{2})))/g;
const opensSentence = /(?:^|[.!?。\n:;] ?["'(]?)$/;

function meantBy(word: string, isName: boolean): string | null {
  const listed = short.get(word.trimEnd());
  if (listed !== undefined) return listed;
  if (/\d/.test(word)) return null;
  const near = word.length < shortest.listed || isRight(word) ? [] : nearTo(word, (length) => byLength.get(length));
  if (near.length === 1) return near[0] ?? null;
  if (isName || word.length < shortest.usual || right.has(word)) return null;
  const heard = (usualBySound.get(soundOf(word)) ?? []).filter((other) => other[0] === word[0]);
  if (heard.length === 1) return heard[0] ?? null;
  return onlyOne(
    word,
    nearTo(word, (length) => usualBy.get(`${word[0]}${length}`)),
  );
}

/** How a word is said, roughly: "notise" and "notice" are one, and so are "leevs" and "leaves". */
function soundOf(word: string): string {
  return word
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replaceAll('c', 'k')
    .replaceAll('z', 's')
    .replace(/ee|ea|ei|ie|y$/g, 'I')
    .replace(/ai|ay/g, 'A')
    .replace(/ow|ou/g, 'O')
    .replace(/e(?=[sd]?$)/, '');
}

const nearTo = (word: string, ofLength: (length: number) => string[] | undefined): string[] =>
  [-1, 0, 1].flatMap((more) => (ofLength(word.length + more) ?? []).filter((other) => isOneSlipFrom(word, other)));

/** Of "engrave" and "engraved" engravd is the second: the last letter is seldom wrong either. */
function onlyOne(word: string, near: string[]): string | null {
  const likely = near.length > 1 ? near.filter((other) => other.at(-1) === word.at(-1)) : near;
  return likely.length === 1 ? (likely[0] ?? null) : null;
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
