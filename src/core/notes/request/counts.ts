import { englishDigits, englishScales, englishUnits, hanDigits, hanScales, measureWords, vague } from './vocabulary.data.ts';
import type { Token } from './tokens.ts';

/** How many, as the customer put it: tokens `from` up to `to`. */
export interface Count {
  from: number;
  to: number;
  value: number;
  /** Nothing the desk may act on without asking: none, less than none, a part, a range, "a few", more than a million. */
  unusable: boolean;
  /** "3 x" counts what follows, "x3" what came before. */
  side: 'either' | 'before' | 'after';
  measure: string | null;
  /** Han numerals without a measure word count only what stands right beside them. */
  bare: boolean;
}

const most = 1_000_000;
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
    const count = inName(at) ? null : countAt(list, at, startsName);
    if (!count) continue;
    counts.push(count);
    at = count.to - 1;
  }
  return counts;
}

function countAt(list: Token[], at: number, startsName: (at: number) => boolean): Count | null {
  const { kind, text } = list[at] ?? { kind: 'stop', text: '' };
  if (kind === 'times') return list[at + 1]?.kind === 'number' || isHanDigit(list[at + 1]) ? timesCount(list, at) : null;
  if (kind === 'word' && /^(?:qty|quantity)$/.test(text)) return labelled(list, at);
  if (kind === 'number') return numberCount(list, at, startsName);
  if (kind === 'han') return hanCount(list, at);
  return kind === 'word' ? wordCount(list, at) : null;
}

function timesCount(list: Token[], at: number): Count {
  const { value, to } = list[at + 1]?.kind === 'number' ? { value: list[at + 1]?.value ?? 0, to: at + 2 } : hanNumber(list, at + 1);
  return finish(list, { from: at, to, value, side: 'before' });
}

function labelled(list: Token[], at: number): Count | null {
  const to = /^[:=]$/.test(list[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const number = list[to];
  return number?.kind === 'number' ? finish(list, { from: at, to: to + 1, value: number.value, side: 'before' }) : null;
}

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
  if (next?.kind === 'word' && !next.spaced && !englishUnits.has(next.text) && !startsName(at + 1)) return null;
  const sign = before && /^[-–—−]$/.test(before.text) && !number.spaced && list[at - 2]?.kind !== 'number';
  const from = sign ? at - 1 : at;
  const range = rangeEnd(list, at);
  if (range) return finish(list, { from, to: range, value: number.value, side: 'either', unusable: true });
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

const isHanDigit = (token: Token | undefined): boolean => token?.kind === 'han' && (token.text in hanDigits || token.text === '十');

function hanCount(list: Token[], at: number): Count | null {
  const { text } = list[at] ?? { text: '' };
  const next = list[at + 1]?.text ?? '';
  if (text === '半' && next === '打') return finish(list, { from: at, to: at + 2, value: 6, side: 'either' });
  if ((text === '几' || text === '数') && next in measureWords)
    return finish(list, { from: at, to: at + 1, value: 1, side: 'either', unusable: true });
  if (text === '一' && /^[些批]$/.test(next)) return finish(list, { from: at, to: at + 2, value: 1, side: 'either', unusable: true });
  if (!isHanDigit(list[at]) || list[at - 1]?.text === '第') return null;
  const { value, to } = hanNumber(list, at);
  if (list[to]?.text === '打') return finish(list, { from: at, to: to + 1, value: value * 12, side: 'either' });
  const count = finish(list, { from: at, to, value, side: 'either' });
  return { ...count, bare: count.measure === null && value < 100 && text !== '俩' && text !== '仨' };
}

function hanNumber(list: Token[], at: number): { value: number; to: number } {
  let to = at;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let scale = 1;
  for (; list[to]?.kind === 'han'; to += 1) {
    const { text = '' } = list[to] ?? {};
    const value = hanDigits[text];
    const next = text === '打' ? undefined : hanScales[text];
    if (value !== undefined) digit = digit !== null && scale === 1 ? digit * 10 + value : value;
    else if (next === 10_000) total = (total + section + (digit ?? 0)) * next;
    else if (next !== undefined) section += (digit ?? 1) * next;
    else break;
    if (value === 0) scale = 1;
    else if (next !== undefined) scale = next;
    if (next === 10_000) section = 0;
    if (next !== undefined) digit = null;
  }
  // 一百五 is 150: a digit right after a scale above ten counts the next scale down.
  return { value: total + section + (digit ?? 0) * (scale > 10 ? scale / 10 : 1), to };
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
    const digit = kind === 'word' ? englishDigits[text] : undefined;
    const scale = kind === 'word' ? englishScales[text] : undefined;
    const joins =
      read > 0 &&
      (text === '-' || (text === 'and' && section >= 100)) &&
      list[to + 1]?.kind === 'word' &&
      (list[to + 1]?.text ?? '') in englishDigits;
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

/** Takes the sign or the measure word that belongs to the number: "3 x", "3 pcs of", 3把. */
function finish(list: Token[], count: { from: number; to: number; value: number; side: Count['side']; unusable?: boolean }): Count {
  let { to, side, value } = count;
  let measure: string | null = null;
  const next = list[to];
  if (next?.kind === 'times' && side === 'either') {
    to += 1;
    side = 'after';
  } else if (next?.kind === 'word' && englishUnits.has(next.text)) {
    measure = next.text;
    to += 1;
  } else if (next?.kind === 'han' && next.text in measureWords) {
    measure = next.text;
    if (measure === '对') value *= 2;
    to += 1;
  }
  if (list[to]?.text === 'of') to += 1;
  const unusable = (count.unusable ?? false) || !Number.isInteger(value) || value <= 0 || value > most;
  return { from: count.from, to, value, unusable, side, measure, bare: false };
}
