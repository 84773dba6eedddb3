const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const english: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'a couple of': 2,
  'couple of': 2,
  'a dozen': 12,
  dozen: 12,
  'half a dozen': 6,
  'two dozen': 24,
  'three dozen': 36,
  'four dozen': 48,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  forty: 40,
  fifty: 50,
  sixty: 60,
  eighty: 80,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
};

/** Regular-expression source for a count in either language; read it with `readNumber`. */
export const count = '(?:\\d{1,5}(?:\\.\\d{1,3})?|[零一二两三四五六七八九十廿卅百千半]{1,6})';
export const englishCount =
  '(?:\\d{1,5}|a couple of|couple of|(?:a|half a|two|three|four) dozen|(?:a|one|two) hundred|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|eighty)';

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
    const scale = scales[letter];
    const value = digits[letter];
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
