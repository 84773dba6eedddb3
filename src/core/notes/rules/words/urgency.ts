import { pattern } from '../../../text/pattern.ts';

/** Cues of urgency, tried in the order sarcasm, doubled, denied, asked; each later one sees only what the earlier ones left. */
export const urgency = {
  sarcasm: pattern('g')`
    \bno (?:rush|hurry)\b.{0,20}\b(?:only|just|merely) (?:been )?(?:wait|chas|ask)\w*
    |\b(?:only|just) been waiting (?:since|for)\b
    |\bno (?:rush|hurry)\b[^.!?\n]{0,40}\bonly been (?:without|out of|closed|stuck|sat|sitting)\b
    |(?:呵呵|哈哈|不急不急).{0,6}(?:再等|等上?)(?:一|半|两|几)?(?:年|个月|百年)
    |慢慢(?:来|做|挑|磨|拖|嚟|等|弄|整|排)[^。!?\n]{0,30}(?:都|已经|成)[^,。]{0,4}(?:[一两三几半]个?多?(?:月|年|星期|礼拜|周))(?:了|喇|啦)
    |不急.{0,4}(?:再等|反正|才等|也就等).{0,4}(?:年|个月)
  `,
  doubled: pattern('g')`
    \bno (?:rush|hurry) (?:last time|before)\b[^!?\n]{0,60}\b(?:not|but) this time\b
    |\bnot (?:only|just|merely) urgent\b
    |\bcan(?:'t|not) not (?:rush|expedite)\b
    |\bhow (?:can|could) i not be (?:urgent|in a hurry)\b
    |(?:不能|不可能|怎能|怎么能|不得|不会|哪能|岂能)不(?:加急|急|着急|赶)
    |(?:能|可以)不(?:急|着急)[吗嘛么]|不是不急|不急才怪|不急不行|[不唔](?:加急|赶)(?:可)?[不唔](?:行|得|成)
  `,
  denied: pattern('g')`
    (?:不是|并非|唔系|不算|并不|不|唔|无需|不用|不要|唔使|唔好|别|勿|不必|不需要|没|冇|no need) ?(?:很|太|是|说|那么|咁|to)? ?(?:
      urgent(?:ly)?|rush|asap|hurry|express|priority|expedite|fast
    )(?: (?:shipping|delivery|order))?(?:的意思)?
    |\b(?:not|isn't|ain't|wasn't|nothing|never|hardly|n't)(?:
      [ ](?:
        that|so|too|really|very|super|at all|particularly|terribly|exactly|in any way|an?|in|in an?|any|especially|all that|actually|hugely
      )
    ){0,3} (?:urgent|rush(?:ed)?|rushing|hurry|priority|hurried|emergency)\b
    |\bno(?:t any)? (?:big |great |particular |real |need (?:to|for) (?:an? |any |the )?)?(?:rush|hurry|urgency|expedit\w+|express|panic)\b
    (?:(?: at all| whatsoever)\b)?
    |\b(?:do not|don't|dont|please don't|never|needn't|no need to)(?: (?:need|have|want|ship|send))?(?: (?:to|it|this))? ?
    (?:rush|hurry|expedite|prioriti[sz]e)(?: (?:it|this|the order|anything|yourselves))?\b
    |\bwithout (?:rush|hurry|rushing)\b|\btake your time\b
    |\bwhenever(?: (?:you can|is fine|works|it suits|you(?:'re| are) ready|convenient|suits you|you like))?\b
    |\bin no (?:rush|hurry)\b|\bnon[- ]urgent\b|\bno expedit\w+\b
    |\b(?:standard|normal|regular) (?:speed|pace|lead time) is (?:ok|okay|fine)\b
    |(?:不|唔|没有?|并不|并非|不是|不算|还不|也不|不用|无需|不需要|不必|毋须|无须|冇|毋需|别|不要|非)(?:
      很|太|特别|那么|这么|怎么|非常|咁|系|算|需要|需|必|使|是|有|那种|什么|要|十分
    )?(?:着急发|加急件|加急处理|加急单|加急|急用|急需|急单|急件|着急|赶时间|赶工|赶货|赶|催|急|优先安排|优先处理|优先|抓紧)(?:单|件|的|用)?
    |慢慢来|慢慢(?:做|发|送|嚟)|慢点也?(?:没关系|行|可以|无妨)|非急单|时间(?:很)?(?:充裕|宽裕)|什么时候(?:发|到|送)都(?:行|可以)|几时都得
  `,
  asked: pattern('g')`
    \burg(?:ent(?:ly|est)?|nt|net|ant|etn)\b
    |\ba\.?s\.?a\.?p\b\.?|\brush(?:ed)?\b|\bexpedit(?:e|ed|ing)\b|\bovernight\b|\bexpress\b|\b(?:top|high(?:est)?) priority\b
    |\bpriorit(?:y|i[sz]e)\b|\bhurry(?: up)?\b|\bquick(?:ly|er|est)?\b|\bfast(?:er|est)?\b|\bcan'?t wait\b
    |\b(?:like|by|needed|need (?:it|them|this))(?: like)? yesterday\b
    |\byesterday would be (?:nice|great|good|ideal)\b
    |\bas (?:soon|fast|quick(?:ly)?) as (?:possible|you can|humanly possible|u can)\b
    |\bthe (?:sooner|faster) the better\b|\bin a (?:hurry|rush)\b|\bjump the queue\b|\bspeed (?:it|this|things) up\b|\bemergency\b
    |\btime[- ]sensitive\b|\bat once\b|\bimmediate(?:ly)?\b|\bstraight ?away\b|\bright away\b|\bas early as possible\b|\bjiaji\b
    |加急(?:处理|件|单|发货|生产|送)?|急用|急需|急件|特急|十万火急|紧急|着急(?:用|要)?
    |尽(?:快|速|早)(?:发货|安排|送到|发出|处理|送达|寄出|发)?|越(?:快|早)越好|赶紧|赶快|抓紧(?:时间|安排|发货)?|火速|马上|立刻|立即|即刻
    |快(?:点|些|啲|一点)|快手啲|优先(?:安排|处理|发货|发)|催(?:一下|单)?|等不及|从速|速发|早点(?:发|送)
    |(?<![不应救救特加着紧危缓])急(?![救诊性躁刹转忙症流])
  `,
  /** A day is named. */
  day: /[号日月](?![常记子用本])|(?:周|星期|礼拜)[一二三四五六日天]|[明后]天|点[半前]?|\d前/,
  /** The words right before a cue that turn it round. */
  notBefore:
    /(?:(?:\b(?:not|never|no|without|rather than)|n't)(?: \w+){0,2}|(?<!能|可|要|是|好)不|没有?|无需|不用|不必|(?<!可)唔(?!该)|无须)\s*(?:[\p{L}]{0,2})$/u,
  /** The words right behind one that do: 加急不需要, "express 要加钱就不用". */
  notAfter:
    /^ ?(?:(?:如果|要是|的话)?(?:要|需|得)(?:再|另外?|多)?(?:加|收|付)(?:钱|费|价)?(?:的话)?)?(?:就|也|都)?(?:不需要|不用|唔使|唔需要|不必|无需|免)(?![付收加])[了喇啦吧]?(?=[^\p{L}\p{N}]|$)/u,
  replyBefore: pattern('')`
    \b(?:
      let me know|reply|respond|answer|confirm|call|email|quote|get back to me
      |send (?:me )?(?:a |the )?(?:quote|invoice|proof|photo)s?
      |tell me|update me|advise|contact me|refund
    )\b[^\n]{0,30}$
    |(?:回复|答复|回电|联系我|报价|告知|告诉我|通知我|退款|确认|给我?个?(?:准)?信)[^\n]{0,6}$
  `,
  replyAfter: pattern('u')`
    ^[^\p{L}]{0,3}(?:
      (?:let me know|reply|respond|answer|confirm|quote|get back|response)\b
      |(?:地|给我|给个|一下|跟我|帮我|和我){0,2}(?:回复|答复|回电|回话|联系|报价|告知|告诉|通知|退款|确认|给我?个?准?信|回我)
    )
  `,
  /** The clause speaks of something else: another order, a price, stock, the past. */
  elsewhere: pattern('')`
    \b(?:how much|what(?:'s| is| does| would)|cost|price|fee|charge)\b
    |\b(?:last|previous|other|earlier) (?:order|time|one|delivery)\b
    |\b(?:back in stock|in stock again|restock\w*|available again)\b
    |\bthanks? (?:\w+ )?for (?:the|your|such|being|a)\b
    |\b(?:was|were) (?:so |very |really |super )?(?:fast|quick)\b
    |\b(?:super|so|very) fast (?:last|delivery)\b
    |多少钱|怎么收费|加多少|费用|什么价|几钱|(?:上次|之前|上回|另外?一?(?:单|个订单)|那单)|(?:到货|有货|补货)(?:后|了)?(?:就|再)
    |(?:真|好|很|挺)快|快递|快乐|愉快|尽快乐
  `,
  names: pattern('g')`
    \bfirst[- ]aid\b|\burgent care\b
    |\bemergency (?:light|exit|kit|lamp|room|button|stop|lighting|contact|blanket)s?\b
    |\brush (?:concert|hour|album|band)\b
    |\b(?:american|amex|ali|holiday inn|pony|federal) ?express\b
    |\bexpress(?:o|ion)\b|\bfast(?:ener|ening|en|food)\w*\b|\bpriority mail\b|\brush seat\w*
    |\bquick[- ](?:release|dry|connect|start)\b
    |急救(?:箱|包|室|车)?|应急(?:灯|包|照明|箱|出口|电源)?|急性子|急诊|快递|快乐|愉快|凉快|快捷|快件|快充|快干
    |紧急(?:出口|按钮|照明|联系人|停止)|急冻|宅急[便送配]
  `,
};

/** The customer takes something back: the last word wins. */
export const correction = pattern('')`
  \b(?:
    actually|no wait|wait
    |(?:scratch|scrap|strike|forget|ignore|cancel|bin) that
    |final answer|correction|on second thoughts?|sorry|i mean|never ?mind|changed my mind|instead
  )\b
  |不对|更正|改主意|算了|哦不用|还是|不是|唔系[,.。! ]|都系(?:要|用|换|改)|说错|讲错|搞错|改成|改为
`;

/** The stronger form, between two values of one property. */
export const corrected = pattern('')`
  \b(?:
    actually|no,? wait|wait
    |(?:scratch|scrap|strike|forget|ignore|cancel|bin) that
    |final answer|correction|on second thoughts?|i mean|never ?mind|changed my mind|make (?:that|it|those)|sorry,? (?:no|not)
    |no,? (?:make|let's|i)|hmm|oops
  )\b
  |不对|更正|改主意|算了|哦不|说错|写错|打错|改成|改为|改做|还是(?:要|用|换|改)|(?:^|[,.。! ])(?:唔系|不是)[,.。! ]|都系(?:要|用|换|改)|讲错
  |搞错|等等|等下|最后决定|最终决定|应该是|系先
`;
