import type { SpecKey } from '../../reading.ts';
import lexicon from '../lexicon/heads.json' with { type: 'json' };
import { type Scene } from '../text/scene.ts';
import { goodsKinds } from '../words/specs.goods.ts';
import type { Found } from './found.ts';

/** What may open such a clause: what asks for it, which part or which property it is of, how many. */
const lead =
  '(?:(?:我们?|请|麻烦|就|都|全部|全|统一|一律|帮我|帮忙|还是|最好|希望|想|烦请|唔该|都系|同埋|另外|然后|其中|以及|和|跟|整体|通体|一半|另一半|其余|剩下)*' +
  '(?:颜色|釉色|釉面|底色|漆色|色调|配色|材质|材料|面料|料子|用料|线材|板材|花色|花型|图案|纹路|表面|外观|形状|形制|外形|造型|样式|款式|插头|接头|香味|香型|味道|气味|外层|内层|里层|里衬|内衬|外壳|壳子|壳体|外表|内页|封面|封皮|外皮|轮面|面板|琴面|面层|底层|主体|框|柜体|门板|鞋面|鞋底|手柄|把手|[杯瓶罐樽壶碗盘碟缸盆桶锅箱盒包袋桌椅凳床柜门灯伞扇帽鞋裙裤衫]的?[身盖底面边口领袖沿柄嘴里内外]的?(?:颜色|材质|面料|表面)?|壶嘴|杯口|壶口|瓶口|罐口|领子|领口|袖子|盖子)?' +
  '(?:也|都|请|麻烦|就|则|最好|一定|必须|务必)*(?:(?<![不别唔勿莫])(?:要|选|挑|用|换|改|做|订|拿|给|配|来|走|是|为|:|采用|使用|选用|改用)(?:成|用|为|个|一个|的是)?)?' +
  '(?:(?:\\d{1,5}|[一二两三四五六七八九十]{1,3})[个只件条张套双支枝把瓶罐盒块片顶副对款卷本面朵粒](?:要|是|用)?)?(?:\\d{1,4}(?:\\.\\d)? ?(?:克|g|gsm|磅|丝|毫米|mm|厘米|公分|cm|厘)的?)?字?)';
/** What no name of a material or a pattern holds: words that say something of it. */
const says =
  /[直半外内孔]径|\d ?(?:厘米|公分|毫米|cm|mm|吋|寸)|[的了着呢吧们是我你您他她要选换挑用就也都系像那这嗰咗喺把被给让跟和会能可想再还只请]|外面|里面|礼品|统一|包个|字样/;
const trail =
  '(?:的|嘅|款|款式|样式|那款|那种|嗰款|嗰隻|制|制作|做的|味道)?(?:就好|就行|就可以|即可|就得|吧|啦|喔|哦|谢谢|唔该|为好|为主|最好)*';
/** Words that may stand where a value could and are none. */
const vague =
  '(?!\\d{1,4}(?:\\.\\d)? ?(?:克|g|磅|丝|毫米|mm|厘|公分|cm)|什么|怎么|怎样|哪|这|那|嗰|呢|你|我|他|她|您|随|同|跟|和|按|照|别|不(?!锈)|唔|没|冇|有|原(?!木|竹)|新|旧|上次|其|另|一样|一起|全|最|更|比较|有点|稍|便宜|贵|快|急|现|真|假|任|撕|裹|垫|塞|送|寄|发|放|带|附|加|缺|换|改|要|用|选|做|留|剪|切|已|再|多|少|太|很|好|就|还|是|底|子|边|盖|身|口)';

const byLast = lexicon.map(({ key, last, not, goods, ...rest }) => {
  const ends = last.split(' ').toSorted((a, b) => b.length - a.length);
  const spoken = 'spoken' in rest ? ends : [];
  return {
    key: key as SpecKey,
    goods,
    // the last word says what it is: it is part of the value, or only names the property
    pattern: new RegExp(
      `^[\\s\\p{P}]*${lead}${vague}(?<value>[\\p{Script=Han}a-z\\d]{${spoken.length > 0 ? '1,6}?' : '0,6}?(?:' + ends.join('|') + ')'})${spoken.length > 0 ? `(?<name>${spoken.join('|')})` : ''}${trail}[\\s\\p{P}]*$`,
      'u',
    ),
    refused: new RegExp(`(?:${not.split(' ').join('|')})$`, 'u'),
  };
});

/**
 * Properties known by the last word of a clause that is nothing else: 磷青铜, 天目黑, 鳄鱼纹. Where a shorter value of the same property was
 * found in it, the whole takes its place.
 */
export function headed(scene: Scene, found: Found[]): Found[] {
  let items = found;
  for (const clause of stretches(scene, found)) {
    const words = scene.words.slice(clause.start, clause.end);
    if (!/\p{Script=Han}/u.test(words) || words.length > 26) continue;
    const own = items.filter(({ start, end }) => start < clause.end && clause.start < end);
    for (const { key, goods, pattern, refused } of byLast) {
      if (!suits(scene, goods)) continue;
      const match = pattern.exec(words);
      const value = match?.groups?.['value'];
      if (!match || value === undefined || value.length < 2 || refused.test(value) || says.test(value)) continue;
      const start = clause.start + match.index + match[0].indexOf(value, match[0].lastIndexOf(value));
      // 3cm圆形 says how wide it is
      if (value.endsWith('圆形') && /\d ?(?:cm|mm|公分|厘米|毫米|吋|寸)$/.test(scene.words.slice(0, start))) continue;
      const end = start + value.length;
      const name = match.groups?.['name']?.length ?? 0;
      const inside = own.filter((item) => item.start < end && start < item.end);
      if (inside.some((item) => item.key !== key) || scene.mentions.some((other) => other.start < end && start < other.end)) continue;
      if (inside.length > 0 && key === 'color' && !value.endsWith('色')) break;
      if (inside.some((item) => item.end - item.start >= value.length + name)) break;
      items = [
        ...items.filter((item) => !inside.includes(item)),
        { start, end: end + name, key, valueStart: start, valueEnd: end, unit: null },
      ];
      break;
    }
  }
  return items;
}

/** The clauses, cut where the value of another property ends: 哑光|雪梨纸. */
const stretches = (scene: Scene, found: Found[]): { start: number; end: number }[] =>
  scene.clauses.flatMap((clause) => {
    if (!/\p{Script=Han}/u.test(scene.words.slice(clause.start, clause.end))) return [];
    const cuts = found.filter(({ start, end }) => start >= clause.start && end <= clause.end).map(({ end }) => end);
    return [clause, ...cuts.filter((at) => at < clause.end).map((at) => ({ start: at, end: clause.end }))];
  });

const suits = ({ goods: ordered }: Scene, goods: string): boolean =>
  goods === 'any' || (goods === 'scented' ? goodsKinds.scented.test(ordered) : !goodsKinds.food.test(ordered));
