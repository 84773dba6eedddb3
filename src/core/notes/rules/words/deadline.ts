import { pattern } from '../../../text/pattern.ts';

/** What somebody has to pay for each day that is lost. */
const fined = /\b(?:docks?|fines?|charges?|penali[sz]es?|bills?) us [^,.;]{0,36}\b(?:past|after|beyond)/;

/** How the words around a day say what the day is for. `before…` ends at the day, `after…` starts behind it; all within one clause. */
export const deadlineWords = {
  /** The part of the day that may stand behind it; no clock time. */
  dayPart:
    /^ ?(?:(?:first thing(?: in the morning)?|(?:the )?(?:morning|afternoon|evening|night|lunchtime)|eod|cob)\b|早上|上午|中午|下午|晚上|傍晚|下班|朝早|上昼|晏昼|下昼|夜晚|一早|eod)/,
  /** Not this order's goods, or not a wish: the day is left alone. */
  elsewhere: pattern('')`
    \b(?:last|previous|other|earlier|another) (?:order|time|one|delivery|shipment)\b
    |\b(?:
      invoiced?|pay(?:ment|ing|s|day)?|paid|wages|salary|statement|billing|settles?|squares? (?:up|off|things)
      |(?:accounts|finance|accounting|bookkeeping)(?: (?:team|people|department|lot|lady|chap))? (?:does|do|clears?)
    )\b
    |\b(?:ordered|bought|purchased|placed|promised|waiting|waited)[ ]
    |\b(?:was|were) (?:supposed|meant|due|told|promised|delivered)\b
    |\b(?:was|were|had|broke|failed|died|fell|snapped|cracked|flaked|peeled)\b[^,.]{0,40} within (?:an?|one|two|three|\d)
    |\bshould have\b|\bsince\b|\bour stock
    |(?<!\b(?:for|before|ahead of|by|until|of) )our (?:opening|shop opens|store opens)\b
    |\b(?:we|shop|store) opens?\b
    |\b(?:closed|on holiday|away|out of office)\b
    |\b(?:is|are|'s|'re|been) (?:still )?(?:
      out(?: of (?:order|action|use|service))?
      |down|broken|shut|off|being repaired|under repair|unavailable
    )[^.]{0,12} until\b
    |(?:寄|发|传|交|送|拿|send|email)(?: ?)(?:到|给|去|俾|畀|往)?(?: ?)(?:你们|你哋|贵司|贵公司|贵店|您那|你那)
    |(?:send|传|发|话|讲|覆) ?(?:俾|畀|给)你|上次|上回|之前(?:那|的)(?:单|订单)|另外?一?(?:单|个订单)|那单|付款|开票|打款|找数|给钱|俾钱
    |付钱|清账|埋单|汇款|结账|月结|对账|(?:开业|开张)(?![^,。]{0,5}(?:要|用|前|摆|当天))|盘点|承诺|说好|本来|休息|放假|不在|没人
  `,
  /** The next clause takes the day up: "can it be here before then?" */
  takenUp: pattern('u')`
    ^[^,.]{0,70}\b(?:before|by|ahead of|in time for) (?:then|that(?: (?:day|date))?|the day)(?= please|\W*$| or | if | so )
    |^ ?(?:and |so |but )*(?:it|they|these|everything|we|i)(?:'d|'ll)? [^,.]{3,60}\b(?:that|the same) (?:very )?
    (?:morning|day|evening|night|afternoon)\b
    |^ ?(?:and |so )?(?:we'd|i'd|we|i|they|it|these|everything|tape|all)(?: would| will)? (?:
      (?:like|want|love|need|must|has|have|should|needs?)[^.!?]{3,50}
    ) (?:before|by the time|when) (?:
      she|he|they|we|it|i|that|doors|people|guests|customers|load-in|kick-off|the (?:doors|guests|crowd|first)
    )\b
    |^ ?(?:[\p{Script=Han}a-z]{1,4})??(?:请|要|得|最好|希望|麻烦|必须|一定|务必| )*(?:在)?(?:
      (?:before|by) ?(?:那|此|嗰)(?:天|日)|(?:那|此|嗰)(?:天|日)?(?:之前|以前|前面|前)
    )(?:送到|到|发出|收到|到货)?(?!的)
    |^ ?(?:请|要|得|最好|希望|麻烦)?(?:在)?(?:之前|以前|前面)(?!的|冇|没|不|别|唔|都)
    |^ ?(?:所以|因此|我们?|店里|\p{Script=Han}{0,4}?)?(?:得|要|必须|需要?|希望|想|最好)(?:提前|当天|那天|到时|在那之前|赶在前面)[^,。]{0,8}
    |^[^,。]{0,5}(?:赶得[切上及]|来得及|赶上)
    |^ ?so [^.!?]{3,40}\b(?:by |before )?then\b
    |^[^.!?]{0,60}\b(?:before|by the time|by then|for when|when) (?:she|he|they|we|it|i|doors|people|guests|customers)[ ]
    (?:
      arrives?|comes?|opens?|leaves?|starts?|moves?|gets?|lands?|goes|go|is|are|walks?|steps?|wakes?|turns?|sets?|sails?|rings?|sits?|arrive
    )\b
  `,
  /** The clause of the day itself does. */
  takenUpHere:
    /^ (?:and|so) [^.!?]{5,60}\b(?:before (?:she|he|they|we|it|i) (?:arrives?|comes?|opens?|leaves?|starts?|moves?)|by then|before then)\b/,
  /** What a sentence speaks of when its day is not the one the goods are for. */
  anotherMatter: pattern('')`
    上次|上回|上周|上个?月|昨天|前天|之前(?:的|那|买|订|说)|已经|下单|下咗单|订的|买的|拍的|收到的|承诺|说好|应该|本来|原定|原计划|开票|付款
    |付清|打款|转账|结账|结算|对账|还款|发工资|出粮|到期|过期|保质|生产日期|盘点|休息|放假|休假|停业|(?:我们?|家里|店里|公司|都)不在|冇人
    |没人|出差|回来再|另一?(?:单|个订单)|那单|别的单|开业|开张|试营业|[?]|多久|什么时候|几时|别(?:送|来|打)|不收|不要送|唔好送
    |生日(?:是|在)?(?:我|19|20)|快乐|周年庆典?快乐|以后再|之后再|再(?:送|发|寄|安排|通知|联系|说|定|约)|[钱款账]
    |(?<!听|做|作)汇(?!报|演|集|聚)|得闲|有空|方便|可以进|有人|进车|先好
  `,
  /** What comes after the day is not taken any more. */
  refused: /拒收|不收|唔收|不要|唔要|不签收|作废|没用|冇用|没意义|冇意义|退[货单订款]|免谈|白费|算数|黄了/,
  /** Words of a delivery or a wish: such a clause is judged by them alone. */
  notAnOccasion: pattern('u')`
    手柄|尺码|型号|鞋码|圈口|(?:出差|请假|休假)(?!之?前)|[年月季]度?[底末尾]|吗|送|派(?!对)|寄|发货|收货|取货|自提|安装|上门|来装|付|约
    |(?<!月\d{0,2})号[楼门线店院仓库机]|改|换|取消|确认|通知|联系|电话|报价|价|打样|出图|之?后|起|开始[^\p{Script=Han}]*$
  `,
  /** A day for what is sent later. */
  remainder: /剩下|其余|剩余|余下|\b(?:the )?(?:rest|remainder|remaining|balance)\b/,
  /** A day on which nobody takes delivery. */
  closed: pattern('u')`
    ^(?!之?前|以前)(?:\p{Script=Han}{0,6})(?:
      不让|不准|不许|不给(?=进|施|搬|送|装)|唔俾|唔准|禁止|(?<!可)不可以?(?=进|施|搬|送|装|卸)|(?<!可)唔可以(?=入|送|搬|装)
    )
    |^(?:都|我们?|我哋|公司|店里|店|铺头|固定|会|是|系|全天|例牌|照例)*(?:
      不收货|唔收货|不在|没人|冇人|休息|放假|不方便|不要送|别送|公休|店休|休店|盘点|关门|关店|闭馆|打烊|落闸|拉闸|唔开|不开(?:门|店|馆|工)
      |冇开
      |拉(?:下|上|低|落)?(?:着|住)?(?:铁门|卷帘门?|铁闸|大?闸)
    )
  `,
  past: /(?:\blast|(?<!\b(?:any|no)(?:thing|one|body)?\b[^.,]{0,30})\bpast|上|昨) ?$/,
  /** "We close for Christmas on the 18th and reopen on January 4": days that nobody is there between. */
  closes: pattern('')`
    \b(?:we|i|they|(?:the|our|my) [a-z]+|office|shop|school|factory|studio|yard|store|clinic|site)(?:'re| are| is|'ll| will)?(?: be)?[ ]
    (?:
      close|closes|closed|closing|shut|shuts|break up|breaks up
    )(?: for [^,.;]{2,30}?)? (?:on |from |for )?(?:the )?$
    |\band (?:re-?opens?|opens?(?= again)|(?:are |be |come )?back(?: in)?) (?:again )?(?:on |from )?(?:the )?$
  `,
  ownOpening: pattern('')`
    \b(?:we|(?:our|the) [a-z]+)(?:'re| are| is)? (?:only )?(?:open|opens|opening)(?: up)?(?: (?:on|at|in|around))?(?: the)? ?$
    |\b(?:re-?opens?|re-?opening|opens? again|(?:are|'re|be|is) back)(?: (?:up|for business|in|our [a-z]+))?(?: (?:on|from|in))?(?: the)? ?$
  `,
  relaxed:
    /\b(?:loads|plenty|lots|bags|heaps|tons|all the) (?:of )?time\b|\bno (?:great |real |particular )?(?:rush|hurry)\b|\bages (?:away|yet|off)\b/,
  /** "Invoiced and delivered by", "deliver by the 10th and invoice us": the day is the one of the goods as well. */
  alsoDelivered: pattern('')`
    \b(?:invoiced|billed|paid for) and (?:delivered|shipped|here|sent|received)\b[^,.;]*$
    |^(?!.*\b(?:invoic|bill|pay|paid|ordered|promised|was|were|should have))[^]*?\b(?:get|have|deliver|send|ship|need|want)\b
    [^\n]{0,60}\b(?:by|before|no later than) (?:the )?$
  `,
  /** "Fines us for every day past the 18th" */
  fined: new RegExp(`${fined.source} (?:the )?$`),
  /** "Snow is forecast for Friday" */
  forecast:
    /\b(?:forecast|predicted|expected to (?:snow|rain|freeze)|(?:rain|snow|storm|frost|heatwave)s? (?:is|are) (?:due|coming|expected)) (?:for |on )?(?:the )?$/,
  /** "I'll be at my sister's until the 14th": a day up to which somebody is elsewhere. */
  stays: pattern('')`
    \b(?:i|we|he|she|they)(?:'ll| will|'m| am|'re| are|'s| is)(?: between houses and)?(?: be)?(?: staying| living| camping| working)?[ ]
    (?:at|in|on|up|down|off|over|with) [^,.;]{2,40}\b(?:until|till) (?:the )?$
  `,
  anyBut: /\b(?:any|every) (?:day|weekday|time)(?: at all| is fine| works)?,? (?:but|except|bar|other than|apart from) (?:for |on |a )?$/,
  /** "Monday, not Friday": the day is named only to be ruled out. */
  ruledOut: /(?:\bnot|\binstead of|\brather than|不是|而不是|不用等到|别等到) ?(?:the |on |by )?$/,
  /** "If it lands after the 4th": what the day is too late for. */
  tooLate: pattern('')`
    \b(?:what|whatever|anything|everything|all that|(?:if|should) (?:it|they|these|this|the [a-z]+)) (?:that )?(?:
      (?:only |even )?(?:turns?|shows?|comes?|arrives?|lands?|gets?|reach(?:es)?|delivered|is|are)
      (?: (?:up|here|in|there|us|delivered|sent))*[ ]
    )?(?:after|past|beyond|later than) (?:the )?$
  `,
  notBefore: pattern('')`
    (?:
      \bnot before|\bno(?:t)? (?:earlier|sooner) than|\bnever before|\bnothing before
      |(?<!\b(?:not|nothing|any(?:thing|one| delivery| day| time))(?: \w+){0,4} |\bday )\bafter
      |\bfrom|\bstarting|\bas of|\bonly (?:after|from)|\bnot until
      |(?:\bdon't|\bdo not|\bnot|\bnever) (?:ship|deliver|send|dispatch|come|drop|bring|arrive|turn up|show up|leave|unload)[a-z ]{0,25}
      (?:until|till|before)
      |(?:
        \bnobody|\bno one|\bnone of us
        |(?<!\b(?:why|if|unless|in case|should|when)(?: \w+){0,3} )(?:
          \bdon't|\bdo not|\bdoesn't|\bcan't|\bcannot|\bcan not|\bmustn't|\bmust not|\bshouldn't|\bshould not|\bwon't|\bwill not|\bwouldn't
          |\bnot|\bnever|\bisn't|\baren't
        )
      )(?:
        [ ](?:
          actually|really|even|to|be|let|is|are|will|here|there|in|home|open|ready|able|want|wants|need|needs|take|accept|receive|have|has
          |get|store|arrive|come|turn|show|up|sent|delivered|shipped|dispatched|any|anything|it|them|this|that|these|those|the|for|of
          |deliver(?:y|ies)|goods|order|parcels?|boxes|lamps|chairs|desks|till|until
        )
      ){1,8} before
      |不要?早于|不能?早于|别早于|(?:不要|别|勿|唔好|不想|唔想|不希望)(?:在|赶在|喺)?
    ) ?(?:the |on )?$
  `,
  /** 不要20号以后送: the day is the last one. */
  noLater: /(?:不要|别|勿|唔好|不想|唔想|不希望)(?:在|拖到|等到|喺)? ?$/,
  notAfter: pattern('')`
    ^ ?(?:之后|以后|过后|后|起|开始)(?!天)
    |^ ?(?:or later|onwards?|and after|at the earliest|earliest)\b
    |^ ?(?:之前|以前|前)(?:都|先|还|暂时)?(?:不要|别|不收|勿|唔好|唔要|不用|不需要|不方便|收不了|用不着|用不上)
  `,
  by: pattern('')`
    \bcome (?:the )?$
    |${fined} (?:the )?$
    |\b(?:
      (?:
        hall|venue|room|church|chapel|band|marquee|table|restaurant|caterers?|photographer|function room|pitch|stage|studio|rink|court|bus
        |coach|crane|trip|tour
      ) (?:is|are|has been|'s)
      |(?:we've|we have|i've|i have|have|has) (?:got )?(?:the|a|our) [a-z]+(?: [a-z]+)?
    ) (?:booked|hired|reserved|rented) (?:for|from|on) (?:the )?$
    |\bddl ?(?:[是:系为]|is)? ?$
    |\b(?:what|whatever|anything|everything|all that|if (?:it|they|these|this)) (?:
      turns?|shows?|comes?|arrives?|lands?|gets?|reach(?:es)?|delivered|is|are
    )(?: (?:up|here|in|there|us|delivered|sent))* (?:after|past|beyond|later than) (?:the )?$
    |\b(?:not|never) (?:a|one) (?:single )?(?:day|minute|moment|hour) (?:after|past|beyond) (?:the )?$
    |(?:
      \b(?:
        (?:(?:not|nothing|don't want (?:it|them)|no use|useless)|any(?:thing|one| delivery| day| time)(?: \w+){0,4}?) (?:after|past|beyond)
        |by|before|befor|bfore|befre|b4|untill
        |(?:no|not|never|cannot|\w+n'?t)(?: (?:be|arrive|come|get here|reach us|any|a (?:day|minute|moment|second|hour)))* later th[ae]n
        |the latest (?:\w+ ){1,5}is|until|till|til|latest|deadline|due(?: date)?|cut-?off|within|prior to|ahead of|in time for|on or before
        |up to|the latest|b4|no use after|no good after|in (?:my|our) hands (?:by|on|for)|in time for|ready for|here for|there for
        |with (?:us|me) (?:by|on|for)|drop[- ]dead(?: date)?|target(?: date)?
        |(?:required|requested|needed|wanted|latest|delivery|arrival|ship(?:ping)?|due|needed[- ]by)[- ]
        (?:delivery |arrival |ship(?:ping)? )?dates?:?
      )(?: is| are| by| on| for)?(?: the)?(?: end of| close of(?: business)?(?: on)?| morning of| eod| cob)?(?: at)?(?: [a-z]+)? ?
      |(?:最[晚迟慢]|至迟)(?:也|都)?(?:不(?:能|要|可以?|得)?(?:超过|晚于|迟于))?(?:是|在|要)?
      |(?:不(?:能|得|要|可以?)?|[别勿])(?:再)?(?:晚于|迟于|超过)
      |截止(?:日期)?(?:是|到|为)?|务必在?|交期是?|期限是?|赶在|赶|死线 ?[是:]?|deadline ?[是:]?
    ) ?$
  `,
  byAfter: pattern('u')`
    ^ ?before(?= (?:ship|deliver|can|ok|please|send|arrive|reach|also)\b|$)
    |^ ?(?:
      之前|以前|前|之内|以内|内|为止|截止|截单|最晚|最迟|是?最后|就要|急用|必须|一定要?|务必|得|要(?!求)|用|需|需要|能?到货?
      |(?:能(?:否|不能|唔能)?|可[唔不]可以|可否|得唔得)(?:发|到|送|好|寄|出|交|做|收|攞|拎)
      |攞到|拎到
      |\p{Script=Han}{0,6}(?:要|得|需)(?:穿|戴|摆|派|带|拿|挂|吃|喝|展出|开张?用|送人|上架|布置)
      |摆|上架|送到|送达|寄到|交货|交|发货|发出|出货|发|收到|拿到|取|可以到|ok|就行|也行|都?可以|[才先](?:要|用|需要)(?:得?(?:上|到))?
    )
    |^ ?(?:
      (?:at )?(?:the )?(?:very |absolute )?latest
      |is (?:the|our|my) (?:deadline|cut-?off|latest|last)
      |is when|max(?:imum)?\b|deadline|is a hard|works|suits?(?: us| me)?|would suit|is (?:good|great|perfect|ideal)|is fine
      |would be (?:great|ideal|perfect|nice|good|fine)
      |or (?:sooner|earlier|before)|would work|is plenty(?: of time)?|is (?:soon|early|quick) enough|is ok(?:ay)?|will do|at the outside
      |please
    )\b
    |^ ?[^,]{0,4}再(?:寄|发|送|出)货?(?:也|都)?(?:可以|行|没关系|ok|得)
  `,
  need: pattern('')`
    \b(?:
      that's|make that|that is|which is|need(?:s|ed)?|require[sd]?|want(?:s|ed)?|first thing|must have|have to have|arriv(?:e|es|ing)
      |receiv(?:e|ed)|ready|ship(?:s|ped|ping)?|dispatch(?:ed)?|in (?:our|my) hands|here|get (?:it|them|these|this)
      |have (?:it|them|these|this)|due|at (?:our|my) door|use (?:it|them)|finish(?:ed)?|done|complete[d]?|make it|can you (?:do|make)|for
    )\b[^.]{0,40}$
    |(?:要用|需要|急需|得用|要在|发货|出货|收到|到货|送到|送达|拿到|交货|要|用|希望|争取|能不能|可以)[^。]{0,12}$
  `,
  appointment: pattern('')`
    \b(?:
      deliver(?:y|ed|ies)?|pick-?up|pick (?:it|them) up|collection|collect|schedule[d]?|book(?:ed)?|appointment|drop (?:it )?off|come|visit
      |bring(?! (?:(?:it|them|that|this) )?up\b)
    )\b[^.]{0,30}$
    |(?:约|预约|安排)[^。]{0,6}$|(?<!要)(?:送货|派送|配送)[^。]{0,6}$
  `,
  appointmentAfter: pattern('u')`
    ^ ?(?:
      (?:我|我哋|我们|先|再|会|自己|亲自|派人|叫人)*(?:过|上)?(?:嚟|来)(?:你哋|你们)?(?:铺头|门市|店里|店)?(?:自)?(?:攞|拎|取|自提)
      |(?:自|到店|门市|现场)(?:取|提)
      |(?:先|再|才)送(?:货|来|嚟|过来|上门)?[^\p{L}\p{N}]*$
      |派送|送货|配送
      |送(?!
        到|达|出去|礼|人|给|俾
        |\p{Script=Han}{0,3}(?:
          客户|客人|员工|同事|学生|老师|领导|长辈|父母|朋友|嘉宾|会员|孩子|老人|爸|妈|太太|老婆|老公|岳|亲戚|来宾|伙伴|医生|护士|恩师|师傅
          |邻居|供应商|合作方
        )
      )
      |上门(?!拜|做客|提亲)
      |来(?!住|访|家|看我|做客|玩|参观|验收|检查|开会|度假|过年|过节|吃饭|喝茶|考察|听)
    )
    |^ ?(?:delivery|appointment|only|between|preferred|afternoon|morning) ?
  `,
  deliverNear: /\b(?:deliver|ship|send|dispatch|arrive|need|get|out|go)\w*\b|送|发|到|寄|要|用|出货|交/,
  eventBefore: pattern('')`
    \b(?:doors?|gates?|curtains?|school|term|shop|fair|pool|bar|cafe|restaurant|clinic|venue|exhibition|museum) (?:re)?
    (?:opens?|goes up|go up|rises?)\b[^.]{0,24}$
    |\b(?:says?|saying|exchange|exchanging|take|taking) (?:her|his|their|our|my) vows\b[^.]{0,12}$
    |\b(?:walks?|walking) down the aisle\b[^.]{0,12}$
    |\b(?:tie|ties|tying) the knot\b[^.]{0,12}$
    |\b(?:
      sails?|sets? sail|setting off|set off|lands?|landing|touch(?:es)? down|docks?|boards?|kicks? off|cuts? the ribbon
      |blows? out (?:the|his|her) candles
      |turns? (?:\w+ )?(?:
        one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|\d+|eighteen|twenty|thirty|forty|fifty|sixty|seventy
        |eighty|ninety
      )
      |(?:is|are|being|gets?) (?:christened|baptis[e]?d|married|wed|born|confirmed|ordained|sworn in|buried|honoured|inducted)
      |first (?:whistle|customers|guests|day|night|match|service)
      |opening night|load(?:s|ing)?[- ]in|move(?:s)? in|set(?:s|ting)? up|unveil(?:s|ing)?|big day|due date|the vows|recital|exam|exams
      |showcase|rehearsal|tasting|supper|picnic|feast|evening|vernissage|gig
    )\b[^.]{0,24}$
    |(?:\b(?:is|are|falls)|'s)(?: (?:on|this|set for|scheduled for|booked for|planned for|the))* ?$
    |\bbefore (?:we|i|they|our|the|my|he|she|everyone)\b[^.,]{0,40} on (?:the )?$
    |\b(?:
      starts?|begins?|commences?|kicks? off|goes live|go live|takes? place|falls|being held|happening|expecting|arriv(?:es?|ing)
      |stay(?:s|ing)|visit(?:s|ing)?|com(?:es|ing)
      |(?:leaves?|leaving|fly|flying|travel\w*)(?: on| out)?
      |turns? (?:one|\d+)|graduat\w*|retir\w*|hanging|event|wedding|opening|launching|exhibit(?:ing|s)?|game|match|kick-?off|christening
      |baptism|funeral|retirement|reunion|market|retreat|tradeshow|trade show|open house|baby shower|shower|recital|prom|bbq|dinner|brunch
      |holiday|move-in|moving in|guests arrive|getting married|get married|present|gift|tour|season|term|semester|camp|service|session
      |workshop|training|inauguration|premiere|shoot|party|show|expo|exhibition|conference|launch|fair|birthday|ceremony|gala|anniversary
      |meeting|concert|trip|school|graduation|inspection|race|tournament|festival
    )s?\b[^.]{0,24}$
    |(?:
      发车|出发|登机|起飞|入职|报到|开课|开班|开营|上线|退休|乔迁|祝寿|谢师宴?|庆功|订婚|出摊|摆摊|摊位|展会|展览|参展|开学礼?|开业|开张
      |开幕|入伙|搬家|入宅|满月|百日|周岁|寿宴|婚宴|酒席|酒会|晚会|聚餐|团建|路演|培训|出差|出国|面试|验收|开工|周年|慶生|庆生|订婚|彩排
      |婚礼|活动|生日|年会|典礼|会议|聚会|发布会|比赛|毕业|结婚|考试|演出|纪念日|预产期|婚期|吉日|好日子|大日子|试工日|开工日|交房日|出发日
      |手术
    )[^。]{0,6}$
  `,
  eventAfter: pattern('u')`
    ^ ?[a-z][a-z -]{1,18} ?(?:开幕|开业|活动|派对|聚会|婚礼|会议|要用)
    |^ ?(?:个|的|嘅|嗰个|有个?|有場|有场|there's a|we have a|we've a|我们?有个?) ?(?:company |client |staff |team )?(?:
      event|party|show|wedding|meeting|dinner|launch|opening|booth|fair|demo|photoshoot|shoot|gig|lunch|trip|concert|ceremony|grand opening
    )\b
    |^ ?(?:搬|出院|送客户|送礼|送老师|退休|颁奖|開幕|交楼|入伙)
    |^ ?(?:
      present|gift
      |for (?:the |our |my |an? |his |her )?[a-z]+
      |is (?:the |our |my |an? |his |her )[a-z]+
      |we(?:'re| are) (?:open|launch|mov|exhibit|host)\w*
    )\b
    |^ ?(?:for |is )?(?:the |our |my |an? |his |her )?(?:
      event|wedding|party|show|expo|exhibition|conference|launch|fair|birthday|ceremony|gala|anniversary|concert
    )\b
    |^ ?(?:是|有|就是|的|我们|公司|办|举办|开)?(?:[\p{L}]{0,4})?(?:
      婚礼|婚宴|典礼|入职|报到|开课|开班|开营|上线|退休|乔迁|祝寿|谢师|庆功|订婚|出摊|摊位|出发|登机|起飞|来访|开演|首演|首映|过寿|做寿|满岁
      |丈人来|丈母娘来|岳父|岳母|亲戚来|亲家|客人来|朋友来|爸妈来|领导来|展会|展览|参展|开学|开业|开张|开幕|入伙|搬家|入宅|满月|百日|寿宴
      |婚宴|酒席|聚餐|团建|庆生会?|摆摊|请客|请人食饭|活动|生日|年会|典礼|聚会|发布会|比赛|结婚|演出|开会
    )
  `,
  strict: pattern('')`
    ${fined}\b
    |\bcome (?:hell or high water|what may|rain or shine)\b
    |\b(?:and|but|or)? ?not (?:a|an|one) (?:single )?(?:day|minute|moment|hour|second) (?:later|more|longer)\b
    |\b(?:no|zero|without) (?:wiggle[- ]room|leeway|give|slack|play|flex\w*|room for manoeuvre|two ways about it)\b
    |\b(?:set|carved|cast|written) in (?:stone|concrete)\b
    |\b(?:immovable|non-negotiable|not negotiable|written in blood)\b
    |\b(?:won't|can't|cannot|will not|doesn't) (?:budge|shift|be moved|move)\b
    |\beven (?:a|one) (?:single )?(?:day|hour|minute) (?:later|past|after|beyond|late|over)\b
    |\b(?:a|one) (?:single )?(?:day|hour|minute) (?:later|late|after that|over|past (?:that|it)) (?:and|means|is|they|it|would|will)\b
    |\b(?:not|never) (?:a|one) (?:single )?(?:day|minute|moment|hour) (?:after|past|beyond)\b
    |\bmust(?:n't)?\b|\bdrop[- ]dead\b
    |\b(?:has|have|had|having|got) to (?!say)(?:be|have|get|arrive|receive|ship|go|leave|reach|land|make|\w+)\b
    |\babsolute(?:ly)?\b|\bdefinite(?:ly)?\b
    |\b(?:no|not|never|cannot|\w+n'?t)(?: (?:be|arrive|come|get here|reach us|any|a (?:day|minute|moment|second|hour)))* later\b
    |\blatest\b|\bmax(?:imum)?\b
    |\b(?:can'?t|cannot|can not|must not|mustn't|may not) (?:be |arrive |come |get here )?(?:late|any later|later|miss|slip|delayed?)\b
    |\b(?:can'?t|cannot|can not|must not|mustn't) be (?:empty|bare|missing|without)\b
    |\bcut-?off\b|\bfirm\b|\bwithout fail\b|\bhard (?:deadline|date|stop|limit)\b|\bguarantee[d]?\b|\bcrucial\b|\bno exceptions?\b|必须|必需
    |务必|一定要?|绝对|最[晚迟慢]|至迟|不(?:能|得|可以?|要)?(?:晚于|迟于|超过)|[别勿](?:晚于|迟于|超过)|不(?:能|得|可)晚|千万|截止|截单
    |过[期时]不[候收要]|逾期不候|死线
    |(?:晚|迟|过)(?:了|一天|一日|半天|一刻)?(?:都|也|就)(?:不行|唔得|没用|没意义|不要|冇用)
    |无论如何|说什么也
  `,
  ultimatum: pattern('')`
    \bif (?:you|that|this|it)(?:'s| is)? ?(?:can't|cannot|can not|couldn't|won't|aren't able to|are unable to|not possible|isn't possible)
    (?: (?:make|do|manage|meet|hit|be done|happen|get it here|get them here)(?: (?:that|it|this|the date|by then|in time))?)?,?[ ]
    (?:then |please |just )*(?:cancel|forget it|don't bother|leave it)\b
    |\b(?:after|past|later)\b[^.!?\n]{0,40}\b(?:keep (?:them|it|the lot)|lump it|stay with you|you can have (?:it|them) back)\b
    |\b(?:once|after|when|past|if)\b[^.!?\n]{3,70}\b(?:
      (?:are|is|be|become|will be|'re|'s) (?:of )?(?:
        no (?:\w+ )?(?:use|good|value|point)|useless|pointless|worthless|wasted|scrap|rubbish|landfill|only good for
        |(?:only )?fit (?:only )?for
        |just (?:clutter|scrap|firewood|landfill|rubbish)
      )
    )\b
    |\b(?:late|after)\b[^.!?\n]{0,40}\bfit for the (?:bin|recycling|tip|skip)\b
    |\bor (?:else )?(?:our|the|my) [a-z]+ (?:walks?|sues?|cancels?|pulls? out|quits?|leaves us|shuts us down|fines us)\b
    |(?:第二[天日]|隔[天日]|过后|之后|晚了?|迟了?|过了)[^,。]{0,10}(?:
      没有?(?:一点)?用|没意义|白搭|用不上|等于零|没戏|(?:用处|意义|用)(?:都|也)?没
    )
    |过(?:了|咗)[^,。]{1,10}(?:它|这些|这批|呢啲|东西|就)[^,。]{0,4}(?:就是|就得|就成|是|成|返|变)[^,。]{0,4}
    (?:废纸|垫桌|包鱼|垃圾|废品|废物|摆设|白做|占地方)
    |(?:超|晚|迟|拖)(?:过)?一[天日](?:就)?(?:要)?(?:罚|扣|赔)
    |\b(?:cancel|refund|forget (?:the|it|this)|don't (?:send|bother|ship)|no longer (?:want|need)|won't (?:want|need))\b[^.!?\n]{0,24}\b
    (?:if|unless)\b[^.!?\n]{0,40}\b(?:by|before|until|on|for|today|tomorrow|tonight)\b
    |\b(?:if|unless)\b[^.!?\n]{0,60}\b(?:by|before)\b[^.!?\n]{0,30}\b(?:cancel|refund|no sale|forget it|don't bother)\b
    |\b(?:or|else|otherwise),? (?:else )?(?:you can |just |please |then |we(?:'ll| will) |i(?:'ll| will) )*(?:
      forget (?:it|about it|the whole)|don't bother|no deal|go elsewhere|(?:we're|i'm) out
      |(?:it's|it is|they're|they are|the whole (?:thing|order|lot) is|the (?:deal|order)(?:'s| is))[ ]
      (?:off|pointless|useless|worthless|no use|no good|too late)
    )
    |\b(?:every|each) (?:day|hour) (?:late|of delay|we wait)\b
    |\b(?:anything|any day|a day|one day)(?: \w+){0,4}? (?:after|past|beyond|later)[^.!?\n]{0,24}\b
    (?:use|good|late|pointless|useless|worthless|wasted|lost on)\b
    |(?:不然|否则|要不然|不然的话|否则的话|要不|唔系)[^,。!?\n]{0,8}(?:退单|退款|退货|退钱|取消|不要|唔要|拒收|退订|赔|换别家|找别家)
    |(?:
      未到|没到|到不了|收不到|未有|没有货|冇货|没货|赶不上|做不到|送不到|未收到|没收到|不到
      |[做赶发交弄搞印](?:不|唔)(?:出来?|完|好|成|了|及|切|起|定|上)
      |(?:来不|嚟唔|赶唔)(?:及|切)|[到收送寄运做](?:唔|不)[到了]
    )[^,。!?\n]{0,6}(?:退|取消|不要|唔要|拒收)
    |(?:
      未到|没到|到不了|收不到|未有|没有货|冇货|没货|赶不上|做不到|送不到|未收到|没收到|不到
      |[做赶发交弄搞印](?:不|唔)(?:出来?|完|好|成|了|及|切|起|定|上)
      |(?:来不|嚟唔|赶唔)(?:及|切)|[到收送寄运做](?:唔|不)[到了]
    ),(?:那|就|便|请|麻烦|直接|我们?|帮我|全部|整单)*(?:退[款货单钱]|取消|拒收|退订)
    |\b(?:late|delay)\w*\b[^.!?\n]{0,40}\b(?:penalt|fined?\b|charge|deduct|chargeback)
    |\bno exceptions?\b
    |\bany(?:thing|one)?\b[^.!?\n]{0,40} (?:after|past|beyond)\b[^.!?\n]{0,40}\b(?:
      gets? sent|goes|sent|returned|refused|turned away|straight back|binned|in the bin
    )\b
    |\b(?:scrap|bin|forget|call off|cancel)\b[^.!?\n]{0,40}\bif\b[^.!?\n]{0,60}\b(?:can't|cannot|won't|isn't|aren't|doesn't|don't|not)\b
    |\bor (?:i(?:'ll)?|we(?:'ll)?)? ?(?:will |have to )?(?:cancel|refuse|return)\b
    |\botherwise (?:\w+ ){0,3}(?:cancel|useless|refuse|return|no use|worthless)\w*
    |\b(?:penalt(?:y|ies)|liquidated damages)\b
    |\b(?:can'?t|cannot|must not|mustn't) (?:be|arrive|come|run) (?:late|any later)\b
    |\bnot a day later\b|\bwithout fail\b|\bcan(?:no|')t miss\b
    |(?:过[了咗]|晚过|迟过|拖过|超过)[^,。!?\n]{2,20}?,?[^,。!?\n]{0,8}(?:拒收|不收|唔收|不要了|唔要|不签收|作废|免谈)
    |过时不候|过期不要|过期不收
    |逾期[^,。!?\n]{0,6}(?:罚款|扣款|违约金|赔偿|罚|扣|不收|不要|拒收|取消)
    |否则(?:取消|不要|退货|拒收|退单)|晚了(?:就)?(?:不要|取消|没用|退)|千万(?:别|不能|不要)(?:晚|迟|误|耽误)
    |不能(?:再)?(?:晚|迟|耽误|延误|拖)
    |(?:千祈|千万|一定|绝对)(?:唔好|唔可以|唔准|咪|不要|别|不能|不可以?)(?:再)?(?:晚|迟|误|耽误|拖)
    |(?:唔可以|唔准|冇得)(?:再)?(?:晚|迟|误|拖)|无论如何
  `,
  /** What is said of the goods when they are out of stock hardens no day of another sentence. */
  ofStock: /[没冇未]有?货/,
  /** 钱也不付: what comes of being late, told in one more clause. */
  penalty: pattern('')`
    ^ ?(?:到时候?|那|我们?|我哋)*(?:钱|货款|尾款|余款|款|订金|费用|单)(?:也|都|一分|就)+(?:不|唔)(?:会)?(?:付|给|结|俾|认|出|退)
    (?:了|喇|啦)?$
    |^ ?(?:我们?|我哋)?(?:一分钱|一毛|一蚊)(?:也|都)(?:不|唔)(?:会)?(?:付|给|俾|出)(?:了|喇|啦)?$
  `,
  /** A clause that says nothing but how hard the day before it is: "by Friday, no later". */
  hardening: pattern('')`
    ^ ?(?:(?:and|but|please|absolutely|definitely|really|that(?:'s| is)|this is|it(?:'s| is)) )*(?:
      (?:no|not|never|cannot be|can'?t be)(?: an?y? (?:day|minute|moment|second|hour)| any)? later(?: than (?:that|this))?
      |(?:at )?(?:the |our |my )?(?:very |absolute )?latest(?: (?:date|day|possible|for us))?
      |(?:the |our |my )?max(?:imum)?|firm|without fail|no exceptions?
    )(?: please| pls| thanks| thank you)* ?$
    |^(?:请|务必|一定|绝对|千万|千祈|真系|都|再|一天|一日)*(?:不(?:能|要|可以?|得)|[别勿]|唔(?:可以|准|好|得)|冇得)(?:再)?
    (?:晚|迟|拖|推迟|超过)(?:于此|这个?时间|了|啦|哦|啊)*$
    |^ ?(?:请|真的|这个|是|麻烦|你们|拜托)*(?:一定|务必|必须|绝对|千万|肯定)(?:
      一定|必须|务必|要|得|的|准时|按时|做到|办到|啊|哦|哈|呀|喔|㗎|lah?|hor|ah|leh
    ){0,4}[ !]*$
  `,
  /** The words right beside the day that are shown as evidence. */
  tightLead: pattern('')`
    (?:
      \b(?:
        (?:absolutely |definitely )?(?:must|has to|have to|needs? to) (?:be here|arrive|be ready|be delivered|ship|be shipped|be)[ ]
        |(?:no|not)(?: a (?:day|minute|moment|second|hour))? later th[ae]n[ ]
        |on or before |in time for |ahead of |prior to |due (?:on |by )?|by |before |until |till |within |latest |deadline (?:is )?|for |on[ ]
      )(?:the )?
      |最[晚迟慢](?:是|在)?|(?:不(?:能|得|要|可以?)?|[别勿])(?:晚于|迟于|超过)|截止(?:到|是)?|赶在|务必在?|必须在?|一定要?在?
    )+$
  `,
  tightTrail:
    /^ ?(?:之前|以前|前|之内|以内|内|为止|截止)|^ ?(?:(?:at )?(?:the )?(?:very |absolute )?latest|is the deadline|works)\b|^(?:必须|一定|务必)?(?:要用|要|用)(?!求)/,
  /** Words beside the day that belong to the deadline itself. */
  lead: pattern('')`
    (?:
      \b(?:
        let's say|say|would|we'd|i'd|like|love|so|can|could|have|having|get|getting|reach|reaching|us|me|with|everything|all|hoping|aiming
        |my|our|your|hands|if|first thing|after|not|nothing|anything|drop-dead|target|date|required|requested|arrival|must|has to|have to
        |need(?:s|ed)?|it|them|these|this|to|be|here|any ?time|some ?time|arrive|arrives|ready|absolutely|definitely|no|not|never|can'?t
        |cannot|mustn'?t|a day|a minute|any|later|th[ae]n|by|before|until|till|within|on|at|the|latest|due|deadline|is|cut-?off|for|prior
        |ahead|of|end|sent|shipped|ship|delivered|deliver|please|them|i|we|do|don't|get|receive|received|in
      )\b
      |[^\S\n]|请|我|们|务必|一定|必须|要|需要|在|最晚|最迟|最慢|至迟|(?:不(?:能|得|要|可以?)?|[别勿])(?:晚于|迟于|超过)|截止|是|赶在|争取
      |希望|能|可以|的|:|千万|于
    )+$
  `,
  trail: pattern('u')`
    ^(?:
      [ ]?(?:
        之前|以前|前|之内|以内|内|为止|截止|必须|一定|务必|要用|急用|要|需要|能|就|得|可以|到货|不收货|不在家?|没人(?:收)?|休息|放假|不方便
        |不要送|别送|送到|送达|寄到|交货|交付|发货|发出|出货|收到|拿到|用|发|到|就行|就好|也行|即可|ok|的话|最晚|最迟|给我|我
      )(?![\p{Script=Han}]{0}[年月])
    )+
    |^ ?(?:
      (?:and |but )?(?:no|not)(?: a (?:day|minute|moment|second|hour)| any)? later
      |(?:at )?(?:the )?(?:very |absolute )?latest
      |is the deadline|is when|max(?:imum)?|works(?: for (?:me|us))?|is fine
      |would be (?:great|ideal|perfect|nice|good|fine)
      |or (?:sooner|earlier)|please
    )\b
  `,
};
