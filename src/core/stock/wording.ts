import { fold } from '../text/fold.ts';

const piece = /\p{Script=Han}|[\p{L}\p{M}]+(?:['’]s\b)?|\d+(?:\.\d+)?/gu;
const hanOnly = /^\p{Script=Han}+$/u;

/** The comparable pieces of a product name: Latin words without their plural, numbers, single Han characters. */
export function namePieces(words: string): string[] {
  return Array.from(fold(words).text.matchAll(piece), ([word]) => stem(word)).filter((word) => word !== '');
}

export const isHan = (words: string): boolean => hanOnly.test(words);

/** Singular form, crude but the same for both sides of a comparison: "shelves" and "shelf" meet, so do "boxes" and "box". */
export function stem(word: string): string {
  if (isHan(word)) return word;
  const bare = word.replace(/['’]s$/, '');
  if (bare.length <= 3 || !/^[a-z]+$/.test(bare)) return bare;
  return withoutPlural(bare).replace(/(?:ve|fe)$/, 'f');
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ves')) return `${word.slice(0, -3)}f`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** 1 for equal words down to 0; a swap of two neighbours counts as one slip. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  return longest === 0 || longest > 60 ? 0 : 1 - slips(one, other) / longest;
}

function slips(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}
