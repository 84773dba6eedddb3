import { matchesOf } from './matches.ts';
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

const spaced = /(?<![a-z])(?:[a-z][ ._*\-|]{1,3}){5,60}[a-z](?![a-z])/g;
const split = /(?:\p{Script=Han}[-._*·|/~ ]){4,40}\p{Script=Han}/gu;

/** Stretches of single letters or characters with marks between them, and what they say without. */
export function spacedOut(words: string): { start: number; end: number; says: string }[] {
  return [...matchesOf(words, spaced), ...matchesOf(words, split)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    says: match[0].replace(/[ ._*\-|·/~]/g, ''),
  }));
}
