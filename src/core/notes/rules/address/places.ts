import { pattern } from '../../../text/pattern.ts';

/** How addresses are written, in folded text. Both readers use it: what is an address counts nothing and is no product. */
const unit = '(?:unit|suite|ste|flat|apt|apartment|room|rm|floor|building|bldg|level|block|shop|dock|gate)\\.? ?#?\\w{1,6}';
const street = 'street|road|rd|avenue|ave|boulevard|blvd|lane|ln|highway|hwy|parkway|pkwy|broadway|strasse|straße';
/** Words that end a street's name, and many other names too. */
const ambiguous = 'st|drive|dr|court|ct|way|place|pl|terrace|close|crescent|square|sq|quay|row|walk|mews|wharf';
const number = '\\d{1,5}[a-z]?(?:[-/]\\d{1,5}[a-z]?)?';
const name = `(?:(?!(?:to|at|on|for|and|with|by|from|into|please|deliver(?:ed)?|ship(?:ped)?|send|sent|is|are|x)\\b)[\\p{L}\\d][\\p{L}\\d.'-]{0,20} )`;
const malay =
  "(?:jalan|jln|lorong|lrg|persiaran|lebuh|taman) [\\p{L}'-]{2,20}(?: [\\p{L}'-]{2,20})?(?: \\d{1,3}(?:/\\d{1,3})?[a-z]?)?(?: ?#\\d{1,3}-\\d{1,4})?";
const western = [
  `(?:${unit},? (?:of )?)?${number},? ${name}{0,4}?(?:${street}|${ambiguous})\\b\\.?`,
  `${number},? (?:rue|via|calle|avenida|avenue|av|boulevard|piazza|plaza|place)\\.? [\\p{L}'-]{1,20}(?: [\\p{L}'-]{1,20}){0,3}`,
  `[\\p{L}-]{2,20}(?:straße|strasse|str\\.|weg|platz|gasse|allee) ?\\d{1,4}[a-z]?\\b`,
  `${name}{1,3}?(?:${street}),? (?:no\\.? ?|#)?\\d{1,5}[a-z]?\\b`,
  // 27 Jalan Merpati #11-08, Lot 12-3, Menara Bayu, Jalan Kenanga 5
  `${number},? ${malay}`,
  `(?:office|lot|villa|plot|unit|suite|blk|block|level|shop|warehouse)\\.? ?#?\\d[\\w-]{0,8}, (?:[\\p{L}][\\p{L}.'&-]{0,20} ){0,3}?[\\p{L}.'&-]{2,20}, (?:${malay}|${name}{1,4}?(?:${street}|${ambiguous})\\b)`,
].join('|');
/** What may stand behind the street: a part of the building, a town, a postcode. */
const town =
  "(?!please|pls|by|before|not|no|and|thanks|thank|call|urgent|asap|instead|attn|my|our|tel|phone|the|with|on|in|for|via|until|to|i|we|it|they|rather|since|because|as|where|which|so|but|is|are|two|three|four|five)[\\p{L}][\\p{L}.'-]{1,20}";
const behind = `(?:,? (?:${unit}|(?:\\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|top) floor|[a-z]{2} \\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2}|\\d{4,6}|${town})(?=[, .;:!?\\n)\\ufffc]|$)){0,8}`;
const building = `(?:(?:[\\p{L}][\\p{L}\\d.'&-]{0,20},? ){0,4}?)?`;

const admin = '(?:(?![送寄到至往址改把盏只套箱块要两])\\p{Script=Han}){2,8}(?:省|市|区|县|镇|乡|州|自治区)';
const lane = '路|街|道|大道|巷|弄|胡同|园区?|村|广场|大厦|号';
const part = '号楼?|号?馆|展厅|展位|摊位|车间|厂房|铺位?|弄|巷|段|栋|座|幢|单元|室|楼|层|房|大厦|广场|中心|园|期|阶|苑|阁|邨|之\\d';
/** Many people type a space around numbers and between the parts: 南京西路 1266 号 恒隆广场 7 楼. What follows one must be no wish. */
const joined = '(?:[\\p{Script=Han}a-z\\d-](?:[\\p{Script=Han}a-z\\d-]|(?<=\\p{Script=Han}) (?=\\d)){0,23}?)??';
const spaced = ' (?:(?![送寄到至往改把盏只套箱块要两])[\\p{Script=Han}a-z\\d-]){0,16}?';
const rest = `(?:(?:${spaced}|${joined}) ?(?:${part})){0,8}(?:\\d{1,4}(?![\\d点月天个把张台盏只件套箱]))?`;
const chinese = `(?=[^,。;\\n\\ufffc]{0,50}(?:\\d|[一二三四五六七八九十]))(?:${admin} ?){0,4}[\\p{Script=Han}\\d]{1,16}?(?:${lane})${rest}`;

