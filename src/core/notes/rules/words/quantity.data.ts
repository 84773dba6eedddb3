import { count, englishCount, readNumber } from '../text/numbers.ts';

export type Change = { to: number } | { delta: number };
/** How a change of a quantity is put; the examples are tests. */
export interface QuantityCue {
  cue: RegExp;
  change(match: RegExpExecArray): Change | null;
  /** Only where a line is named with it. */
  named?: true;
  examples: [string, Change][];
}

const measure =
  '(?:个|只|件|套|把|张|台|盏|瓶|箱|盒|包|条|支|本|份|块|双|袋|组|根|枚|片|卷|桶|对|部|架|顶|束|打|辆|杯|副|樽|罐|株|棵|朵|颗|粒|幅|串|捆|篮|筐|枝|位|席|围|打|匹|面|盆|排|顶|扇|块)';
const written = (match: RegExpExecArray, group: number) => readNumber(match[group] ?? '');
const to = (value: number | null): Change | null => (value === null ? null : { to: value });
const by = (value: number | null, sign: number): Change | null => (value === null ? null : { delta: sign * value });
const unitAfter =
  '(?!(?:st|nd|rd|th)\\b| ?(?:(?:mm|cm|m|in(?! (?:total|all))|ft|kg|g|ml|l|v|w|days?|weeks?|months?|hours?|minutes?|am|pm)(?![a-z])|%|/|:|x ?\\d|\\.\\d|点|号|月|日|天|楼|层|周|厘米|毫米|公分|米))';

