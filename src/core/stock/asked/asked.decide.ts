import { fold } from '../../text/fold.ts';
import { find, named, type CatalogueIndex, type Match } from '../search.ts';
import { isHan, likeness, namePieces } from '../wording.ts';
import { pattern } from '../../text/pattern.ts';

/** What a question about goods names, as it was folded; nothing else is asked in it. */
export interface GoodsQuestion {
  about: 'price' | 'stock';
  words: string;
}

const hello = '(?:(?:hi|hello|hey|good (?:morning|day|evening)|excuse me|请问|你好|您好|老板|想问一?下|问一?下)[ ,!.]*)*';
const polite = '(?: (?:please|pls|now|right now|today|at the moment|currently|each|apiece|per (?:piece|unit)|for one|thanks))*[ ?.!]*$';
const isAre = "(?: is| are|'s|'re)";
const english: [GoodsQuestion['about'], string][] = [
  ['price', `how much${isAre}? (?:does |do |would |will |for )?(.{2,80}?)(?: cost| go for| sell for| be)?`],
  ['price', `what(?: does| do| would| will) (.{2,80}?) (?:cost|go for|sell for)`],
  ['price', `(?:what${isAre} |do you know |(?:can|could) you tell me )?(?:the |your )?(?:price|cost|prices)(?: is| are)? (?:of|for|on) (.{2,80}?)`],
  ['price', `(.{2,80}?),? (?:how much|what price|price)`],
  ['stock', `(?:do|have) you (?:guys |still |currently |also )?(?:have|got|sell|stock|carry|offer|do)? ?(.{2,80}?)(?: (?:in stock|available|left|for sale|on sale))?`],
  ['stock', `(?:is|are)(?: there)? (.{2,80}?) (?:still )?(?:in stock|available|sold out|out of stock|left)`],
  ['stock', `(?:got |have |is there |are there )?any (.{2,80}?)(?: (?:in stock|available|left))?`],
]; // prettier-ignore
const chinese: [GoodsQuestion['about'], string][] = [
  ['price', '(.{1,40}?)(?:现在|大概|一般)?(?:是|要|卖|需要)?(?:多少钱|几多钱|几钱|什么价|咩价|怎么卖|点卖|价格(?:是)?(?:多少)?)(?:一?[个只把张盏件套箱台])?'],
  ['price', '(?:多少钱|几多钱|几钱)一?[个只把张盏件套箱台](.{1,40}?)'],
  ['stock', '(?:你们|你哋|店里|这里|还|仲|现在)*(?:有没有|有冇|有无|卖不卖)(?:卖)?(.{1,40}?)(?:现货|卖|货)?'],
  ['stock', '(.{1,40}?)(?:还|仲|现在)?(?:有没有|有冇|有无)(?:现)?货'],
  ['stock', '(?:你们|你哋|店里|这里|还|仲|现在)*有(?:卖)?(.{1,40}?)(?:现货|卖|货)?(?:吗|么|嘛|咩)'],
  ['stock', '(.{1,40}?)(?:还|仲|现在)?有(?:现)?货(?:吗|么|嘛|未)?'],
]; // prettier-ignore
const forms: [GoodsQuestion['about'], RegExp][] = [
  ...english.map(([about, form]): [GoodsQuestion['about'], RegExp] => [about, new RegExp(`^${hello}${form}${polite}`)]),
  ...chinese.map(([about, form]): [GoodsQuestion['about'], RegExp] => [about, new RegExp(`^${hello}${form}(?:呢|呀|啊|吖|㗎)?[ ?.!。]*$`)]),
];
/** More than one thing is said: that is for somebody who reads. */
const more =
  /[;\n]|[.!?。](?=.)|,| and (?:also )?(?:when|how|can|could|do|what|is|are|i|we)\b|\b(?:order|my|deliver\w*|shipping|discount|cheaper|if|when|refund)\b|订单|送货|运费|优惠|折|便宜|发票|什么时候|几时/;
const counted =
  /^(?:(?:a|an|the|one|some|your|any|these|those|this|that) |\d{1,6} ?(?:x |pcs |pieces )?|[一二两三四五六七八九十]+[个只把张盏件套箱台])+/;

/** A question for a price or for what there is, and nothing beside it; null for all other words. */
export function readGoodsQuestion(text: string): GoodsQuestion | null {
  if (text.length > 160) return null;
  const said = fold(text).text.replaceAll(/\s+/g, ' ').trim();
  for (const [about, form] of forms) {
    const found = form.exec(said)?.[1]?.replace(counted, '').trim();
    if (found && !more.test(found) && /\p{L}/u.test(found)) return { about, words: found };
  }
  return null;
}

/** What is meant of what is sold, and what the customer said of it that its name does not say ("blue", 木头). */
export interface MeantGoods {
  match: Match;
  trait: string | null;
}

const shade = pattern('')`
  ^(?:(?:dark|light|pale|bright) )?(?:black|white|grey|gray|red|blue|green|yellow|orange|pink|purple|brown|beige|navy|silver|gold)\b ?
  |^(?:[深浅米][\u4e00-\u9fff]色|[红橙黄绿青蓝紫黑白灰粉棕银金]色?)的?
`;

export function goodsMeant(index: CatalogueIndex, words: string): MeantGoods {
  const whole = named(index, namePieces(words));
  if (whole?.kind === 'exact') return { match: whole, trait: null };
  const led = shade.exec(words)?.[0] ?? /^[\u4e00-\u9fff]{1,6}的(?=.)/.exec(words)?.[0] ?? '';
  const rest = words.slice(led.length);
  const bare = rest === '' ? null : find(index, rest);
  if (led !== '' && bare && bare.kind !== 'unknown') return { match: bare, trait: led.replace(/的$/, '').trim() };
  const match = find(index, words);
  return { match, trait: match.kind === 'exact' ? besideName(index, match.sku, words) : null };
}

/** What only sounds like something on sale is not what was asked for: "printers" are no paper, and 打印机 no 饮水机. */
export function isFar(index: CatalogueIndex, words: string, { match }: MeantGoods): boolean {
  if (match.kind !== 'doubtful' || Math.max(...match.scores) >= sureOfName) return false;
  const asked = namePieces(words).at(-1) ?? '';
  const heads = match.skus.flatMap((sku) => (index.bySku.get(sku) ?? []).map(({ pieces }) => pieces.at(-1) ?? ''));
  return isHan(asked) ? /[机器品具纸]/.test(asked) : heads.every((head) => likeness(head, asked) < alikeHeads);
}

const sureOfName = 0.6;
const alikeHeads = 0.75;

/** Latin words that no name of the product holds. */
function besideName(index: CatalogueIndex, sku: string, words: string): string | null {
  const known = (index.bySku.get(sku) ?? []).flatMap(({ pieces }) => pieces);
  const strange = words
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word.length > 2 && !isHan(word) && !/^(?:the|of|for|with|some|any)$/.test(word))
    .filter((word) => namePieces(word).some((piece) => !known.some((own) => likeness(own, piece) >= 0.7)));
  return strange.length > 0 ? strange.join(' ') : null;
}
