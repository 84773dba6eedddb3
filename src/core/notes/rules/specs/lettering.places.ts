import { clauseAt, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

/** What may stand between a place and the verb or the text: who asks for it, and in which way it gets there. */
const way = pattern('')`
  (?:
    (?:上|处|上面|上头)?(?:
      统一|大大地|分别|都|也|各|要|请|麻烦|帮忙|帮我们?|给我们?|替我们?|同我|帮手|竖着|横着|居中|再|还|用[^,。]{1,4}?|烫[金银]|击凸|压印
      |激光|镭射|雷射|雷雕|机绣|手绣|手写|放|摆|加|落款?|弄|做|来|配|打|挤|贴|挂|标|注|署|车|缝|织|一?[个行句排块枚张]|有|的
    )+
    |上|处
  )$
`;
/** The last word of a part of goods or of a place on them. */
const part = pattern('u')`
  ^(?=.{2})(?!
    (?:这|那|嗰|呢)?(?:上|下|表|票|单|见|平|书|当|对|全|双|单)面$
    |[上下出][头面]$|[里外]头$|.{0,3}出面$|心里|家里|屋里|哪里|这里|那里|手上|票|单据|信|卡|盒里|盒内|箱|包里|袋里|包裹|快递|另外|以外|例外
    |最后|之后|然后|[^,。]{0,2}(?:下单|付款|到货|收货|发货)
  ).{0,4}(?:
    [身盖底帽胸袖侧背口边领柄座壁沿袋角里内外后端尾圈缘杆胆把梁檐额脊腰肩脚腿环坠片]
    |[底下上]下|[上下]方|[^上下]面|[前后外里反正背]面|[左右上下里外内两][角侧边端]|[盖柄带绳链帽袖领底扣壶瓶]子
  )$
`;

const lead = /^(?:.*[请在喺]|的|唔该|麻烦|请|另外|然后|再|每[个只件张块支]|在|喺|于|就|其中)+/u;
const ofThing = /^.{0,3}[服衣衫恤裤裙袍褂]的?(?=(?:[正背反]面|背后|后背|胸前|前胸|胸口|左胸|右胸)$)/u;

/** "Lid engraved with Best Mum", "left sleeve printed “Coach”": the part before the verb is where it goes. */
const carrier = pattern('')`
  (?:^|[^a-z])(
    (?:(?:left|right|front|back|top|bottom|inner|outer|inside|upper|lower) )*(?:
      lids?|caps?|base|handles?|backs?|fronts?|collars?|barrels?|rims?|blades?|spines?|covers?|straps?|buckles?|clasps?|pockets?|sleeves?
      |cuffs?|bibs?|brims?|necks?|clips?|bands?|plates?
    )
  ) (?:to be |is to be |should be |must be )?$
`;
const carried = /^(?:engraved|etched|carved|printed|embroidered|stitched|stamped|lettered|monogrammed|laser(?:ed)?)\b/;

/** 背后放「巷口有光」, 碗内写“福”, 蛋糕面寫「…」: what opens the clause of a text says where on the goods it goes. */
export const placesBefore = (scene: Scene, found: Found[]): Found[] =>
  found.flatMap((item): Found[] => {
    const clause = clauseAt(scene, item.start);
    const before = scene.words.slice(clause.start, item.start);
    const placed = carrierBefore(scene, item, before);
    if (placed) return found.some((other) => other.start < placed.end && placed.start < other.end) ? [] : [placed];
    // no way and place are longer, and a clause may be as long as a note
    const run = /\p{Script=Han}+ ?$/u.exec(before.slice(-40))?.[0].trimEnd() ?? '';
    if (run === '') return [];
    const named = run.replace(way, '').replace(lead, '');
    const end = item.start - (before.length - before.trimEnd().length) - (run.length - run.lastIndexOf(named) - named.length);
    const start = end - named.length;
    const goods = scene.mentions.findLast((mention) => mention.start <= start + named.length - 1 && mention.end > start);
    // 衣服背后 is 背后, and 蛋糕面 is all of it
    const own = (goods && goods.end < end ? scene.words.slice(goods.end, end).replace(lead, '') : named).replace(ofThing, '');
    const value = own.length > 1 ? own : named;
    if (goods && goods.end >= end) return [];
    if (!part.test(value)) return [];
    const at = end - value.length;
    return found.some((other) => other.start < end && at < other.end)
      ? []
      : [{ start: at, end, key: 'position', valueStart: at, valueEnd: end, unit: null }];
  });

function carrierBefore(scene: Scene, item: Found, before: string): Found | null {
  const match = carrier.exec(before);
  const part = match?.[1];
  if (!match || !part || !carried.test(scene.plain.text.slice(item.start, item.valueStart ?? item.end))) return null;
  const start = item.start - match[0].length + match[0].lastIndexOf(part);
  const end = start + part.length;
  if (scene.mentions.some((mention) => mention.start < end && start < mention.end)) return null;
  return { start, end, key: 'position', valueStart: start, valueEnd: end, unit: null };
}
