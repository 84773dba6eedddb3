import type { SpecSlot } from './specs.slot.ts';
import { pattern } from '../../../text/pattern.ts';

const letterSize = '(?:xs|s|m|l|x{1,3}l|[2-5]xl)';
const sizeCount = ' ?[:x*-]? ?\\d{1,4}(?!\\d|\\.\\d| ?(?:mm|cm|x))';
/** "S 10 / M 30 / L 20": two or more in a row. */
const sizesWithCounts = new RegExp(
  `(?<![\\w-])(${letterSize})(?=${sizeCount})(?:(?=[^\\n]{1,16}?[/,、;+] ?${letterSize}${sizeCount})|(?<=${letterSize}${sizeCount}[^\\n]{0,6}[/,、;+] ?${letterSize}))`,
  'g',
);

/** Sizes: of clothes, shoes and paper, alone, in a row and with counts. */
export const sizeSlots: SpecSlot[] = [
  {
    // 两对大码两对细码, 26.5号
    key: 'size',
    pattern:
      /(?<=[一二两三四五六七八九十\d] ?[件条个套双对顶])((?:加|特|超)?[细中大]码)(?=[,.;、!?。\n ~]|$|[一二两三四五六七八九十\d])|(?<![\d.])(\d{2}\.5) ?号(?=[,.;、!?。\n~]|$)/gu,
  },
  {
    // 双人加大
    key: 'size',
    pattern: /(?<=^|[,.;、!?。要\n] ?)((?:标准|特大)?[单双]人(?:加大|特大)?)(?:的|嘅|尺寸|款)?(?=[,.;、!?。\n~]|$)/g,
    goods: /床|被|褥|枕|毯|蚊帐/,
  },
  {
    // 要17号的; 细码 and 加细码 as Hong Kong says them
    key: 'size',
    pattern: /(?<![\d.])(\d{1,2}(?:\.5)?) ?号(?:的|嘅)(?=[,.;、!?。\n~]|$)/g,
    goods: /鞋|靴|屐|袜|戒|镯|帽|手套|衣|衫|裤|裙|制服/,
  },
  {
    key: 'size',
    pattern:
      /(?<!\p{Script=Han})((?:加|特|超)?[细中大]码|(?:加|特)细)(?=[,.;、!?。\n ~]|$|的|嘅|就|各|一?[件条双个套对]|\d)|(?<=[架身围框盒箱袋要])((?:加|特|超)?细码)(?=[,.;、!?。\n ~]|$|的|嘅|就)/gu,
  },
  {
    // "10 L and 15 XL", 10 件 2L: how many of which
    key: 'size',
    pattern: /(?<=(?<![\d.])\d{1,4} ?(?:x |件 ?|条 ?|套 ?|个 ?|in |of )?)(xs|s|m|l|x{1,3}l|[2-5]x?l)(?![a-z\d'-])/g,
    goods: pattern('')`
      \b(?:
        t-?shirts?|tees?|polos?|hoodies?|sweat(?:er|shirt)s?|jumpers?|jackets?|vests?|uniforms?|overalls|coveralls|pyjamas|pajamas|leggings
        |trousers|shorts|dress(?:es)?|cardigans?|fleeces?|aprons?
      )\b
      |衫|恤|上衣|外套|卫衣|毛衣|马甲|制服|校服|工服|队服|球衣|背心
    `,
  },
  {
    key: 'size',
    pattern: pattern('gu')`
      (?:\b(?:\d{1,4} (?:x |in (?:a )?|of )?|in (?:a )?|size:? |sizes:? |all |are |be |if |an? |and |: )|^|, )
      ((?:extra |x-?)?(?:small|medium|large))s?(?= please| if| and| for| is| one| ones|[,.;!?。\n]|$)
      |\b\d{1,4} ?x? ?(xs|xl|xxl|xxxl|[2-5]xl)\b(?!\w)
      |(?<=\b\d{1,4} ?x? ?)(?=(?:.{0,40}\b\d{1,4} ?x? ?(?:s|m|l|xl)\b){2}|.{0,3}\b)(s|m|l)\b(?=[,.;/&]| and| in|$)(?<=
        (?:\b\d{1,4} ?x? ?(?:xs|s|m|l|xl)\b.{0,24}|^.{0,40})\b\d{1,4} ?x? ?(?:s|m|l)
      )
      |(?<=^|[,、;。 /和])(x{0,3}[sml]|[2-5]xl)(?=码?的? ?\d{1,4} ?(?:件|条|套|个|双|只|顶|身))
      |(?:尺码|码数|尺寸)(?:要|是|为|:|选)* ?(\d?x{0,3}[sml]|\d{2,3}(?:\.5)?)(?![\da-z]| ?(?:件|条|套|个|双|只|顶|张|块|把|盒|身))
      |(?<=[\p{Script=Han}])([sml]|x{1,3}l)(?=[,.;!?。\n]|$|的|码|款|\d{1,4} ?(?:件|条|套|个|双|只|顶|码)|号)
    `,
  },
  {
    key: 'size',
    pattern: /(?:^|[,.;] ?|\b(?:in|size) )(c[4-7]|dl|b5|c65)(?= please|[,.;!\n]|$| envelopes?| and)/g,
    only: /envelope|paper|card|leaflet|flyer|poster|print|notebook|folder/,
  },
  {
    key: 'size',
    pattern: /(?:^|[,.;] ?)((?:extra |x-?)?(?:small|medium|large)) (?:frames?|size|one|ones|fit)(?= please|[,.;!\n]|$)/g,
  },
  {
    // "one pair 9.5 and one pair 11"
    key: 'size',
    pattern: /\bpairs? (?:(?:in|of|at|are|is|size|a|an|uk|us|eu) )*(\d{1,2}(?:\.5)?)(?=[,.;!\n]|$| and | please|\(| for | in )/g,
    goods:
      /\b(?:boots?|shoes?|trainers|sneakers|sandals|slippers|skates|wellies|wellingtons|clogs|heels|loafers|gloves|socks|cleats|flip-?flops|brogues|pumps|insoles)\b/,
  },
  {
    key: 'size',
    pattern: pattern('g')`
      \b(paediatric|pediatric|adult|child|junior|toddler|infant|newborn|youth|petite|tall|regular)(?:'s)? size[sd]?\b
      |\b(?:toddler|kids?|child|boys|girls|size) (\d{1,2}t)\b
      |\b(?:adults?|youth|men's|women's|mens|womens|ladies|kids?) (xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!\n]|$| and| please)
    `,
  },
  {
    // "3-6M" of what babies wear are months
    key: 'size',
    first: true,
    pattern:
      /(?<![\d.])(\d{1,2}(?:-\d{1,2})? ?(?:m|mo|mos|mths?|months?))(?= sizes?\b| ?(?:[,.;、!?。)\n]|$|\p{Script=Han})| (?:and|please|in|for)\b)/gu,
    goods:
      /\b(?:bab(?:y|ies)|newborns?|infants?|rompers?|onesies?|bodysuits?|babygrows?|sleepsuits?|bibs?|booties)\b|婴儿|宝宝|连体衣|爬服|哈衣|包屁衣/,
  },
  {
    // "mens large", "ladies' medium"
    key: 'size',
    pattern:
      /\b(?:unisex|men's|women's|mens|womens|ladies'?|kids?'?|boys'?|girls'?) ((?:extra |x-?)?(?:small|medium|large))(?=[,.;!\n]|$| and| please)/g,
  },
  {
    // "one in age 5-6, one in age 7-8"
    key: 'size',
    pattern:
      /(?:\b(?:in|size|sizes|one|two|three|four|five|six|x|\d{1,3}) (?:in )?|(?<=^|[,.;:!?\n] ?))ages? (\d{1,2}(?: ?(?:-|to) ?\d{1,2})?)(?!\d|\.\d)(?: years?| yrs?)?(?=[,.;!\n]|$| and| please| for)/g,
    goods: pattern('')`
      \b(?:
        costumes?|dress(?:es)?|shirts?|t-?shirts?|tees?|polos?|pyjamas|pajamas|coats?|jackets?|jumpers?|sweaters?|sweatshirts?|hoodies?
        |onesies?|suits?|wetsuits?|tutus?|leggings|trousers|shorts|skirts?|uniforms?|aprons?|robes?|kits?|outfits?|cardigans?|fleeces?
        |vests?|raincoats?|swim[a-z]*
      )\b
    `,
  },
  {
    key: 'size',
    pattern: sizesWithCounts,
  },
  {
    // "sizes S, M and L", 尺码 M 同 L
    key: 'size',
    pattern: new RegExp(
      `(?<=(?:\\bsizes?|尺码|码数|尺寸|号码):? ?(?:要|是|为|选|:)? ?(?:${letterSize} ?(?:,|、|\\/|&|and|plus|同埋|同|和|跟|及|\\+| )+ ?(?:and )?)*)(?<![a-z\\d])(${letterSize})(?![\\w'])`,
      'g',
    ),
    only: new RegExp(`(?:sizes?|尺码|码数|尺寸|号码)[^.]{0,10}${letterSize} ?(?:,|、|\\/|&|and|plus|同|和|跟|及|\\+)`),
  },
  {
    key: 'size',
    pattern:
      /(?<=\d ?(?:件|条|个|套|双|只|顶|pcs|pieces|tees|shirts|t-shirts|hoodies|jackets|polos|caps)(?: in)? ?)(xs|s|m|l|x{1,3}l|[2-5]xl)(?![a-z\d'-])/g,
  },
  {
    key: 'size',
    pattern: pattern('g')`
      (?<![a-z\d'-])(xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!/)]| and| in| please|$)(?<=
        \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|rest) (?:x |in |of |are |in size )?[smlx2-5]{1,4}
      )
      |(?<![a-z\d'-])(x{0,3}[sml]|[2-5]xl)(?![a-z'\d])(?<=
        (?:[一二两三四五六七八九十半]{1,3}(?:件|条|个|套|双|只|顶|身)(?:要|是|穿|做)? ?|(?:尺码|码数|号码)(?:要|选|是|为|:)* )[smlx2-5]{1,4}
      )
    `,
  },
  {
    key: 'size',
    pattern: pattern('g')`
      (?<=\bsizes?:? (?:\d{1,3}(?:\.5)?(?: ?(?:,|and|&|/|plus)+ ?(?:and )?)){1,6})(\d{1,3}(?:\.5)?)(?![\w.]\d|\w| (?:in|x|of|pairs?)\b)
      |(?<=
        \b(?:
          dad|mum|mom|me|mine|him|his|her|hers|he|she|wife|husband|son|daughter|boys?|girls?|men|men's|mens|women|women's|womens|ladies
          |ladies'|kids|kids'|brother|sister|[a-z]{3,9}'s?
        )(?: is| are| takes?| wears?| in|:| -| =| an?| needs?)*[ ]
      )(xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!/)]| and| please|$)
      |\b(?:feet|foot|hands?|heads?|waist|chest|finger|wrist|collar|neck|he|she|i|who|that) (?:that )?(?:takes?|wears?|measures?)[ ]
      (?:an? |size )?(\d{1,2}(?:\.5)?|xs|s|m|l|x{1,3}l)(?![\w.:]|,\d)
      |\b(?:send|give|get|make it|make that|want|need|take|wear) (?:me |him |her |us )?(?:an? )(\d{1,2}(?:\.5)?)
      (?=[.,;!]|$| please| this| instead)
    `,
  },
  {
    // "all the guys wear L", "she's usually an M", "S would do me", "make his one XXL"
    key: 'size',
    pattern: pattern('g')`
      \b(?:wears?|wearing|takes?|fits?|fit into|needs?|usually|normally|mostly|i'm|i am|he's|she's|they're|(?:he|she) is|they are|all)[ ]
      (?:all |both |only |just |now |mostly |usually |normally )*(?:an? )?(?:size )?(xs|s|m|l|x{1,3}l|[2-5]xl)(?=
        [,.;!/)\n]|$| and| on top| these days| now| please| in (?:these|this|those|tops?|shirts?)| for
      )
      |\b(?:make|send|get|give|have) (?:his|hers|mine|theirs|him|her|me|them|us|ours)(?: one| ones)? (?:an? |in )?(xs|s|m|l|x{1,3}l|[2-5]xl)
      (?=[,.;!/)\n]|$| please| instead)
      |(?<=^|[.,;!] ?|\b(?:so|and|but) )(?:an? )?(xs|s|m|l|x{1,3}l|[2-5]xl) (?:would|will|should|'d|'ll|is)[ ]
      (?:do|suit|fit|be right|be fine|be better|work|right)\b(?: (?:me|him|her|us|them|fine|nicely|now))*
      |\b(?:slips? on|goes on|fits) (?:at|in) an? ([a-z]|\d{1,2}(?:\.5)?)(?![a-z\d])
    `,
  },
  {
    // "he's a 34 chest", "a 36 round the middle"
    key: 'size',
    pattern: pattern('g')`
      \b(?:he's|she's|i'm|he is|she is|i am|they're|takes?|wears?) (?:an? |about an? |roughly an? )(\d{2}(?:\.5)?) (?:
        chest|waist|collar|hip|bust|leg|neck|inseam|round the (?:middle|chest|waist|neck)|around the (?:middle|chest|waist|neck)
        |in the (?:chest|waist|leg|collar)
      )\b
    `,
  },
];
