import { englishNumerals, hanDigits, hanScales } from '../../numerals.data.ts';

const small = Object.keys(englishNumerals).filter((word) => (englishNumerals[word] ?? 20) < 20);
const tens = Object.keys(englishNumerals).filter((word) => (englishNumerals[word] ?? 0) >= 20);
const lots: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1000 };

/** "Twelve", "half a dozen", "seventy-five", "three thousand"; null for any other words. */
function english(written: string): number | null {
  if (written === 'half a dozen') return 6;
  if (/^(?:a )?couple of$/.test(written)) return 2;
  const words = written.split(/[- ]/);
  const [first = '', second] = words;
  if (words.length > 2) return null;
  const lot = lots[second ?? first];
  const one = first === 'a' || first === 'an' ? 1 : small.includes(first) ? (englishNumerals[first] ?? 0) : -1;
  if (lot !== undefined) return second === undefined ? (first === 'dozen' ? lot : null) : one > 0 ? one * lot : null;
  if (!tens.includes(first)) return second === undefined && one > 0 ? one : null;
  const ten = englishNumerals[first] ?? 0;
  const rest = second === undefined ? 0 : small.includes(second) ? (englishNumerals[second] ?? 0) : -1;
  return rest >= 0 && rest < 10 ? ten + rest : null;
}

/** Regular-expression source for a count in either language; read it with `readNumber`. */
export const count = '(?:\\d{1,5}(?:\\.\\d{1,3})?|[零一二两三四五六七八九十廿卅百千半]{1,6})';
const upToNine = small.filter((word) => word !== 'zero' && (englishNumerals[word] ?? 10) < 10).join('|');
const upToNineteen = small.filter((word) => word !== 'zero').join('|');
export const englishCount = `(?:\\d{1,5}|(?:a )?couple of|(?:a|half a|two|three|four|five|six) dozen|(?:a|${upToNine}) (?:hundred|thousand)|an?|${upToNineteen}|(?:${tens.join('|')})(?:[- ](?:${upToNine})(?![a-z-]))?)`;

/** A number as written in a note (12, 12.5, twelve, 十二, 两百五, 半), or null when it is none. */
export function readNumber(written: string): number | null {
  const text = written.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  return english(text) ?? chinese(text);
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
