import { readNumber } from '../../rules/text/numbers.ts';
import { metresAnd, readMetresAnd, readSpoken, spoken } from '../../rules/text/spoken.ts';
import { measureWords } from './units.data.ts';

/** A number with a physical unit, as it stands in a text. */
export interface Measured {
  text: string;
  value: number;
  unit: string;
}

const unit =
  'mm|cm|km|mtrs?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|inch(?:es)?|feet|foot(?! ?(?:rests?|stools?|mats?|pads?|pedals?|pumps?|boards?|switch))|ft|kgs?|lbs?|oz|ml|lit(?:er|re)s?|watts?|volts?|mah|kw|gb|tb|毫米|公厘|厘米|公分|公尺|英寸|英吋|英尺|英呎|千瓦|公斤|毫升|米|寸|吋|呎|瓦|伏|升';
/** Letters that are a unit right behind a number; apart from it they may be a size, unless the number is a broken one or a side is named. */
const letter = 'm|g|l|w|v|a';
const side = '(?= ?(?:wide|high|tall|long|deep|thick|width|height|length|depth|away|apart|from|宽|高|长|深|厚))';
const counts = Object.keys(measureWords).join('');
const han = '[零一二两三四五六七八九十百]';
const hanUnit = '米|公尺|尺|英尺|呎|英呎|公分|厘米|毫米|公厘|英?寸|英?吋';

/** Each way a measure is written, sticky, with what it says: a number and a unit, or nothing after all. */
const forms: [RegExp, (found: RegExpExecArray) => { value: number | null; unit: string }][] = [
  [new RegExp(metresAnd, 'y'), (found) => ({ value: readMetresAnd(found), unit: 'm' })],
  [
    new RegExp(`(\\d+(?:\\.\\d+)?)(?:\\s?(${unit})(?![a-z]|\\d)|(${letter}|in)(?![a-z]|\\d)|\\s?("|″|''))`, 'y'),
    ([, digits, loose, tight]) => ({ value: Number(digits), unit: loose ?? tight ?? 'in' }),
  ],
  [
    new RegExp(`(\\d+\\.\\d+)\\s(${letter})(?![a-z]|\\d)|(\\d+)\\sm(?![a-z]|\\d)${side}`, 'y'),
    ([, broken, written, digits]) => ({ value: Number(broken ?? digits), unit: written ?? 'm' }),
  ],
  [
    new RegExp(`(\\d+)(?:米|公尺|m)(?:(\\d)(?!\\d)|(\\d{2})(?!\\d|\\s?(?:[${counts}x×*]|pcs|pieces|units)))(?:厘米|公分|cm)?`, 'y'),
    ([, metres, tenth, hundredths]) => ({ value: Number(`${metres}.${tenth ?? hundredths}`), unit: 'm' }),
  ],
  [
    new RegExp(
      `(${han}{1,8}(?:点[零一二三四五六七八九]{1,3})?)(?:(米|公尺)([二三四五六七八九]十[一二三四五六七八九]?)(?![${counts}])(?:厘米|公分)?|(${hanUnit})(二|半|[一两三四五六七八九](?![${counts}]))?)`,
      'y',
    ),
    ([, number = '', metre, hundredths, other, tenth]) => {
      const full = readHan(number);
      // 一米六 is 1.6 m, 一米六五 is not said so, 一米六十五 is 1.65 m, 一米半 is 1.5 m
      const part =
        hundredths !== undefined ? (readNumber(hundredths) ?? 0) / 100 : tenth === '半' ? 0.5 : (readNumber(tenth ?? '') ?? 0) / 10;
      return { value: full === null ? null : Math.round((full + part) * 1000) / 1000, unit: metre ?? other ?? '' };
    },
  ],
  [
    new RegExp(
      `(${spoken})[ -](met(?:er|re)s?|cm|centimet(?:er|re)s?|mm|millimet(?:er|re)s?|inch(?:es)?|lit(?:er|re)s?|kilos?|watts?|volts?|(?:feet|foot|ft)(?=${side}|[^a-z ]|$))(?![a-z])`,
      'y',
    ),
    ([, number = '', written = '']) => ({ value: readSpoken(number), unit: written }),
  ],
];

/** 一点二, 一百二十. */
function readHan(written: string): number | null {
  const [whole = '', part] = written.split('点');
  const value = readNumber(whole);
  const decimals = Array.from(part ?? '', (digit) => readNumber(digit) ?? 0).join('');
  return value === null || decimals === '' ? value : Number(`${value}.${decimals}`);
}

/** The measure that stands at a place of a folded text. */
export function measuredAt(text: string, at: number): Measured | null {
  for (const [form, read] of forms) {
    form.lastIndex = at;
    const found = form.exec(text);
    const { value, unit: said } = found ? read(found) : { value: null, unit: '' };
    if (found && value !== null) return { text: found[0], value, unit: said };
  }
  return null;
}
