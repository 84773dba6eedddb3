import { spanOf } from '../text/plain.ts';
import { matchesOf } from '../text/matches.ts';
import { cover, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

export const engraved = pattern('g')`
  \b(?:
    engrav(?:e|ed|ing)|carved?(?! (?:up )?(?:out of|from)\b)|etch(?:ed|ing)?|laser(?:ed)?|inscribed?|chisel(?:l?ed)?
    |(?:cut|burn(?:ed|t)?|scratched|scored|scribed|chased) into
  )\b
  |雕刻|镌刻|镭雕|激光刻|雷雕|镭雕|雷刻|镭刻
  |(?<![即立此时片顷深苛一每])刻(?:字(?!母)|上)?(?![意苦薄板录不钟度])
  |雕(?!塑|像|花板)|凿(?!子|岩|孔|洞|开)|镌|錾(?!子)|镂(?=上|字|刻)
`;
export const cardBefore = pattern('')`
  \b(?:slip in|few words|card|note|tag|message|gift|billing|company name|account name)\b
  |卡片|贺卡|卡上|张卡|小卡|心意卡|纸条|字条|便条|便签|留言|备注|箱子?上|外箱|箱面|箱子|箱外|面单|运单|纸箱|箱唛|唛头|快递单|发票|抬头|下单
  |订单|项目名|工程名|收件人|收货人|户名|单据|送货单|(?:合同|采购|项目|工程|报价|物料|合约)[编单]?号
`;

/** "Put his name, Oliver, on the front": the name itself stands between commas. */
export function named(scene: Scene): Found[] {
  return Array.from(matchesOf(scene.words, naming)).flatMap((match): Found[] => {
    const start = match.index + match[0].length;
    const text = /^[^.;!?。\n\ufffc,]{1,30}?(?=[,.;!?\n]|$| (?:on|in|across|along) )/.exec(scene.words.slice(start))?.[0] ?? '';
    const words = typed(scene, start, start + text.length).match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
    if (words.length === 0 || cardBefore.test(match[0]) || !words.every((word) => upper.test(word[0] ?? '') || word === 'and')) return [];
    cover(scene, match.index, start);
    const key = match[0].search(engraved) >= 0 ? 'engraving' : 'print';
    return [{ start, end: start + text.length, key, valueStart: start, valueEnd: start + text.length, unit: null }];
  });
}
const naming = pattern('g')`
  \b(?:
    with(?= (?:his|her|their|our|my|the(?: baby's)?)(?: (?:company|business|club|team|school|shop|firm|family))? name, )
    |put|add|print|engrave|embroider|stitch|write|paint|sew|carve|etch|letter|ice|pipe|stamp
  )[^.;!?。\n\ufffc,]{0,16}\b(?:his|her|their|our|my|the|baby's|dog's|cat's|team|family|club|last|first|full)(?:
    [ ](?:first|last|full|family|team|club|company|business|school|shop|firm)
  )? (?:names?|initials|surname|nickname|monogram)[,:]?[ ]
`;

/** "RIVER RATS across the back": capitals that go onto a part. */
export function shouted(scene: Scene): Found[] {
  if (!/\p{Ll}{3}/u.test(scene.plain.original)) return [];
  return Array.from(
    scene.words.matchAll(/(?<=^|[.,;:!?\n] ?)[a-z\d][a-z\d'&! -]{2,40}?(?= (?:across|along|over|on|down) (?:the|its|each|every|their) )/g),
  ).flatMap((match): Found[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const text = typed(scene, start, end);
    if (text !== text.toUpperCase() || !/\p{Lu}{3}/u.test(text)) return [];
    const place =
      /^ (?:across|along|over|on|down) (?:the|its|each|every|their) ((?:(?:left|right|upper|lower|front|back|top|bottom) )?[a-z]{3,12})/.exec(
        scene.words.slice(end, end + 40),
      );
    const last = end + (place?.[0].length ?? 0);
    return [
      { start, end, key: 'print', valueStart: start, valueEnd: end, unit: null },
      ...(place
        ? [{ start: end, end: last, key: 'position' as const, valueStart: last - (place[1] ?? '').length, valueEnd: last, unit: null }]
        : []),
    ];
  });
}

const upper = /\p{Lu}/u;
/** What was typed of a stretch of folded text. */
const typed = (scene: Scene, start: number, end: number): string => spanOf(scene.plain, start, end).text;

/** "Names embroidered on the back: Ella, Sam, Jo." and "carved into it: Hartley": all that follows the colon. */
export function listed(scene: Scene): Found[] {
  return Array.from(matchesOf(scene.words, listLead)).flatMap((match): Found[] => {
    const start = match.index + match[0].length;
    const text = /^[^.;!?。\n\ufffc]{2,120}/.exec(scene.words.slice(start))?.[0].trimEnd() ?? '';
    if (!upper.test(typed(scene, start, start + 1)) || cardBefore.test(match[0])) return [];
    const key = match[0].search(engraved) >= 0 ? 'engraving' : 'print';
    cover(scene, match.index, start);
    return [{ start, end: start + text.length, key, valueStart: start, valueEnd: start + text.length, unit: null }];
  });
}
const listLead = /\b(?:engrav|carv|etch|print|embroider|stitch|stamp|lettered|monogram|pip|ic)(?:ed|e|ing|y)?(?: [a-z]+){1,8}?: ?/g;

/** "Text on the stickers: RUSH HOUR", "the sign should say KEEP CLEAR", 标签文字要「山岚」: a noun says that a text follows. */
export function announced(scene: Scene): Found[] {
  return Array.from(matchesOf(scene.words, announcing)).flatMap((match): Found[] => {
    const lead = match.index + match[0].length;
    const before = scene.words.slice(Math.max(0, match.index - 30), lead);
    const isSigned = match[0].includes('落款');
    if (
      cardBefore.test(isSigned ? scene.words : before.replace(/\bmessage\b/g, '')) ||
      /(?:不要|不用|别|\bno|\bwithout) ?$/.test(scene.words.slice(0, match.index))
    )
      return [];
    const key = /[刻雕]/.test(before) ? 'engraving' : 'print';
    const quote = scene.quotes.find(({ start }) => start === lead);
    if (quote) cover(scene, match.index, lead);
    if (quote) return [{ start: quote.start, end: quote.end, key, valueStart: quote.inner.start, valueEnd: quote.inner.end, unit: null }];
    const shout =
      /^[\p{Lu}\d][\p{Lu}\d'&!?-]*(?: [\p{Lu}\d][\p{Lu}\d'&!?-]*)*(?= \p{Ll})/u.exec(
        typed(scene, lead, Math.min(scene.words.length, lead + 60)),
      )?.[0] ?? '';
    const isSaid = /(?:say|read)s?:? ?$/.test(match[0]);
    const rest = (/^[^.;!?。\n\ufffc,]{2,60}/.exec(scene.words.slice(lead))?.[0] ?? '') + moreNames(scene, lead);
    // what is to be read in capitals ends where they end: "OPEN SUNDAYS in white on green"
    const text = (
      isSaid && /\p{Lu}{3}/u.test(shout)
        ? rest.slice(0, shout.length)
        : isSaid
          ? rest
          : rest.replace(
              / (?:please|in (?:gold|silver|black|white|navy|red|blue|green|purple|pink|orange|yellow|brown|gr[ea]y)\b.*|on the .*|on (?:an? )?[a-z]+ background\b.*)$/,
              '',
            )
    ).trimEnd();
    if (
      !text ||
      /^\p{Script=Han}{1,3}色$/u.test(text) ||
      !(
        upper.test(typed(scene, lead, lead + 1)) ||
        (/[:：印写] ?$/.test(match[0]) && /^(?![在上到得好清大小我你]|什么|按)\p{Script=Han}/u.test(text))
      )
    )
      return [];
    cover(scene, match.index, lead);
    // a signature on goods is none on a card: its lead is hidden with it
    return [
      { start: isSigned ? match.index : lead, end: lead + text.length, key, valueStart: lead, valueEnd: lead + text.length, unit: null },
    ];
  });
}
/** "…, Ana & Luis": what stands behind a comma and is a name still belongs to the text. */
function moreNames(scene: Scene, lead: number): string {
  const first = /^[^.;!?。\n\ufffc,]{2,60}/.exec(scene.words.slice(lead))?.[0].length ?? 0;
  const rest = /^,[^.;!?。\n\ufffc,]{2,40}(?=[.;!?。\n]|$)/.exec(scene.words.slice(lead + first))?.[0] ?? '';
  const words = typed(scene, lead + first, lead + first + rest.length).match(/[\p{L}\d][\p{L}'’-]*/gu) ?? [];
  return words.length > 0 && words.every((word) => upper.test(word[0] ?? '') || word === 'and') ? rest : '';
}
const announcing = pattern('g')`
  (?<!\b(?:his|her|my|their|whose|contact|contact's|driver's|caretaker's|person's) )\b(?:
    (?:the )?(?:text|wording|words|lettering|inscription|names?|caption|slogan|motto|message|letters)(?:
      [ ](?:on|for|across|under) (?:the |each |every |it |them )?[a-z]*(?: [a-z]+)?
    )?(?: (?:is|are|reads?|says?|(?:should|to|must|will) (?:be|read|say)))?:? ?(?<=(?:: ?)|(?:is|are|reads?|says?|be|say) )
    |(?:should|must|to|will|needs? to|it|they|them|which|that) (?:say|read)s?:?[ ]
  )
  |(?:
    (?:
      [\u4e00-\u9fff]{0,3}?[上面背胸前后身口](?:要|请|麻烦|就|想)?(?:给|帮|替|为)?(?:我们?|孩子们?|大家|他们?|她们?|佢哋?)?
      (?:来|加|做|弄|整|留|带|嚟)(?:上|个)?(?:[一两几二三](?:行|句|排|个|段))?
    )
    |(?:上面|标签|正面|背面|表面|招牌|牌子|封面)
  )?的?(?:文字|字样|字(?!体|号|母|幕|迹)|标语|口号|文案|名字|内容|落款)(?:请|要|就|用|印|写|做|是|为|:)+ ?
`;
