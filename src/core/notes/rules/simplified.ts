import { Converter } from 'opencc-js/t2cn';

/** Building the converter takes about 20 ms, so it waits for the first note with Han characters. */
let converter: ((text: string) => string) | undefined;

/** Traditional to simplified Chinese, unit for unit: the answer is exactly as long as the question. */
export function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const convert = (converter ??= Converter({ from: 'tw', to: 'cn' }));
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  let result = '';
  for (const point of text) {
    const one = convert(point);
    result += one.length === point.length ? one : point;
  }
  return result;
}
