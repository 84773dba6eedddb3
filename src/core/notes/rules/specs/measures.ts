import type { SpecKey } from '../../reading.ts';
import { readNumber } from '../numbers.ts';
import { around, type Scene } from '../scene.ts';
import type { Found } from './found.ts';

/** Units as written, longest first within each; the unit as stored; the property it is of when nothing else says so. */
const units: { written: string; unit: string; key: SpecKey }[] = [
  { written: 'mah|毫安时?', unit: 'mAh', key: 'capacity' },
  { written: 'mm|毫米|millimet(?:er|re)s?', unit: 'mm', key: 'size' },
  { written: 'cm|厘米|公分|centimet(?:er|re)s?', unit: 'cm', key: 'size' },
  { written: 'ml|毫升|millilit(?:er|re)s?', unit: 'ml', key: 'capacity' },
  { written: 'kw|千瓦', unit: 'kW', key: 'power' },
  { written: 'kg|公斤|千克|kilos?|kilograms?', unit: 'kg', key: 'weight' },
  { written: 'hrc', unit: 'HRC', key: 'hardness' },
  { written: 'hp|匹|马力', unit: 'HP', key: 'power' },
  { written: 'gb|g内存', unit: 'GB', key: 'capacity' },
  { written: 'tb', unit: 'TB', key: 'capacity' },
  { written: 'lbs?|pounds?|磅', unit: 'lb', key: 'weight' },
  { written: 'oz|ounces?|盎司', unit: 'oz', key: 'weight' },
  { written: 'ft|feet|foot|英尺', unit: 'ft', key: 'size' },
  { written: 'inch(?:es)?|in|英寸|寸|吋|"', unit: 'in', key: 'size' },
  { written: 'lit(?:er|re)s?|l|升', unit: 'L', key: 'capacity' },
  { written: 'met(?:er|re)s?|m|米|公尺', unit: 'm', key: 'size' },
  { written: 'volts?|v|伏特?', unit: 'V', key: 'voltage' },
  { written: 'amps?|a|安培', unit: 'A', key: 'power' },
  { written: 'watts?|w|瓦', unit: 'W', key: 'power' },
  { written: 'grams?|g|克', unit: 'g', key: 'weight' },
  { written: 'kelvin|k', unit: 'K', key: 'color_temperature' },
];
const unitWord = `(?:${units.map(({ written }) => written).join('|')})`;
const latinEdge = '(?![a-z0-9])';
const number = '\\d{1,6}(?:\\.\\d{1,3})?';

/** Words that name the property, before or behind the measure. */
const names: { key: SpecKey; before: RegExp; after: RegExp }[] = [
  {
    key: 'diameter',
    before: /(?:\b(?:diameter|dia|hole|bore|ø|od|id)(?: size)?|直径|孔径|外径|内径|口径|孔)$/,
    after: /^(?:in )?(?:diameter|dia\b|holes?\b|bore)|^(?:的)?(?:直径|孔径|孔)/,
  },
  { key: 'thickness', before: /(?:\b(?:thick(?:ness)?)|厚度?|壁厚|板厚)$/, after: /^(?:thick|in thickness|wall)|^的?(?:厚)/ },
  { key: 'width', before: /(?:\b(?:width|wide)|宽度?|门幅)$/, after: /^(?:wide|in width|width)|^的?宽/ },
  { key: 'height', before: /(?:\b(?:height|high|tall)|高度?|身高)$/, after: /^(?:high|tall|in height|height)|^的?高/ },
  { key: 'depth', before: /(?:\b(?:depth|deep)|深度?|进深)$/, after: /^(?:deep|in depth|depth)|^的?深/ },
  {
    key: 'length',
    before:
      /(?:\b(?:length|long|drop|inseam|cut (?:it |them )?(?:down )?(?:to|at)|lengths? of)|长度?|裁(?:成|到)?|切(?:成|到)?|截成|线长|垂|放长|加长到)$/,
    after: /^(?:long|in length|length|drop|lengths?)|^的?(?:长|线长|垂)/,
  },
  { key: 'weight', before: /(?:\b(?:weight|weighing)|重量?|克重|净重)$/, after: /^(?:heavy|in weight|paper)|^的?重/ },
  {
    key: 'color_temperature',
    before: /(?:\b(?:colou?r temp(?:erature)?|light)|色温)$/,
    after: /^(?:light|colou?r temp|warm|white)|^的?(?:色温|光)/,
  },
  { key: 'voltage', before: /(?:\b(?:voltage)|电压)$/, after: /^(?:voltage|version|supply|mains)|^的?电压/ },
  { key: 'power', before: /(?:\b(?:power)|功率)$/, after: /^(?:power|bulb|motor)|^的?功率/ },
  { key: 'capacity', before: /(?:\b(?:capacity|volume|holds?)|容量)$/, after: /^(?:capacity)|^的?容量/ },
  { key: 'hardness', before: /(?:\b(?:hardness)|硬度)$/, after: /^(?:hardness)/ },
  { key: 'size', before: /(?:\bsize|尺寸|大小|规格)$/, after: /^(?:size)/ },
];
const joints = /(?:\s|=|:|的|为|是|要|用|做成?|改成?|改为|到|成|约|大概|is|of|to|at|about|approx|\.|should|must|be|in)+$/;

