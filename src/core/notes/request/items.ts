import { find, type CatalogueIndex } from '../../stock/search.ts';
import type { Clause, Parsed } from './clauses.ts';
import type { Count } from './quantity/count.ts';
import { candidates } from './found.ts';
import { after, colours, type Mention } from './mentions.ts';
import { optionsIn } from './options.ts';
import { light, lightHan } from './light.data.ts';
import { noGoods, noGoodsHan } from './no-goods.data.ts';
import { isOpaque, spanOf, type Token } from './tokens.ts';
import { pattern } from '../../text/pattern.ts';

/** A product and the count that belongs to it; one of them may be missing. */
export interface Item {
  mention: Mention | null;
  count: Count | null;
}

/** A clause that adds to what was said before it. */
export const joiner = /^(?:and|plus|also|&|\+|和|与|跟|及|以及|还有|另外|外加|再加|加)/;
const prepositions = new Set([
  'for',
  'with',
  'under',
  'on',
  'near',
  'behind',
  'beside',
  'like',
  'from',
  'than',
  '把',
  '配',
  '放',
  '在',
  '给',
  '像',
  '比',
]);

/** Brings the counts and the products of a clause together: "2 chairs 2 desks", 椅子2桌子3, "lamp x3". */
export function itemsOf(clause: Clause, parsed: Parsed, index: CatalogueIndex): Item[] {
  const { list } = parsed.tokens;
  const counts = clause.counts.filter(
    (count) =>
      !sizes(count, clause, parsed) &&
      !pointsBySize(count, clause, parsed) &&
      !postal(count, clause, parsed) &&
      !isBound(count, clause, parsed) &&
      !(list[count.from - 1]?.text === 'not' && clause.counts.length > 1),
  );
  const mentions = clause.mentions.filter(
    (mention) =>
      !mention.weak ||
      (mention.from === clause.from && counts.length > 0) ||
      counts.some((count) => count.to === mention.from || count.from === mention.to),
  );
  const paired = new Map<Mention, Count>();
  const alone: Count[] = [];
  const forward = (counts[0]?.from ?? Infinity) < (mentions[0]?.from ?? Infinity);
  for (const [place, count] of counts.entries()) {
    const next = mentions.find(
      (mention) => mention.from >= count.to && mention.from < (counts[place + 1]?.from ?? Infinity) && !paired.has(mention),
    );
    const previous = mentions.findLast(
      (mention) => mention.to <= count.from && mention.to > (counts[place - 1]?.from ?? -1) && !paired.has(mention),
    );
    const wanted = count.side === 'before' || (count.side === 'either' && !forward) ? (previous ?? next) : (next ?? previous);
    if (wanted && (!count.bare || wanted.from === count.to || wanted.to === count.from)) paired.set(wanted, count);
    else if (!count.bare) alone.push(count);
  }
  const named = mentions
    .map((mention) => ({ mention, count: paired.get(mention) ?? null }))
    .filter(({ mention, count }) => count !== null || !mention.weak);
  const guessed = alone.map((count) => ({ mention: describedBy(count, clause, parsed, index), count }));
  return [...named, ...guessed].toSorted((one, other) => placeOf(one) - placeOf(other));
}

export const placeOf = ({ mention, count }: Item): number => Math.min(mention?.from ?? Infinity, count?.from ?? Infinity);

const lightBefore = (token: Token | undefined): boolean => light.has(token?.text ?? '') || /^[我们咱自己的]$/u.test(token?.text ?? '');

