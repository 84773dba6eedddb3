import { englishNumerals } from '../../numerals.data.ts';

const numerals = Object.keys(englishNumerals)
  .filter((word) => word !== 'zero')
  .join('|');

/** Regular-expression source for a number as a measure is said: "two point four", "a hundred and twenty", "one and a half"; `readSpoken` reads it. */
export const spoken = `(?<![a-z-])(?:half(?: an?)?|an? hundred|(?:zero|${numerals})(?![a-z]))(?:[ -](?:and an? (?:half|quarter)|and(?= (?:${numerals})(?![a-z]))|point|hundred|(?:zero|oh|${numerals})(?![a-z]))){0,7}`;

/** One hundred and sixty, and "one sixty", which says the same of a measure. */
function whole(words: string[]): number | null {
  let total = 0;
  let last = Infinity;
  for (const word of words) {
    const value = /^an?$/.test(word) ? 1 : englishNumerals[word];
    if (word === 'and') continue;
    if (word === 'hundred') {
      if (total < 1 || total > 9) return null;
      total *= 100;
      last = 100;
    } else if (value === undefined) return null;
    else if (value >= 10 && last < 10) {
      total = total * 100 + value;
      last = value;
    } else if (value < (last === 100 || last === Infinity ? 100 : last >= 20 ? 10 : 0)) {
      total += value;
      last = value;
    } else return null;
  }
  return words.length === 0 ? null : total;
}

/** The number such words say, or null where they say none: "ten twelve". */
export function readSpoken(written: string): number | null {
  if (/^half(?: an?)?$/.test(written)) return 0.5;
  const part = / and an? (half|quarter)$/.exec(written);
  const [units = '', decimals, more] = written.slice(0, part?.index).split(/[ -]point[ -]/);
  const value = whole(units.split(/[ -]/));
  if (value === null || more !== undefined || (part && decimals !== undefined)) return null;
  if (decimals === undefined) return value + (part ? (part[1] === 'half' ? 0.5 : 0.25) : 0);
  const digits = decimals.split(/[ -]/).map((word) => (word === 'oh' ? 0 : englishNumerals[word]));
  return digits.every((digit) => digit !== undefined && (digit < 10 || digits.length === 1)) ? Number(`${value}.${digits.join('')}`) : null;
}

/** "One metre forty", "1 m 40", "two metres and a half": centimetres behind metres, where nothing stands behind that they may count. */
export const metresAnd = `(?<![a-z\\d.])(an?(?= met)|\\d{1,2}|${spoken}(?= met)) ?(?:m|met(?:er|re)s?) (?:(and an? half)|(?:and )?(\\d{2}|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z]))?))(?: ?(?:cm|centimet(?:er|re)s?))?(?![a-z\\d.%:/-])(?! (?:(?!please|thanks?|for|with|wide|long|high|tall|deep|in|and|instead|not|by|or|if)[a-z\\d]|in (?:a|the|total)))`;

export function readMetresAnd([, metres = '', half, rest]: RegExpExecArray | RegExpMatchArray): number | null {
  const full = /^an?$/.test(metres) ? 1 : /^\d/.test(metres) ? Number(metres) : readSpoken(metres);
  const part = half === undefined ? (/^\d/.test(rest ?? '') ? Number(rest) : readSpoken(rest ?? '')) : 50;
  return full === null || part === null ? null : Math.round(full * 100 + part) / 100;
}
