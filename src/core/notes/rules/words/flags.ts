import type { Flag } from '../../reading.ts';
import { handOverCues } from './flags.handover.ts';
import { pattern } from '../../../text/pattern.ts';

/** What raises a flag. A denied wish ("no invoice needed") raises none unless `evenDenied`; examples and silent ones are tests. */
export interface FlagCue {
  flag: Flag;
  cue: RegExp;
  evenDenied?: true;
  /** The rest of the clause is its free text (a name, a message, a title), or the whole clause is. */
  takesClause?: 'rest' | 'whole';
  examples: string[];
  silent: string[];
}

export const flagCues: FlagCue[] = [
  ...handOverCues,
  {
    flag: 'substitution_forbidden',
    cue: pattern('g')`
      \b(?:no|don't|do not|never|without) (?:any )?(?:substitut\w+|replac\w+|swap\w*|alternatives?)\b(?: with anything(?: else)?)?
      |\bnot? substitut\w*\b
      |\b(?:swap|substitute|replace) nothing\b
      |\bwait(?:ing)?\b[^,.;!?\n]{0,24}? (?:rather than|instead of|and not|not) (?:send|ship|swap|substitut|replac|deliver)
      (?:e|ing|ting|ping)? (?:me |us )?(?:something|anything|it|them|other|another|a)\b(?: (?:else|different|similar))?
      |\b(?:if (?:it(?:'s| is) |they(?:'re| are) )?(?:unavailable|not available|out of stock|sold out),? )?refund (?:me |us )?
      (?:
        instead
        |if (?:it's |you )?(?:out of stock|unavailable|don't have)
      )
      |\bexactly (?:this|these|as ordered)\b
      |(?:不要|不能|不可以?|别|不接受|勿|唔好|谢绝)(?:随意|擅自|给我)?(?:换成别的|替换|代替|换(?:别|其他|货|款|色)|替代)(?:的|品)?
      |(?:没货|缺货|断货)(?:就|请|的话)?(?:直接)?退款
    `,
    evenDenied: true,
    examples: [
      'No substitutions please',
      '缺货就退款',
      '不要替换',
      'please swap nothing if you run out',
      'wait for stock rather than send something else',
    ],
    silent: ['substitute is fine'],
  },
  {
    flag: 'substitution_allowed',
    cue: pattern('g')`
      \b(?:any|other|another|different|similar) (?:colou?rs?|sizes?|brands?|models?|flavou?rs?|styles?)(?: \w+)?[ ]
      (?:will|would|is|are|works?|ok)(?: do| be fine| fine| ok(?:ay)?)?\b
      |\bsubstitut(?:e|es|ion|ions|ing)(?: \w+)? (?:is |are |it )?(?:ok(?:ay)?|fine|allowed|welcome|accepted)\b
      |\b(?:ok(?:ay)?|fine|feel free|happy|free) (?:to|with) (?:\w+ )?(?:substitut\w+|swap\w*|replac\w+)
      |\bsubstitute (?:it |them )?(?:with|for|if)\b
      |\b(?:something|anything) similar (?:is |will be |would be )?(?:fine|ok(?:ay)?|do)\b
      |\b(?:similar|equivalent|next best) (?:is |one )?(?:is )?(?:fine|ok(?:ay)?)\b
      |(?:可以?|能|允许|接受)(?:用)?(?:换成?别的|替换|代替|换(?:其他|别的|同款|类似)|替代)
      |(?:什么|任何|其他|别的|随便(?:什么)?|哪(?:个|种))(?:颜色|尺寸|型号|款式?|牌子|口味)(?:都|也)?(?:可以|行|ok|好)
      |(?:颜色|款式|口味)(?:随便|随机|都行|都可以|随意)
    `,
    examples: ['any colour will do', 'Feel free to substitute', '什么颜色都行', '可以换成别的'],
    silent: ['不要替换'],
  },
  {
    flag: 'substitution_allowed',
    // what may be missing stays readable: it is what the customer would rather have
    cue: pattern('g')`
      (?<=(?:缺|没有|没|冇咗?|无|断|卖完|唔够)[^,。!?\n]{1,16}, ?)(?:可以?|就|能|给|换|用|帮我|请|麻烦)?
      (?:(?:改|换)[寄发用成拿配]?|给|用|寄|发|拿|配|以)[^,。!?\n退钱款]{1,10}?(?:
        (?:也|都|亦|就)(?:可以?|行|得|ok|好)(?:接受)?|代替|替代|(?=[,。!?\n]|$)
      )
    `,
    examples: ['若缺黑色，可改寄白色', '沒有 10-46 規格的話，給 9-42 也可以接受'],
    silent: ['缺一个螺丝，请补寄'],
  },
  {
    flag: 'partial_forbidden',
    cue: pattern('g')`
      \b(?:
        all together
        |ship (?:everything |it all |all )?(?:together|complete)
        |complete (?:order )?only|in one (?:shipment|delivery|go|batch)|no (?:partial|split)(?: \w+)?
        |(?:don't|do not) split(?: (?:it|the order|the shipment))?
        |one shipment(?: only)?|together in one
      )\b
      |(?:一起|一次性|一并|统一|全部一起|整单)(?:发|送|发货|出货|寄)(?:齐|货|来)?
      |不要?(?:拆单|分批|分开(?:发|送|寄)?)|(?:齐|凑齐|做完)了?(?:再|一起)发
    `,
    evenDenied: true,
    examples: ['please ship all together', 'no partial shipments', '不要分批', '一起发'],
    silent: ['分批发也行'],
  },
  {
    flag: 'partial_allowed',
    cue: pattern('g')`
      \b(?:ship|send|deliver) (?:me |us )?(?:
        what(?:ever)?(?:'s| is| you have)|the rest later|in batches|part(?:ially)?|separately|the ready ones
      )(?: is| are)?(?: ready| in stock| available)?\b
      |\bpartial (?:shipments?|deliver(?:y|ies)|orders?) (?:is |are )?(?:ok(?:ay)?|fine|allowed|welcome)\b
      |\b(?:ok(?:ay)?|fine|happy) to split\b
      |\b(?:split|two|multiple|separate) (?:shipments?|deliver(?:y|ies)) (?:is |are )?(?:ok(?:ay)?|fine)\b
      |\bin (?:two |several |multiple )?batches\b
      |(?:可以?|能|允许|接受)?(?<!不要|不能|不|别)(?:分批|分开|拆单|分两批|分几批)(?:发货?|送|寄|出货|交货)?(?:也|都)?(?:行|可以|ok)?
      |(?:有货|有现货|做好|现货)的?先发|先发(?:有货|现货|做好)的?
    `,
    examples: ['ship what is ready', 'partial shipments are fine', '可以分批发货', '有货的先发'],
    silent: ['no partial deliveries', '不要分批'],
  },
  {
    flag: 'gift_message',
    takesClause: 'rest',
    cue: pattern('g')`
      \b(?:gift|greeting|birthday|thank[- ]you|handwritten) (?:card|note|message|tag)s?\b
      |\b(?:add|include|put|write|enclose|attach|with) (?:in )?(?:an? |the )?(?:\w+ )?
      (?:card|gift tag|handwritten note|note saying|message card)s?\b
      |\bcard (?:should|to|that)? ?(?:say|read)s?\b
      |\b(?:the )?(?:card|tag|message|note)(?: to say| text| reads?| says?|:)
      |(?:附[上送]?|放|夹|加|带)?(?:一?张|一?个)?(?:贺卡|卡片|祝福卡|心意卡)
      |(?:卡上|附卡|留言)(?:请)?写?|附(?:上|一)?(?:张|个)?(?:字条|纸条|便条|卡)
    `,
    examples: ['Please include a card saying Happy Birthday', '附上贺卡', '卡片写生日快乐'],
    silent: ['不用卡片', 'no card needed'],
  },
  {
    flag: 'packaging',
    cue: pattern('g')`
      \b(?:
        gift[- ]?wrap(?:ped|ping|s)?
        |wrap(?:ped|ping)?(?: (?:it|them))?(?: (?:well|nicely|up|individually|separately))?
        |(?:plain|discreet|unmarked|neutral|original|eco|recyclable) (?:box(?:es)?|packag(?:e|es|ing)|carton)
        |gift (?:box(?:es)?|bags?)
        |no (?:price|receipt|packing slip|plastic|logo on the box)(?: \w+){0,2}
        |(?:remove|take off|hide|leave out|without) (?:the )?(?:price|receipt|packing slip)s?(?: tags?| slips?)?
        |(?:extra|more|good|careful|proper) (?:padding|bubble wrap|packag\w+|cushioning)
        |bubble[- ]?wrap
        |pack(?:ed|aged|ing)? (?:it |them )?(?:well|carefully|securely|separately|individually)
        |do not bend|don't bend|fragile|carton marks?|shipping marks?|palleti[sz]ed?|on pallets?|double[- ]boxed
      )\b
      |礼盒(?:装|包装)?|礼品(?:盒|袋|包装|纸)
      |(?:包装|包)(?:好|得|要|精美|漂亮|结实|严实|牢固|一下|仔细)+(?:看|些|点)?
      |(?:独立|单独|分开|精美|礼物|中性|普通|原|环保|简易|加固)包装
      |不要(?:放|带|附)?(?:价格|小票|价签|价目|收据|清单)(?:单|条)?
      |(?:气泡|泡泡|防震|防摔|木)(?:膜|袋|棉|柱|箱|架|泡沫)|(?:(?:外|纸)?箱子?上?[贴印打])?(?:箱唛|唛头)|外箱(?:贴|印|写)?|易碎(?:品)?|别折
      |勿折|不要折|打木架|裸装
    `,
    evenDenied: true,
    examples: ['Please gift wrap', 'no price tag please', '礼盒包装', '包装要结实', '外箱贴唛头'],
    silent: ['Hello'],
  },
  {
    flag: 'invoice',
    takesClause: 'rest',
    cue: pattern('g')`
      \b(?:
        invoice[sd]?|fapiao|vat(?: (?:id|number|no))?|tax (?:id|number|no|invoice)|gst(?: number)?|receipt (?:to|for|in)|bill(?:ed)? to
        |billing name|ein
      )\b
      |发票|开票|普票|专票|增值税|税号|抬头|统编|统一编号|三联式|电子票|开个?票
    `,
    examples: ['need a VAT invoice', '要开发票', '统编 12345678'],
    silent: ['no invoice needed', '不需要发票', '不用开票'],
  },
  {
    flag: 'payment_terms',
    cue: pattern('g')`
      \bnet[- ]?\d{1,3}\b
      |\b(?:
        monthly account|on account|cash on delivery
        |pay(?:ment)? (?:on delivery|later|in instal?lments?|by (?:bank|wire|cheque|check)(?: transfer)?|after \w+)
        |deposit|instal?lments?|credit terms?|payment terms?|charge (?:it )?to (?:our|my) account|bank transfer|pay (?:half|\d+%)
        |bill (?:me|us) later
      )\b
      |月结(?:\d+天)?|账期|货到付款|到付|定金|订金|分期(?:付款)?|赊账|先发货后付款|对公(?:转账|付款)?|挂账|尾款|后付|转账付款|延期付款
      |晚点付|下个?月(?:再)?付
    `,
    examples: ['payment net 30', '可以月结吗', '货到付款', 'we will pay on delivery'],
    silent: ['Hello'],
  },
  {
    flag: 'discount_request',
    cue: pattern('g')`
      \b(?:
        discounts?|price[- ]match(?:ed)?|better price|best price|cheaper price|lower (?:the )?price|free shipping|free delivery
        |waive (?:the )?(?:shipping|delivery|fee)s?
        |coupon|promo(?: code)?|bulk (?:price|pricing|rate)|knock (?:something|a bit|\d+%?)? ?off|freebies?|throw in|\d{1,2}% off|any deals?
        |special price|round (?:it )?down
      )\b
      |便宜(?:点|些|啲|一点)?|打(?:个)?折|折扣|优惠|包邮|免(?:运|邮)费|送(?:点|个|些)?(?:小)?(?:赠品|礼品|小礼物)|赠品|抹零|少点钱
      |让(?:点|个)利|(?:价格|价钱)(?:能|可以|再)?(?:少|低|优惠)|批发价|最低价|[一二三四五六七八九]折|算便宜|减(?:点|些)|平啲
    `,
    examples: ['can I get a discount?', 'Free shipping please', '能便宜点吗', '打个折'],
    silent: ['Hello'],
  },
  {
    flag: 'cancel_request',
    cue: pattern('g')`
      \bcancel(?:l(?:ed|ing))? (?:the |this |my |our |whole |entire |all of )*(?:order|it all|everything|it|purchase)\b
      |\bor (?:i(?:'ll)? |we(?:'ll)? |i will |we will )?cancel\b
      |\b(?:please|want to|need to|like to) cancel\b
      |\bcall off\b
      |(?:取消|撤销|退掉)(?:这个|这|本|该|整个|我的|全部)?(?:订单|单子|单|购买)
      |(?:不要了|不买了|不订了)
      |(?:就|否则|不然|逾期|晚了|超时|过期)(?:就|直接|给我|全部)?(?:取消|不要了|退单)
      |退单
    `,
    examples: ['please cancel this order', '取消订单', 'by Friday or cancel', '不买了'],
    silent: ['不要取消订单'],
  },
  {
    flag: 'hold',
    takesClause: 'whole',
    cue: pattern('gu')`
      \b(?:
        hold (?:off|on|the order|this order|it|shipment|production)
        |(?:don't|do not|please don't) (?:ship|make|start|produce|send|dispatch|print|cut|process)(?: \w+){0,3} (?:until|till|before|yet)
        |wait (?:for|until|till) (?:my|our|i|we|the)?
        |on hold|proof (?:first|before)
        |(?:send|show|need|want|see) (?:me |us )?(?:a |the )?(?:proof|sample|mock-?up|artwork|layout)(?: \w+)? ?
        (?:first|before|for approval)?
        |(?:after|until|before) (?:i|we|my|our) (?:approv\w+|confirm\w*|sign off)
        |once (?:i|we) (?:confirm|approve)|until further notice
      )\b
      |(?:先|暂时|暂|请)?(?:别|不要|勿|不用|唔好)(?:急着|着急|急)?(?:发货?|做|生产|印|寄|开工|下单|出货|裁)(?!
        票|logo|字(?!$)|名字|标志|商标|图案|顺丰|京东|中通|圆通|申通|韵达|邮政|ems|德邦|极兔|快递|物流|到付|别的|其他|错|给|到|往|短信|微信
        |邮件|超商|宅配|老地方|老地址|旧|原来|以前
      )
      |(?:等|待)(?:我|我们|本人|客户|通知|确认|电话)(?:[\p{Script=Han}]{0,4})?(?:再|才|后|通知|确认)(?:发货?|做|生产|印|安排|寄)?
      |(?:先|需要?)(?:给我|发我|看)?(?:看|出|发)?(?:个|下|一下)?(?:打样|样稿|效果图|设计稿|校样|样品|排版)(?:确认|看看)?
      |确认(?:后|了|好|完)?再(?:发货?|做|生产|印|刻|寄)|暂停|暂缓|先(?:放着|留着|压着)
    `,
    examples: ["don't ship until I confirm", 'Please hold off', '等我通知再发', '先别发货', '确认后再生产', 'send me a proof first'],
    silent: ['Hello'],
  },
  {
    flag: 'hold',
    // "Proof to jo@example.com please"
    cue: /(?<=(?:^|[.;!?\n]) ?|\b(?:the|an?|digital|pdf) )(?:proofs?|mock-?ups?) (?:please |first )?(?:to|by e-?mail)\b/g,
    examples: ['Proof to jo@example.com please'],
    silent: ['shower proof to the waist'],
  },
  {
    flag: 'installation',
    cue: pattern('g')`
      \b(?:
        install(?:ation|ed|ing|er)?|assembl(?:e|ed|y|ing)|set (?:it |them |this |everything )?up|set-?up|training|train (?:us|our|the|my)
        |show (?:us|me|them) how|demonstrat\w+|mount(?:ed|ing)? (?:it|them|on)|put (?:it|them) together
      )\b
      |安装|组装|(?<!包)装好|上门装|调试|培训|教(?:一下|我们?)?(?:怎么)?(?:用|使用)|装机|帮忙装
    `,
    examples: ['please assemble the desk', 'we need installation', '需要上门安装'],
    silent: ['no installation needed', '不需要安装', '不用组装'],
  },
  {
    flag: 'complaint',
    takesClause: 'whole',
    // 上次的风扇真“耐用”: the marks say that it was not
    cue: pattern('g')`
      \b(?:
        (?:very |so |really |quite )?(?:
          disappoint\w+|unhappy|dissatisfied|annoyed|frustrat\w+|terrible|awful|unacceptable|appalling|ridiculous|fed up|useless|shoddy
          |poor (?:quality|service)
        )
        |broken|damaged|scratched|cracked|defective|faulty|missing (?:parts?|items?|screws?)
        |wrong (?:item|size|colou?r|one|product|address)
        |(?:last|previous) (?:order|time|one|batch)[^.]{0,30}(?:late|wrong|broke|damaged|bad|missing|scratched|leak\w*|never)
        |never (?:arrived|came|again)|still (?:waiting|haven't|hasn't|no)|complain\w*
        |(?:arrived|came|was|were) (?:\w+ )?(?:late|wrong|broken|damaged)
        |(?:third|second|fourth) time (?:i|we|this)
        |as usual, late|thanks for nothing|great job losing|only (?:\w+ )?wait(?:ed|ing)
      )\b
      |(?:可?真(?:是|系|的|叫|够|个)?|所谓的?)\ufffc{3,6}
      |投诉|差评|太(?:差|慢|烂|离谱)|失望|不满(?:意)?
      |(?:破损|损坏|划痕|坏了|裂了|漏了|掉色|褪色|瑕疵|发错|寄错|送错|少发|漏发)
      |(?:上次|上回|之前)[^。,]{0,12}(?:坏|错|慢|晚|迟|差|破|少|漏|脏|划)
      |质量(?:问题|不好|差)|服务(?:态度)?(?:差|不好)
      |等了(?:好久|很久|太久|[一二两三四五六七八九十半\d]+(?:个)?(?:天|周|月|星期|礼拜))
      |生气|气死|无语|垃圾|再这样
    `,
    examples: ['the last one arrived broken', 'very disappointed', '上次的椅子坏了', '服务太差'],
    silent: ['Hello'],
  },
  {
    flag: 'delivery_window',
    cue: pattern('g')`
      \b(?:week ?days?|weekends|business hours|office hours|working hours|(?:in the )?(?:mornings|afternoons|evenings))(?: only)?\b
      |(?<!
        \b(?:
          craft|quiz|open|games?|film|movie|music|dance|gala|charity|awards|parents'?|family|poker|book|social|prom|sports|school|every
          |tournament|this|that|same|opening|big|long|last|next|summer|good|lovely|nice|great|one|an?|all|wedding|party|tasting|whole
          |holiday|race|launch|final|final's|sunny|quiet|busy|fun|another|day|easter|thanksgiving|christmas|bank
        )[ ]
      )\b(?:in the )?(?:weekend|morning|afternoon|evening)(?: only)?\b(?!
        [ ](?:crowd|trade|trip|away|market|rush|event|shift|break|guests|wedding|race|show|of|dress|gown|tea|coffee|prayer|service)
      )
      |\b(?:after|between|from) \d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: (?:and|to|-) ?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?)?(?![\d\w%])
      |\b\d{1,2}(?::\d\d)? ?(?:[ap]m)? ?(?:-|to) ?\d{1,2}(?::\d\d)? ?[ap]m\b
      |\b(?:mon|tue|wed|thu|fri|sat)\w* ?(?:-|to|through) ?(?:wed|thu|fri|sat|sun)\w*\b
      |\b(?:any|every) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b
      |\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b
      |工作日(?!内|之内|以内)(?:送|派送|配送|收货|白天|再?送)?
      |(?<!这|本|下个?)周末(?!之?前|以前)(?:送|派送|收货|配送|不收货|不在|再送)?
      |(?:上午|下午|早上|晚上|中午|傍晚|白天)(?:\d{1,2}点)?(?:以?后|之后|到\S{1,4}之?间?)?(?:送|派送|配送|收货|方便|在家|送货|送来)
      |(?:\d{1,2}|[一二三四五六七八九十]{1,2})点(?:半)?(?:以后|之后|后|到|至|-)(?:\d{1,2}|[一二三四五六七八九十]{1,2})?点?(?:之间)?
      (?:送|派送|在家|有人)?
      |上班时间|下班(?:时间|以?后|之后)
    `,
    examples: ['weekdays only', 'deliver after 6pm', 'between 9 and 12', '工作日送', '下午送货', '晚上7点以后'],
    silent: ['5个工作日内'],
  },
  {
    flag: 'delivery_instructions',
    cue: pattern('g')`
      \b(?:leave|drop|put) (?:it |them |the \w+ |this |everything )?(?:off )?(?:at|with|in|by|on|behind|inside|outside|near)[ ]
      (?:the |my |our |a )?(?:\w+ )?(?:
        door(?:step)?|porch|reception|concierge|neighbou?rs?|lobby|garage|gate|mailbox|security|desk|shed|side|back|front|safe place
        |mail ?room|parcel locker|locker|dock
      )\b
      |\b(?:front|back|side|rear) (?:door|gate|entrance|porch|desk)\b(?!
        [ ](?:crew|team|staff|girls|ladies|people|sign|bell|chair|is for|uniform)
      )
      |\b(?:
        loading (?:dock|bay)|concierge|reception(?:ist)?|doorm[ae]n|parcel locker|locker|mail ?room|intercom|buzzer|gate code|door code
        |access code|freight (?:elevator|lift)|lift gate|tail[- ]?lift|curbside|doorstep|pick ?up point|goods (?:lift|entrance)
      )\b
      |\b(?:signature|sign(?:ed)? for|adult signature)(?: (?:required|on delivery|needed))?\b
      |\b(?:ring|knock|buzz)(?: \w+){0,3}(?: bell| door| twice)?\b
      |\b(?!text on)(?:call|phone|text|message|whatsapp|ring) (?:me |us |ahead|first|him |her )?
      (?:when|before|on|upon|prior|an hour|\d+ min\w*|ahead|first)\b(?: (?:you |the driver )?(?:arriv\w+|deliver\w+|com\w+|arrival))?
      |\b(?:use|via|by|with|through|ship(?:ped)? (?:by|via|with)|send (?:by|via|with)) (?:
        ups|fedex|dhl|usps|royal mail|sf(?: express)?|dpd|hermes|evri|sea|air(?: freight)?|courier
        |standard(?: post| shipping| mail| delivery)?
        |regular (?:post|mail)|ground|economy|freight|truck|cheapest
      )\b
      |\b(?:standard|regular|ground|economy|cheapest|normal) (?:shipping|delivery|post|mail|courier|carrier)\b
      |\b(?:sf express|royal mail|fedex|dhl|ups ground)\b
      |\b(?:deliver(?:ed|y)?|ship(?:ped)?|sent?|bring|drop(?:ped)?(?: off)?|come|arrive|take|carr(?:y|ied))(?: \w+){0,2} ?
      (?:to|at|into|up to|through) (?:the |my |our |your )?(?:\w+ )?(?:
        office|home|house|place|shop|store|warehouse|reception|lobby|school|factory|workshop|site|work|hotel|clinic|studio|front desk|door
        |floor|apartment|entrance|dock|basement|hospital|company|hq
      )\b
      |\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|ground|top) floor\b
      |\b(?:self[- ]collect(?:ion)?|self pick[- ]?up|we(?:'ll| will) (?:collect|pick (?:it|them) up)|collect in person)\b
    `,
    examples: [
      'leave it at the front door',
      'Call me before delivery',
      'ship via FedEx',
      'deliver to the office',
      'signature required',
      'send by standard post',
    ],
    silent: ['call me'],
  },
  {
    flag: 'delivery_instructions',
    // "Second floor, flat 2B": nothing but the door
    cue: /(?<=(?:^|[,.;!\n]) ?)(?:it's |we're |i'm |we are |i am )?(?:in )?(?:flat|apartment|apt\.?|unit|suite|room) (?:number |no\.? )?#?\d{1,4}[a-z]?(?= ?(?:$|[,.;!\n]))/g,
    examples: ['Second floor, flat 2B', 'Please ring the bell. Apartment 14.'],
    silent: ['flat 2 cm base', 'two units of 14'],
  },
  {
    flag: 'delivery_instructions',
    // a whole clause that says nothing but the floor
    cue: pattern('g')`
      (?<=(?:^|[,。;!\n、.]) ?)(?:
        (?:货|东西|嘢|家具|设备)?(?:送?到|搬到|要上|上|送上)
        |(?:我们?|我哋|我家|屋企|公司|办公室|店|店里|她|他|佢|收货人|人)?(?:就|都)?(?:在|喺|住|系|是)
      )?[第]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:楼|f)(?:[a-z]|\d{1,4}[室号]?)?(?=$|[,。;!\n、.])
    `,
    examples: ['货到三楼', '五楼', '我们在二楼'],
    silent: ['二楼的窗帘要蓝色'],
  },
  {
    flag: 'delivery_instructions',
    cue: pattern('gu')`
      (?<=\ufffc) ?(?:到|去|至)(?:我们?|本|咱们?)?(?:的)?(?:公司|办公室|单位|家里?|店里?|门店|仓库|前台|学校|工地|工厂|现场)
      |(?:放|放在|放到|搁|寄存|代收|交给|留在|送到|送去|送至|寄到|送往|发到|送|搬到|抬到|卸到|卸在|运到)
      (?:我们?|本|咱们?|公司|学校|小区|你们)?(?:的)?(?:[\p{Script=Han}]{0,4})?(?:
        公司|办公室|办公楼|单位|家里?|家门口|店里?|门店|仓库|前台|门口|门卫(?:室|处)?|保安(?:室|处)?|楼下|楼上|快递柜|丰巢|驿站|菜鸟|管理处
        |管理室|大厅|学校|工地|工厂|厂里|酒店|医院|宿舍|物业|车间|现场|展馆|室内|邻居|信箱|传达室|收发室|后门|侧门|超市|便利店|卸货区
        |(?:[0-9一二三四五六七八九十]{1,3})(?:楼|层)
      )
      |(?:货梯|电梯|卸货平台|尾板|门禁(?:码|密码)?|取件码|密码(?![锁箱本盒柜门])(?:是|:)?|签收|本人签收|敲门|按(?:门)?铃|代收)
      |(?:到(?:了|达)?|送(?:货)?|派送|来|配送|送到|送达|上门)(?:之?前|时|了)(?:请|先|提前|麻烦)*(?:打|来|致)?(?:个|一个|通)?
      (?:电(?:话)?|联系|通知|微信)(?:给我|联系|通知|我)*
      |(?:先|提前|到(?:了)?再?|货到|来前|送前|送到)请?(?:打|拨|call)(?:给我?|我)? ?(?=\ufffc)
      |(?:先|提前|请)(?:打|致|来)(?:个|一?通)?电(?:话)?(?:给我)?
      |提前(?:联系|通知)(?:我)?
      |(?:发|走|用|寄|要|选|指定)(?:普通)?(?:
        顺丰|京东|中通|圆通|申通|韵达|邮政|ems|德邦|极兔|快递|物流|空运|海运|陆运|平邮|黑猫|宅急便|宅配|新竹物流|货运
      )(?:快递|物流|速运|到付)?
      |普通快递|普快|标准快递|最便宜的(?:快递|运费|物流)|顺丰|自提|自取|上楼|搬上|送货上门
    `,
    examples: ['送到公司', '放在前台', '发顺丰', '送货前打电话', '送货上门', '放快递柜', '送到三楼'],
    silent: ['急用'],
  },
  {
    flag: 'contact',
    takesClause: 'rest',
    cue: pattern('gu')`
      \b(?:
        contacts?(?: person| name| number| details)?(?: on site| at site)?(?: is|:(?= ?[a-z])(?: (?=[a-z]))?| will be)
        |contact (?!
          me|us|you|with|before|when|if|the|lens|paper|form|info|asap|number|person|name|declaration|safe|grade|surface|plastic|material
          |adhesive|details
        )[a-z]+
        |attn\.?|attention|recipient|ask for|receiver|site manager|person on site|speak to
        |reach (?:me|us|him|her)(?= (?:at|on|via|through|by (?:phone|text|whatsapp|email|mobile|wechat)|directly|:|\+?\d)|[:,.]? ?\+?\d)
        |(?<!\b(?:answer|answered|answers|ignored|read|since|first|of|got|reply to|replied to|replies to|to) )my[ ]
        (?:number|phone|mobile|cell|email|e-mail|wechat|whatsapp)
        |(?:phone|mobile|cell|tel|wechat|whatsapp)(?: number)?(?: is|:| no\.?)
        |call (?!when|before|ahead|first|off|me (?:when|before)|us (?:when|before)|to)(?:me|us|him|her|mr\.?|ms\.?|mrs\.?|[a-z]+) (?:at|on)
      )\b
      |[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}|(?<![各每个位的])收[货件]人|联[系络]人|联[系络](?:电话|方式|人)
      |(?:电话|手机|微信|邮箱|座机|手机号|号码)(?![机座架壳膜套支线])(?:号)?(?:是|为|:|换成|改成|改为|换| ?\d{5}| ?\ufffc)
      |(?:找|揾|联系|联络|打给|问)(?!不|到|个|唔|师傅|人)(?:[\p{Script=Han}]{1,3})(?:
        先生|小姐|女士|经理|老师|(?<!装|工|木|水电)师傅|总(?!是|共)|主任|阿姨|收货?|姐|哥|叔|姨|伯|婶|嫂|店长|主管|助理|太太
      )
      |(?:找|揾|联系|打给) ?[a-z]{2,12}(?= ?(?:收|签|接|攞|拿|$|[,.;。!]))
      |(?:[\p{Script=Han}]{1,2})(?:先生|小姐|女士|经理|老师|师傅|主任)(?:收|签收|接收|联系|对接)
      |(?:找|搵|揾|由|叫|交俾|交给|畀|俾) ?(?:阿|小|老)?[a-z]{2,12}(?: [a-z]{2,12})? ?(?:先生|小姐|女士)?
      (?=签收|收货?|接货|接收|对接|来?拿|来?取)
      |加(?:我)?微信
      |(?:微信号?|wechat|line id|qq号?)(?:是|:|为| )*[a-z][a-z0-9_-]{4,19}
    `,
    examples: ['contact Anna at the site', '收货人王小姐', '联系电话 13800138000'],
    silent: ['Hello'],
  },
  {
    flag: 'reference',
    takesClause: 'rest',
    cue: pattern('g')`
      \b(?:
        p\.?o\.?(?: ?(?:number|no\.?|#|:))? ?#?:? ?[a-z]{0,4}[- ]?\d[\w-]{1,20}
        |purchase order(?: (?:number|no\.?|#))?:? ?#?[a-z]{0,4}[- ]?\d?[\w-]{0,20}
        |(?:our|your|customer|my) ref(?:erence)?(?: (?:number|no\.?|is))?[:.#]? ?#?[\w-]{2,20}
        |ref(?:erence)?(?: (?:number|no\.?))?[:.#] ?#?[\w-]{2,20}
        |(?:project|contract|job|cost cent(?:er|re))(?: (?:number|no\.?|code|id))?[:#]? ?#?[a-z]{0,4}-?\d[\w-]{1,20}
      )
      |(?:采购单|采购订单|合同|项目|工程|po|案|我方|内部)(?:单)?(?:编?号|号码|no)[是为:]? ?[a-z0-9-]{2,24}
      |\bpo ?[a-z]{0,3}-?\d{3,12}
    `,
    examples: ['PO 4471-B on the papers', 'our ref: AB-12', '合同号 HT-2026-11', '采购单号PO2233'],
    silent: ['Hello'],
  },
  {
    flag: 'other',
    cue: pattern('gu')`
      \b(?:
        allerg(?:y|ic|ies|en)\w*|nut[- ]free|gluten[- ]free|no nuts
        |return(?:s|ed|ing)? (?:policy|the|my(?! (?:calls?|emails?|messages?|phone|texts?))|this|it|label)
        |warranty|guarantee card|certificat(?:e|es|ion)|test report|data ?sheet|msds|delete my (?:data|account|details)|unsubscribe
        |combine (?:it |this )?with|merge (?:it |this )?with
        |add (?:it |this )?to my (?:other|previous|existing) order
        |(?:take|haul|remove|collect|dispose)(?: away)?(?: of)? (?:the |my |our )?old
        |anything but|except|trade[- ]in|customs|hs code|country of origin|coo
      )\b
      |过敏|无麸质|不含(?:坚果|花生|乳)|保修|质保|合格证|检测报告|质检报告|证书|材质证明|材质单|报关|产地证|合并(?:发货|订单|一起)?
      |和?(?:上|另)一?(?:个)?单一起|删除(?:我的)?(?:个人)?(?:信息|数据|资料|账号)
      |(?:旧|老)(?:的)?(?:[\p{Script=Han}]{0,4})?(?:拉走|带走|回收|搬走|收走)
      |以旧换新|退货|换货|退换
    `,
    evenDenied: true,
    examples: ['I have a nut allergy', 'Please include the test report', '需要检测报告', '把旧沙发拉走'],
    silent: ['Hello'],
  },
];
