import type { Reading } from '../reading.ts';
import { count, englishCount, readNumber } from './numbers.ts';
import { around, clauseAt, cover, proven, type Scene, sentenceAt } from './scene.ts';
import { matchesOf } from './matches.ts';

type Change = { to: number } | { delta: number };
interface QuantityCue {
  cue: RegExp;
  change(match: RegExpExecArray): Change | null;
  examples: [string, Change][];
}

const measure = '(?:个|只|件|套|把|张|台|盏|瓶|箱|盒|包|条|支|本|份|块|双|袋|组|根|枚|片|卷|桶|对|部|架|顶|束|打|辆|杯)';
const written = (match: RegExpExecArray, group: number) => readNumber(match[group] ?? '');
const to = (value: number | null): Change | null => (value === null ? null : { to: value });
const by = (value: number | null, sign: number): Change | null => (value === null ? null : { delta: sign * value });
const unitAfter =
  '(?! ?(?:mm|cm|m|in|ft|kg|g|ml|l|v|w|days?|weeks?|hours?|am|pm|%|/|:|x ?\\d|\\.\\d|st|nd|rd|th|点|号|月|日|天|楼|层|周|厘米|毫米|公分|米))';

export const quantityCues: QuantityCue[] = [
  {
    cue: new RegExp(
      `\\b(?:make (?:it|that|them)|change (?:it |that |the quantity |quantity |qty |the order )?(?:to|into)|(?:quantity|qty|total) (?:should be|is now|to|:)|bring (?:it|the total) (?:up |down )?to|increase (?:it |the quantity |that )?to|(?:reduce|drop|cut|lower|bump|raise|take|knock|bring|push) (?:it |them |that |those |the (?:quantity|qty|number|order|total|amount) |everything )?(?:up |down |back )?to|up (?:it|the quantity) to|we (?:now|actually) need) ?(${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['make it 12', { to: 12 }],
      ['please change it to 5', { to: 5 }],
    ],
  },
  {
    cue: new RegExp(`\\bchange (?:the )?[a-z ]{2,30}? to (\\d{1,5})\\b${unitAfter}`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [['change the lamps to 8', { to: 8 }]],
  },
  {
    cue: new RegExp(
      `\\b(?:increase|reduce|decrease|bump|raise|lower|cut|up) (?:the |my |our )?(?:number of |quantity of )?[a-z ]{2,30}? (?:up |down )?to (\\d{1,5})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['increase the chairs to 30', { to: 30 }]],
  },
  {
    cue: new RegExp(`(?<= to \\d{1,5},? (?:and )?(?:the )?[a-z]{3,20} )to (\\d{1,5})\\b${unitAfter}`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [],
  },
  {
    cue: new RegExp(
      `\\b(?:remove|drop|take off|take out|take away|minus|lose) (${englishCount}) (?:of (?:the|them) )?(?=[a-z])(?!day|week|hour)${unitAfter}`,
      'g',
    ),
    change: (m) => by(written(m, 1), -1),
    examples: [['remove one chair from the order', { delta: -1 }]],
  },
  {
    cue: new RegExp(`\\b(\\d{1,5}) (?:[a-z]+ ){0,3}(?:instead of|rather than|not) (?:the )?(${englishCount})\\b${unitAfter}`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [
      ['12 instead of 10', { to: 12 }],
      ['8 lamps rather than 6', { to: 8 }],
    ],
  },
  {
    cue: new RegExp(
      `\\b(?:add|plus|i(?:'d| would) (?:also )?like|and|want|need) (${englishCount}) (?:more|extra|additional|further)\\b`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [['add 2 more', { delta: 2 }]],
  },
  {
    cue: new RegExp(`\\b(${englishCount}) (?:more|extra|additional)(?: of)?\\b(?! (?:days?|weeks?|hours?|time|thing|question))`, 'g'),
    change: (m) => by(written(m, 1), 1),
    examples: [['two more please', { delta: 2 }]],
  },
  {
    cue: new RegExp(
      `\\b(?:add|include|throw in|(?<!\\b(?:with|to|my|our|on|the|of|this|from|into|for) )order|also (?:want|need|send)) (?:in )?(?:another |an extra |an additional |a further )?(${englishCount}) (?!more|extra|day|week|card|gift|note|few|hand|tag|hour|logo)(?=[a-z])`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [['add 2 desk lamps', { delta: 2 }]],
  },
  {
    cue: new RegExp(
      `(?<!\\bwhat(?:'s| is) )\\b(?:another|an extra|an additional|a further) (${englishCount})\\b(?! (?:days?|weeks?|hours?|months?|order|thing|question|one))`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [['another 6 please', { delta: 6 }]],
  },
  {
    cue: new RegExp(`\\b(${englishCount}) (?:less|fewer)\\b`, 'g'),
    change: (m) => by(written(m, 1), -1),
    examples: [['one less', { delta: -1 }]],
  },
  {
    cue: /\b(?:drop|remove|delete|take off|take out|cancel|skip|scrap|ditch|axe|nix|strike|cross off|leave out|leave off|no longer need|don't need) (?:the |my |our )?(?=\S)/g,
    change: () => ({ to: 0 }),
    examples: [],
  },
  {
    cue: new RegExp(
      `(?:改成|改为|改到|改要|改做|改 (?=\\d)|变成|换成|调整为|调到|增加到|减(?:少)?到|加到|一共要?|总共要?|共要|合共要?|总共|只要|只需要?|只订|总数|合计|变|改 )(?:要)? ?(${count}) ?${measure}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['改成12个', { to: 12 }],
      ['减到三把', { to: 3 }],
    ],
  },
  {
    cue: new RegExp(
      `(?:改成|改为|改做|数量改?为?:?|一共要?|总共要?|合共|共计|合计) ?(\\d{1,5})(?![\\d.])${unitAfter}(?!\\p{Script=Han})`,
      'gu',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['改成12', { to: 12 }]],
  },
  {
    cue: new RegExp(
      `(?:再|多|另外?(?!一个(?:是|地址|寄|送|人|自己|单独|先|也|就|再|跟))|额外|加多|追加|还要?)(?:加|来|要|订|买|追加|多|再)*(?:给我)? ?(${count}) ?${measure}`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [
      ['多加两个', { delta: 2 }],
      ['再来3把', { delta: 3 }],
    ],
  },
  {
    cue: new RegExp(`(?:加印|加订|加做|加购|加单|加|增加|添加) ?(${count}) ?${measure}`, 'g'),
    change: (m) => by(written(m, 1), 1),
    examples: [['加两个', { delta: 2 }]],
  },
  {
    cue: new RegExp(`(?:少要?|减少?|减掉|去掉|拿掉|撤掉|退掉|少来)(?:了|要)? ?(${count}) ?${measure}(?! ?都)`, 'g'),
    change: (m) => by(written(m, 1), -1),
    examples: [['少要一个', { delta: -1 }]],
  },
  {
    cue: new RegExp(
      `(?:凑个?|凑足|凑成|凑够|凑到|补到|补足|添到|拉到|提到|升到|追到|缩到|砍到|降到|压到|减为|增至|增为|缩减到) ?(${count})(?: ?${measure}|(?=吧|整|啦|[,。.!;\n]|$))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['凑个一百二吧', { to: 120 }],
      ['缩到30个', { to: 30 }],
    ],
  },
  {
    cue: new RegExp(
      `(?<![每一])(?:攞|拿|给|来|要|发|留|做|其实|只)? ?(${count}) ?${measure}(?:我们|我|也|都|就|才|肯定)*(?:就够|够了|够晒|足够|够用|够)`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['五十把够了', { to: 50 }],
      ['攞二十張就夠', { to: 20 }],
    ],
  },
  {
    cue: new RegExp(
      `(?:添|多俾|俾多|多给|多发|多寄|多拿|多备|多做|多印|多要)(?:我|我们)? ?(${count}) ?${measure}(?!小?(?:赠品|样品|礼品))`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [
      ['再添两卷', { delta: 2 }],
      ['多俾兩條我啦', { delta: 2 }],
    ],
  },
  { cue: /(?:去掉|删掉|删除|拿掉|取消|不要|唔要|划掉|除去|减掉)(?:了|那个|这个|掉)?/g, change: () => ({ to: 0 }), examples: [] },
];

/** Changes of a line's quantity, and all that was said of such; confirming what the line already says changes nothing. */
export function readQuantities(scene: Scene): { changes: Reading['quantityChanges']; said: Reading['quantityChanges']; unknown: boolean } {
  const found: Reading['quantityChanges'] = [];
  let unknown = false;
  const taken: { start: number; end: number }[] = [];
  for (const { cue, change } of quantityCues) {
    for (const match of matchesOf(scene.words, cue)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const result = change(match);
      if (!result || taken.some((other) => start < other.end && other.start < end)) continue;
      const named = mentionBeside(scene, start, end);
      const dropped = 'to' in result && result.to === 0;
      // Words like "cancel" and 不要 drop a line only when the line stands right behind them.
      if (dropped && !named.right) continue;
      if (!dropped && denied(scene, start)) continue;
      const last = named.right && named.right.end > end ? named.right.end : end;
      taken.push({ start, end: last });
      const sku = named.sku;
      const line = scene.note.lines.find((entry) => entry.sku === sku);
      if ('to' in result && line?.quantity === result.to) {
        cover(scene, start, last);
        continue;
      }
      if (sku === null && scene.note.lines.length > 0) unknown = true;
      found.push({
        ...proven(scene, start, last),
        sku,
        to: 'to' in result ? result.to : null,
        delta: 'delta' in result ? result.delta : null,
      });
    }
  }
  for (const { start, end, sku } of droppedBehindName(scene)) {
    if (found.some((change) => change.sku === sku && change.to === 0)) continue;
    found.push({ ...proven(scene, start, end), sku, to: 0, delta: null });
  }
  const totals = found.filter(({ to }) => to !== null);
  // "two more, twelve in all" is one change
  const kept = found.filter(
    ({ sku, to, delta }) => to !== null || delta === null || !totals.some((total) => total.sku === sku && total.to !== 0),
  );
  return { changes: kept.toSorted((a, b) => a.evidence.start - b.evidence.start), said: found, unknown };
}

/** 书桌不要了, "the totes: cancel": the line stands before the words that drop it. */
function droppedBehindName(scene: Scene): { start: number; end: number; sku: string }[] {
  if (scene.note.lines.length < 2) return [];
  return scene.mentions.flatMap((mention) => {
    const after =
      /^ ?(?:就|都|先|那个|这个|全部|可以)*(?:不要|唔要|不用|不需要|取消|去掉|删掉|拿掉|不订|免)(?:了|咗|喇|啦|掉|吧|先)+|^(?: can| should| to)?(?: be)? (?:cancell?ed|dropped|removed|taken off|no longer needed|not needed(?: anymore| any more)?)\b/.exec(
        scene.words.slice(mention.end, mention.end + 30),
      );
    return after ? [{ start: mention.start, end: mention.end + after[0].length, sku: mention.sku }] : [];
  });
}

function denied(scene: Scene, start: number): boolean {
  return /(?:\b(?:don't|do not|never)|不要|别|不用) ?$/.test(around(scene, start, start).before);
}

/** The line a change speaks of: named right behind it, before it in the sentence, or the only one unless another thing is named. */
function mentionBeside(scene: Scene, start: number, end: number): { sku: string | null; right: { end: number } | null } {
  const clause = clauseAt(scene, start);
  const right = scene.mentions.find(
    (mention) =>
      mention.start >= start &&
      mention.start - end <= 10 &&
      mention.start < clause.end &&
      !/[\ufffc]/.test(scene.words.slice(end, mention.start)),
  );
  if (right) return { sku: right.sku, right: right.start >= end ? right : { end: Math.max(end, right.end) } };
  const behind = scene.words.slice(end, clause.end);
  const other =
    /^ ?(?:of the |的)?(?!please|pls|pcs|pieces|units|instead|thanks|in total|total|would|will|should|might|could|can|are|is|was|ones?\b|each|all|per|altogether|and|of|for|by|as|in|on|to|more|if|with|now|because|不变|不改|没变|照旧|吧|就|了|行|好|谢|的|即可|也|都|这)(?:[a-z]{3}|\p{Script=Han}{2})/u.test(
      behind,
    );
  if (other) return { sku: null, right: null };
  const before = scene.mentions.findLast((mention) => mention.end <= start && clauseAt(scene, mention.start).sentence === clause.sentence);
  if (before) return { sku: before.sku, right: null };
  const told = new Set(scene.mentions.filter((mention) => mention.end <= start).map(({ sku }) => sku));
  if (scene.note.lines.length > 1 && told.size === 1) return { sku: [...told][0] ?? null, right: null };
  return { sku: scene.note.lines.length === 1 && sentenceAt(scene, start) ? (scene.note.lines[0]?.sku ?? null) : null, right: null };
}
