import type { SpecKey } from '../../reading.ts';
import { pattern } from '../../../text/pattern.ts';

/** Units as written, longest first within each; the unit as stored; the property it is of when nothing else says so. */
export const units: { written: string; unit: string; key: SpecKey }[] = [
  { written: 'mah|毫安时?', unit: 'mAh', key: 'capacity' },
  { written: 'mm|毫米|公厘|millimet(?:er|re)s?', unit: 'mm', key: 'size' },
  { written: 'cm|厘米|公分|centimet(?:er|re)s?', unit: 'cm', key: 'size' },
  { written: 'ml|毫升|millilit(?:er|re)s?', unit: 'ml', key: 'capacity' },
  { written: 'kw|千瓦', unit: 'kW', key: 'power' },
  { written: 'kgs?|公斤|千克|kilos?|kilograms?', unit: 'kg', key: 'weight' },
  { written: 'hrc', unit: 'HRC', key: 'hardness' },
  { written: 'hp|匹|马力', unit: 'HP', key: 'power' },
  { written: 'gb|g内存', unit: 'GB', key: 'storage' },
  { written: 'tb', unit: 'TB', key: 'storage' },
  { written: 'lbs?|pounds?|磅', unit: 'lb', key: 'weight' },
  { written: 'fl ?oz|oz|ounces?|盎司|安士', unit: 'oz', key: 'weight' },
  { written: 'ft|feet|foot|英尺|英呎|呎', unit: 'ft', key: 'size' },
  { written: 'inch(?:es)?|ins|in|英寸|英吋|寸|吋|"|″', unit: 'in', key: 'size' },
  { written: 'lit(?:er|re)s?|l|公升|升', unit: 'L', key: 'capacity' },
  { written: 'met(?:er|re)s?|m|米|公尺', unit: 'm', key: 'size' },
  { written: 'volts?|vac|v|伏特?', unit: 'V', key: 'voltage' },
  { written: 'amps?|a|安培|安', unit: 'A', key: 'power' },
  { written: 'watts?|w|瓦', unit: 'W', key: 'power' },
  { written: 'grams?|gsm|g|克', unit: 'g', key: 'weight' },
  { written: 'kelvin|k', unit: 'K', key: 'color_temperature' },
];
/** Words that name the property, before or behind the measure. */
export const names: { key: SpecKey; before: RegExp; after: RegExp }[] = [
  {
    key: 'diameter',
    before:
      /(?:\b(?:diameter|dia|shafts?|spindles?|(?:bolt |mounting |drill )?holes?|bore|od|id)(?: size)?|[øφ⌀∅]|(?<!途)[\p{Script=Han}]径|轴|圆孔|[螺栓安装]{0,3}孔|钻|打孔)$/u,
    after: /^(?:in )?(?:diameter|dia\b|holes?\b|bore|id\b|od\b|inner|outer|inside dia)|^(?:的)?(?:圆形|直径|孔径|圆?孔|洞|口径|粗)/,
  },
  { key: 'other', before: /(?:孔距|孔心距|中心距)$/, after: /^(?:孔距|中心距)/ },
  {
    key: 'thickness',
    before: /(?:\b(?:thick(?:ness)?)|厚度?|壁厚|板厚)$/,
    after:
      /^(?:thick|in thickness|wall|through|(?:from )?(?:front(?: face)?|face) to (?:back(?: face)?|face|rear))|^(?:的|咁|那么|这么)?(?:厚)/,
  },
  {
    key: 'width',
    before: /(?:\b(?:widths?|wide)|[宽阔]度?|门幅|[从由打]左[边面侧手]{0,2}[到至]右[边面侧手]{0,2}|左右(?:跨度|两边|两侧)?|横向)$/,
    after:
      /^(?:wide|in width|width|across|side to side|from side to side|from (?:left to right|edge to edge|arm to arm|wall to wall))|^(?:的|咁|那么|这么)?[宽阔]|^,? ?[从由]左[到至]右/,
  },
  {
    key: 'height',
    before: pattern('')`
      (?:
        \b(?:heights?|high|tall)|高度?|身高|座高|离地|距地|从地(?:面|板)?到[^,。]{1,3}
        |[从由打](?:上|顶|头)[面边部]?[到至](?:下|底|脚)[面边部]?
        |[从由打](?:下|底|脚)[面边部]?[到至](?:上|顶|头)[面边部]?
        |上下
      )$
    `,
    after: pattern('')`
      ^(?:
        high|tall|in height|(?:seat |overall |total |finished |arm )?height|off the (?:ground|floor|deck)
        |from (?:the )?(?:floor|ground|foot|base|bottom) to (?:the )?(?:top|seat|tip|head)
        |(?:from )?(?:top to (?:bottom|toe)|head to foot)
      )
      |^(?:的|咁|那么|这么)?高|^,? ?[从由](?:上|顶)[到至](?:下|底)
    `,
  },
  {
    key: 'depth',
    before: /(?:\b(?:depths?|deep)|深度?|进深|[从由打]前[边面]?[到至]后[边面]?|前后)$/,
    after: /^(?:deep|in depth|depth|(?:from )?front to back)|^(?:的|咁|那么|这么)?深|^,? ?[从由]前[到至]后/,
  },
  {
    key: 'length',
    before: pattern('')`
      (?:
        \b(?:length|long|drop|inseam|blade|cable|cord|cut(?: (?:it|them|each|down|back|off|to|at))*|lengths? of)
        |长度?|裁(?:成|到)?|[切截锯](?:成|到|至)?|线长|垂|放长|加长到?|剪(?:成|到)?|改短到|衣长|裙长|裤长|从[^,。]{1,6}到地(?:板|面|下)?
        |每[卷捆盘段根条串匹节扎]
      )$
    `,
    after: pattern('')`
      ^(?:long|in length|length|drop|lengths?|inseam|blade|(?:from )?(?:end|tip|head|toe|heel) to (?:end|tip|tail|toe|heel))
      |^(?:的|咁|那么|这么)?(?:长|线长|垂)|^(?:一|/|每)(?:卷|捆|盘|段|根|条|串|匹|节|扎)
    `,
  },
  {
    key: 'pack_size',
    before: /每[包袋盒罐瓶箱份]装?$|\b(?:bags?|sacks?|packs?|tubs?|tins?|jars?|boxes|pouches|drums?) of$/,
    after:
      /^(?:装|(?:一|\/|每)(?:小)?(?:袋|包|罐|盒|份|桶|箱))|^(?:bags?|sacks?|packs?|packets?|pouches|tubs?|tins?|boxes|box|cartons?|drums?|pails?)(?![a-z])/,
  },
  { key: 'weight', before: /(?:\b(?:weight|weighing)|重量?|克重|净重)$/, after: /^(?:heavy|in weight|paper)|^的?重/ },
  {
    key: 'color_temperature',
    before: /(?:\b(?:colou?r temp(?:erature)?|light)|色温)$/,
    after: /^(?:light|colou?r temp|warm|white)|^的?(?:色温|光)/,
  },
  { key: 'voltage', before: /(?:\b(?:voltage)|电压)$/, after: /^(?:voltage|version|supply|mains)|^的?电压/ },
  { key: 'power', before: /(?:\b(?:power)|功率)$/, after: /^(?:power|bulb|motor)|^的?功率/ },
  { key: 'capacity', before: /(?:\b(?:capacity|volume|holds?)|容量)$/, after: /^(?:capacity)|^的?容量/ },
  { key: 'hardness', before: /(?:\b(?:hardness)|硬度)$/, after: /^(?:hardness)/ },
  { key: 'storage', before: /(?:\bstorage|存储|内存)$/, after: /^(?:of )?(?:storage)|^的?(?:存储|内存)/ },
  { key: 'size', before: /(?:\bsize|尺寸|大小|规格)$/, after: /^(?:size)/ },
];
/** What may stand between such a word and the measure. */
export const joints = pattern('')`
  (?:
    \s|=|:|顶多|最多|塞进去|塞得下|只能|量下来|量出来|的|为|是|要|用|控制在|统一|选|挑|拿|订|定|来|换成?|都|请|麻烦|帮我|希望|想|最好|需
    |刚好|正好|大约|就|不超过|至少|调|做成?|改成?|改为|到|成|约|大概|is|of|to|at|about|not|are|all|each|both|exceed|has|have|needs?|wants?
    |going|supposed|ought|more|less|than|over|under|max|maximum|no|up|approx|\.|should|must|be|in
  )+$
`;

/** "Five in navy" counts, and is no inch; "30 in seat height" is one. */
export const inWhat =
  /^ (?!(?:seat |total |overall |finished |arm |inside |outside )?(?:length|width|height|diameter|depth)|wide|long|high|deep|tall|thick|across|bore|drop|and (?:an? )?(?:width|height|depth|length|drop|\d)|each|square|round|please|overall|by |x )[a-z]/;

/** "8 x 10 in for all of them" is in inches, "8 x 10 in grey" is not. */
export const inOf = new RegExp(
  `^(?! (?:for|if|on|but|so|or|thanks|with|to|as|is|would|will|prints?|frames?|size)\\b)(?:${inWhat.source.slice(1)})`,
);
