import { pattern } from '../../text/pattern.ts';

/**
 * What people ask about orders they have placed, as it may stand anywhere in a message. The text is flat: folded, without punctuation,
 * and with `◊` for an order number ("order" before it included), `◆` for a day and `◈` for an address.
 */
export interface Ask {
  said: RegExp[];
  /** Found in the message, it means something else after all. */
  unless?: RegExp;
}

const own =
  "(?:(?:my|our|the|this|that|these|those|last|latest|recent|previous|online|new|current|entire|whole|delivery|me|yesterday's|today's) )";
const nouns = '(?:orders?|deliver(?:y|ies)|packaged?s?|parcels?|shipments?|purchases?|goods|stuff|items?|things?|products?|consignment)';
const placed =
  '(?: (?:that |which )?(?:i|we) (?:just |recently |already )?(?:placed|ordered|bought|made|put in|purchased)(?: (?:yesterday|today|online|last \\w+|on \\w+|this \\w+|\\w+ (?:days?|weeks?) ago|from you|with you))*| from (?:you|yesterday|last \\w+)| number)?';
/** Something ordered: "my order", "the parcel I ordered last week", or the number alone. */
const thing = `(?:${own}*(?:\\w+ )?${nouns}(?: ◊)?|${own}?◊)${placed}`;
const mine = `(?:${own}+(?:\\w+ )?(?:${nouns}|deliver)(?: ◊)?|${own}?◊)`;
/** Whatever somebody calls theirs, as "my desk" and "our two lamps". */
const anyMine = "(?:my|our) (?:(?!order\\b)[\\w'-]+ ){0,2}[\\w'-]+";
const any = (...forms: string[]): RegExp[] => forms.map((form) => new RegExp(form));

const ding = '(?:订单|定单|单子|货物?|快递|包裹|东西|物流|快件|◊)';
const bought = '(?:我|我们|咱)?(?:昨天|前天|今天|上周|上次|刚才?|之前|早上|已经?)?(?:买|订|下单|下|定|拍)的?';

/** Behind what says that all of it shall go comes nothing, or why, or a courtesy. */
const endsThere =
  '(?=(?:吧|啦|喇|了|咗|呀|哦|喔|谢谢|唔该|麻烦|好吗|可以吗|行吗|得唔得|可唔可以|可不可以|先)*(?:$|[^\\u4e00-\\u9fffa-z\\d]|因为|由于|原因|我|唔使|不用|不想|唔想|太|买错|订错|下错|搞错|重复|改主意|改买|改订))';

