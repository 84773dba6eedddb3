import type { SpecKey } from '../../reading.ts';
import type { SpecSlot } from './specs.slot.ts';
import { goodsKinds } from './specs.goods.ts';

const begin = '(?<=^|[,.;、!?。:\\n] ?)';
/** The words that lead to the name of a property may hold properties of their own: 用防水物料 PVC. */
const lead = '(?<=(?:^|[,.;、!?。:\\n] ?)(?:[^,;、]{0,12}?[\\p{Script=Han} ])?)';
const end = '(?= ?(?:[,.;、!?。\\n]|$))';
/** Words that open another wish, or say that there is none. */
const noValue =
  "(?!(?:whatever|any|anything|same|all|both|only|not|no|none|never|don't|as|like|to|too|for|please|pls|thanks|the|a|an|is|it|that|this|ok|okay|fine|up|also|logo|print|by|before|after|on|in|at|with|without|and|or|but|so|deliver|send|ship|call|need|can|will|must|ready|asap|urgent|check|confirm|change|mix|mixed|random|different|bigger|smaller|similar|correct|right|wrong|exact|exactly|follow|see|refer|temp|temperature|i|we|you|my|your|our|surprise|idk|let|ask|maybe|unsure|which|what|how|tbc|tbd|later|decide|choose|pick)(?![a-z\\d]))";
const word = "[a-z\\d][a-z\\d'./+-]*(?<![.'/-])";
const measure = '(?!\\d+(?:\\.\\d+)? ?(?:v|w|kw|a|hz|mm|cm|m|g|kg|ml|l)(?![a-z\\d]))';
const value = `(${noValue}${measure}(?=[^,;、]{0,24}[a-z])${word}(?: (?!please|pls|thanks|thx|lah|la|ok|only)${word}){0,2})`;
const asks =
  '(?:(?:请|就|都|全部|统一|一律|也|我|我们|想|最好|希望|麻烦|帮我){0,5}(?:(?<![不别唔勿莫])(?:想要|要|选|揀|拣|用|换|改|做|采用|使用)(?:成|用|为|个|的是)?|(?<!不)是|[为:]|系)|(?:请|都|就|全部|统一|一律))';
const close =
  '(?: ?(?:的|嘅|款|色|那款|那种|嗰款|嗰隻|嗰只))?(?: ?(?:就好|就行|就得|就可以|即可|最好|先|吧|啦|喔|啊|please|pls|thanks|thx|谢谢|多谢|唔该|麻烦|拜托|ok)){0,3}';

/** What a property is called in either language, where its value stands in English: 颜色 camel, "plug 要 UK 三脚", 香味 rosemary 就好. */
const named: { key: SpecKey; names: string; goods?: RegExp }[] = [
  { key: 'color', names: '颜色|底色|主色|色调|配色|colou?r|tone' },
  { key: 'material', names: '材质|材料|质料|物料|面料|布料|用料|料子|material|fabric' },
  { key: 'finish', names: '表面(?:处理)?|饰面|涂层|工艺|finish(?:ing)?|surface' },
  { key: 'font', names: '字体|font|typeface' },
  { key: 'scent', names: '香味|香型|气味|味道|scent|fragrance|smell', goods: goodsKinds.scented },
  { key: 'flavor', names: '口味|味道|夹心|flavou?r|taste|filling', goods: goodsKinds.food },
  { key: 'pattern', names: '图案|花纹|花色|花型|pattern' },
  { key: 'plug', names: '插头|插座|plug' },
  { key: 'grade', names: '等级|强度等级|级别|grade' },
  { key: 'size', names: '尺寸|尺码|码数|大小|size' },
  { key: 'label_language', names: '标签|说明书|标签语言|label|manual' },
  { key: 'thread', names: '螺纹|牙距|牙型|thread' },
  { key: 'other', names: '烘焙度|烘焙程度|研磨度|研磨|roast|grind' },
];

const softness = '(soft|medium|firm|hard|extra (?:soft|firm)|medium (?:soft|firm)|semi-?(?:soft|firm|rigid)|rigid|flexible)';

const part =
  '(?:table ?)?(?:tops?|covers?|straps?|frames?|legs?|lids?|handles?|seats?|cushions?|backs?|body|base|fabric|cord|string|ribbon|buttons?|zips?|sleeves?|collars?|lining|trim|edges?|border|shades?)';

export const mixedSlots: SpecSlot[] = [
  {
    // "walnut 色", "桌面要 oak 色", "cover 用 kraft 色": called a colour, whatever else is called so
    key: 'color',
    first: true,
    pattern: new RegExp(`(?:${begin}${part} ?${asks} ?|${lead}${asks} ?|${begin})${value} ?色(?:系)?${close}${end}`, 'gu'),
  },
  {
    // "plug 要 UK 三脚"
    key: 'plug',
    first: true,
    pattern:
      /(?:\bplugs?|插头|插脚|插座) ?(?:请|要|用|:|选|is|换成?|改成?|为| )+ ?((?:uk|eu|us|au|[英美欧澳国]规?标?) ?[两二三]脚)(?=[,.;!?。\n]|$| |的|插|嘅|款)/g,
  },
  {
    // 印单面就好, "logo 双面都要印": on which side, where something is put on to the goods
    key: 'position',
    pattern:
      /(?<=(?:印|做|就|只|要|、|,|[\ufffc」』"”]|^) ?)([单双两一]面)(?=(?:就好|就行|就得|就可以|即可|都?要?印|都要|[,.;、!?。\n]|$))/g,
    only: /印|刻|绣|雕|烫|喷|logo|\bprint/,
  },
  {
    key: 'hardness',
    pattern: new RegExp(`${begin}(?:硬度|软硬|hardness|firmness)(?: ?${asks} ?|(?<=\\p{Script=Han}) ?)${softness}${close}${end}`, 'gu'),
  },
  ...named.map(({ key, names, goods }): SpecSlot => ({
    key,
    pattern: new RegExp(
      `${begin}(?:[^,;、]{0,12}?[\\p{Script=Han} ])??(?:${names})(?: ?${asks} ?|(?<=\\p{Script=Han}) ?)${value}${close}${end}|${begin}(?:${asks} ?)?${value} ?(?=\\p{Script=Han})(?:${names})${close}${end}|${begin}${asks} ?${value} (?:${names})${close}${end}|${begin}(?:${names}) ${value}${close}${end}`,
      'gu',
    ),
    ...(goods ? { goods } : {}),
    // "finish 要 brushed nickel" is the whole of it, and no colour
    ...(key === 'finish' ? { first: true as const } : {}),
  })),
];