/** Whether a product is only what something else is for: "a lamp for the desk". */
export function beside(list: Token[], clause: Clause, mention: Mention): boolean {
  let at = mention.from - 1;
  // 装在我的桌子上: whose it is stands between
  while (at > clause.from && !prepositions.has(list[at]?.text ?? '') && (lightBefore(list[at]) || list[at]?.kind === 'measure')) at -= 1;
  const text = list[at]?.text ?? '';
  const before = list[at - 1]?.text ?? '';
  return (
    at >= clause.from &&
    prepositions.has(text) &&
    !(text === 'for' && /^(?:looking|ask|asking|hoping|order|request)$/.test(before)) &&
    !(text === 'like' && /(?:would|'d|d|i|we)$/.test(before)) &&
    !(text === '给' && /我|咱/.test(list[at + 1]?.text ?? '')) &&
    !(text === '在' && /[现实]/.test(before)) &&
    // 把椅子送来 speaks of a chair, 来把椅子 orders one.
    !(text === '把' && /[来要买订拿]/.test(before))
  );
}

/** "standing desk 160": a bare number after a product that is one of its sizes counts nothing. */
function sizes(count: Count, clause: Clause, { tokens, products }: Parsed): boolean {
  if (count.side !== 'either' || count.measure !== null || count.to !== count.from + 1) return false;
  const mention = clause.mentions.findLast(({ to }) => to <= count.from);
  const product = mention?.match.kind === 'exact' ? products.get(mention.match.sku) : undefined;
  return product !== undefined && optionsIn(product, tokens, count.from, count.to, () => false).length > 0;
}

/** "The 160 desk", 160那张桌子: a size that shows which one is meant counts nothing. */
export function pointsBySize(count: Count, clause: Clause, { tokens, products }: Parsed): boolean {
  if (count.side !== 'either' || count.measure !== null || count.to !== count.from + 1) return false;
  const mention = clause.mentions.find(({ from }) => from >= count.to);
  if (!mention || mention.from > count.to + 3) return false;
  const between = tokens.list
    .slice(count.to, mention.from)
    .map(({ text }) => text)
    .join('');
  const isShown =
    between === ''
      ? /^(?:the|that|this|my|our)$/.test(tokens.list[count.from - 1]?.text ?? '')
      : /^的?[那这](?:一?[张个台把])?$|^的$/.test(between);
  return (
    isShown &&
    candidates(mention.match, { products }).some((product) => optionsIn(product, tokens, count.from, count.to, () => false).length > 0)
  );
}

/** "Between nine and eleven" counts nothing; "between 9 and 11 chairs" says how many, if not exactly. */
const isBound = ({ from, to }: Count, clause: Clause, { tokens: { list } }: Parsed): boolean =>
  list[from - 1]?.text === 'between' && list[to]?.text === 'and' && !clause.mentions.some((mention) => mention.from === to);

/** "20 King Street, 2000 Sydney": a long number behind an address is a postcode, unless a product stands right behind it. */
function postal({ from, to, value }: Count, clause: Clause, { tokens: { list } }: Parsed): boolean {
  if (value < 1000 || clause.mentions.some((mention) => mention.from === to)) return false;
  for (let at = from - 1; at >= 0 && from - at < 8; at -= 1) {
    if (list[at]?.kind === 'place') return true;
    if (list[at]?.kind !== 'word' && list[at]?.text !== ',') return false;
  }
  return false;
}

/** Words beside a count that name no product as they stand: a misspelt one, or one nobody sells. */
function describedBy(count: Count, clause: Clause, parsed: Parsed, index: CatalogueIndex): Mention | null {
  const next = clause.counts.find(({ from }) => from >= count.to)?.from ?? clause.to;
  const ahead = goodsWords(parsed, count.to, next);
  const first = clause.counts[0] === count && clause.mentions.length === 0;
  const words = ahead ?? (first ? goodsWords(parsed, clause.from, count.from) : null);
  if (!words) return null;
  if (parsed.tokens.list.slice(words.from, words.to).every(({ stem }) => parsed.choices.has(stem))) return null;
  const said = spanOf(parsed.tokens, words.from, words.to).text;
  if (words !== ahead && parsed.tokens.list[count.to]?.kind === 'han' && thereIs.test(said)) return null;
  const match = find(index, said);
  if (
    match.kind === 'unknown' &&
    !clause.asks &&
    count.measure === null &&
    !lightOnly(parsed.tokens.list, clause.from, Math.min(count.from, words.from))
  )
    return null;
  if (match.kind === 'unknown' && words === ahead && count.side === 'before') return null;
  return { ...words, match, generic: false, weak: false };
}

/** 还有几个猫: what leads to a count is not what is counted. */
const thereIs = /^[还還仲另也都又]?有$/;

/** The words from a token on that could name goods, or null: "3 days", 两个工作日 and "2 more" name none. */
export function goodsWords({ tokens: { list }, products }: Parsed, start: number, limit: number): { from: number; to: number } | null {
  let from = start;
  while (from < limit && skips(list[from])) from += 1;
  if (
    list[from]?.kind === 'han' &&
    noGoodsHan.test(
      list
        .slice(from, from + 4)
        .map(({ text }) => text)
        .join(''),
    )
  )
    return null;
  let to = from;
  while (to < limit && to - from < (list[from]?.kind === 'han' ? 8 : 5) && continues(list, from, to)) to += 1;
  const known = products.size > 0 && to > from;
  return known && (list[from]?.kind === 'han' ? to - from > 1 : (list[to - 1]?.text.length ?? 0) > 2) ? { from, to } : null;
}

const skips = (token: Token | undefined): boolean =>
  token?.kind === 'measure' ||
  token?.text === '的' ||
  (token?.kind === 'word' && /^(?:of|the|a|an|more|new|nice|good|extra|your|my|some|those|these|other|big|small|please)$/.test(token.text));

const hanEnds = /[请送发寄要在到前后周今明急尽谢麻我你您他吧了吗呢啊给做用多少改换和与及再加就不没是的都也一二两三四五六七八九十]/;

/** Characters that end what goods are called, and are part of these names all the same. */
export const compound = pattern('')`
  ^(?:
    不[锈干粘]|急[救冻]|应急|送风|加[湿热厚长大固宽绒]|给[水纸皂]|[发][电光夹带圈饰酵]|[沙头毛激]发|请[柬帖]|周[边转]|[前后][台视座轮排]
    |多[功层用孔]|[用][品具]|[日家专通信][用]|做旧|明[信矾]|寄存|一次|三[角脚合通轮]|[四五六七八九十][角彩金字]|的确|要素|[快]递
    |[水电火雨铁钢]要
  )
`;

function continues(list: Token[], from: number, to: number): boolean {
  const token = list[to];
  if (token?.kind === 'han')
    return (
      list[from]?.kind === 'han' &&
      (!hanEnds.test(token.text) ||
        compound.test(token.text + (list[to + 1]?.text ?? '')) ||
        (to > from && compound.test((list[to - 1]?.text ?? '') + token.text)))
    );
  if (token?.kind === 'mark') return token.text === '-' && to > from && list[to + 1]?.kind === 'word';
  if (token?.kind !== 'word' || noGoods.has(token.text)) return false;
  // "A purple elephant" is called so; "one black and one grey" are no things of their own.
  if (colours.has(token.text)) return to > from || (list[to + 1]?.kind === 'word' && continues(list, from, to + 1));
  return !(light.has(token.text) || (after.has(token.text) && token.text.length > 1));
}

/** Whether nothing but light words, marks and dates stands between two tokens. */
export function lightOnly(list: Token[], from: number, to: number): boolean {
  return list.slice(from, Math.max(from, to)).every(isLight);
}

export const isLight = (token: Token): boolean =>
  isOpaque(token) ||
  token.kind === 'mark' ||
  (token.kind === 'word' && light.has(token.text)) ||
  (token.kind === 'han' && lightHan.has(token.text)) ||
  token.kind === 'times';