// the last lines of each list are in Chinese, with Cantonese among them
export const status: Ask = {
  said: any(
    `(?:\\bwhere|^were)(?:'?s|'re| is| are| has| have| did| do)? ?(?:now )?${thing}(?!\\w)`,
    `\\bwhere(?:'?s| is| are) (?:it|they)(?: now| at| right now| currently| please)*$`,
    `\\bwhere ${thing} (?:is|are|at|went|has|ended up)\\b`,
    `\\b(?:when|what time|what day)\\b(?: \\w+){0,4}? (?:${thing}|it|they|them)\\b(?: \\w+){0,4}? (?:arriv\\w*|com(?:e|es|ing)(?! to)|get(?:ting)? (?:here|there|to me|delivered)|be (?:here|there|delivered|shipped|sent|ready|dispatched|with us|with me)|show up|land|ship(?:ped|ping|s)?|deliver(?:ed)?)\\b`,
    `\\bwhen\\b(?: \\w+){0,4}? (?:expect|receive|get|have|see) (?:to (?:receive|get|see) )?(?:(?:the )?delivery of )?${mine}`,
    `\\bwhen(?:'?s| is| are| will) ${mine}(?: (?:arriv\\w*|com\\w+|due|deliver\\w*|ship\\w*|ready|here|be|get)\\b|$)`,
    `\\b(?:has|did|is|are|was|were|will|if|whether) (?:${thing}|it|they)(?: (?:been|be|has|have|had|was|were|is|are|will|already|yet|finally|even|get|got|actually|still|going to|supposed to|to be))* (?:shipped|ship|sent|delivered|arrive[ds]?|arriving|left|out for delivery|on (?:its|the|their) way|in transit|here|ready|processed|dispatched|brought|dropped off|show(?:ed|n)?|com(?:e|ing)(?! up)|gone out|packed|picked up|at the (?:address|door|depot|warehouse|delivery)|able to be tracked|lost|delayed|stuck)\\b`,
    `\\bhave (?:${thing}|they) (?:already |yet |finally )?(?:been|arrived|come|shipped|left|gone)\\b`,
    `\\b(?:track(?:ing)?|trace|locate|find|follow|check(?:ing)?(?: up)?(?: on)?|look(?:ing)? (?:up|into)|tell me about)(?: the)?(?: (?:status|progress|location|whereabouts|tracking))?(?: (?:of|on|for))? ${mine}`,
    `\\btrack(?:ing)? (?:an? |one of )?(?:package|parcel|order|delivery|shipment|it)\\b|\\b(?:order|delivery|package|parcel|shipment|it) tracked\\b|\\bmonitor ${mine}`,
    `\\b(?:status|state|whereabouts|progress|eta|tracking(?: (?:number|info|information|details|link))?|news|word|latest)\\b(?: \\w+){0,2}? (?:of|on|for|about|with|regarding) (?:${thing}|${mine}|it\\b|them)|\\bupdates?(?: (?:me|us))? (?:of|on|for|about|regarding) (?:${thing}|${mine}|it\\b|them)`,
    `\\btracking (?:link|number|code|info\\w*)\\b|(?:\\bstill|◊|\\border) (?:is )?(?:still |yet )?not (?:here|arrived|delivered|shipped|received)\\b|◊ (?:order )?status\\b|\\bhow(?:'?s| is| are) ${mine}|\\b(?:did|have) (?:you|they)(?: \\w+){0,2} (?:ship\\w*|sen[dt]|deliver\\w*|dispatch\\w*|post\\w*) (?:${thing}|it|them)(?!\\w)|\\b(?:is|are) my \\w+(?: \\w+)? (?:on (?:the|its|their) way|shipped|here yet|delivered|coming)\\b`,
    `\\b(?:order|delivery|shipping|shipment) (?:status|update|tracking)\\b|\\bstatus (?:update|check|please)\\b|^(?:any )?(?:status|updates?|news|tracking(?: (?:number|link|info|code))?|eta)(?: please)?$|\\b(?:what(?:'?s| is)|give me|i need|send me|share) (?:the |an? |my |any )?(?:eta|tracking(?: \\w+)?|status)\\b(?! (?:of|for|on|with))`,
    `\\bhow (?:long|soon|much longer|far(?: along)?|close)\\b(?: \\w+){0,3} ${mine}`,
    `\\b(?:haven'?t|have not|hasn'?t|has not|didn'?t|did not|not)(?: \\w+){0,3} (?:received?|got(?:ten)?|get|seen|arrived?|come|been (?:delivered|shipped)|turned up|shown up)(?: (?:anything|it|them|${thing}))?(?: (?:yet|so far|still|today))*$`,
    `\\bstill (?:waiting|have not|haven'?t)\\b(?: \\w+){0,3} (?:${thing}|it|them|anything|arrive)`,
    `\\b(?:when|where|has|have|did|will)\\b(?: \\w+){0,5} (?:i|we) (?:just )?(?:ordered|bought)(?: \\w+){0,4} (?:arriv\\w*|come|ship\\w*|deliver\\w*|get here|be here|due)\\b`,
    `\\bwhat(?:'?s| is| has)? (?:going on|happen(?:ing|ed)|up) (?:with|to) (?:${thing}|it$)`,
    `\\b(?:i|we) (?:just )?(?:ordered|bought|placed|put in)\\b.{1,60}\\b(?:when (?:will|do|does|can)|(?:has|have) (?:it|is|they)|is it|are they|did (?:it|they)|it'?s been shipped|status of|tracking|where (?:is|are))\\b`,
    `\\bwhere(?:'?s| is| are|'re| did)? ${anyMine}(?: now| at| please| by now| gone| right now)*$|\\bwhere(?:'?s| is| are) (?:the|those|these|that) (?:[\\w'-]+ ){1,3}(?:that |which )?(?:i|we) (?:just )?(?:ordered|bought|paid for|purchased)`,
    `\\b(?:when|what time|what day)(?:'?s| is| are| will| do| does| can| would| may)? (?:i|we|${anyMine}) (?:(?:finally|actually|get to|expect to) )*(?:get|have|see|receive|expect|arrive|come|coming|arriving|ship|shipping|due|here|be (?:here|delivered|shipped|ready))\\b(?: ${anyMine})?(?: (?:to )?(?:arrive|come|here|then|at last|delivered))*$`,
    `\\bwhen(?:'?s| is| are| will| does| do) (?:it|they|this|that|everything|the rest)(?: all| finally| actually| be| going to be| supposed to be| gonna be)* (?:com(?:e|ing)|arriv(?:e|ing)|here|ship(?:ping)?|deliver(?:ed|y)|due|ready|gett?(?:ing)? here|show(?:ing)? up|land(?:ing)?)\\b`,
    `\\bhow (?:long|soon|much longer)\\b(?: \\w+){0,2} (?:until|till|til|before|for|for the|do) (?:${anyMine}|it|they|the \\w+) (?:to )?(?:arrive|come|is here|are here|get here|show up|ship|be here)|\\bhow much longer(?: do i (?:have to )?wait| will (?:it|this) take)?$`,
    `^(?:still|and still|so still) (?:nothing|no (?:sign|delivery|parcel|package|news|word|update|tracking))\\b|^(?:any|no) (?:sign|trace|movement|progress|news|word|updates?) (?:of|on|about|from) ${anyMine}$|\\b(?:has|did) (?:anything|everything|something|all of it|any of it) (?:shipped|ship|left|arrived?|go(?:ne)? out|been (?:sent|shipped|dispatched))\\b`,
    `\\b(?:did|has|have|is|are|was|were) ${anyMine} (?:been )?(?:ship(?:ped)?|sent|left|leave|arrive[ds]?|arriving|coming|delivered|dispatched|on (?:its|the|their) way|gone out|go out|out for delivery)\\b|\\b${anyMine} (?:still )?(?:has not|hasn'?t|have not|haven'?t|did not|didn'?t|is not|isn'?t|are not|aren'?t)(?: yet| still)? (?:come|arrived?|here|shipped|delivered|been (?:sent|delivered|shipped)|turned up|shown up|show up|get here)\\b`,
    `\\b(?:is|are|will) (?:it|they|${mine}|my \\w+) (?:be )?(?:here|arriving|coming|delivered|arrive|come|get here) (?:today|tomorrow|tonight|soon|this week|next week|by ◆|on ◆|before ◆|◆)`,
    `^(?:请问|你好|您好|那|现在|现在送|现在到|东西|货|都|已经|今天|而家)*(?:送|到|运|寄|走|发)?到?(?:哪|边度|边)(?:里|儿|度|个地方|一?步)?(?:了|啦|喇|现在|呢|啊|呀)*$|^(?:送|运|寄|走|发)到(?:哪|边度)|(?:现在|目前)(?:是|到|在)?什么(?:进度|状态|情况|阶段)`,
    `(?:什么时候|啥时候?|几时|何时|多久|几点|几号|哪天|哪一天)(?:能|会|可以|才|先|至|有得|得)*(?:到|收(?:到|货)?|送(?:到|来|达|嚟|货)?|寄(?:到|来|出)?|发(?:货|出)?|嚟|来|出货|有货收)(?:货|啊|呢|呀|吗|喇|俾我|给我|我|急死|好急|等|了|㗎|噶|家)*(?:急|等|烦|$)`,
    `^(?:请问|你好|您好|那|哎|喂|我哋?|我们|我买|我订|我定|我落|的|嘅|张|把|个|盏|部|件|套|啲|两|台|本|箱|呢)+(?!.{0,8}(?:好|喜欢|怎么样|价|多少|几))[\\u4e00-\\u9fff]{1,6}(?:呢|咧|去咗边|去边|去哪了|在哪里?|喺边度?)$`,
    `^(?:请问|你好|那|咁|大概|大约|到底|仲|还|还要|仲要|要|需要|得|我)*(?:等|再等)(?:多久|几耐|几天|几日|多少天|几多日)(?:啊|呢|呀|先|才|到|收|有|能|$)|^(?:仲|还)?要?(?:多久|几耐)(?:先|才)?(?:到|收到|送到|有)`,
    `^(?:今天|今日|明天|听日|明日|今晚|这周|今个星期|呢个星期|周末|星期.|礼拜.|◆)*(?:能|会|可以|送|收)?(?:唔|不)?(?:能|会|可以|送|收)?(?:得)?(?:到|送到|收到|送达|送来)(?:货)?(?:吗|么|未|没|没有|咩|呀|啊|喇)*$`,
    `(?:寄|发|送|出货)(?:出|货|来|去)*(?:(?:咗|了)(?:没有?|未|吗|冇)|没有?|未)(?:啊|呢|呀)?$|(?:怎么|点解|为什么|为何|做乜|咋).{0,3}(?:还|仲|到现在|而家)?(?:没|未|不|唔|冇)(?:有)?(?:来|到|送|寄|发|收|嚟|见)|(?:有|有没有|有冇|给我|俾我|要|查)(?:个)?(?:追踪|物流|快递|运单|货运)(?:单)?(?:号码?|编号|连结|链接)`,
    `${ding}.{0,6}(?:到哪|在哪|到那里|去哪|哪里?了|哪儿|什么情况|怎么样|如何|咋样|怎样|进度|状态|到了?(?:吗|没|未)|发(?:了|货|出来?)了?(?:吗|没|未)|寄(?:了|出)了?(?:吗|没|未)|出了?货了?(?:吗|没|未)|送(?:了|出|到|达)了?(?:吗|没|未)|在派送|几时|什么时候|啥时|何时|多久|几天|呢$|怎么还|还没|没到|没收到|没发|没动静|没消息|没影|不见)`,
    `(?:什么时候|啥时候?|几时|何时|多久|几点|几号|哪天).{0,5}(?:到|收到|送到|送达|送来|寄到|拿到).{0,3}(?:我的)?(?:${ding}|$)`,
    `^(?:请问|你好|您好|那|我的?|我们的?)*(?:什么时候|啥时候?|几时|何时|多久|还要多久|大概多久)(?:能|会|可以|才)?(?:到|发货?|送到?|寄出?|出货|发出)(?:啊|呢|呀|吗|货)?$`,
    `^(?:请问|你好|您好|那|我的?)*(?:发货|出货|发|寄出?|送到?|到货?|出咗货|寄咗|送咗)(?:了|咗)?(?:没有?|吗|未|了吗|了没)(?:啊|呢|呀)?$`,
    `(?:查|跟踪|追踪|看看|看一?下|查看|问一?下|问问|了解|核实|帮我看).{0,8}(?:订单|定单|物流|快递|包裹|进度|状态|单子|◊)`,
    `(?:物流|快递|运单|追踪|查询)(?:单?号码?|信息)(?:是多少|多少|发我|发一?下|给我|呢|有吗|$)|^(?:订单|物流)?(?:进度|状态)(?:呢|怎么样|查询)?$`,
    `催(?:一?下|单|货|促)|(?:还|仲|一直|怎么|到现在)(?:还)?(?:没|未|冇)有?(?:到|收到|发货?|送到?|寄|出货|发出|嚟)|怎么还不(?:到|发|送)|(?:没|未)收到(?:货|快递|东西|包裹)`,
    `${bought}(?:东西|货|单|◊).{0,8}(?:呢|到|发)`,
  ),
  unless: pattern('')`
    \b(?:my|our) (?:\w+ )?(?:
      phone|cell(?:phone)?|keys?|wallet|purse|car|glasses|passport|money|account|invoice|coupon|appointment|reservation|meeting|bank|doctor
      |dentist|train|bus|ride|uber|taxi|mail|password|pin|receipt|manager|answer|reply|bills?|payment|rent|location|gas|tires?|oil|check
      |score|plan|tax|luggage
    )\b
    |\b(?:
      in stock|available|application|luggage|flight|refund|visa|card|vacation|days? off|time off|pto|pay ?che(?:ck|que)|salary|tax(?:es)?
      |w-?2|oil change
    )\b
    |有没有货|有货|现货|还没(?:想好|决定|定)|退款|运费|发票|开票|收据|账单
    |(?:现在|今天|今日|如果|要是|而家|依家)(?:下单|订|买|落单|落柯打)
    |一般|通常|下单后
  `,
};

