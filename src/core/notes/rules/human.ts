import type { Flag, HumanReason, Reading } from '../reading.ts';
import { plainRange } from './text/plain.ts';
import { lotsDisagree } from './quantity/lots.ts';
import { readNumber } from './text/numbers.ts';
import { clauseAt, type Scene } from './text/scene.ts';
import { correction } from './words/urgency.ts';
import { pattern } from '../../text/pattern.ts';

/** Wishes that a person has to look at, whoever reads them. */
export const personal: readonly Flag[] = [
  'complaint',
  'question',
  'cancel_request',
  'address_change',
  'payment_terms',
  'discount_request',
  'quantity_change',
  'hold',
  'other',
];

/** Why a person has to look at the note, in a fixed order; empty when nobody has to. */
export function humanReasons(
  scene: Scene,
  reading: Omit<Reading, 'needsHuman' | 'humanReasons'>,
  seen: { unknownProduct: boolean; unusable: boolean; tooEarly: boolean; impossible: boolean },
): HumanReason[] {
  const reasons = new Set<HumanReason>();
  const { deadline } = reading;
  if (reading.injection.length > 0) reasons.add('injection');
  for (const { flag } of reading.flags) if (personal.includes(flag)) reasons.add(flag);
  if (deadline?.date === null || seen.impossible) reasons.add('unclear_date');
  if (deadline?.date && deadline.date < scene.note.orderDate.toString()) reasons.add('past_date');
  if (seen.tooEarly || inConflict(scene, reading)) reasons.add('conflict');
  if (seen.unusable) reasons.add('unclear');
  if (seen.unknownProduct) reasons.add('unknown_product');
  if (reading.unread.length > 0) reasons.add('unread_text');
  return [...reasons];
}

/** So few days from the order that a hard day and "no rush" cannot both be meant. */
export const isSoon = (order: Temporal.PlainDate, date: string): boolean => date <= order.add({ days: 3 }).toString();

/** Demands that cannot all be met. */
function inConflict(
  scene: Scene,
  { flags, specs, urgent, deadline, quantityChanges }: Omit<Reading, 'needsHuman' | 'humanReasons'>,
): boolean {
  const has = (flag: Flag) => flags.some((item) => item.flag === flag);
  if (has('substitution_allowed') && has('substitution_forbidden')) return true;
  if (has('partial_allowed') && has('partial_forbidden')) return true;
  if (urgent?.value === false && deadline?.strict && deadline.date !== null && isSoon(scene.note.orderDate, deadline.date)) return true;
  if (correction.test(scene.plain.text)) return false;
  const few = specs.slice(0, mostCompared);
  if (quantityChanges.length === 0 && lotsDisagree(scene)) return true;
  return countsDisagree(scene, few) || few.some((one, at) => few.slice(at + 1).some((other) => contradicts(scene, one, other)));
}

/** No order has more wishes that one could hold against each other: reading time stays in proportion to the length. */
const mostCompared = 30;

const single = new Set([
  'color',
  'material',
  'length',
  'width',
  'height',
  'diameter',
  'voltage',
  'dimensions',
  'size',
  'finish',
  'capacity',
]);
type Spec = Reading['specs'][number];

/** Two values of one property, in two clauses that name no part of the goods. */
function contradicts(scene: Scene, one: Spec, other: Spec): boolean {
  if (
    !single.has(one.key) ||
    one.key !== other.key ||
    one.sku !== other.sku ||
    (one.sku === null && scene.note.lines.length > 1 && !both(scene, one))
  )
    return false;
  if (canonical(one.value) === canonical(other.value)) return false;
  // what is stamped on goods stands beside how their surface is
  if (one.key === 'finish' && added.test(one.value + other.value)) return false;
  const [first, second] = [clauseOf(scene, one), clauseOf(scene, other)];
  if (first === second || [first, second].some((clause) => parts.test(clause) || split(clause))) return false;
  const between = scene.plain.original.slice(one.evidence.end, other.evidence.start).toLowerCase();
  return one.evidence.end <= other.evidence.start && !/\b(?:or|if|otherwise|and|with|plus)\b|或|否则|如果|没有|和|加|配|、/.test(between);
}

const added = /烫|凸|压纹|压印|uv|描金|foil|emboss|deboss|gilt|gilded/i;
const both = (scene: Scene, spec: Spec): boolean => /\b(?:all|every|everything|both)\b|全部|都|统一|所有|两款/.test(clauseOf(scene, spec));
const canonical = (value: string): string => value.toLowerCase().replace(/[\s色]/g, '');

