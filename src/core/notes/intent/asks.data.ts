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
const any = (...forms: string[]): RegExp[] => forms.map((form) => new RegExp(form));

const ding = '(?:订单|定单|单子|货物?|快递|包裹|东西|物流|快件|◊)';
const bought = '(?:我|我们|咱)?(?:昨天|前天|今天|上周|上次|刚才?|之前|早上|已经?)?(?:买|订|下单|下|定|拍)的?';

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
    `${ding}.{0,6}(?:到哪|在哪|到那里|去哪|哪里?了|哪儿|什么情况|怎么样|如何|咋样|怎样|进度|状态|到了?(?:吗|没|未)|发(?:了|货|出来?)了?(?:吗|没|未)|寄(?:了|出)了?(?:吗|没|未)|出了?货了?(?:吗|没|未)|送(?:了|出|到|达)了?(?:吗|没|未)|在派送|几时|什么时候|啥时|何时|多久|几天|呢$|怎么还|还没|没到|没收到|没发|没动静|没消息|没影|不见)`,
    `(?:什么时候|啥时候?|几时|何时|多久|几点|几号|哪天).{0,5}(?:到|收到|送到|送达|送来|寄到|拿到).{0,3}(?:我的)?(?:${ding}|$)`,
    `^(?:请问|你好|您好|那|我的?|我们的?)*(?:什么时候|啥时候?|几时|何时|多久|还要多久|大概多久)(?:能|会|可以|才)?(?:到|发货?|送到?|寄出?|出货|发出)(?:啊|呢|呀|吗|货)?$`,
    `^(?:请问|你好|您好|那|我的?)*(?:发货|出货|发|寄出?|送到?|到货?|出咗货|寄咗|送咗)(?:了|咗)?(?:没有?|吗|未|了吗|了没)(?:啊|呢|呀)?$`,
    `(?:查|跟踪|追踪|看看|看一?下|查看|问一?下|问问|了解|核实|帮我看).{0,8}(?:订单|定单|物流|快递|包裹|进度|状态|单子|◊)`,
    `(?:物流|快递|运单|追踪|查询)(?:单?号码?|信息)(?:是多少|多少|发我|发一?下|给我|呢|有吗|$)|^(?:订单|物流)?(?:进度|状态)(?:呢|怎么样|查询)?$`,
    `催(?:一?下|单|货|促)|(?:还|仲|一直|怎么|到现在)(?:还)?(?:没|未|冇)有?(?:到|收到|发货?|送到?|寄|出货|发出|嚟)|怎么还不(?:到|发|送)|(?:没|未)收到(?:货|快递|东西|包裹)`,
    `${bought}(?:东西|货|单|◊).{0,8}(?:呢|到|发)`,
  ),
  unless:
    /\b(?:in stock|available|application|luggage|flight|refund|visa|card|vacation|days? off|time off|pto|pay ?che(?:ck|que)|salary|tax(?:es)?|w-?2|oil change)\b|有没有货|有货|现货|还没(?:想好|决定|定)|退款|运费/,
};

