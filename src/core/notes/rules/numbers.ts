import { englishNumerals, hanDigits, hanScales } from '../numerals.data.ts';

/** How many, as it is said of goods. */
const english: Record<string, number> = {
  ...englishNumerals,
  a: 1,
  an: 1,
  'a couple of': 2,
  'couple of': 2,
  'half a dozen': 6,
  'a dozen': 12,
  dozen: 12,
  'two dozen': 24,
  'three dozen': 36,
  'four dozen': 48,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
};

/** Regular-expression source for a count in either language; read it with `readNumber`. */
export const count = '(?:\\d{1,5}(?:\\.\\d{1,3})?|[零一二两三四五六七八九十廿卅百千半]{1,6})';
const inWords = Object.keys(englishNumerals).filter((word) => word !== 'zero');
export const englishCount = `(?:\\d{1,5}|a couple of|couple of|(?:a|half a|two|three|four) dozen|(?:a|one|two) hundred|an?|${inWords.join('|')})`;

/** A number as written in a note (12, 12.5, twelve, 十二, 两百五, 半), or null when it is none. */
export function readNumber(written: string): number | null {
  const text = written.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  return english[text] ?? chinese(text);
}

function chinese(written: string): number | null {
  const text = written.replace('廿', '二十').replace('卅', '三十').replace('卌', '四十');
  if (text === '半') return 0.5;
  let total = 0;
  let digit = 0;
  let lastScale = 1;
  let pending = false;
  for (const letter of text) {
    const scale = hanScales[letter];
    const value = hanDigits[letter];
    if (scale !== undefined) {
      total += (pending ? digit : 1) * scale;
      lastScale = scale;
      pending = false;
    } else if (value !== undefined) {
      if (pending && digit !== 0) return null;
      digit = value;
      pending = true;
      if (value === 0) lastScale = 1;
    } else return null;
  }
  if (text === '') return null;
  // 两百五 is 250: a digit right after a scale above ten counts the next scale down.
  if (pending) total += digit * (lastScale > 10 ? lastScale / 10 : 1);
  return total;
}
