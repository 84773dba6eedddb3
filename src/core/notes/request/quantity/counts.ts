import { finish, roughly, type Count } from './count.ts';
import { hanCount, hanNumber, isHanDigit } from './counts.han.ts';
import { englishNumerals, englishScales, hanScales } from '../../numerals.data.ts';
import { englishUnits, vague } from './units.data.ts';
import { colours } from '../mentions.ts';
import type { Token } from '../tokens.ts';

const noCountAfter = new Set([
  'room',
  'floor',
  'unit',
  'suite',
  'apt',
  'gate',
  'dock',
  'building',
  'page',
  'version',
  'model',
  'type',
  'size',
  'no',
  'number',
  'nr',
  'option',
  'ext',
  'step',
  'level',
  'address',
  'id',
]);
/** "Width: 160", 宽180 and 宽度一百八 measure. */
function sided(list: Token[], at: number): boolean {
  const [far = '', near = ''] = [list[at - 2]?.text, list[at - 1]?.text];
  return /^(?:width|height|length|depth|[宽高长深厚])$/.test(/^[:度]$/.test(near) ? far : near);
}
const pointers = new Set([
  'the',
  'this',
  'that',
  'which',
  'each',
  'every',
  'any',
  'no',
  'not',
  'another',
  'black',
  'other',
  'last',
  'first',
]);

/** Every count in a list of tokens; `startsName(i)` tells whether a product name starts at token i. */
export function countsIn(list: Token[], startsName: (at: number) => boolean, inName: (at: number) => boolean): Count[] {
  const counts: Count[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const count = inName(at) ? null : countAt(list, at, startsName, inName);
    if (!count) continue;
    counts.push(count);
    at = count.to - 1;
  }
  return counts;
}

function countAt(list: Token[], at: number, startsName: (at: number) => boolean, inName: (at: number) => boolean): Count | null {
  const { kind, text } = list[at] ?? { kind: 'stop', text: '' };
  if (sided(list, at)) return null;
  if (kind === 'times') return list[at + 1]?.kind === 'number' || isHanDigit(list[at + 1]) ? timesCount(list, at) : null;
  if (kind === 'word' && /^(?:qty|quantity)$/.test(text)) return labelled(list, at);
  if (kind === 'number') return sizeBeforeCount(list, at, inName) ? null : numberCount(list, at, startsName);
  if (kind === 'han') return hanCount(list, at);
  return kind === 'word' ? wordCount(list, at) : null;
}

/** 升降桌160x2: behind a product the number before the sign is its size. */
const sizeBeforeCount = (list: Token[], at: number, inName: (at: number) => boolean): boolean =>
  inName(at - 1) && list[at + 1]?.kind === 'times' && list[at + 2]?.kind === 'number';

function timesCount(list: Token[], at: number): Count {
  const { value, to } = list[at + 1]?.kind === 'number' ? { value: list[at + 1]?.value ?? 0, to: at + 2 } : hanNumber(list, at + 1);
  return finish(list, { from: at, to, value, side: 'before' });
}

