import type { SpecKey } from '../../reading.ts';
import type { Scene } from '../text/scene.ts';
import { goodsKinds } from '../words/specs.goods.ts';
import type { Found } from './found.ts';

const share =
  '(?:另一半|一半|各一半|其中|其余|剩下|[一二两三四五六七八九十\\d]{1,3}[个把件只套张瓶罐盒条块片双顶支枝包份](?!装))(?:要|是|做|用|选)?';
const supposed = '(?:若是?|如果|如|假如|倘若|万一|要是|一旦)';
const refused = '(?:别|不要|唔要|唔好|勿|莫)(?:再|给我)?(?:放|加|要|做|用|选|落)?';
/** 椅脚|实木: which part it is of, right before what it is made of. */
const ofPart =
  '(?!双面|单面|两面|[雾哑亮镜光毛麻绒磨细]面)(?:[线字边框盖面袖](?:用|要|是|做|选|换)|[\\p{Script=Han}]{1,2}[板身脚腿架面框把柄盖座垫套帽扣绳线带边口领袖杆罩芯胆里衬壳](?:用|要|是|做|选|为|换|改)*)';
const done = '(?:衬|内衬|外包|镶|嵌|换|填)';
/** 摸起来|磨砂: which sense finds it. */
const felt = '(?:摸|看|握|穿|戴|坐)(?:起来|起嚟|上去|落去)(?:就|要|是|有)*';
const any = `${share}|${supposed}|${felt}`;
/** What may stand at the beginning of a value as it was found and is no part of it, by its key. */
const leads: Partial<Record<SpecKey, RegExp>> = Object.fromEntries(
  Object.entries({
    material: `${ofPart}(?=\\p{Script=Han}{2})|${done}(?=\\p{Script=Han}{2})`,
    finish: `${ofPart}(?=\\p{Script=Han}{2})|填`,
    color: `${ofPart}(?=\\p{Script=Han}{2})`,
    pattern: `${ofPart}(?=\\p{Script=Han}{2})`,
    sweetness: '甜度(?:要|是|做|选|:)*(?=\\p{Script=Han}{2})',
    plug: '\\d{2,3} ?(?:伏|v)的?(?=\\p{Script=Han})',
    flavor: '(?!)',
    scent: '(?!)',
    other: '(?!)',
  }).map(([key, own]) => [key, new RegExp(`^(?:${key === 'sweetness' ? any : `${any}|${refused}`}|${own})`, 'u')]),
);

/** The words of a value and no others: not how many are to be so, which part it is of, or on what terms. */
export function ownWords(scene: Scene, item: Found): Found {
  if (item.value !== undefined || !/\p{Script=Han}/u.test(scene.words.slice(item.start, item.end))) return item;
  const [start, end] = [item.valueStart ?? item.start, item.valueEnd ?? item.end];
  const value = scene.words.slice(start, end);
  // 110V插头 is what the current is, and no kind of plug
  const current = item.key === 'plug' ? /^(\d{2,3}) ?(?:v|伏)$/.exec(value)?.[1] : undefined;
  if (current !== undefined) return { ...item, key: 'voltage', value: current, unit: 'V' };
  // 墨水|蓝色
  const isInk = value.startsWith('水') && scene.words[start - 1] === '墨' && item.key === 'color';
  const lead = isInk ? 1 : (leads[item.key]?.exec(value)?.[0].length ?? 0);
  const tail = /(?<=\p{Script=Han})(?:[的嘅]|[嗰那]款)$/u.exec(value)?.[0].length ?? 0;
  const rest = value.slice(lead, value.length - tail);
  if (!/\p{Script=Han}/u.test(rest)) return item;
  const own = lead > 0 ? { ...item, start: start + lead, valueStart: start + lead } : item;
  const whole = tail > 0 ? { ...own, valueStart: start + lead, valueEnd: end - tail } : own;
  // 原味 is not 原
  if (item.key === 'flavor' && rest === '原' && scene.words[end] === '味')
    return { ...whole, valueStart: start + lead, valueEnd: end + 1, end: Math.max(item.end, end + 1) };
  return asSmelt(scene, inRange(scene, whole));
}

/** 粉色系 is more than 粉色. */
function inRange(scene: Scene, item: Found): Found {
  const end = item.valueEnd ?? item.end;
  return item.key === 'color' &&
    item.end === end &&
    /^色?系(?!列|统|带|上)/.test(scene.words.slice(end, end + 3)) &&
    scene.words.slice(item.start, end).endsWith('色')
    ? { ...item, valueStart: item.valueStart ?? item.start, valueEnd: end + 1, end: end + 1 }
    : item;
}

/** 桧木味 is what it smells or tastes of, whatever list the word is on. */
function asSmelt(scene: Scene, item: Found): Found {
  if (item.key !== 'material' && item.key !== 'color' && item.key !== 'pattern') return item;
  const behind = /^(?:香味?|味道?|香气|香型|气味)(?!蕉|槟|港|樟|精)/.exec(scene.words.slice(item.end, item.end + 3));
  if (!behind) return item;
  const key = goodsKinds.food.test(scene.goods) && !goodsKinds.scented.test(scene.goods) ? 'flavor' : 'scent';
  return { ...item, key, valueStart: item.valueStart ?? item.start, valueEnd: item.valueEnd ?? item.end, end: item.end + behind[0].length };
}
