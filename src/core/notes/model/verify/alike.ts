import { fold } from '../../../text/fold.ts';
import { count, englishCount, readNumber } from '../../rules/text/numbers.ts';

/** Two values that differ in nothing a customer would mean. */
export const sameText = (one: string, other: string): boolean => bare(one) === bare(other);

const isMeasure = /^[\d.x]+$/;

function bare(text: string): string {
  const plain = fold(text.slice(0, 1_000)).text.replace(/\s+/g, '').replace(/[×*]/g, 'x');
  // the point of 8.5 is no punctuation
  return isMeasure.test(plain) ? plain : plain.replace(/[\p{P}\p{S}]+/gu, '');
}

/** The words of a value as they stand in a quote, cut from it; null where they do not. */
export function wordsWithin(quote: string, value: string): string | null {
  const words = value.trim();
  if (words === '') return null;
  if (quote.includes(words)) return words;
  const [plain, wanted] = [fold(quote), fold(words).text];
  const at = wanted === '' ? -1 : plain.text.indexOf(wanted);
  return at < 0 ? null : quote.slice(plain.starts[at], plain.ends[at + wanted.length - 1]);
}

const numbers = new RegExp(`${count}|\\b${englishCount}\\b`, 'g');

/** Every number that is written in some words, in digits or in letters. */
export function numbersIn(words: string): number[] {
  return Array.from(fold(words).text.matchAll(numbers), ([written]) => readNumber(written)).filter((number) => number !== null);
}
