import type { SpecKey } from '../../reading.ts';
import { clauseAt, hide, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { put } from './lettering.into.ts';
import { announced, cardBefore, engraved, listed, named, shouted } from './lettering.found.ts';
import { shown } from './lettering.chinese.ts';
import { namedBeforeVerb, namesEach } from './lettering.names.ts';
import { placesBefore } from './lettering.places.ts';
import { matchesOf } from '../text/matches.ts';
import { goodsKinds } from '../words/specs.goods.ts';
import { corrected } from '../words/urgency.ts';
import { printed, onCard, onPaper, saidBy, writtenBy, ontoPaper, joint, mark, noText } from '../words/lettering.ts';

const isElsewhere = (before: string, own: string): boolean =>
  onPaper.test(before) ||
  (writtenBy.test(before) && /^writ(?:e|ing)\b/.test(own)) ||
  (saidBy.test(before) && /^(?:sa(?:ys?|id|ying)\b|[^\p{L}])/u.test(own));

/** Text to be engraved or printed: quoted text beside the verb, or the rest of its clause. Hidden from all later rules. */
export function lettering(scene: Scene): Found[] {
  const found = lettered(scene).filter(
    ({ start }) => !isElsewhere(scene.words.slice(clauseAt(scene, start).start, start), scene.plain.text.slice(start, start + 8)),
  );
  for (const item of found) {
    // 印蓝色「晨光」 says two things
    const between = scene.words.slice(item.start, item.valueStart);
    const colour =
      /(?:[\p{Script=Han}]{1,4}色(?=的?(?:大|小|粗|细|艺术|手写)?字?[^\p{L}\p{N}]*$)|[黑白红蓝绿黄粉紫灰金银橙]字(?=[^\p{L}\p{N}]*$))/u.exec(
        between.slice(1),
      );
    hide(scene, item.start, colour ? item.start + 1 + colour.index : item.end);
    if (colour) hide(scene, item.start + 1 + colour.index + colour[0].length, item.end);
  }
  return found;
}

function lettered(scene: Scene): Found[] {
  const found: Found[] = namesEach(scene);
  for (const [key, verb] of [
    ['engraving', engraved],
    ['print', printed],
  ] as const) {
    for (const match of matchesOf(scene.words, verb)) {
      const item = textOf(scene, key, match.index, match.index + match[0].length);
      if (!item || found.some((other) => item.start < other.end && other.start < item.end)) continue;
      found.push(item);
    }
  }
  for (const item of found.slice())
    found.push(...further(scene, item).filter((more) => !found.some((other) => more.start < other.end && other.start < more.end)));
  for (const item of [...listed(scene), ...announced(scene), ...shown(scene)]) {
    const within = found.findIndex((other) => item.start < other.end && other.start < item.end);
    if (within < 0) found.push(item);
  }
  for (const item of [...named(scene), ...shouted(scene), ...put(scene), ...namedBeforeVerb(scene)])
    if (!found.some((other) => item.start < other.end && other.start < item.end)) found.push(item);
  found.push(...quotesOnGoods(scene, found));
  if (trophies.test(scene.goods) && !/\bprint|印|显示/.test(scene.plain.text))
    for (const item of found) if (item.key === 'print') item.key = 'engraving';
  found.push(...placesOf(scene, found));
  found.push(...placesBefore(scene, found));
  return found;
}

/** 刻“市场部”“行政部”、“财务部”: each is a text of its own. */
function further(scene: Scene, item: Found): Found[] {
  const more: Found[] = [];
  let { end } = item;
  for (const quote of scene.quotes) {
    if (quote.start < end || quote.start > end + 8 || !/^ ?(?:[、,和跟与及]|还有|and)? ?$/.test(scene.plain.text.slice(end, quote.start)))
      continue;
    more.push({ start: quote.start, end: quote.end, key: item.key, valueStart: quote.inner.start, valueEnd: quote.inner.end, unit: null });
    end = quote.end;
  }
  return more;
}

/** "Engrave the cap with “M. O.”", "printed on the lid: Aoife": the place between the verb and its text. */
function placesOf(scene: Scene, found: Found[]): Found[] {
  return found.flatMap(({ start, valueStart = start }): Found[] => {
    const between = scene.words.slice(start, valueStart);
    const place =
      /(?:\b(?:on|across|along|inside|under|around|over|onto) (?:the|its|each|every|their|both) |^[a-z]+ (?:the|its|each|every) (?=[a-z -]+ (?:with|to (?:say|read))))((?:(?:left|right|upper|lower|front|back|top|bottom|inner|outer|inside|outside) )*[a-z-]{3,12})(?:s?)(?=[:, ]|$)|^[a-z]+ (inside|outside|underneath)(?=[:, ]|$)/.exec(
        between,
      );
    const value = place?.[1] ?? place?.[2];
    if (
      !place ||
      !value ||
      /^(?:words?|name|text|initials|letters?|card|tag|note|box|back of|following|phrase|date|logo|ones?|them|it|rest)$/.test(value)
    )
      return [];
    const at = start + place.index + place[0].lastIndexOf(value);
    return [{ start: at, end: at + value.length, key: 'position', valueStart: at, valueEnd: at + value.length, unit: null }];
  });
}

/** What is said on a trophy is cut into it. */
const trophies = /\b(?:troph(?:y|ies)|medals?|plaques?|tankards?)\b|奖杯|奖牌|奖座/;

/** Quoted words that something else gives away as lettering: put "Rush's cabin" on the label, 烫金“得奖纪念”, “感恩同行”四个字. */
function quotesOnGoods(scene: Scene, found: Found[]): Found[] {
  return scene.quotes.flatMap((quote): Found[] => {
    if (found.some((item) => item.start < quote.end && quote.start < item.end)) return [];
    const before = scene.words.slice(Math.max(0, quote.start - 40), quote.start);
    const lead =
      /(?:\b(?:put|add|stitch|stamp|emboss|display|feature|show|have|text|wording|title)(?: (?:the|words?|name|text))*|烫金|烫银|击凸|喷上?|标上?|打上|要有|字样为?|落款|内容[是为用]?|文字[是为用]?|(?<!\p{Script=Han})(?:数字|门牌号?)[是为用]?|(?<!\p{Script=Han})字[是为用要写]?)[: ]*$/u.exec(
        before,
      );
    const behind =
      /^ ?(?:in (?:[a-z-]+ ){1,3})?(?:across|on|onto|along|over) (?:(?:the|each|every|both|its|all) |top\b)|^ in (?:[a-z-]+ ){1,3}(?:capitals|caps|letters|lettering|text|script|thread|writing|foil|ink|paint)\b|^ ?(?:[一二三四五六七八九十两]{1,2}个?(?:大?字)|字样)/.exec(
        scene.words.slice(quote.end, quote.end + 32),
      );
    if (!(behind || lead) || cardBefore.test(before) || (!lead && ontoCard.test(scene.words.slice(quote.end, quote.end + 48)))) return [];
    const counts = /字/.test(behind?.[0] ?? '') ? (behind?.[0].length ?? 0) : 0;
    return [
      { start: quote.start, end: quote.end + counts, key: 'print', valueStart: quote.inner.start, valueEnd: quote.inner.end, unit: null },
    ];
  });
}

/** "“Dr A. Osei”, no wait, “Dr Abena Osei”": nothing but words of a correction stands between. */
const isMeant = (between: string): boolean => between.length <= 40 && corrected.test(between) && !/\b(?:and|on|in)\b/.test(between);

/** What is written there is on no goods. */
const ontoCard =
  / ?(?:on|onto|in|inside) (?:the|an?|each|every|our|its|my) (?:(?:gift|greeting|birthday|thank you|little|small|nice|plain|separate|white|blank) ){0,2}(?:card|tag|note|box|envelope|parcel|carton)s?\b/;

/** 印“加急”两个字: how long the text is says nothing new. */
const counted = (scene: Scene, at: number): number =>
  /^ ?(?:这?[一二两三四五六七八九十\d]{0,2}个(?:大?字|字母|英文)|[一二两三四五六七八九十]{1,2}(?:大?字)|字样?)/.exec(
    scene.words.slice(at, at + 12),
  )?.[0].length ?? 0;

/** "Ivory card": what invitations are printed on. */
const stock = /\b(?:ivory|white|cream|black|kraft|recycled|textured|thick|gsm|silk|matte?|gloss|linen|pearl|laid) cards?\b/;

/** "… with a card, it should say “Love”": the clause before was about the card, and this one names nothing else. */
function speaksOfCard(scene: Scene, start: number, before: string): boolean {
  return (
    before.length <= 24 &&
    !(goodsKinds.stationery.test(scene.goods) && stock.test(scene.words.slice(Math.max(0, start - 24), start))) &&
    !/蛋糕|杯|衣|衫|牌|帽|盒|\b(?:cake|mug|shirt|sign|cup|lid|on the)\b/.test(before) &&
    /\bcards?\b|卡片|贺卡|生日卡|小卡|感谢卡|心意卡|纸条|字条|便条|便签|纸仔|纸片|信笺|卡,/.test(
      scene.words.slice(Math.max(0, start - 24), start),
    )
  );
}

/** "The third email saying “dispatched soon”": what somebody was told. */
const isMail = (scene: Scene, start: number, before: string): boolean =>
  /^(?:say|read)s?(?:ing)?\b/.test(scene.words.slice(start, start + 8)) &&
  /\b(?:e-?mails?|web ?sites?|site|web ?page|tracking(?: page| link| info)?|notifications?|app|status|dashboard|confirmation|voice ?mails?|update)(?: (?:that|which|is|was|just|keeps?|still|it|you sent|i got))* $/.test(
    before,
  );

/** 卡|写「…」 */
const cardRight = /(?:^|[^\p{Script=Han}]|[张个份嘅的只])[卡咭](?:仔|上|面|里|入面)?(?:请|就|帮我|麻烦|唔该|要)* ?$/u;

/** 急救箱上: a box that was ordered is no carton. */
const withoutGoods = ({ words, mentions }: Scene, from: number, to: number): string =>
  mentions
    .filter((mention) => mention.start >= from && mention.end <= to)
    .reduce(
      (text, { start, end }) => text.slice(0, start - from) + ' '.repeat(end - start) + text.slice(end - from),
      words.slice(from, to),
    );

function textOf(scene: Scene, key: SpecKey, start: number, verbEnd: number): Found | null {
  const clause = clauseAt(scene, start);
  const before = withoutGoods(scene, clause.start, start);
  if (
    cardBefore.test(before) ||
    cardRight.test(before) ||
    ontoPaper.test(scene.words.slice(verbEnd, verbEnd + 100)) ||
    speaksOfCard(scene, clause.start, before) ||
    isMail(scene, start, before) ||
    onCard.test(scene.words.slice(verbEnd, Math.min(clause.end, verbEnd + 80))) ||
    /(?:\b(?:no|not|don't|without|never)(?: need)?(?: to)?|不要|不用|别|无需|不需要|不) ?$/.test(before)
  )
    return null;
  const window = scene.words.slice(verbEnd, verbEnd + 60);
  const quote = scene.quotes.find(
    (candidate) =>
      candidate.start >= verbEnd &&
      candidate.start <= verbEnd + 60 &&
      // 单面印logo，…，发票开「…」: the mark was all that is printed
      !(mark.test(window.trimStart()) && /[,、;]/.test(scene.words.slice(verbEnd, candidate.start))) &&
      !/[.!?。;\n]|[张个](?:小|细|靓|生日|心意|多谢)?[卡咭]|小卡|手写卡|卡片|贺卡|心意卡|[纸字便]条|便签|纸仔/.test(
        scene.plain.text.slice(verbEnd, candidate.start),
      ) &&
      !/[,、].*(?:印|刻|绣|写|print|engrav|embroider)|[a-z].*\b(?:note|card|tag|message)\b/.test(
        scene.words.slice(verbEnd, candidate.start),
      ),
  );
  const meant =
    quote && (scene.quotes.findLast((other) => other.start > quote.end && isMeant(scene.words.slice(quote.end, other.start))) ?? quote);
  if (meant && ontoCard.test(scene.words.slice(meant.end, meant.end + 40))) return null;
  // 写句「…」摆进去 goes beside the goods
  if (meant && /^ ?(?:给我|一起|都)?[摆放塞夹搁装附]埋?[在进到入]/.test(scene.words.slice(meant.end, meant.end + 8))) return null;
  // "etch a stag on each and “Callum” below": what comes before "and" is a wish of its own
  const isSecond = meant !== undefined && /^ (?:an?|the|our|my) [a-z]+ (?:[a-z]+ ){0,4}and $/.test(scene.words.slice(verbEnd, meant.start));
  if (meant)
    return {
      start: isSecond ? meant.start : start,
      end: meant.end + counted(scene, meant.end),
      key,
      valueStart: meant.inner.start,
      valueEnd: meant.inner.end,
      unit: null,
    };
  const ahead = scene.quotes.findLast(
    (candidate) =>
      candidate.end <= start && start - candidate.end <= 12 && !/[.!?。;\n]/.test(scene.plain.text.slice(candidate.end, start)),
  );
  if (ahead && /^(?: ?(?:to be|please|is to be|字样?|字) ?| )?$/.test(scene.words.slice(ahead.end, start)))
    return { start: ahead.start, end: verbEnd, key, valueStart: ahead.inner.start, valueEnd: ahead.inner.end, unit: null };
  if (/^(?:says?|saying|reads?|reading|personali|ic|pip)/.test(scene.words.slice(start, verbEnd))) return null;
  const gap = joint.exec(window)?.[0].length ?? 0;
  if (mark.test(window.slice(gap)) || mark.test(window.trimStart())) return null;
  const valueStart = verbEnd + gap;
  // 一条刻Amy一条刻Ben are two texts
  const rest = scene.words
    .slice(valueStart, Math.min(clause.end, valueStart + 60))
    .replace(/(?:[一另两二三]|\d)[一]?[条个只件把张块支枚本套](?:上|要|就)?[刻印绣写雕].*$/u, '');
  if (ontoCard.test(rest)) return null;
  const text =
    /^[^\ufffc\n]{1,60}/
      .exec(rest)?.[0]
      .replace(
        /\s*(?:\b(?:(?:on|across|along|onto|over|under|around|round|inside|below|above|down) (?:the|its|it|each|every|both|them|their|one|my|our)\b.*|(?:on|onto|around|inside|across) (?:cap|lid|base|handle|front|back|collar|barrel|side|rim|sleeve|chest|pocket|blade|spine|cover|top|bottom|body|neck|cuff|strap|clip|inside|outside)s?|in the (?:corner|centre|center|middle|top|bottom)\b.*|please|thanks?|in (?:gold|silver|black|white|navy|red|blue|green|purple|pink|orange|yellow|brown|gr[ea]y|teal|turquoise|burgundy|maroon|cream|ivory|bronze|copper|rose gold|(?:light|dark|bright|pale|royal|hot) [a-z]+|(?:a |an )?(?:[a-z]+ )?(?:script|italics?|cursive|capitals|caps|serif|gothic|copperplate|font))\b.*)|(?:[这那])?(?:[几两二三四五六七八九十\d]+个)?(?:大|小|英文|中文|汉)?(?:字样?|字母|数字)|(?:在|喺|于)[\p{Script=Han} ]{1,6}$|在(?:背面|正面|内侧).*)?\s*$/u,
        '',
      )
      // "J♥M 🙏": what is waved behind it is no part of it
      .replace(/ +(?:(?![♥❤])\p{Extended_Pictographic}\p{Emoji_Modifier}? ?)+$/u, '') ?? '';
  if (
    text.length < 1 ||
    (noText.test(text) && !/[:：] ?$/.test(window.slice(0, gap))) ||
    (key === 'print' &&
      !/[:：]$|上$|着$|字$|words?$|says?$|with$/.test(scene.words.slice(start, valueStart).trimEnd()) &&
      gap === 0 &&
      !/^[A-Z]/.test(scene.plain.original.slice(scene.plain.starts[valueStart] ?? 0)))
  )
    return null;
  return { start, end: valueStart + text.length, key, valueStart, valueEnd: valueStart + text.length, unit: null };
}