export const quantityCues: QuantityCue[] = [
  {
    cue: new RegExp(
      `\\b(?:make (?:it|that|them)|change (?:it |that |the quantity |quantity |qty |the order )?(?:to|into)|(?:quantity|qty|total) (?:should be|is now|to|:)|bring (?:it|the total) (?:up |down )?to|increase (?:it |the quantity |that )?to|(?:reduce|drop|cut|lower|bump|raise|round|take|knock|bring|push) (?:it |them |that |those |the (?:quantity|qty|number|order|total|amount) |everything )?(?:up |down |back )?to|up (?:it|the quantity) to|we (?:now|actually) need) ?(${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['make it 12', { to: 12 }],
      ['please change it to 5', { to: 5 }],
    ],
  },
  {
    // "change the trophies from 3 to 5"
    cue: new RegExp(
      `\\b(?:change|increase|reduce|decrease|bump|raise|lower|cut|up|take|bring|amend|adjust|alter|drop|go|put) (?!(?:[a-z]+ ){0,3}(?:time|slot|window|delivery|size|sizes|width|height|length|depth|age|date|floor)\\b)(?:(?!from )[a-z]+ ){0,6}?from ${englishCount}(?: [a-z]+)? (?:up |down )?to (${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['change the trophies from 3 to 5', { to: 5 }],
      ['can you go up from eight to ten', { to: 10 }],
    ],
  },
  {
    cue: new RegExp(`\\bchange (?:the )?[a-z ]{2,30}? to (\\d{1,5})\\b${unitAfter}`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [['change the lamps to 8', { to: 8 }]],
  },
  {
    cue: new RegExp(
      `\\b(?:increase|reduce|decrease|bump|raise|lower|cut|up) (?:the |my |our )?(?:number of |quantity of )?[a-z ]{2,30}? (?:up |down )?to (\\d{1,5}|${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['increase the chairs to 30', { to: 30 }],
      ['bump the cushions to fourteen', { to: 14 }],
    ],
  },
  {
    cue: new RegExp(
      `\\b(?:bump|raise|increase|up|push|take|move|put) (?:the |my |our )?(?:number of |quantity of )?[a-z ]{2,30}? (?:up )?by (${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [['bump the chairs up by 30', { delta: 30 }]],
  },
  {
    cue: new RegExp(
      `\\b(?:cut|reduce|drop|lower|trim|bring|knock|decrease) (?:the |my |our )?(?:number of |quantity of )?[a-z ]{2,30}? (?:down |back )?by (${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => by(written(m, 1), -1),
    examples: [['cut the chairs by two', { delta: -2 }]],
  },
  {
    cue: new RegExp(
      `\\b(?:our |the |my |final )(?:head ?count|count|number|numbers|total|tally) (?:is|are|has gone (?:up|down) to|went (?:up|down) to|came to|comes to|is up to|is down to)(?: now)? (\\d{1,5}|${englishCount})\\b${unitAfter}(?= now\\b)?`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['our count is 65 now', { to: 65 }]],
  },
  {
    // "two of the settings can stay on your shelf"
    cue: new RegExp(
      `\\b(${englishCount}) of (?:the |these |those |them |my |our )?[a-z ]{0,24}?(?:can|may|should|could|must) (?:stay (?:on your shelf|behind|with you|where they are|put)|be (?:dropped|left off|left out|removed|taken off|cancelled|scrapped|crossed off|skipped)|come off(?: the order)?|go back|go(?= please|[,.;!]|$))`,
      'g',
    ),
    change: (m) => by(written(m, 1), -1),
    examples: [['two of the chairs can stay on your shelf', { delta: -2 }]],
  },
  {
    cue: new RegExp(
      `\\b(${englishCount}) (?:of (?:the |those |them |these )?)?(?:[a-z]+ )?(?:will|would|'ll|should) (?:do|be enough|be plenty|suffice|cover it|see us through)\\b(?: (?:us|me|nicely|just fine|fine|after all|for now|now))*`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['twelve of the chairs will do us nicely', { to: 12 }]],
    named: true,
  },
  {
    cue: new RegExp(
      `\\b(?:only|just) (?:want |need |the )?(${englishCount}) (?:of (?:the |those |these )?)?(?=[a-z]{3})(?!day|week|hour|month|minute|thing|question|more|time)${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [],
    named: true,
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
      `(?<=^|[.;!?,\\n] ?)(${englishCount})(?: of (?:them|these|those))? (?:will|would|'ll|should) (?:do|be enough|be plenty|be ample|suffice)\\b(?= *(?:[.;!,\\n]|$|for us|now|after all|this time|thanks|please))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['sixteen will be plenty', { to: 16 }]],
  },
  {
    // "Two of them work from home, so eight is plenty"
    cue: new RegExp(
      `(?<=^|[.;!?,\\n] ?|\\b(?:so|now|think|reckon|say|and|actually|guess|means) )(${englishCount})(?: of (?:them|these|those))? (?:is|are) (?:now )?(?:plenty|enough|ample|sufficient|all (?:we|i) need|the right number|what (?:we|i) need|nearer the mark|closer to it)\\b(?! (?:of )?(?:time|days|notice|room|for (?:the|a) (?:day|week)))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['so eight is plenty', { to: 8 }],
      ['six are enough', { to: 6 }],
    ],
  },
  {
    cue: new RegExp(
      `(?<=\\b(?:miscount\\w*|mistake|typo|wrong (?:number|figure|count)|can't count|can't add|slip of the \\w+|meant|got it wrong)\\b[^.;\\n]{0,30})\\b(?:it|that|they|there) (?:should|ought to|needs? to|must) (?:be|read|say) (${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['i miscounted, it should be nine', { to: 9 }]],
  },
  {
    // "our numbers have shrunk, sixteen will be plenty"
    cue: new RegExp(
      `\\b(?:numbers?|head ?count|party|guest list|group|class|team)\\b[^.;\\n]{0,16}\\b(?:shrunk|shrank|grown|grew|dropped|gone up|gone down|swelled|risen|fallen|changed)\\b[^.;\\n\\d]{0,16}?[,.]? (?:so )?(${englishCount}) (?:will|would|'ll|should) (?:do|be enough|be plenty|suffice|cover it)\\b`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['our numbers have shrunk, sixteen will be plenty', { to: 16 }]],
  },
  {
    // "Twelve wreaths now, not twenty"
    cue: new RegExp(
      `\\b(${englishCount}) (?:[a-z]+ ){0,2}?(?:[a-z]+),? (?:now,? )?(?:please,? )?(?:and )?(?:not|instead of|rather than) (?:the )?(?:original )?(${englishCount})\\b${unitAfter}(?! (?:o'clock|or))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['Twelve chairs now, not twenty', { to: 12 }]],
    named: true,
  },
  {
    // "Make the chairs six. No wait, eight": the last word wins
    cue: new RegExp(
      `\\bmake (?:the |my |our |those |these )?[a-z]{3,14}(?: [a-z]{3,14})? ${englishCount}[.,!]? (?:(?:no|sorry|actually|wait|hang on|scratch that|oops|i mean|hmm|make (?:that|it))[,.!]? ){1,4}(?:make (?:it|that) )?(${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['make the chairs six. no wait, eight', { to: 8 }]],
    named: true,
  },
  {
    cue: new RegExp(
      `\\bmake (?:the |my |our |those |these )?[a-z]{3,14}(?: [a-z]{3,14})? (${englishCount})\\b${unitAfter}(?=[,.;!\\n]|$| please| instead| now| not| in (?:all|total))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['make the chairs six', { to: 6 }]],
    named: true,
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
      `\\b(?:add|include|throw in|(?<!\\b(?:with|to|my|our|on|the|of|this|from|into|for|first|second|third|fourth|fifth|last|next|other|another) )order|also (?:want|need|send)) (?:in )?(?:another |an extra |an additional |a further )?(${englishCount}) (?!more|extra|day|week|card|gift|note|few|hand|tag|hour|logo)(?=[a-z])`,
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
    // "one more panel, so 3 in total"
    cue: new RegExp(
      `\\b(?:so|making|makes|that's|that makes|which makes|bringing it to|brings it to|now)(?: it| that| that's| it's)?(?: now)? (${englishCount})(?: of (?:them|these|those))?(?: [a-z]+)? (?:in total|in all|altogether|all told|total)\\b`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['so 3 in total', { to: 3 }]],
  },
  {
    // "two more people are joining us, so let's go to eight chairs"
    cue: new RegExp(
      `\\b(?:let's|we'll|i'll|can we|could we|we should|we'd better) (?:go|move|step|jump|bump it|make it) (?:up |down )?to (${englishCount})\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [["let's go to eight chairs", { to: 8 }]],
    named: true,
  },
  {
    cue: /\b(?:drop|forget(?: about)?|lose|bin|remove|delete|take off|take out|cancel|skip|scrap|ditch|axe|nix|strike|cross off|leave out|leave off|no longer need|(?:don't|won't) need|won't be (?:having|needing|taking)|(?:aren't|are not|not) (?:having|taking)) (?:the |my |our )?(?=\S)/g,
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
      `(?:再|多|另外?(?!一个(?:是|地址|寄|送|号|电话|人|自己|单独|先|也|就|再|跟))|额外|加多|追加|还要?)(?:加|来|要|订|买|追加|多|再)*(?:给我)? ?(?!一块儿?(?:跟|和|同|结|算|付|寄|发|送|走|去|给|拿|弄|安排|处理|开|包|到))(${count}) ?${measure}(?!儿)`,
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
    cue: new RegExp(
      `(?:少要?|减少?|减掉|去掉|拿掉|撤掉|退掉|刨掉|刨去|扣掉|抽掉|撤下|划掉|少来)(?:了|要)? ?(${count}) ?${measure}(?! ?(?:都|我|我们|我哋|也|就)+(?:不|唔|别|拒|退|都))(?! ?都)`,
      'g',
    ),
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
      `(?:添|多俾|多给|多发|多寄|多拿|多备|多做|多印|多要)(?:我|我们)? ?(${count}) ?${measure}(?!小?(?:赠品|样品|礼品))`,
      'g',
    ),
    change: (m) => by(written(m, 1), 1),
    examples: [
      ['再添两卷', { delta: 2 }],
      ['多俾兩條我啦', { delta: 2 }],
    ],
  },
  {
    cue: new RegExp(`(?:应该是|应是|其实是|实际要|实际是|正确(?:的)?(?:数量)?是|想要的是) ?(${count}) ?${measure}`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [['应该是四十张', { to: 40 }]],
  },
  {
    cue: new RegExp(`(?:有|其中)? ?(${count}) ?${measure}(?:唔要|不要|不需要|不用做|取消)(?:了|喇|啦)`, 'g'),
    change: (m) => by(written(m, 1), -1),
    examples: [['有兩張唔要喇', { delta: -2 }]],
  },
  { cue: /(?:去掉|删掉|删除|拿掉|取消|不要|唔要|划掉|除去|减掉)(?:了|那个|这个|掉)?/g, change: () => ({ to: 0 }), examples: [] },
  {
    cue: new RegExp(
      `(?:比|较)(?:原先|原来|原本|之前|先前|下单时?|落单)(?:落|下|订|买|写|的|嘅|数量)*(少|多)(?:要|订|落)? ?(${count}) ?${measure}`,
      'g',
    ),
    change: (m) => by(written(m, 2), m[1] === '少' ? -1 : 1),
    examples: [['比原先落的少两枝', { delta: -2 }]],
  },
  {
    cue: new RegExp(`(?<![每一第])(${count}) ?${measure}(?:先|才)(?:够|啱|对|是对的|系啱)`, 'g'),
    change: (m) => to(written(m, 1)),
    examples: [['五十条先够', { to: 50 }]],
  },
  {
    cue: new RegExp(
      `(?<=\\b(?:no,? wait|actually|scratch that|sorry|hang on|typo|mistake|slip|second thoughts?|instead)\\b[^\\n]{0,24})\\b(${englishCount}) (?:is|are|will be|would be|'s) (?:enough|plenty|fine|right|correct|sufficient|all (?:we|i) need|what (?:we|i)(?:'ve| have)? (?:need|want|meant|got))`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [
      ['no wait, one is enough', { to: 1 }],
      ["thirty was my typo. twenty is what we've got desks for", { to: 20 }],
    ],
  },
  {
    cue: new RegExp(
      `\\b(${englishCount})(?: of (?:those|these|them))? (?:instead of|rather than) (?:the )?${englishCount}\\b${unitAfter}`,
      'g',
    ),
    change: (m) => to(written(m, 1)),
    examples: [['seven of those instead of six', { to: 7 }]],
  },
  {
    cue: new RegExp(`\\b(?:take|knock|drop|leave) (${englishCount}) off\\b(?! the (?:price|bill|total)| ?(?:%|percent))`, 'g'),
    change: (m) => by(written(m, 1), -1),
    examples: [['please take two off', { delta: -2 }]],
  },
];