/** Words of a part, or of something put on the goods: each may have a colour of its own. */
const parts = pattern('')`
  \b(?:
    handles?|lids?|legs?|tops?|backs?|frames?|base|print\w*|text|letter\w*|engrav\w*|embroider\w*|logo|trim|straps?|stripes?|collar|sleeves?
    |inside|outside|lining|seats?|edges?|drawers?|cap|band|stitching|icing|sponge|filling|ribbon|border|background
    |poles?|posts?|canop(?:y|ies)|knobs?|hardware|zips?|buttons?|laces
  )\b
  |盖|腿|脚|面|背|底|边|印|刻|绣|字|logo|框|内|外|座|扶手|靠|柄|带|袖|领|口|身
`;

/** What one line may be divided by. */
const divided = new Set(['size', 'color', 'flavor', 'scent', 'length', 'width', 'height', 'diameter', 'capacity', 'material', 'finish']);

/** "20 small, 20 medium, 20 large" of fifty. */
function countsDisagree({ note, plain }: Scene, specs: Spec[]): boolean {
  const [line] = note.lines;
  if (note.lines.length !== 1 || !line) return false;
  const wanted = specs.filter(({ key }) => divided.has(key));
  const behind = wanted.flatMap(({ evidence }) =>
    numberIn(
      /^(?:的|码|号|色)* ?(\d{1,5}|[一二两三四五六七八九十百]{1,5}) ?(?:个|件|把|只|套|张|条|盏|瓶|盒|双|对|枝|支|顶|副|块|粒|本|面|卷|串|份|根|枚|片|袋|包|罐|箱|台|部|朵|身|打|扎|pcs|x\b)/,
      plain.original.slice(evidence.end, evidence.end + 10),
    ),
  );
  const before = wanted.flatMap(({ evidence, unit }) =>
    (unit ? [] : numberIn(/^(\d{1,5}) /, evidence.text)).concat(
      numberIn(
        pattern('')`
          (
            \d{1,5}
            |(?<![第十百])[一二两三四五六七八九十百]{1,5}(?=[个件把只套张条盏瓶盒双对枝支顶副块粒本面卷串份根枚片袋包罐箱台部朵身打扎])
            |(?<![a-z]|\b(?:every|each) )(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= )
          ) ?(?:
            x|pcs?|pieces?|pairs?|个|件|把|只|套|张|条|盏|瓶|盒|双|对|枝|支|顶|副|块|粒|本|面|卷|串|份|根|枚|片|袋|包|罐|箱|台|部|朵|身|打
            |扎
          )? ?(?:of (?:them|these|those|which) )?(?:(?:to be|should be|are|at|with|in|of|a|的|要) ?)?(?:size )?$
        `,
        plain.original.slice(Math.max(0, evidence.start - 28), evidence.start).toLowerCase(),
      ),
    ),
  );
  const counts = behind.length >= 2 ? behind : before;
  if (counts.length < 2 || /\b(?:rest|remaining|others?|half)\b|其余|剩下|剩余|其他/.test(plain.text)) return false;
  const told =
    /\b(\d{1,5}) (?:in )?(?:total|altogether|all together)\b|\btotal(?: of|:)? (\d{1,5})\b|(?:一共|总共|共|合计|合共) ?(\d{1,5}|[一二两三四五六七八九十百]{1,5}(?=[个件把只套张条盏瓶盒]))/.exec(
      plain.text,
    );
  const total = readNumber(told?.slice(1).find(Boolean) ?? '') ?? line.quantity;
  return counts.reduce((sum, count) => sum + count, 0) !== total;
}

const numberIn = (pattern: RegExp, text: string): number[] => {
  const found = pattern.exec(text);
  return [readNumber(found?.[1] ?? '') ?? []].flat();
};

const clauseOf = (scene: Scene, { evidence }: Spec): string => {
  const { start, end } = clauseAt(scene, plainRange(scene.plain, evidence).start);
  return scene.plain.text.slice(start, end);
};

/** "All 20", 全部20件: no split. */
const wholeLot = pattern('gu')`
  \b(?:all|every one of the) (?:of the(?:m|se)? )?(?:\d+|[a-z]+een|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b
  |(?:全部|全数|统一|全|所有)的?(?:\d+|[一二两三四五六七八九十百]+)\p{Script=Han}
  |(?:\d+|[一二两三四五六七八九十百]+)\p{Script=Han}(?:全部?|统统|通通|都)
`;

/** "two in red and three in blue" is a split, not a contradiction. */
const split = (clause: string): boolean =>
  /\d|[一二两三四五六七八九十]|\b(?:one|two|three|four|five|half|rest|others?|some)\b/.test(clause.replace(wholeLot, ''));
