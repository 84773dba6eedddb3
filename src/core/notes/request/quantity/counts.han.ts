import { finish, roughly, type Count } from './count.ts';
import { hanDigits, hanScales } from '../../numerals.data.ts';
import { measureWords } from './units.data.ts';
import type { Token } from '../tokens.ts';

export const isHanDigit = (token: Token | undefined): boolean => token?.kind === 'han' && (token.text in hanDigits || token.text === '十');

/** 三脚架 and 一次性水杯 count nothing. */
const named = /^(?:脚架|角[尺形铁钢]|通管|轮车|次性|体机|孔插|件套|斗柜|合一)/;

/** 三十二, 半打, 一些, 几把. */
export function hanCount(list: Token[], at: number): Count | null {
  const { text } = list[at] ?? { text: '' };
  const next = list[at + 1]?.text ?? '';
  if (text === '半' && next === '打') return finish(list, { from: at, to: at + 2, value: 6, side: 'either', measured: true });
  if ((text === '几' || text === '数') && next in measureWords)
    return finish(list, { from: at, to: at + 1, value: 1, side: 'either', unusable: true });
  if (text === '一' && /^[些批]$/.test(next))
    return finish(list, { from: at, to: at + 2, value: 1, side: 'either', unusable: true, measured: true });
  if (!isHanDigit(list[at]) || list[at - 1]?.text === '第' || named.test(`${next}${list[at + 2]?.text ?? ''}`)) return null;
  const { value, to } = hanNumber(list, at);
  const about = roughly(list, to) ?? (between(list, at) ? to : null);
  if (about) return finish(list, { from: at, to: about, value: hanDigits[text] ?? value, side: 'either', unusable: true });
  if (list[to]?.text === '打') return finish(list, { from: at, to: to + 1, value: value * 12, side: 'either', measured: true });
  const count = finish(list, { from: at, to, value, side: 'either' });
  return { ...count, bare: count.measure === null && value < 100 && text !== '俩' && text !== '仨' };
}

/** 两三盏: two numbers one apart are no number. */
function between(list: Token[], at: number): boolean {
  const [low, high] = [hanDigits[list[at]?.text ?? ''], hanDigits[list[at + 1]?.text ?? '']];
  return low !== undefined && high === low + 1 && low > 0;
}

export function hanNumber(list: Token[], at: number): { value: number; to: number } {
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