/** Not only where it is: it has not come. Of an order that is over, that is no question. */
const notReceived =
  /\b(?:never|not|haven'?t|hasn'?t|didn'?t|still (?:not|no|nothing|waiting))\b.{0,30}\b(?:arriv\w*|receiv\w*|got|come|came|here|deliver\w*|turned up)\b|(?:没|沒|未|冇)有?(?:收到|到|见|見|送到)/i;
export const saysNotReceived = (text: string): boolean => notReceived.test(text);

export const talkToPerson: Ask = {
  said: any(
    '\\b(?:talk|speak|chat|talking|speaking|connect(?:ed)?|transfer(?:red)?|put (?:me )?through|pass me(?: on)?|hand(?:ed)?(?: me)? over|escalate|get in touch|forward me)\\b(?: \\w+){0,3}? (?:to|with)? ?(?:an?|the|your|some|one of your|any)? ?(?:(?!about\\b)[\\w-]+ ){0,2}?(?:human|person|agent|someone|somebody|anyone|staff|representative|rep|manager|operator|advisor|adviser|colleagues?|team|customer (?:service|support|care)|support|supervisor|people|sales\\w*|employee|owner|boss|guy|lady)\\b(?!-)',
    '\\b(?:need|want|would like|i.d like|get|give me|have|is there|are there|where is|prefer|only|just|any)(?: (?:me|to|an?|the|some|your|talk|real|live|actual|proper|please|you|got|to get)){0,4} (?:human(?: being)?|real person|live person|actual person|live agent|human agent|agent|representative|customer (?:service|support|care)|operator|support person|person|(?:your|the) (?:manager|supervisor|boss))(?:s)?(?= (?:please|pls|now|to|who|about|for|not|instead|asap|here|on|right|and|i can|that)\\b|$)',
    '\\b(?:some(?:one|body)|any(?:one|body)|a person|a human) (?:(?:i|we) (?:can|could|may) (?:talk|speak|chat)|to (?:talk|speak|chat) (?:to|with)|(?:there |here |around )*(?:i|we) (?:can|could|may) (?:talk|speak|chat)|(?:there )?(?:who|that) can help|(?:from \\w+ \\w+ )?(?:please )?(?:(?:call|contact|phone|ring) me|give me a (?:call|ring|bell))|help me|answer)\\b|\\bhuman (?:help|support|assistance|contact)\\b|\\bwho (?:can|do|should|could) (?:i|we) (?:talk|speak|contact|call)|\\bwho (?:can|could) (?:help|assist)\\b|\\b(?:can|could|would|will) (?:someone|somebody|anyone|anybody|a human) (?:please )?(?:help|call|contact|phone|answer|assist|look|check|handle|reply|take over)\\b|\\b(?:someone|somebody|anyone|anybody) (?:please )(?:help|assist)\\b|\\b(?:help|assist|assistance)(?: me| us)? with (?:an?|my|our|the|this|that|your) (?:\\w+ )?(?:invoices?|bills?|payments?|receipts?|accounts?|contracts?|taxes)\\b|\\bgive (?:me|us) a (?:call|ring|bell)\\b',
    '^(?:(?:a |an |the |please |real |live |actual )*(?:human(?: being)?|person|agent|representative|operator|customer (?:service|support|care)|support|staff|manager))(?: (?:please|pls|now|help|here))*$',
    '^(?:please |pls |can (?:you|someone) |could (?:you|someone) |someone |i want you to |i need you to )*(?:call|phone|ring)(?: me| us)(?: back)?(?: please| pls| now| asap| today| tomorrow| on| at| [\\d+ -]{6,})*$',
    '\\b(?:no|not|stop|hate|enough|instead of|rather than)(?: (?:a|an|the|this|with|of|talking to|to|your|more))* (?:bots?|robots?|chat ?bots?|machines?|automated \\w+|ai)\\b',
    '(?:转|接|找|要|叫|换|联系|连线|呼叫|需要|揾|搵|派|让|请|有)(?:一?下|到|给|个|一个|位|一位|你们?的?|回)*(?:人工|真人|客服|在线客服|活人|负责人|老板|经理|店长|工作人员|店员|业务员|主管|领导|专人|同事)(?!椅|桌|部)',
    '(?:找|揾|搵|要|叫|派|换|有没有)(?:个|一个|位|一位|你们的?|下)*人(?:来|跟|和|同)?(?:我|一下)?(?:聊|说|谈|问|沟通|讲|倾|帮|处理|解决|接待|回复|联系|$)',
    '(?:和|跟|同|与|找)(?:个|一个|你们?的?)*(?:真人|人工|客服|经理|同事|员工|工作人员|负责人|活人|老板|店长|人)(?:说|聊|谈|讲|沟通|对话|通话|联系|倾|直接)',
    '有人.{0,4}(?:帮|处理|回复|管|接)',
    '人工(?:在哪|呢$|在不在)|(?:不要|别|不想|不跟|讨厌|受够)(?:再)?(?:跟|和|同)?(?:你们?的?)?(?:机器人|自动回复|ai)',
    '^(?:请|麻烦|我要|我想|帮我|快)*(?:人工|真人|客服|人工客服|人工服务|在线客服|活人|人工人工)(?:服务|在吗|在不在|呢|谢谢|吧)*$',
    '(?:给我|跟我|和我|请|能|可以)?(?:回|打)(?:个|一个|一下)?电话(?:给我|吧|吗|$)|(?:请|让)(?:人|客服|你们)?(?:尽快)?(?:联系|致电)(?:我|一下我)(?!们的)|(?:联系|致电)我(?:一下|吧)?$',
  ),
  // who wants no call wants nobody to call
  unless: pattern('')`
    (?:不要|不用|别|勿|无需|不必|唔好|唔使|不需要|不想|不接)(?:再|给|跟|和|用|通过|让人|有人|我们?|我哋)*(?:打|来|接|回)?(?:电话|致电)
    |\b(?:don't|do not|never|no need to|please not)(?: \w+){0,2} (?:call|phone|ring)\b
    |\bno (?:phone )?calls\b
  `,
};

export const giveBack: Ask = {
  said: any(
    `\\b(?:return|returning|send(?:ing)? back|give back|exchange|exchanging|swap)(?: (?:back )?(?:(?:one|two|three|four|five|some) \\w+|${thing}|it|this|that|them|these|those|one|some|all|the \\w+(?: \\w+)?|my \\w+(?: \\w+)?|an? (?:item|product|order|purchase)|\\d+ \\w+|both))`,
    '\\bsend (?:it|them|this|these|one|(?:this|these) \\w+|the \\w+(?: \\w+)?|my \\w+(?: \\w+)?|◊) back\\b|\\b(?:want|need|like|get|give me|arrange|start|book|open|issue|ask for|request|claim|have|where is|waiting for|process)(?: \\w+){0,2} (?:refund|money back|exchange|replacement|return)(?= (?:please|pls|for|of|on|because|as|now|asap|to)\\b|$)|^(?:a |full |please )*(?:refund|return|exchange|replacement)(?: (?:please|pls|◊|for ◊))*$|\\brefund (?:me|my|it|the|◊|this)|\\b(?:please|can you|could you|would you|have to|must) replace (?:it|them|the \\w+|this one|my \\w+)\\b',
    '(?:退货|退款|退钱|换货|退换|退回(?:去|来|给你们)?|退掉)|(?:要|想|能|帮我|给我|申请|需要)(?:办理?|申请)?(?:退|换)(?:一?下|了|掉|货|◊|这|那|它|[一二两三四五六七八九十\\d]+[把张个盏台套箱块件本])|(?:换一?(?:个|把|张|台|盏|件|套)(?:新|好))|退(?:给|还)(?:你们|我)|退(?:返|番)(?:佢|它|俾|畀|给|呢|嗰|这|那|张|把|个|盏|件|钱|货)|退(?:钱|款)(?:俾|畀|返)我|退[一二两三四五六七八九十几\\d]+[把张个盏台套箱块件本]|(?:想|要)退(?:$|了|吧)',
  ),
  unless: pattern('')`
    \b(?:rather|better|instead of|prefer)\b(?: \w+){0,4} (?:swap|exchang|return)\w*
    |\b(?:don't|do not|never|not|no need to) (?:swap|exchange|replace)\b
    |\bif (?:you|it|they|something|anything|one|any of (?:it|them))(?: \w+){0,2} (?:run|runs|are|is|'re|sold|out)\b
    |\b(?:return|refund|exchange) (?:policy|policies|address|trip|ticket|flight|rate)\b
    |\b(?:
      exchange rate|tax return|free returns?
      |if (?:it|they|unavailable|out|not|sold)
      |instead of|for (?:my|our|the) old|can i return (?:it|them) if|returns accepted
    )\b
    |缺货|没货|如果|要是|否则|不然|就退|无理由|包退|支持|政策|几天内|退订|退出|能退吗|可以退吗|可退
  `,
};

/** What was ordered, as somebody speaks of it who has it before them. */
const had =
  "(?:(?:the|my|our|one|this|that|these|those|both|all|each|every|two|some|its|their|your) (?:of (?:the|my|our|them|these) ?)?(?:[\\w'-]+ ){0,3}|it |they |everything |half )";

export const complaint: Ask = {
  said: any(
    '\\b(?:charged|billed|debited|invoiced|paid|pay|took (?:the|my) money)\\b(?: (?:me|us|my (?:credit )?card|my account|for it|this|the card|out))*(?: (?:twice|two times|three times|double|too much|too many times|again for (?:it|the same)|more than (?:agreed|i|we|the|it|you|what)|the wrong (?:amount|price|card)))|\\b(?:double|over|twice)[ -]?(?:charged?|billed|payment)\\b|\\bovercharg\\w+|\\b(?:wrong|different|higher) (?:amount|price|total) (?:was |is )?(?:on my (?:card|account|bill|invoice)|charged|taken)',
    `${had}(?:is|are|was|were|got|looks?|seems?|arrived?|came|has been|have been|turned up|feels?|has|have)(?: (?:all|a bit|a little|completely|totally|really|very|so|quite|badly|slightly|partly|half|already|been|got|gotten|kind of|still|just))* (?:crushed|dented|shattered|ripped|warped|mou?ldy|rusty|rusted|discolou?red|wobbly|shaky|unstable|lopsided|crooked|uneven|stuck|jammed|loose|leaky|smelly|sticky|squeaky|creaky|noisy|peeling|snapped|split|squashed|flattened|soaked|dead|missing|incomplete|not complete|not straight|too (?:short|long|small|big|loose|tight|dark|light) (?:than|for what)|in pieces|falling apart|(?:shorter|longer|smaller|bigger|darker|lighter) than (?:the others?|ordered|described|advertised|the picture|expected|it should|i (?:ordered|expected))|different from (?:what|the)|not as (?:described|ordered|pictured|advertised|shown|agreed)|second ?hand|dirty|opened|empty)(?= *$| (?:and|when|on|at|in|again|already|now|inside|from|after|since|out|i|we|it|they|this|because|so|too|please|what)\\b)`,
    `${had}(?:wobbles?|wobbling|rattles?|rattling|squeaks?|squeaking|creaks?|creaking|flickers?|flickering|sags?|sagging|tilts|leaks?|leaking|smells|stinks|jams|sticks|shakes|shaking|peels|peeling|rocks|wiggles|sinks|sinking|scratches the floor|makes (?:a )?(?:\\w+ )?noises?|keeps? (?:falling|breaking|slipping|sinking|tipping|squeaking|wobbling|flickering|stopping|coming|turning|leaning)(?: \\w+)?)(?= *$| (?:and|when|like|a lot|all|again|already|badly|too|every|on|so|really|terribly|bad|of|from|after|since|at|if)\\b)`,
    `${had}(?:is|are)? ?(?:doesn'?t|does not|don'?t|do not|won'?t|will not|can'?t|cannot|can not|didn'?t|did not|never|no longer)(?: \\w+ly)? (?:turn on|switch on|light up|start|open|close|shut|lock|fit together|fit(?= *$)|charge|recline|adjust|roll|go (?:up|down)|hold|stay (?:up|in place)|connect|print|match|stand (?:straight|still|up)|power (?:on|up)|come on)\\b|\\b(?:i|we) (?:can'?t|cannot|could not|couldn'?t) (?:assemble|put (?:it|them) together|open|close|get (?:it|them) to (?:work|close|open|stand))(?: (?:it|them|the \\w+))?\\b`,
    '\\b(?:half|part|some|most|one|two|three|four|five|a few|a couple|the rest|\\d+|several|a part|a piece)(?: (?:of|from) (?:it|them|the|my|our|mine|this|◊)(?: \\w+){0,2})? (?:is|are|was|were|seems to be|has gone|have gone) (?:missing|not (?:there|included|in the (?:box|parcel|package|delivery))|gone)|\\b(?:only|just) (?:got|received|\\w+ of (?:the |my |our )?\\w+(?: \\w+)? (?:came|arrived|were|was|turned up|delivered|showed up|are here|made it))|\\b(?:only|just) (?:one|two|three|four|half|part|some|\\d+)(?: \\w+){0,2} (?:came|arrived|was delivered|were delivered|turned up|showed up)|\\b(?:i|we) (?:only (?:got|received|have got)|just (?:got|received) (?:one|two|three|four|half|part|\\d+))\\b|\\bsomething (?:is|was) (?:missing|wrong|broken|off) (?:with|from|in)\\b|\\b(?:one|two|three|\\d+) short$',
    "\\b(?:you|they|the courier|the driver|the carrier|somebody|someone)(?: guys| people)? (?:just |only |have |had |again )*(?:sent|shipped|delivered|gave|brought|packed|left)(?: me| us)? (?:the wrong|a wrong|a broken|a damaged|a used|a different|something else|somebody else'?s|someone else'?s|another customer'?s|too (?:few|many|little)|only \\w+)|\\bnot (?:the|what) (?:\\w+ )?(?:i|we) (?:ordered|asked for|bought|wanted|paid for)|\\bgot (?:the wrong|a wrong|somebody else'?s|someone else'?s)",
    "\\b(?:second|third|fourth|fifth|2nd|3rd|4th|tenth|hundredth) time (?:that )?(?:(?:i|we)(?:'m|'re|'ve| am| are| have| had to)? (?:now |been )?(?:ask\\w*|writ\\w*|wrote|call\\w*|told|tell\\w*|say\\w*|said|complain\\w*|contact\\w*|try\\w*|tried|chas\\w*|repeat\\w*)|(?:this|it)(?:'s| has| is)? (?:happen\\w*|broke\\w*|gone? wrong|late))|\\b(?:nobody|no one|no-one|noone|none of you)(?: (?:has|is|ever|even|bothers? to|from you))* (?:answer\\w*|repl\\w*|respond\\w*|cares?|call\\w*|help\\w*|came|showed|listens?|reads?)|\\b(?:bad|terrible|worst|horrible|awful|poor|lousy|pathetic|shocking|appalling|crap|shitty|rubbish|useless) (?:customer )?(?:service|experience|company|support|delivery|job)\\b|\\b(?:waiting|waited) (?:for )?(?:ages|forever|weeks|months|hours|so long|too long|over (?:a|two|three|\\d+) \\w+)|\\b(?:i|we)(?:'m| am|'re| are) (?:really |so |very |extremely |not |quite )*(?:angry|furious|upset|annoyed|disappointed|unhappy|happy with|satisfied with|impressed|pissed)|\\bnot (?:happy|satisfied|acceptable|good enough|ok(?:ay)?|impressed) (?:with|at all|about)|\\bwhat a (?:joke|mess|disgrace|shame)|\\bmakes me (?:angry|furious)|\\b(?:your|the) (?:driver|courier|delivery (?:guy|man|driver|person)|technician|fitter)s? (?:was|is|were|did(?:n'?t| not)|just|left|threw|broke|damaged|scratched|dropped|shouted|never)",
    "\\b(?:broken|damaged|defective|faulty|cracked|dented|scratched|wobbly|torn|leaking|ruined|bent|smashed|chipped|unusable|wrong (?:item|product|colou?r|size|one|model|thing|order|chairs?|desks?|lamps?)|not what (?:i|we) ordered|(?:colou?r|size|model|product|item|order) (?:is|was) wrong|never (?:arrived|came|received|showed|got|turned up)|(?:isn'?t|aren'?t|(?<!\\b(?:i'?m|you'?re|we'?re|while|am) )not|doesn'?t|don'?t|won'?t|stopped|quit) work(?:ing|s)?|unacceptable|terrible|awful|disgusting|complain\\w*|(?:parts?|pieces?|items?|screws?|legs?|one|two|some|wheels?|manual) (?:is|are|was|were) missing|missing (?:an? |one |two |some |the |\\d+ )?(?:parts?|pieces?|items?|screws?|legs?|wheels?|manual|box(?:es)?)|fell (?:apart|off)|came (?:off|apart)|\\b(?:an?|big|small|some|several|with|has) (?:(?:big|small|huge|deep|long) )?(?:dents?|scratch(?:es)?|cracks?|holes?|stains?|defects?)|(?:seems|appears|is|was|got|must be|has been)(?: to be| to have been)? lost|screws? missing|(?:poor|bad|low|shoddy) quality|(?:very|so|really|extremely) (?:disappoint\\w+|unhappy|upset|angry|dissatisfied)|ridiculous|fed up|scam|ripped off|rude|(?:arrived|came|was|were) (?:\\w+ )?(?:late(?! to)|dirty|stained|wet|open(?:ed)?)|(?:problem|issue|trouble)s? with (?:my|the|our|this|◊|an?))\\b",
    '(?:扣|收|刷|付|划)(?:了|咗|错|多)?(?:我们?|我哋)?(?:卡|账户)?(?:的)?(?:了|咗)?(?:两|二|双|三|几|多)(?:次|遍|回|份|笔)|(?:重复|多|乱|错|双重)(?:扣|收|刷|付)(?:款|费|钱|我|了|咗|取)|收多(?:了|咗)|扣多(?:了|咗)|(?:扣|收|刷)错(?:钱|款|费|了|咗)',
    '漏(?:寄|咗|掉|了|装|送|配|件)|少(?:寄|送(?!货)|装|拿|配)(?:了|咗)|少咗(?!人)|(?:少|唔见|不见)(?:了|咗)(?:一|两|几|\\d|半|个|张|把)|缺(?:一|咗|少|半|角|斤|货品|东西|隻|只|脚)|(?:只|净系|净)(?:收到|到了|来了|送来|寄来)(?:一半|部分|[一二两三四五六七八九\\d]+)|冇(?:螺丝|说明书|脚|轮)|没有(?:螺丝|说明书|配件)',
    '(?:压|挤|撞|砸|摔)(?:扁|坏|烂|变形|瘪|凹|裂|碎|破|到变形|花)|凹(?:了|咗|进去|陷)|刮(?:痕|花|伤)|花了$|磨损|(?:爛|烂)(?:晒|嘅)|(?:箱|盒|袋|装|货|椅|桌|台|灯|柜|东西|嘢)(?:子)?(?:都|已经|全)?(?:爛|烂|碎|破)(?:了|掉|的)|碎(?:咗|晒)|弯(?:了|咗|掉)|歪(?:了|咗|的|嘅)|漏水|漏油|脱胶|脱线|掉皮|起泡|松(?:脱|咗|了)|(?:有|好大|很大|一股|阵)(?:异|臭|怪)?味(?!道不错)|(?:吱|嘎|咯)(?:吱|嘎|咯)|(?:好|很|太|有点|一直|成日)(?:晃|摇|嘈|响(?!应))|(?:椅|桌|台|灯|柜|架|凳|櫈|床|门)(?:子)?(?:会|在|一直|老|有点|成日|很|好)*(?:晃|摇|倒|闪|歪|塌|响)(?:$|来|得|个|啊|的|了|咗|嘅|动|晃|摆)',
    '(?:不|唔|没|没有|冇)(?:亮|着|着灯|转|响|通电|工作|制冷|显示|升降|反应|得开|打得开|锁得上|升|郁)(?:了|㗎|啊|的|喇|$)|(?:装|组装|安装|拼|关|合|锁|升|插|连|夹)(?:不|唔)(?:上|到|起来|埋|上去|紧|牢)(?!就)|(?:唔|不)(?:稳|平|着|郁)(?:$|㗎|的|啊)|开唔(?:着|到)|用唔(?:到|着)',
    '(?:什么|咩|乜)态度|态度(?:很|好|真|太|咁)?(?:差|烂|恶劣|不好|有问题|衰)|(?:没|没有|冇|无)(?:人|有人)(?:理(?!货)|回(?!家)|管|答|复|睬|跟进|处理)|(?:催|问|说|讲|打|找|投诉|反映)(?:了|咗|过)?(?:你们?|你哋)?(?:两|三|四|五|几|好几|好多|多|很多|无数|n|\\d+)(?:次|遍|回|天)|气死|(?:很|好|真|太|非常|真系|超)(?:生气|火大|失望|不满|差劲|烂|嬲|垃圾|过分|离谱|衰)(?!吗)|火大|好嬲|嬲死|服务(?:真|好|太|很|非常|真系|咁)*(?:差|烂|垃圾|不好|唔好|不行)|什么(?:垃圾|破|烂)|离谱|垃圾(?:公司|店|产品|服务)|(?:等|拖)(?:了|咗|足)?(?:好耐|好久|很久|太久|太耐|几个?(?:星期|礼拜|月)|半个?月|[一二两三四五六七八九十\\d]+(?:个)?(?:星期|礼拜|周|月)).{0,4}(?:没|冇|都|还|仲|了)|(?:跟|和|同|与)(?:我|我们|我哋|图|照片|描述|订单|网上|样品)(?:要|订|买|定|想|看|说|嘅|的|上)*(?:的|嘅)?(?:不|唔)(?:一样|同|符|一致|对)|(?:寄|发|送)(?:来|过来|俾我|嚟|的|嘅)+(?:东西|嘢|货)?(?:是|系)?(?:坏|烂|旧|错|用过|二手)|(?:司机|快递员|送货员|师傅)(?:很凶|好恶|乱|态度|不肯|唔肯|弄坏|撞|扔|放错)',
    '投诉|差评|坏了|坏掉|坏的|(?:东西|货|产品|商品|椅子|桌子|数量)不对|弄坏|摔坏|破了|破损|裂|断了|损坏|变形|掉漆|掉色|生锈|划痕|划伤|刮花|瑕疵|次品|残次|发错|错发|送错|寄错|搞错|少发|漏发|少了|缺了|缺少|缺件|配件不全|不对版|货不对|和图片不|不一样|颜色不对|尺寸不对|型号不对|质量(?:太|很|真|好)?(?:差|问题|不好|不行)|(?:轮子|螺丝|扶手|腿|把手|配件|零件|脚|靠背|抽屉).{0,3}(?:掉了|断了|松了|缺|少了)|不能用|用不了|没法用|坐不了|打不开|不亮|不转|松动|晃得?|摇晃|异味|太差|太慢|太离谱|不满意|失望|骗人|骗子|欺骗|态度(?:差|不好|恶劣)|有(?:个|点|一个)?问题$|出(?:了)?问题|整烂|烂咗|坏咗',
    '(?:收到|到货|送来|寄来|送到)(?:的|了)?.{0,14}(?:少|缺|漏|差)(?:了|咗)?(?:[一二两三四五六几半\\d]+)?(?:颗|粒|个|支|只|隻|条|块|根|片|把|张|套|件|包|本|对|副)',
    '(?:椅|桌|台|灯|柜|架|凳|床|门|箱|板|机)(?:子)?(?:还|都|里面?|上面?|又)*(?:少|缺|冇|没有?)(?:了|咗)?(?:[一二两三四五六几\\d]+)?(?:颗|粒|个|支|只|隻|条|块|根|片|套|包|本|对|副)?(?:螺丝|螺母|螺钉|轮子?|脚轮?|腿|扶手|靠背|配件|零件|灯泡|灯罩|抽屉|说明书|把手|垫片?|插头|电源线|遥控器?|隔板|支架|钥匙)',
    `\\b(?:is|are|was|were|came|arrived|comes) (?:\\w+ )?(?:an? |one |two |three |four |\\d+ )?(?:screws?|legs?|wheels?|casters?|bolts?|parts?|pieces?|nuts?|keys?|cables?|bulbs?|shel(?:f|ves)|drawers?|handles?) (?:short|missing)\\b|\\b(?:came|arrived|was delivered|were delivered|turned up|showed up) without (?:an? |any |the |its |their )?(?:\\w+ )?(?:screws?|legs?|wheels?|casters?|bolts?|parts?|nuts?|keys?|cables?|bulbs?|shel(?:f|ves)|drawers?|handles?|manuals?|instructions?|armrests?|plugs?|feet|remote)\\b|\\bthere (?:is|was|are|were) (?:an? |one |two |three |some )?(?:\\w+ )?(?:legs?|wheels?|screws?|parts?|pieces?|bolts?|cables?|bulbs?) missing\\b`,
  ),
  unless: pattern('')`
    \b(?:
      how (?:can|do|to|does)(?: \w+){0,2} (?:fix|repair)
      |if|in case|so (?:it|they) (?:don'?t|won'?t)|make sure|avoid|careful|fragile|warranty|guarantee|easily|not to be|without being
      |unbroken
    )\b
    |不要(?:破|坏|弄坏|发错|少发)
    |(?:别|不要|唔好|勿|千万|不能|小心)(?:再)?(?:给我|帮我|把|路上)?(?:漏|少|碰|摔|压|弄|刮|撞|挤|发错|寄错|送错|坏|破)
    |缺一(?:件|个|样|不可)?(?:都|也)?(?:不|别|唔)|雷打不动
    |\b(?:bell|doorbell|buzzer|intercom|lift|elevator|phone|door|gate|porch|site|shop|store|office) (?:\w+ )?
    (?:is|are|was|sticks|doesn'?t|won'?t|does not)\b
    |以免|避免|小心|容易坏|会不会坏|耐用|不会坏|如果
  `,
};

export const changeAddress: Ask = {
  said: any(
    '\\b(?:chang(?:e|ing)|updat(?:e|ing)|correct|fix|edit|modify|switch|alter|amend)\\b(?: \\w+){0,4}? (?:address|delivery location|place of delivery)\\b',
    "\\b(?:new|different|another|wrong|other) (?:delivery |shipping )?address\\b|\\baddress(?: (?:on|of|for) ◊)? (?:has changed|changed|is wrong|was wrong|is now|should be)\\b|\\b(?:i|we)(?:'ve| have|) (?:just )?moved (?:to|house|office)\\b",
    `\\b(?:deliver|ship|send|bring|redirect|forward|take)(?: (?:it|them|this|that|everything|${mine}))? (?:to|at) (?!me\\b|us\\b)[^.]{1,90}? instead\\b`,
    `\\b(?:redirect|forward|reroute|divert) (?:it|them|${thing}) to\\b|\\b(?:deliver|ship|send|bring) ${mine} to (?!me\\b|us\\b|you\\b)`,
    `\\bchange where (?:${thing}|it|they)(?:'?s| is| are| gets?)? (?:delivered|sent|shipped|going)|\\b(?:deliver|ship|send|bring) ◊ (?:to|at) ◈`,
    '◊.{0,4}(?:送|寄|发)(?:到|去|往|至)?◈',
    '地址(?:要|想|需要|帮我|请|能|可以|得|都)*(?:改|换|变|更)|(?:改|换|更改|修改|变更|更新)(?:一?下|个|到|成)?(?:我的|一个|新的?|收货|送货|配送|派送|收件|订单|◊|的)*地址',
    '(?:送|寄|发|运)(?:到|去|往|至)(?:另外?一?个?|别的|其他|新的?|第二个)(?:地址|地方)|改(?:送|寄|发)(?:到|去|往|至)|换个?地(?:方|址)(?:送|收|寄)?|新地址|地址(?:写|填|给)?错|(?:我|我们|公司)?搬(?:家|办公室|到)了?',
  ),
  unless: /\b(?:billing|invoice|e-?mail|mail|ip|web|url|bank)(?:ing)? address\b|(?:发票|开票|邮箱|邮件|账单)地址/,
};

export const cancel: Ask = {
  said: any(
    `\\b(?:call|calling|blow) (?:it|the whole thing|everything|this|the order|my order) off\\b|^(?:i |we |sorry |please |actually |no )*(?:changed? (?:my|our) minds? )?(?:please )?(?:cancel|stop) (?:the |my |our |this |that |whole |entire )*(?:whole thing|lot)\\b|^(?:(?:please|pls|hey|hi|sorry|wait|actually|can you|could you|i want to|i need to|you can|just) )*(?:stop|kill|halt|pull|drop|undo) (?:the|my|our|this|that|◊)(?: (?:whole|last|latest|new))?(?: ?(?:order|delivery|shipment|purchase|parcel|package|dispatch))?(?: ◊)?(?: (?:please|now|immediately|asap|thanks|sorry|before it ships|i changed my mind|i don'?t (?:want|need) it(?: any ?more)?))*$`,
    `\\b(?:cancel|call off|scrap|abort|withdraw|void|revoke)(?:ling|ing)?(?: all(?: of)?)? (?:${thing}|it all|it|(?:this|that|everything)(?=$| (?:please|pls|now|then|too|again|for me)))`,
    `\\b(?:want|need|like|have|wish) to cancel$`,
    `(?:\\b(?:i|we) |^(?:sorry )?)(?:do not|don'?t|no longer) (?:want|need)(?: to (?:buy|order|have))? (?:${thing}|it|this|that)(?: (?:any ?more|after all|now|please|thanks|sorry|because|since|as))*(?=$| (?:i|we|so|because|since|as|please)\\b)`,
    '^(?:请|麻烦|唔该|帮我|我要|我想|那|就|想|直接|同我|帮手|都|全部|给我|给|算了|算|还是|不好意思|对唔住|喂)*(?:撤|取消|cancel|撤销|推掉)(?:掉|咗|了|返|曬|晒)?(?:(?:我|我们|的|这|那|呢|嗰|个|张|笔|份|整)*(?:单|订单|佢|它|全部))?(?:子)?(?:吧|啦|喇|了|咗|呀|谢谢|唔该|得唔得|好吗)*$|^(?:请|麻烦|唔该|帮我|我要|我想)*(?:把|将)(?:我|的|这|那|呢|个|张|笔|刚才|整)*(?:订单|定单|单子?|东西)(?:都|给|全部|全)?(?:撤|取消|退|推)(?:掉|咗|了|销)?(?:吧|啦|喇|了)*$',
    '(?:取消|撤销|撤回|撤掉|作废)(?:掉|一?下|了)?(?:我|我们|的|这|那|个|张|笔|整|全部|刚|才|下|昨天|今天|早上|上|一|所有)*(?:订单|定单|单子|单|◊)' +
      endsThere,
    // 不要 with something behind it speaks of that alone: no substitutes, not at the door
    '(?:订单|定单|单子|这单|那单|张单|个单|◊)(?:我|就|先|请|帮我|给我|的|都|全|也)*(?:取消|撤销|作废|不想要|不要|不买|不订|唔要)(?:掉|了|吧|喇|啦)*' +
      endsThere,
    '^(?:我|我们|那|就|还是|算了|东西|货|全部|都|全|对不起|不好意思|抱歉)*不(?:想)?(?:要|买|订)了(?:谢谢|吧|啊|不好意思|抱歉|哈)*$|^唔要(?:喇|啦|了)$|(?:我要|想|帮我|申请)?退单',
  ),
  unless: pattern('')`
    \bno longer (?:want|need|wish|have) to cancel
    |\b(?:
      don'?t|do not|never|not|without|didn'?t|won'?t|might|may|maybe|thinking|considering|consider|if|unless|or|otherwise|until|how|policy
      |procedure|process|fees?|charges?|can i still|is it (?:possible|too late)|possible to|instead of|reservation|appointment|subscription
      |only|but|except|keep|part of|some of|one of|half
    )\b(?!.{0,20}(?:want|need) (?:it|this|that|them|the|my|◊))
    |(?:不要|别|唔好|唔使|咪|不用|没有?要|冇|没说|先不|先别|千万)(?:要)?(?:急住?|先|再|给我|帮我|把)*取消
    |不想取消|唔想取消|不取消|如果|要是|否则|不然|还能|能不能取消|可不可以取消|怎么取消|如何取消|可以取消吗|能取消吗|只|部分|其中|留|保留
    |订阅
  `,
};

/** What is on order shall not be sent at all. "Not yet" and "not to the old address" say something else. */
export const sendNothing: Ask = {
  said: any(
    `^(?:(?:please|pls|hey|hi|sorry|wait|actually|no|stop|ok|oh|i changed my mind|changed my mind|can you|you) )*(?:don'?t|do not|not|never) (?:ship|send|deliver|dispatch|post|mail|bring|process)(?: (?:it|them|that|this|anything|${thing}))?(?: (?:out|any ?more|please|after all|at all|now|thanks|sorry|to me|i changed my mind|i don'?t (?:want|need) (?:it|them)(?: any ?more)?))*$`,
    "\\b(?:no need to|you (?:don'?t|do not) (?:have|need) to) (?:ship|send|deliver) (?:it|them|that|this|my order|the order|anything)(?: any ?more| please| after all)*$",
    '^(?:请|麻烦|唔该|你们?|你哋|那|我|我的|都|不好意思|算了|东西|货|订单|先)*(?:别|不要|不用|唔好|唔使|不必|莫)(?:再)?(?:帮我|给我|俾我)?(?:发|寄|送|出|派)(?:货|出|来|过来|嚟|件)?(?:给我|俾我)?(?:了|喇|啦|吧|咗)*(?:我?(?:不|唔)(?:想)?(?:要|买)(?:了|喇|啦|㗎)*|谢谢|唔该)*$',
  ),
  // 先别发 holds it back, until it is said that it is not wanted
  unless: /^(?:[^不唔]*)先(?:别|不要|唔好)(?!.*(?:不|唔)(?:想)?(?:要|买))|\byet\b|\buntil\b|\bbefore\b/,
};

export const reorder: Ask = {
  said: any(
    `\\bre-?order(?:ing)?\\b|^(?:please |can (?:i|we) |to )*order again\\b|\\border(?:ing)? (?:it|that|them|this|the same(?: thing)?|same|${mine})(?: all)? again\\b|\\bbuy (?:it|that|them|the same) again\\b`,
    `\\bsame(?: (?:order|thing|stuff|items?|as))?(?: again| as (?:last time|before|always|usual|(?:my |the |our )?(?:last|previous)(?: (?:order|one|time))?|◊))`,
    `\\b(?:the|my|our) usual(?: order)?\\b|\\brepeat (?:my |the |our |that |this )?(?:last |previous )?(?:order|purchase|one|◊)|\\brepeat ◊|\\bduplicate (?:my |the |our )?(?:last )?(?:order|◊)|◊ (?:again|once more|one more time)\\b|\\b(?:my|our|the) (?:last|previous|regular) order (?:again|once more)\\b|\\b(?:like|as) last time\\b|\\bone more (?:of )?(?:the same|(?:my|the|our) (?:last|previous|same))\\b|\\bwhat (?:i|we) (?:had|got|ordered|bought) (?:last time|before)\\b`,
    '(?:再|重新)(?:来|订|下|买|要|定)(?:一|同样的|一样的|一?[单份次遍批套]|上次的?|◊)+(?:单|份|次|遍|一?样的?|订单|的)*',
    '(?:再|又)嚟(?:一|多)?[单份次张]|(?:同|跟)上次(?:一样|咁|咁样)|(?:照|跟)(?:旧|上次)(?:嚟|来|落单)',
    '(?:和|跟|同|与|按|照|按照|像)?(?:着)?(?:上(?:次|回|一?单|一?个订单)|之前|以前|前一?次|◊)(?:的|那个|那单|那样|订单|单子)*(?:一样|再来|再订|再下|再买|再要|重新?下|重订|来|订)(?:一?[单份次遍套]|上|的|就行|就好|即可|吧)*',
    '老样子|照旧|照上次|同上次|按上次|跟上次|重复(?:上次|下单|订单|上一?单)|复购|再来一[单份次]|再订一[单次份]',
  ),
  // "Is it the same as last time?" asks; 其他照旧 says what of an order stays.
  unless: pattern('')`
    (?:其他|其它|其余|别的|剩下|余下|另外)(?:的|几样|几张|货|东西|都|就|全)*(?:照旧|一样|不变|照常|照样|照原样|老样子)
    |\b(?:the rest|everything else|the others?|all else)(?: \w+){0,3} (?:same|usual|before)\b
    |^(?:is|are|was|were|isn'?t|does|do|how|why)\b
    |是不是|一样吗
  `,
};

/** Ways to say that something about a delivery moves to another day; the day itself is looked for elsewhere. */
export const reschedule: Ask = {
  said: any(
    `\\b(?:reschedul\\w+|postpone|re-?arrange|put off)\\b|\\b(?:move|push|delay|bring forward|change|switch|set|update)(?: (?:back|out|forward))?(?: (?:the|my|our))? (?:delivery|shipping|shipment|arrival) (?:date|day|time|slot|window)\\b|\\bchange(?: (?:the|my|our))? (?:date|day|slot)\\b.{0,40}◆`,
    `\\b(?:move|push|delay|bring|postpone|shift|change|switch|reschedule) (?:${mine}|the delivery|delivery)(?: (?:back|out|forward|up))?(?: (?:to|until|till|by|for|from)\\b| an? (?:day|week)| ◆)|\\b(?:move|push|delay|bring|postpone|shift|change|switch) (?:it|this|that)(?: (?:back|out|forward|up))?(?: (?:to|until|till|by|for|from))? (?:an? (?:day|week)|◆)`,
    "◆(?: (?:morning|afternoon|evening))?(?: please)? (?:instead|rather)\\b|\\binstead (?:on |of ◆ )?(?:on )?◆|\\brather (?:on |have (?:it|them) (?:on )?)?◆|\\b(?:make|have) it (?:on |for )?◆|\\bnot (?:on )?◆ but (?:on )?◆|◆ (?:works|suits|is) (?:better|fine)|\\bcan(?:not|'?t) (?:do|make|receive|be there|be home|take (?:it|delivery))(?: \\w+)? ◆",
    `\\b(?:deliver|ship|send|bring|drop off) ◊ (?:on |by |before |next )?◆|◊ (?:on|by|for|to) ◆$|\\bhold ${mine}(?: back)? (?:until|till)|(?:don'?t|do not|not) (?:deliver|come|bring|send|ship)(?: it| them)?(?: on)? ◆.{0,30}◆`,
    `\\b(?:deliver|ship|send|bring) (?:${mine}|it|them) (?:an?|one|two|three|a few|some|\\d+) (?:days?|weeks?) (?:later|earlier|sooner)`,
    '(?:改|换|推|延|拖|挪|调|提前|推迟|延后|延期|推后|延迟|顺延|改期|改约|提早|挪到|延到)(?:一?下)?(?:到|成|为|至|在|做)?(?:送货|收货|配送|派送|交货|日期|时间|是)*(?:到|成|为|至|在)?◆',
    '(?:改|换|调|调整|修改|更改|变更)(?:一?下|个)?(?:订单|◊|的|我)*(?:送货|收货|配送|派送|交货|发货|送达|到货)?(?:日期|时间|日子|的时间)|◊.{0,3}(?:推迟|延后|延期|推后|提前|顺延)|(?:推迟|延后|延期|推后|顺延|提前)[一二两三四五六七八九十几半\\d]+个?(?:天|周|星期|礼拜|月|日)|改期|改天(?:再?送|再?来)|(?:推迟|延后|延期|推后|晚(?:点|几天|一?天|一周))(?:再)?(?:送|发货?|寄|派|来)|◆(?:再|才)(?:送|发货?|寄|派送|配送|来)|(?:能|可以|可否|能否|麻烦|请|帮我).{0,6}(?:推迟|延后|延期|推后|延迟|改期|顺延)',
  ),
  unless: /\b(?:no|any|is there a|there a|the) delay\b|\bwhy\b.{0,20}\bdelay/,
};

/** What is done to counted lines of an order whose number stands beside them. */
export const changeCounts: Ask = {
  said: any(
    '\\b(?:make|change|add|remove|drop|delete|reduce|increase|raise|lower|swap|replace|edit|modify|amend|only|need|want|should be|instead of|rather than|more|less|fewer|another|extra|cancel|take off|take out|leave out)\\b',
    '改|换|加|添|减|去掉|删|多(?:要|来|加|订)|少(?:要|来|订|一|两|\\d)|不要|取消|调整|变成|只要|增|再来|再要',
  ),
  unless: /\b(?:if|unless|how|policy)\b|如果|要是|怎么|如何/,
};

/** The same without a count: "remove the lamp from HO-1042". */
export const changeLines: Ask = {
  said: any(
    '\\b(?:add|remove|drop|delete|change|edit|modify|amend|swap|replace)\\b|\\btake (?:the|an?|one|my|some) \\w+(?: \\w+)? (?:off|out|from)\\b',
    '改|换(?!货)|加(?!急)|添|减|去掉|删|少一|多一|不要.{1,8}(?:椅|桌|灯|柜|架|板|纸)',
  ),
  unless: /\b(?:if|unless|how|policy)\b|如果|要是|怎么|如何|加急/,
};

/** The same of an order that is spoken of without its number. */
export const changeOpenOrder: Ask = {
  said: any(
    `\\b(?:change|edit|modify|amend|alter|adjust|update) ${own}+order\\b(?! (?:status|history))|\\b(?:add|remove|drop|delete|swap|replace|include) (?!in |to )\\S.{0,60} (?:to|from|off|out of|in|into|on) ${own}+order\\b`,
    '(?:改|修改|更改|调整|变更)(?:一?下)?(?:我|我们|的|刚|才|下|那|这|个|张|昨天)*(?:订单|定单|单子)|(?:订单|定单|单子)(?:里|上|中)?(?:的)?.{0,8}(?:改成|改为|加|减|去掉|删|换成|少|多)',
  ),
};