/** The address at the start of a text, with the town behind it. */
export const englishPlace = new RegExp(`^(?:${unit},? (?=[^\\n]{0,40}\\d))?${building}(?:${western})${behind}`, 'u');
export const townBehind = new RegExp(`^${behind}`, 'u');
export const chinesePlace = new RegExp(`^${chinese}`, 'u');

/** The words that lead to an address of the order at hand. */
export const placeLeads = {
  english: pattern('g')`
    \b(?:deliver|ship|send|bring|redirect|forward)(?:ed)? (?:[a-z']+ ){1,8}?instead ?[:,-] ?
    |\b(?:deliver|ship|send|mail|forward|redirect|bring|change|update|address)(?:ed|ing|ped)?(?:
      [ ]?(?:
        it|them|this|these|that|everything|the order|the|my|our|delivery|shipping|new|address|instead|all|to be|sent|has changed
        |改[做成为到至]?|换成|\ufffc[\ufffc ,]*
      )
    ){0,8}(?: ?(?:to|at|is|:|=))+ ?:? ?
  `,
  chinese: pattern('gu')`
    (?:
      (?:收货|送货|收件|寄货)?地址(?:请)?(?:改|换|变更|更改|更新|修改)?(?:一下)?(?:成(?!都)|为|到|是|:|至|系|喺|在)*
      (?:[ ,]*请?(?:送|寄|发|邮|运)(?:货|去|往)?(?:到|至|去|往)+)?
      |(?:改|换|请|麻烦|帮我|直接)?(?:送|寄|发|邮|运)(?:货|去|往)?(?:到|至|去|往)+
      |搬(?:咗|了)?(?:嚟|来|到|去)(?:咗|了)?(?= ?(?:[a-z]{2,}|\d))|(?:送|寄)(?=[\p{Script=Han}]{2,4}[省市])|改(?:送|寄|发)(?:到|至)?|新地址(?:是|:|为|系)?
    )[: ]*
  `,
  /** 送两把椅子到…. */
  afterGoodsChinese: /(?<=\ufffc)(?:到|至|去|往)/g,
  /** In the text of an order an address may follow the goods without a verb: "2 lamps to 5 King Street". */
  afterGoods:
    /(?<=\ufffc[,.;:]? ?)(?:for |in )?(?:our |my |the )?(?:new )?(?:(?:office|shop|store|home|house|warehouse) )?(?:to|at)(?: our| my| the)? /g,
};

const ends = `(?=\\s*(?:[,.;:!?)\\n]|$)|\\s(?:${unit}|\\d|please|pls|by|before|no later|on|in|thanks?|asap|urgent|with|until|not|next|today|tomorrow|instead|attn|tel|phone|call|[nsew]{1,2}|north|south|east|west)\\b)`;
const lead = String.raw`(?<=\b(?:to|at|address(?: is)?|is|in):? (?:${unit},? )?)`;
/** "to Acme Ltd, 77 Industrial Way": the name of a firm or a house stands between. */
const named = String.raw`(?<=\b(?:to(?! (?:order|get|buy|have|purchase|add|take|see|be)\b)|address)\b[^.!?\n\d]{0,40}, ?)`;
const chineseLead =
  '(?<=[送寄发邮运](?:货|去|往)?[到至去往]|[送寄](?=[\\p{Script=Han}]{2,4}[省市])|地址(?:(?:改|换|变更|更改)?[成为到是:至 ]{1,3})?)(?![改换变更请要有填写错])';
const counters =
  '(?<=\\b(?:to|at|with|near|by|behind) (?:the |our |my )?)(?:front|reception|help|information|info|security|concierge|service) (?:desk|counter|office)\\b';
/** Tried at a place in a text (sticky): an address that needs no lead, or one that its lead gives away. */
const standing = [
  new RegExp(`(?:${unit},? (?:of )?)?${number},? ${name}{1,4}?(?:${street})\\b\\.?${ends}`, 'uy'),
  new RegExp(`${lead}(?:${western})`, 'uy'),
  new RegExp(`${named}${number},? ${name}{1,4}?(?:${ambiguous})\\b\\.?${ends}`, 'uy'),
  new RegExp(counters, 'uy'),
  new RegExp(`${chineseLead}${chinese}`, 'uy'),
  new RegExp(
    `(?<=^|[^\\p{Script=Han}]|[到至在去往于寄发送是为成])(?:${admin} ?){1,4}[\\p{Script=Han}\\d]{1,16}?(?:路|街|道|巷|弄|胡同) ?[\\p{Script=Han}\\d-]{0,12}? ?号${rest}`,
    'uy',
  ),
];

/** How long the address is that starts at this place of a folded text; 0 where none does. */
export function placeAt(text: string, at: number): number {
  for (const form of standing) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found) return found[0].trimEnd().length;
  }
  return 0;
}