function labelled(list: Token[], at: number): Count | null {
  const to = /^[:=]$/.test(list[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const number = list[to];
  return number?.kind === 'number' ? finish(list, { from: at, to: to + 1, value: number.value, side: 'before' }) : null;
}

/** "2k desk lamps" may be two thousand lamps or lamps called 2k: ask. */
const thousands = (list: Token[], at: number): Count =>
  finish(list, { from: at, to: at + 2, value: (list[at]?.value ?? 0) * 1000, side: 'either', unusable: true });

function numberCount(list: Token[], at: number, startsName: (at: number) => boolean): Count | null {
  const before = list[at - 1];
  const number = list[at];
  const next = list[at + 1];
  if (
    !number ||
    (before?.kind === 'word' &&
      (noCountAfter.has(before.text) || (!number.spaced && !/[^a-z]/.test(before.text) && before.text.length < 3)))
  )
    return null;
  // "4k", "3m", "A4": letters glued to digits are a name, unless the name of a product is.
  if (next?.text === 'k' && !next.spaced) return before?.kind === 'number' ? null : thousands(list, at);
  if (next?.kind === 'word' && !next.spaced && !englishUnits.has(next.text) && !startsName(at + 1)) return null;
  const sign = before && /^[-–—−]$/.test(before.text) && !number.spaced && list[at - 2]?.kind !== 'number';
  const from = sign ? at - 1 : at;
  const range = rangeEnd(list, at);
  if (range) return finish(list, { from, to: range, value: number.value, side: 'either', unusable: true });
  const about = roughly(list, at + 1);
  if (about) return finish(list, { from, to: about, value: number.value, side: 'either', unusable: true });
  const scale =
    next?.kind === 'word' ? englishScales[next.text] : next?.kind === 'han' && next.text !== '打' ? hanScales[next.text] : undefined;
  const value = (sign ? -1 : 1) * number.value * (scale ?? 1);
  return finish(list, { from, to: scale === undefined ? at + 1 : at + 2, value, side: 'either' });
}

/** "2-3", "2 or 3", "2到3": the end of a range, which is no number. */
function rangeEnd(list: Token[], at: number): number | null {
  const between = list[at + 1]?.text ?? '';
  if (/^(?:from|从)$/.test(list[at - 1]?.text ?? '')) return null;
  return /^(?:[-–—~～]|to|or|到|至|或)$/.test(between) && list[at + 2]?.kind === 'number' ? at + 3 : null;
}

function wordCount(list: Token[], at: number): Count | null {
  const word = (offset: number): string => (list[at + offset]?.kind === 'word' ? (list[at + offset]?.text ?? '') : '');
  if (word(0) === 'half' && /^(?:an?)$/.test(word(1)) && word(2) === 'dozen')
    return finish(list, { from: at, to: at + 3, value: 6, side: 'either' });
  if (word(0) === 'half' && word(1) === 'dozen') return finish(list, { from: at, to: at + 2, value: 6, side: 'either' });
  const article = /^an?$/.test(word(0)) ? 1 : 0;
  if (/^(?:couple|pair)$/.test(word(article))) return finish(list, { from: at, to: at + article + 1, value: 2, side: 'either' });
  if (article === 1 && englishUnits.has(word(1)) && word(2) === 'of')
    return finish(list, { from: at, to: at + 1, value: 1, side: 'after' });
  // "And a black one" counts one more of what was named.
  if (article === 1 && word(2) === 'one' && colours.has(word(1))) return finish(list, { from: at, to: at + 1, value: 1, side: 'after' });
  const loose = vague.has(word(article)) || (vague.has(word(article + 1)) && /^(?:whole|large|good)$/.test(word(article)));
  if (loose) return word(0) === 'many' ? null : finish(list, { from: at, to: at + article + 1, value: 1, side: 'after', unusable: true });
  if (word(0) === 'one' && (pointers.has(list[at - 1]?.text ?? '') || /^(?:of|is|was|that|which|has|i|for|in|with|)$/.test(word(1))))
    return null;
  return spelled(list, at, article);
}

/** "twenty-five", "a hundred", "one hundred and twenty", "two dozen". */
function spelled(list: Token[], at: number, article: number): Count | null {
  let to = at + article;
  let total = 0;
  let section = article;
  let read = 0;
  for (; to < list.length; to += 1) {
    const { kind, text } = list[to] ?? { kind: 'stop', text: '' };
    const digit = kind === 'word' ? englishNumerals[text] : undefined;
    const scale = kind === 'word' && (text !== 'k' || read > 0) ? englishScales[text] : undefined;
    const joins =
      read > 0 &&
      (text === '-' || (text === 'and' && section >= 100)) &&
      list[to + 1]?.kind === 'word' &&
      (list[to + 1]?.text ?? '') in englishNumerals;
    if (digit !== undefined && (article === 0 || read > 0)) section += digit;
    else if (scale !== undefined && scale !== 1000) section = Math.max(1, section % 1000) * scale;
    else if (scale === 1000) {
      total += Math.max(1, section) * scale;
      section = 0;
    } else if (joins) continue;
    else break;
    read += 1;
  }
  return read === 0 ? null : finish(list, { from: at, to, value: total + section, side: 'either' });
}
