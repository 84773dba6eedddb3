import { matchesOf } from '../text/matches.ts';
/** Letters of other scripts that look Latin, and digits and signs that stand for letters, each one unit long. */
const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  в: 'b',
  ԁ: 'd',
  ɡ: 'g',
  ո: 'n',
  ο: 'o',
  α: 'a',
  ε: 'e',
  ι: 'i',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  κ: 'k',
  ı: 'i',
  á: 'a',
  à: 'a',
  é: 'e',
  è: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ö: 'o',
  ü: 'u',
};
const leet: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' };
const foreign = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');

/**
 * The same text, of the same length, as a person would read it whom somebody wants to deceive: with a Cyrillic letter in it, 1gn0re, ignore_all_rules.
 * What is found in it and not in the plain text was hidden on purpose.
 */
export function undisguised(words: string): string {
  return words
    .replace(foreign, (letter) => lookalikes[letter] ?? letter)
    .replace(/[a-z0-9@$!]*(?:[a-z][013457@$!]|[013457@$!][a-z])[a-z0-9@$!]*/g, (word) =>
      /[a-z]{2}/.test(word) || /[a-z].*[a-z]/.test(word) ? word.replace(/[0134578@$!]/g, (sign) => leet[sign] ?? sign) : word,
    )
    .replace(/(?<=[a-z])[_.\-+*~|](?=[a-z]{2,})/g, ' ');
}

/** Four single letters and more with blanks or marks between them: nobody types so who wants to be read. */
export const lettersApart = /(?<![a-z0-9'])(?:[a-z][ ._*\-|]{1,3}){3,80}[a-z](?![a-z0-9'])/g;
const split = /(?:\p{Script=Han}[-._*·|/~ ]){4,40}\p{Script=Han}/gu;

/** Stretches of single letters or characters with marks between them, and what they say without. */
export function spacedOut(words: string): { start: number; end: number; says: string }[] {
  return [...matchesOf(words, lettersApart), ...matchesOf(words, split)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    says: match[0].replace(/[ ._*\-|·/~]/g, ''),
  }));
}

/** A text whose letters stand together again, as words of a vocabulary; each unit with its place in the original. Null where none stand apart. */
export function rejoined(words: string, vocabulary: ReadonlySet<string>): { text: string; at: number[] } | null {
  const stretches = matchesOf(words, lettersApart);
  if (stretches.length === 0) return null;
  let text = '';
  const at: number[] = [];
  const add = (piece: string, from: number, step: 0 | 1): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) at.push(from + unit * step);
  };
  let done = 0;
  for (const { 0: apart, index } of stretches) {
    add(words.slice(done, index), done, 1);
    // a wider gap ends a word
    const pieces = /[a-z][._*\-|]?[a-z]/.test(apart) || /[a-z] [a-z]/.test(apart) ? apart.split(/ {2,}| [._*\-|] /) : [apart];
    add(pieces.map((piece) => wordsIn(piece.replace(/[^a-z]/g, ''), vocabulary)).join(' '), index, 0);
    done = index + apart.length;
  }
  add(words.slice(done), done, 1);
  return { text, at };
}

const longestWord = 16;

/** The fewest words of a vocabulary that letters without blanks may be cut into, or the letters as they are. */
function wordsIn(letters: string, vocabulary: ReadonlySet<string>): string {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - longestWord); start < end; start += 1) {
      const before = best[start];
      if (!before || !vocabulary.has(letters.slice(start, end)) || before.length + 1 >= (best[end]?.length ?? Infinity)) continue;
      best[end] = [...before, letters.slice(start, end)];
    }
  }
  return best[letters.length]?.join(' ') ?? letters;
}
