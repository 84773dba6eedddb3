import { goodsKinds } from '../words/specs.goods.ts';
import { readNumber } from '../text/numbers.ts';
import type { Range, Scene } from '../text/scene.ts';
import { lineOf } from '../specs/bind.ts';
import type { Found } from '../specs/found.ts';
import { matchesOf } from '../text/matches.ts';

/** Goods of one line told apart in lots: 原味12份，香辣12份 or 10盒S码、20盒M码. */
interface Lots extends Range {
  lots: (Range & { count: number })[];
}

const measure =
  '(?:个|件|套|张|盒|只|份|箱|本|条|台|包|双|支|卷|瓶|块|片|袋|顶|对|组|枚|根|桶|把|盏|副|束|颗|罐|朵|身|扎|打|匹|位|枝|樽|嚿|pcs|pc)';
const number = '(?<![\\d.])(?:\\d{1,5}|[一二两三四五六七八九十百]{1,5})(?![\\d.])';
const value =
  '(?:(?:(?![再多少加减改共每送订买换退留第前后天号日月周点分钟小时你我他她各另其剩余要给有到来大约])\\p{Script=Han}){1,6}?|x{0,3}[sml]|[2-9]x?l|\\d{2}(?=码))(?:码|号|款|的)?';
const between = '[,、;.。和及跟/ ]{1,2}(?:还有|另外)?';
const behind = `${value}[:：]? ?${number} ?${measure}`;
const before = `${number} ?${measure}(?:要|是|做|的)? ?${value}`;
const sequence = new RegExp(
  `(?:${behind})(?:${between}${behind}){1,8}(?![\\p{Script=Han}\\d])|(?<![每第共各\\d])(?:${before})(?:${between}${before}){1,8}(?![\\p{Script=Han}])`,
  'gu',
);
/** Two counts at least: most notes have none. */
const counted = new RegExp(`${number} ?${measure}.{1,24}${number} ?${measure}`, 'su');
const one = new RegExp(`(?<value>${value})[:：]? ?(?<count>${number}) ?${measure}`, 'gu');
const other = new RegExp(`(?<count>${number}) ?${measure}(?:要|是|做|的)? ?(?<value>${value})(?=$|[,、;.。和及跟/ ])`, 'gu');

/** All lists of lots in the note. */
function lotsIn(words: string): Lots[] {
  if (!counted.test(words)) return [];
  return matchesOf(words, sequence).map((match) => {
    const text = match[0];
    const items = /^[\d一二两三四五六七八九十百]/.test(text) && !/^\d{2}码/.test(text) ? other : one;
    const lots = matchesOf(text, items).map((item) => {
      const said = item.groups?.['value'] ?? '';
      const start = match.index + item.index + item[0].indexOf(said);
      return { start, end: start + said.length, count: readNumber(item.groups?.['count'] ?? '') ?? 0 };
    });
    return { start: match.index, end: match.index + text.length, lots };
  });
}

/** 原味同士多啤梨各半. */
const halves = new RegExp(
  `(?<![\\p{Script=Han}])\\p{Script=Han}{2,6}?(?:[、和与跟同及]\\p{Script=Han}{2,6}?){1,4}(?=(?:各|一人|一样|每样|每种|对)(?:一?半|\\d|[一二两三四五六七八九十]))`,
  'gu',
);

/** Flavours and scents that no list knows, told by their counts. */
export function lotValues(scene: Scene): Found[] {
  const key = goodsKinds.food.test(scene.goods) ? 'flavor' : goodsKinds.scented.test(scene.goods) ? 'scent' : null;
  if (!key) return [];
  const halved = (/各|一人|[每一]样|每种|对半/.test(scene.words) ? matchesOf(scene.words, halves) : []).map((match) => {
    let at = match.index;
    const lots = match[0].split(/[、和与跟同及]/).map((said) => {
      const start = at;
      at += said.length + 1;
      return { start, end: start + said.length, count: 0 };
    });
    return { lots };
  });
  return [...lotsIn(scene.words), ...halved].flatMap(({ lots }) =>
    lots.flatMap(({ start, end }): Found[] => {
      const said = scene.words.slice(start, end);
      if (!/^\p{Script=Han}{2,}$/u.test(said) || /[色号码款大小]/.test(said)) return [];
      // 柠檬味三块 is lemon, and 原味 is itself
      const tail = /(?<=\p{Script=Han}{2})(?:口味|香味|味)$/u.exec(said)?.[0].length ?? 0;
      return [{ start, end, key, valueStart: start, valueEnd: end - tail, unit: null }];
    }),
  );
}

const told = /(?:一共|总共|合计|合共|总数|共) ?(?:是|要|订)?(\d{1,5}|[一二两三四五六七八九十百]{1,5})(?=\p{Script=Han})/u;

/** Whether the lots of a line are more or fewer than were ordered. */
export function lotsDisagree(scene: Scene): boolean {
  const { lines } = scene.note;
  const [first, ...others] = lotsIn(scene.plain.text);
  if (!first || others.length > 0 || /其余|剩下|剩余|其他|余下|另外|各半|随机/.test(scene.plain.text)) return false;
  const sum = first.lots.reduce((total, { count }) => total + count, 0);
  const named = scene.mentions.filter(({ start, end }) => start < first.end && end > first.start);
  if (named.length > 1) return false;
  const sku = named[0]?.sku ?? lineOf(scene, first.start, first.start + 1);
  const line = lines.find((entry) => entry.sku === sku);
  const total = readNumber(told.exec(scene.plain.text)?.[1] ?? '') ?? line?.quantity;
  return total !== undefined && sum !== total;
}
