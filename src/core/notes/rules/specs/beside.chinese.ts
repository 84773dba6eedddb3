import type { SpecKey } from '../../reading.ts';
import type { Scene } from '../text/scene.ts';
import type { Found } from './found.ts';

/** Where a word of a property says something else: what fits beside it on either side. */
const elsewhere: { key: SpecKey; word: RegExp; before?: RegExp; after?: RegExp }[] = [
  // 一天白付两千工钱, 白跑一趟
  { key: 'color', word: /白$/, after: /^(?:付|给|干|跑|等|做|花|搭|忙|费|拿|交|搬|养|疼|送我|给我|来)/ },
  // 显白的, 怕晒黑
  { key: 'color', word: /^[白黑红黄]$/, before: /[显衬晒变]$/ },
  // 小咖啡馆
  { key: 'color', word: /^啡/, before: /咖$/, after: /^(?:[馆店厅豆机粉壶杯师吧渣]|屋|因)/ },
  // 绿色通道
  { key: 'color', word: /^绿色?$/, after: /^色?(?:通道|食品|出行)/ },
  // 嫌黄金俗
  { key: 'material', word: /./, before: /(?:嫌|讨厌|看不上|受不了|憎)(?:弃|死)?$/ },
  { key: 'color', word: /./, before: /(?:嫌|讨厌|看不上|受不了|憎)(?:弃|死)?$/ },
  // 上海青禾贸易有限公司: what firms and schools are called
  { key: 'color', word: /[^色]$/, after: /^[\p{Script=Han}（）()]{0,8}?(?:有限|股份|集团|公司|工作室|事务所|书院|基金会|合作社)/u },
  // 从轨道到地板: where a measure begins
  { key: 'other', word: /^(?:轨道|打孔|挂钩式)$/, before: /[从由]$/ },
];

export const isNoProperty = (key: SpecKey, word: string, before: string, after: string): boolean =>
  elsewhere.some(
    (entry) =>
      entry.key === key &&
      entry.word.test(word) &&
      (!entry.before || entry.before.test(before)) &&
      (!entry.after || entry.after.test(after)),
  );

/** 用胡桃木做: the verb behind a material is no part of it. */
export function madeOf(scene: Scene, item: Found): Found {
  if (item.key !== 'material' || item.value !== undefined) return item;
  const [start, end] = [item.valueStart ?? item.start, item.valueEnd ?? item.end];
  const made = /(?<=\p{Script=Han}{2})(?:来|去)?(?:做成?|制作?|打造|打)$/u.exec(scene.words.slice(start, end));
  return made ? { ...item, valueStart: start, valueEnd: start + made.index } : item;
}
