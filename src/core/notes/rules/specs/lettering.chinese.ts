import { spanOf } from '../text/plain.ts';
import { clauseAt, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { cardBefore } from './lettering.found.ts';
import { matchesOf } from '../text/matches.ts';
import { pattern } from '../../../text/pattern.ts';

/** What makes a text be seen on goods, in other words than 印 and 刻, right before the text. */
const showing = pattern('g')`
  (?:
    显示|显出|现出|出现|露出|亮出|show ?出|(?:看|睇|见|读|认|望)得?(?:到|见|出|清)
    |(?:[挤描画拉拼嵌压烙缝贴弄整喷熨](?:上|出|成|个)?|(?:上|面|头|里|间|下)(?:要|请|给我)?[落来做](?:上|下)?)(?=
      一?[句行排段几]|这|那|[两二三四五六七八九十]个|[:「“"'‘『\ufffc ]
    )
    |(?:那|这)[行排句块]字?(?:就|要|请)?(?:是|写)
  )(?:这|那)?(?:[一两几二三四五六七八九十\d]{1,2})?(?:个|行|句|段|排)?(?:大?字|话|字样)?[: ]*
`;
/** Where on the goods, in the clause of the text. */
const place =
  /(?:正中间|正中央?|中间|正面|反面|背面|背后|后背|胸口|胸前|左胸|右胸|袖口|领口|帽檐|左上角|右上角|左下角|右下角|侧面|内侧|外侧|底部|顶部|封面|封底|盖面|杯身|瓶身|笔杆|壶身|碗底|杯底|扇面|柄上)/;
const onGoods = /上|面|头|里|间|身|背|胸|口|角|底|盖|边|杆|袖|领/;
const isNeedless = /(?:不要|唔好|别|不用|勿|无需)[^,。]{0,6}$/;

/** 胸口那块让客人能读到“老巷子面馆”, 用巧克力酱挤一句 Happy 60th Mom: what is to be seen on the goods is a text. */
export function shown(scene: Scene): Found[] {
  if (!/\p{Script=Han}/u.test(scene.words)) return [];
  return matchesOf(scene.words, showing).flatMap((match): Found[] => {
    const lead = match.index + match[0].length;
    const clause = clauseAt(scene, match.index);
    const before = scene.words.slice(clause.start, match.index);
    const named = scene.mentions.some(({ start, end }) => start >= clause.start && end <= lead);
    const isCard = cardBefore.test(before) || /[句话信]|[纸字便]条/.test(before);
    if (isCard || isNeedless.test(before) || !(named || onGoods.test(before + match[0]) || /挤|拉|拼/.test(match[0]))) return [];
    const quote = scene.quotes.find(({ start }) => start === lead);
    // 看到 To Dr. Lin 这几个字母
    const latin = /^[A-Z\d][\p{Script=Latin}\d'&.!-]*(?: [\p{Script=Latin}\d'&.!-]+)*(?= ?(?:\p{Script=Han}|[,.;!?。]|$))/u.exec(
      spanOf(scene.plain, lead, Math.max(lead, clause.end)).text,
    )?.[0];
    if (!quote && !(latin && latin.length > 2 && /\p{Lu}/u.test(latin))) return [];
    const counts = /^ ?(?:这|那)?[一两几二三四五六七八九十\d]{0,2}个?(?:大?字母?|字样)/.exec(
      scene.words.slice(quote?.end ?? lead + (latin ?? '').length, clause.end),
    );
    const [valueStart, valueEnd] = quote ? [quote.inner.start, quote.inner.end] : [lead, lead + (latin ?? '').length];
    const end = (quote?.end ?? valueEnd) + (counts?.[0].length ?? 0);
    const where = place.exec(before);
    const at = clause.start + (where?.index ?? 0);
    return [
      { start: match.index, end, key: 'print', valueStart, valueEnd, unit: null },
      ...(where
        ? [{ start: at, end: at + where[0].length, key: 'position' as const, valueStart: at, valueEnd: at + where[0].length, unit: null }]
        : []),
    ];
  });
}