const sizes = new RegExp(
  `(${number}) ?(${unitWord})? ?[x×*] ?(${number}) ?(${unitWord})?(?: ?[x×*] ?(${number}))? ?(${unitWord}${latinEdge})?(?![\\d])`,
  'g',
);
const single = new RegExp(`(?<![\\d.a-z#±])(${number}) ?-?(${unitWord})${latinEdge}`, 'g');
const spelled = /([一二两三四五六七八九十]{1,3})(米|公尺|尺)([一二三四五六七八九半])?/g;

/** Measures with the property they are of, the number as a plain decimal and the unit as stored. */
export function measures(scene: Scene): Found[] {
  const found: Found[] = [];
  const words = scene.words;
  for (const match of words.matchAll(sizes)) {
    const [whole, a, , b, , c] = match;
    const unit = [match[6], match[4], match[2]].find(Boolean);
    if (/\d\.\d{1,2}$/.test(a ?? '') && words[match.index - 1] === 'm') continue;
    if (words[match.index - 1] === 'm' || /[\d/]$/.test(words.slice(0, match.index))) continue;
    found.push({
      start: match.index,
      end: match.index + whole.trimEnd().length,
      key: 'dimensions',
      value: [a, b, c].filter(Boolean).join('x'),
      unit: unitOf(unit),
    });
  }
  for (const match of words.matchAll(spelled)) {
    const metres = readNumber(match[1] ?? '');
    const rest = match[3] ? (readNumber(match[3]) ?? 0) : 0;
    if (metres === null || match[2] === '尺') continue;
    const value = metres + (rest === 0.5 ? 0.5 : rest / 10);
    found.push(named(scene, match.index, match.index + match[0].length, String(value), 'm', 'length'));
  }
  for (const match of words.matchAll(single)) {
    const kind = units.find(({ written }) => new RegExp(`^(?:${written})$`).test(match[2] ?? ''));
    const start = match.index;
    const end = start + match[0].length;
    if (!kind || found.some((other) => start < other.end && other.start < end)) continue;
    if (kind.unit === 'A' && /^ ?(?:lot|few|bit)/.test(words.slice(end))) continue;
    if (
      kind.unit === 'in' &&
      match[2] === 'in' &&
      /^ (?!length|width|height|diameter|total|wide|long|high|deep)[a-z]/.test(words.slice(end))
    )
      continue;
    if (kind.unit === 'K' && Number(match[1]) < 1_000) continue;
    found.push(named(scene, start, end, String(Number(match[1])), kind.unit, kind.key));
  }
  return found;
}

function named(scene: Scene, start: number, end: number, value: string, unit: string, fallback: SpecKey): Found {
  const { before, after } = around(scene, start, end);
  const ahead = before.slice(-40).replace(joints, '');
  const behind = after.replace(/^[\s-]+/, '');
  const name = names.find((entry) => entry.before.test(ahead)) ?? names.find((entry) => entry.after.test(behind));
  const nameBefore = name?.before.exec(ahead);
  const nameAfter = nameBefore ? null : name?.after.exec(behind);
  return {
    start: nameBefore ? start - before.length + nameBefore.index : start,
    end: nameAfter ? end + (after.length - behind.length) + nameAfter[0].length : end,
    key: name?.key ?? fallback,
    value,
    unit,
  };
}

function unitOf(written: string | undefined): string | null {
  if (!written) return null;
  return units.find((entry) => new RegExp(`^(?:${entry.written})$`).test(written))?.unit ?? null;
}