export const talkToPerson: Ask = {
  said: any(
    '\\b(?:talk|speak|chat|talking|speaking|connect(?:ed)?|transfer(?:red)?|put (?:me )?through|pass me(?: on)?|hand(?:ed)?(?: me)? over|escalate|get in touch|forward me)\\b(?: \\w+){0,3}? (?:to|with)? ?(?:an?|the|your|some|one of your|any)? ?(?:(?!about\\b)[\\w-]+ ){0,2}?(?:human|person|agent|someone|somebody|anyone|staff|representative|rep|manager|operator|advisor|adviser|colleagues?|team|customer (?:service|support|care)|support|supervisor|people|sales\\w*|employee|owner|boss|guy|lady)\\b(?!-)',
    '\\b(?:need|want|would like|i.d like|get|give me|have|is there|are there|where is|prefer|only|just|any)(?: (?:me|to|an?|the|some|your|talk|real|live|actual|proper|please|you|got|to get)){0,4} (?:human(?: being)?|real person|live person|actual person|live agent|human agent|agent|representative|customer (?:service|support|care)|operator|support person|person|(?:your|the) (?:manager|supervisor|boss))(?:s)?(?= (?:please|pls|now|to|who|about|for|not|instead|asap|here|on|right|and|i can|that)\\b|$)',
    '\\b(?:some(?:one|body)|any(?:one|body)|a person|a human) (?:(?:i|we) (?:can|could|may) (?:talk|speak|chat)|to (?:talk|speak|chat) (?:to|with)|(?:there )?(?:who|that) can help|(?:from \\w+ \\w+ )?(?:please )?(?:(?:call|contact|phone|ring) me|give me a (?:call|ring|bell))|help me|answer)\\b|\\bhuman (?:help|support|assistance|contact)\\b|\\bwho (?:can|do|should|could) (?:i|we) (?:talk|speak|contact|call)|\\bwho (?:can|could) (?:help|assist)\\b|\\b(?:can|could|would|will) (?:someone|somebody|anyone|anybody|a human) (?:please )?(?:help|call|contact|phone|answer|assist|look|check|handle|reply|take over)\\b|\\b(?:someone|somebody|anyone|anybody) (?:please )(?:help|assist)\\b|\\b(?:help|assist|assistance)(?: me| us)? with (?:an?|my|our|the|this|that|your) (?:\\w+ )?(?:invoices?|bills?|payments?|receipts?|accounts?|contracts?|taxes)\\b|\\bgive (?:me|us) a (?:call|ring|bell)\\b',
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
};

export const giveBack: Ask = {
  said: any(
    `\\b(?:return|returning|send(?:ing)? back|give back|exchange|exchanging|swap)(?: (?:back )?(?:(?:one|two|three|four|five|some) \\w+|${thing}|it|this|that|them|these|those|one|some|all|the \\w+(?: \\w+)?|my \\w+(?: \\w+)?|an? (?:item|product|order|purchase)|\\d+ \\w+|both))`,
    '\\bsend (?:it|them|this|these|one|(?:this|these) \\w+|the \\w+(?: \\w+)?|my \\w+(?: \\w+)?|◊) back\\b|\\b(?:want|need|like|get|give me|arrange|start|book|open|issue|ask for|request|claim|have|where is|waiting for|process)(?: \\w+){0,2} (?:refund|money back|exchange|replacement|return)(?= (?:please|pls|for|of|on|because|as|now|asap|to)\\b|$)|^(?:a |full |please )*(?:refund|return|exchange|replacement)(?: (?:please|pls|◊|for ◊))*$|\\brefund (?:me|my|it|the|◊|this)|\\b(?:please|can you|could you|would you|have to|must) replace (?:it|them|the \\w+|this one|my \\w+)\\b',
    '(?:退货|退款|退钱|换货|退换|退回(?:去|来|给你们)?|退掉)|(?:要|想|能|帮我|给我|申请|需要)(?:办理?|申请)?(?:退|换)(?:一?下|了|掉|货|◊|这|那|它|[一二两三四五六七八九十\\d]+[把张个盏台套箱块件本])|(?:换一?(?:个|把|张|台|盏|件|套)(?:新|好))|退(?:给|还)(?:你们|我)|退[一二两三四五六七八九十几\\d]+[把张个盏台套箱块件本]|(?:想|要)退(?:$|了|吧)',
  ),
  unless:
    /\b(?:return|refund|exchange) (?:policy|policies|address|trip|ticket|flight|rate)\b|\b(?:exchange rate|tax return|free returns?|if (?:it|they|unavailable|out|not|sold)|instead of|for (?:my|our|the) old|can i return (?:it|them) if|returns accepted)\b|缺货|没货|如果|要是|否则|不然|无理由|包退|支持|政策|几天内|退订|退出|能退吗|可以退吗|可退/,
};

export const complaint: Ask = {
  said: any(
    "\\b(?:broken|damaged|defective|faulty|cracked|dented|scratched|wobbly|torn|leaking|ruined|bent|smashed|chipped|unusable|wrong (?:item|product|colou?r|size|one|model|thing|order|chairs?|desks?|lamps?)|not what (?:i|we) ordered|(?:colou?r|size|model|product|item|order) (?:is|was) wrong|never (?:arrived|came|received|showed|got|turned up)|(?:isn'?t|aren'?t|(?<!\\b(?:i'?m|you'?re|we'?re|while|am) )not|doesn'?t|don'?t|won'?t|stopped|quit) work(?:ing|s)?|unacceptable|terrible|awful|disgusting|complain\\w*|(?:parts?|pieces?|items?|screws?|legs?|one|two|some|wheels?|manual) (?:is|are|was|were) missing|missing (?:an? |one |two |some |the |\\d+ )?(?:parts?|pieces?|items?|screws?|legs?|wheels?|manual|box(?:es)?)|fell (?:apart|off)|came (?:off|apart)|\\b(?:an?|big|small|some|several|with|has) (?:(?:big|small|huge|deep|long) )?(?:dents?|scratch(?:es)?|cracks?|holes?|stains?|defects?)|(?:seems|appears|is|was|got|must be|has been)(?: to be| to have been)? lost|screws? missing|(?:poor|bad|low|shoddy) quality|(?:very|so|really|extremely) (?:disappoint\\w+|unhappy|upset|angry|dissatisfied)|ridiculous|fed up|scam|ripped off|rude|(?:arrived|came|was|were) (?:\\w+ )?(?:late(?! to)|dirty|stained|wet|open(?:ed)?)|(?:problem|issue|trouble)s? with (?:my|the|our|this|◊|an?))\\b",
    '投诉|差评|坏了|坏掉|坏的|(?:东西|货|产品|商品|椅子|桌子|数量)不对|弄坏|摔坏|破了|破损|裂|断了|损坏|变形|掉漆|掉色|生锈|划痕|划伤|刮花|瑕疵|次品|残次|发错|错发|送错|寄错|搞错|少发|漏发|少了|缺了|缺少|缺件|配件不全|不对版|货不对|和图片不|不一样|颜色不对|尺寸不对|型号不对|质量(?:太|很|真|好)?(?:差|问题|不好|不行)|(?:轮子|螺丝|扶手|腿|把手|配件|零件|脚|靠背|抽屉).{0,3}(?:掉了|断了|松了|缺|少了)|不能用|用不了|没法用|坐不了|打不开|不亮|不转|松动|晃得?|摇晃|异味|太差|太慢|太离谱|不满意|失望|骗人|骗子|欺骗|态度(?:差|不好|恶劣)|有(?:个|点|一个)?问题$|出(?:了)?问题|整烂|烂咗|坏咗',
  ),
  unless:
    /\b(?:how (?:can|do|to|does)(?: \w+){0,2} (?:fix|repair)|if|in case|so (?:it|they) (?:don'?t|won'?t)|make sure|avoid|careful|fragile|warranty|guarantee|easily|not to be|without being|unbroken)\b|不要(?:破|坏|弄坏|发错|少发)|别(?:破|弄坏|发错|少发)|以免|避免|小心|容易坏|会不会坏|耐用|不会坏|如果/,
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
    `\\b(?:cancel|call off|scrap|abort|withdraw|void|revoke)(?:ling|ing)?(?: all(?: of)?)? (?:${thing}|it all|it|(?:this|that|everything)(?=$| (?:please|pls|now|then|too|again|for me)))`,
    `\\b(?:want|need|like|have|wish) to cancel$`,
    `(?:\\b(?:i|we) |^(?:sorry )?)(?:do not|don'?t|no longer) (?:want|need)(?: to (?:buy|order|have))? (?:${thing}|it|this|that)(?: (?:any ?more|after all|now|please|thanks|sorry|because|since|as))*(?=$| (?:i|we|so|because|since|as|please)\\b)`,
    '(?:取消|撤销|撤回|撤掉|作废)(?:掉|一?下|了)?(?:我|我们|的|这|那|个|张|笔|整|全部|刚|才|下|昨天|今天|早上|上|一|所有)*(?:订单|定单|单子|单|◊)',
    '(?:订单|定单|单子|这单|那单|◊)(?:我|就|先|请|帮我|给我|的|都|全|也)*(?:取消|撤销|作废|不想要|不要|不买|不订|唔要)(?:掉|了|吧|喇|啦)*',
    '^(?:我|我们|那|就|还是|算了|东西|货|全部|都|全|对不起|不好意思|抱歉)*不(?:想)?(?:要|买|订)了(?:谢谢|吧|啊|不好意思|抱歉|哈)*$|^唔要(?:喇|啦|了)$|(?:我要|想|帮我|申请)?退单',
  ),
  unless:
    /\b(?:don'?t|do not|never|not|without|didn'?t|won'?t|might|may|maybe|thinking|considering|consider|if|unless|or|otherwise|until|how|policy|procedure|process|fees?|charges?|can i still|is it (?:possible|too late)|possible to|instead of|reservation|appointment|subscription|only|but|except|keep|part of|some of|one of|half)\b(?!.{0,20}(?:want|need) (?:it|this|that|them|the|my|◊))|不要取消|别取消|不想取消|不用取消|不取消|如果|要是|否则|不然|还能|能不能取消|可不可以取消|怎么取消|如何取消|可以取消吗|能取消吗|只|部分|其中|留|保留|订阅/,
};

export const reorder: Ask = {
  said: any(
    `\\bre-?order(?:ing)?\\b|^(?:please |can (?:i|we) |to )*order again\\b|\\border(?:ing)? (?:it|that|them|this|the same(?: thing)?|same|${mine})(?: all)? again\\b|\\bbuy (?:it|that|them|the same) again\\b`,
    `\\bsame(?: (?:order|thing|stuff|items?|as))?(?: again| as (?:last time|before|always|usual|(?:my |the |our )?(?:last|previous)(?: (?:order|one|time))?|◊))`,
    `\\b(?:the|my|our) usual(?: order)?\\b|\\brepeat (?:my |the |our |that |this )?(?:last |previous )?(?:order|purchase|one|◊)|\\brepeat ◊|\\bduplicate (?:my |the |our )?(?:last )?(?:order|◊)|◊ (?:again|once more|one more time)\\b|\\b(?:my|our|the) (?:last|previous|regular) order (?:again|once more)\\b|\\b(?:like|as) last time\\b|\\bone more (?:of )?(?:the same|(?:my|the|our) (?:last|previous|same))\\b|\\bwhat (?:i|we) (?:had|got|ordered|bought) (?:last time|before)\\b`,
    '(?:再|重新)(?:来|订|下|买|要|定)(?:一|同样的|一样的|一?[单份次遍批套]|上次的?|◊)+(?:单|份|次|遍|一?样的?|订单|的)*',
    '(?:和|跟|同|与|按|照|按照|像)?(?:着)?(?:上(?:次|回|一?单|一?个订单)|之前|以前|前一?次|◊)(?:的|那个|那单|那样|订单|单子)*(?:一样|再来|再订|再下|再买|再要|重新?下|重订|来|订)(?:一?[单份次遍套]|上|的|就行|就好|即可|吧)*',
    '老样子|照旧|照上次|同上次|按上次|跟上次|重复(?:上次|下单|订单|上一?单)|复购|再来一[单份次]|再订一[单次份]',
  ),
  // "Is it the same as last time?" asks.
  unless: /^(?:is|are|was|were|isn'?t|does|do|how|why)\b|是不是|一样吗/,
};

/** Ways to say that something about a delivery moves to another day; the day itself is looked for elsewhere. */
export const reschedule: Ask = {
  said: any(
    `\\b(?:reschedul\\w+|postpone|re-?arrange|put off)\\b|\\b(?:move|push|delay|bring forward|change|switch|set|update)(?: (?:back|out|forward))?(?: (?:the|my|our))? (?:delivery|shipping|shipment|arrival) (?:date|day|time|slot|window)\\b|\\bchange(?: (?:the|my|our))? (?:date|day|slot)\\b.{0,40}◆`,
    `\\b(?:move|push|delay|bring|postpone|shift|change|switch|reschedule) (?:${mine}|the delivery|delivery)(?: (?:back|out|forward|up))?(?: (?:to|until|till|by|for|from)\\b| an? (?:day|week)| ◆)|\\b(?:move|push|delay|bring|postpone|shift|change|switch) (?:it|this|that)(?: (?:back|out|forward|up))?(?: (?:to|until|till|by|for|from))? (?:an? (?:day|week)|◆)`,
    "◆(?: (?:morning|afternoon|evening))?(?: please)? (?:instead|rather)\\b|\\binstead (?:on |of ◆ )?(?:on )?◆|\\brather (?:on |have (?:it|them) (?:on )?)?◆|\\b(?:make|have) it (?:on |for )?◆|\\bnot (?:on )?◆ but (?:on )?◆|◆ (?:works|suits|is) (?:better|fine)|\\bcan(?:not|'?t) (?:do|make|receive|be there|be home|take (?:it|delivery))(?: \\w+)? ◆",
    `\\b(?:deliver|ship|send|bring|drop off) ◊ (?:on |by |before |next )?◆|◊ (?:on|by|for|to) ◆$|\\bhold ${mine}(?: back)? (?:until|till)|(?:don'?t|do not|not) (?:deliver|come|bring|send|ship)(?: it| them)?(?: on)? ◆.{0,30}◆`,
    '(?:改|换|推|延|拖|挪|调|提前|推迟|延后|延期|推后|延迟|顺延|改期|改约|提早|挪到|延到)(?:一?下)?(?:到|成|为|至|在)?(?:送货|收货|配送|派送|交货|日期|时间|是)*(?:到|成|为|至|在)?◆',
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
