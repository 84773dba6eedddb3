/** How the words around a day say what the day is for. `before…` ends at the day, `after…` starts behind it; all within one clause. */
export const deadlineWords = {
  /** Not this order's goods, or not a wish: the day is left alone. */
  elsewhere:
    /\b(?:last|previous|other|earlier|another) (?:order|time|one|delivery|shipment)\b|\b(?:invoiced?|pay(?:ment|ing|s)?|paid|statement|billing)\b|\b(?:ordered|bought|purchased|placed|promised|waiting|waited) |\b(?:was|were) (?:supposed|meant|due|told|promised|delivered)\b|\bshould have\b|\bsince\b|\bour (?:stock|opening|shop opens|store opens)\b|\b(?:we|shop|store) opens?\b|\b(?:closed|on holiday|away|out of office)\b|上次|上回|之前(?:那|的)(?:单|订单)|另外?一?(?:单|个订单)|那单|付款|开票|打款|结账|月结|对账|开业|开张|盘点|承诺|说好|本来|休息|放假|不在|没人|剩下|其余|剩余|余下|\b(?:the )?(?:rest|remainder|remaining|balance)\b/,
  /** A day on which nobody takes delivery. */
  closed: /^(?:都|我们?|公司|店里)?(?:不收货|不在|没人|休息|放假|不方便|不要送|别送)/,
  past: /(?:\blast|\bpast|上|昨) ?$/,
  /** "Monday, not Friday": the day is named only to be ruled out. */
  ruledOut: /(?:\bnot|\binstead of|\brather than|不是|而不是|不用等到|别等到) ?(?:the |on |by )?$/,
  notBefore:
    /(?:\bnot before|\bno(?:t)? (?:earlier|sooner) than|\bnever before|\bafter|\bfrom|\bstarting|\bas of|\bonly (?:after|from)|\bnot until|(?:\bdon't|\bdo not|\bnot|\bnever) (?:ship|deliver|send|dispatch|come|drop)[a-z ]{0,25}(?:until|till|before)|不要?早于|不能?早于|别早于|(?:不要|别|勿|唔好)在?) ?(?:the |on )?$/,
  notAfter:
    /^ ?(?:之后|以后|过后|后|起|开始)(?!天)|^ ?(?:or later|onwards?|and after|at the earliest|earliest)\b|^ ?(?:之前|以前|前)(?:都)?(?:不要|别|不收|勿|唔好)/,
  by: /(?:\b(?:by|before|befor|bfore|befre|b4|untill|(?:no|not|never|cannot|\w+n'?t)(?: (?:be|arrive|come|get here|reach us|any|a (?:day|minute|moment|second|hour)))* later th[ae]n|the latest (?:\w+ ){1,5}is|until|till|til|latest|deadline|due(?: date)?|cut-?off|within|prior to|ahead of|in time for|on or before|up to|the latest|b4)(?: is| are| by| on| for)?(?: the)?(?: end of| close of(?: business)?(?: on)?| morning of| eod| cob)?(?: at)?(?: [a-z]+)? ?|(?:最[晚迟慢]|至迟)(?:也|都)?(?:不(?:能|要|可以?|得)?(?:超过|晚于|迟于))?(?:是|在|要)?|(?:不(?:能|得|要|可以?)?|[别勿])(?:再)?(?:晚于|迟于|超过)|截止(?:日期)?(?:是|到|为)?|务必在?|交期是?|期限是?|赶在|赶|deadline[是:]?) ?$/,
  byAfter:
    /^ ?(?:之前|以前|前|之内|以内|内|为止|截止|截单|最晚|最迟|是?最后|就要|急用|必须|一定要?|务必|得|要(?!求)|用|需|需要|能?到货?|能(?:否)?(?:发|到|送|好|寄|出|交|做|收|攞|拎)|攞到|拎到|摆|上架|送到|送达|寄到|交货|交|发货|发出|出货|发|收到|拿到|取|可以到|ok|就行|也行|都?可以)|^ ?(?:(?:at )?(?:the )?(?:very |absolute )?latest|is (?:the|our|my) (?:deadline|cut-?off|latest|last)|is when|max(?:imum)?\b|deadline|is a hard|works|is fine|would be (?:great|ideal|perfect|nice|good|fine)|or (?:sooner|earlier|before)|would work|please)\b/,
  need: /\b(?:need(?:s|ed)?|require[sd]?|want(?:ed)?|must have|have to have|arriv(?:e|es|ing)|receiv(?:e|ed)|ready|ship(?:s|ped|ping)?|dispatch(?:ed)?|in (?:our|my) hands|here|get (?:it|them|these|this)|have (?:it|them|these|this)|due|at (?:our|my) door|use (?:it|them)|collect|pick(?:ed)? up|finish(?:ed)?|done|complete[d]?|make it|can you (?:do|make)|for)\b[^.]{0,40}$|(?:要用|需要|急需|得用|要在|发货|出货|收到|到货|送到|送达|拿到|交货|要|用|希望|争取|能不能|可以)[^。]{0,12}$/,
  appointment:
    /\b(?:deliver(?:y|ed|ies)?|schedule[d]?|book(?:ed)?|appointment|drop (?:it )?off|come|visit|bring)\b[^.]{0,30}$|(?:约|预约|安排)[^。]{0,6}$|(?<!要)(?:送货|派送|配送)[^。]{0,6}$/,
  appointmentAfter: /^ ?(?:派送|送货|配送|送(?!到|达)|上门|来)|^ ?(?:delivery|appointment|only|between|preferred|afternoon|morning) ?/,
  deliverNear: /\b(?:deliver|ship|send|dispatch|arrive|need|get|out|go)\w*\b|送|发|到|寄|要|用|出货|交/,
  eventBefore:
    /\b(?:event|wedding|opening|launching|exhibit(?:ing|s)?|game|match|kick-?off|christening|baptism|funeral|retirement|reunion|market|retreat|tradeshow|trade show|open house|baby shower|shower|recital|prom|bbq|dinner|brunch|holiday|move-in|moving in|guests arrive|getting married|get married|present|gift|tour|season|term|semester|camp|service|session|workshop|training|inauguration|premiere|shoot|party|show|expo|exhibition|conference|launch|fair|birthday|ceremony|gala|anniversary|meeting|concert|trip|school|graduation|inspection|race|tournament|festival)s?\b[^.]{0,24}$|(?:展会|展览|参展|开学礼?|开业|开张|开幕|入伙|搬家|入宅|满月|百日|周岁|寿宴|婚宴|酒席|酒会|晚会|聚餐|团建|路演|培训|出差|出国|面试|验收|开工|周年|慶生|庆生|订婚|彩排|婚礼|活动|生日|年会|典礼|会议|聚会|发布会|比赛|毕业|结婚|考试|演出|纪念日)[^。]{0,6}$/,
  eventAfter:
    /^ ?(?:present|gift|for (?:the |our |my |an? |his |her )?[a-z]+|is (?:the |our |my |an? |his |her )[a-z]+|we(?:'re| are) (?:open|launch|mov|exhibit|host)\w*)\b|^ ?(?:for |is )?(?:the |our |my |an? |his |her )?(?:event|wedding|party|show|expo|exhibition|conference|launch|fair|birthday|ceremony|gala|anniversary|concert)\b|^ ?(?:是|有|就是|的|我们|公司|办|举办|开)?(?:[\p{L}]{0,3})?(?:展会|展览|参展|开学|开业|开张|开幕|入伙|搬家|入宅|满月|百日|寿宴|婚宴|酒席|聚餐|团建|庆生会?|摆摊|请客|请人食饭|活动|生日|年会|典礼|聚会|发布会|比赛|结婚|演出|开会)/u,
  strict:
    /\bmust(?:n't)?\b|\b(?:has|have|had|having|got) to (?!say)(?:be|have|get|arrive|receive|ship|go|leave|reach|land|make|\w+)\b|\babsolutely\b|\bdefinite(?:ly)?\b|\b(?:no|not|never|cannot|\w+n'?t)(?: (?:be|arrive|come|get here|reach us|any|a (?:day|minute|moment|second|hour)))* later\b|\blatest\b|\bmax(?:imum)?\b|\b(?:can'?t|cannot|can not|must not|mustn't|may not) (?:be |arrive |come |get here )?(?:late|any later|later|miss|slip|delayed?)\b|\bcut-?off\b|\bfirm\b|\bwithout fail\b|\bhard (?:deadline|date|stop|limit)\b|\bguarantee[d]?\b|\bcrucial\b|\bno exceptions?\b|必须|必需|务必|一定要?|绝对|最[晚迟慢]|至迟|不(?:能|得|可以?|要)?(?:晚于|迟于|超过)|[别勿](?:晚于|迟于|超过)|不(?:能|得|可)晚|千万|截止|死线|无论如何|说什么也/,
  ultimatum:
    /\b(?:late|delay)\w*\b[^.!?\n]{0,40}\b(?:penalt|fined?\b|charge|deduct|chargeback)|\bno exceptions?\b|\bor (?:i(?:'ll)?|we(?:'ll)?)? ?(?:will |have to )?(?:cancel|refuse|return)\b|\botherwise (?:\w+ ){0,3}(?:cancel|useless|refuse|return|no use|worthless)\w*|\b(?:penalt(?:y|ies)|liquidated damages)\b|\b(?:can'?t|cannot|must not|mustn't) (?:be|arrive|come|run) (?:late|any later)\b|\bnot a day later\b|\bwithout fail\b|\bcan(?:no|')t miss\b|过时不候|过期不要|过期不收|逾期[^,。!?\n]{0,6}(?:罚款|扣款|违约金|赔偿|罚|扣|不收|不要|拒收|取消)|否则(?:取消|不要|退货|拒收|退单)|晚了(?:就)?(?:不要|取消|没用|退)|千万(?:别|不能|不要)(?:晚|迟|误|耽误)|不能(?:再)?(?:晚|迟|耽误|延误)|绝对不能(?:晚|迟)|无论如何/,
  /** A clause that says nothing but how hard the day before it is: "by Friday, no later". */
  hardening:
    /^ ?(?:(?:and|but|please|absolutely|definitely|really|that(?:'s| is)|this is|it(?:'s| is)) )*(?:(?:no|not|never|cannot be|can'?t be)(?: an?y? (?:day|minute|moment|second|hour)| any)? later(?: than (?:that|this))?|(?:at )?(?:the |our |my )?(?:very |absolute )?latest(?: (?:date|day|possible|for us))?|(?:the |our |my )?max(?:imum)?|firm|without fail|no exceptions?)(?: please| pls| thanks| thank you)* ?$|^(?:请|务必|一定|绝对|千万|都)?(?:不(?:能|要|可以?|得)|[别勿])(?:再)?(?:晚|迟|拖|推迟|超过)(?:于此|这个?时间|了|啦|哦|啊)*$/,
  /** The words right beside the day that are shown as evidence. */
  tightLead:
    /(?:\b(?:(?:absolutely |definitely )?(?:must|has to|have to|needs? to) (?:be here|arrive|be ready|be delivered|ship|be shipped|be) |(?:no|not)(?: a (?:day|minute|moment|second|hour))? later th[ae]n |on or before |in time for |ahead of |prior to |due (?:on |by )?|by |before |until |till |within |latest |deadline (?:is )?|for |on )(?:the )?|最[晚迟慢](?:是|在)?|(?:不(?:能|得|要|可以?)?|[别勿])(?:晚于|迟于|超过)|截止(?:到|是)?|赶在|务必在?|必须在?|一定要?在?)+$/,
  tightTrail:
    /^ ?(?:之前|以前|前|之内|以内|内|为止|截止)|^ ?(?:(?:at )?(?:the )?(?:very |absolute )?latest|is the deadline|works)\b|^(?:必须|一定|务必)?(?:要用|要|用)(?!求)/,
  /** Words beside the day that belong to the deadline itself. */
  lead: /(?:\b(?:must|has to|have to|need(?:s|ed)?|it|them|these|this|to|be|here|any ?time|some ?time|arrive|arrives|ready|absolutely|definitely|no|not|never|can'?t|cannot|mustn'?t|a day|a minute|any|later|th[ae]n|by|before|until|till|within|on|at|the|latest|due|deadline|is|cut-?off|for|prior|ahead|of|end|sent|shipped|ship|delivered|deliver|please|them|i|we|do|don't|get|receive|received|in)\b|[^\S\n]|请|我|们|务必|一定|必须|要|需要|在|最晚|最迟|最慢|至迟|(?:不(?:能|得|要|可以?)?|[别勿])(?:晚于|迟于|超过)|截止|是|赶在|争取|希望|能|可以|的|:|千万|于)+$/,
  trail:
    /^(?: ?(?:之前|以前|前|之内|以内|内|为止|截止|必须|一定|务必|要用|急用|要|需要|能|就|得|可以|到货|不收货|不在家?|没人(?:收)?|休息|放假|不方便|不要送|别送|送到|送达|寄到|交货|交付|发货|发出|出货|收到|拿到|用|发|到|就行|就好|也行|即可|ok|的话|最晚|最迟|给我|我)(?![\p{Script=Han}]{0}[年月]))+|^ ?(?:(?:and |but )?(?:no|not)(?: a (?:day|minute|moment|second|hour)| any)? later|(?:at )?(?:the )?(?:very |absolute )?latest|is the deadline|is when|max(?:imum)?|works(?: for (?:me|us))?|is fine|would be (?:great|ideal|perfect|nice|good|fine)|or (?:sooner|earlier)|please)\b/u,
};
