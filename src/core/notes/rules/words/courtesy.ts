import { pattern } from '../../../text/pattern.ts';

/** Words that carry no wish of their own: they leave nothing unread. */
export const courtesy = {
  /** Whole turns of phrase that only lead to or from a wish. */
  phrases: pattern('gu')`
    \b(?:never ?mind|ignore|disregard|forget) (?:the|my|our|that) (?:voicemail|message|email|e-mail|call|phone call|text|request)s?
    (?: (?:that )?(?:i|we) (?:left|sent|made|wrote))?(?:
      [ ](?:about|on|asking about|regarding) (?:cancell?ing|pausing|stopping|returning)(?: (?:it|this|the order|them))?
    )?\b
    |\b(?:carry on|go ahead|proceed|continue|press on)(?: with (?:it|the order|this order|my order|our order|everything))?
    (?: as (?:planned|normal|usual|before|it is))?\b
    |\b(?:put|quote|show|state|mention|print|write) (?:it|this|that|the number|that number|our number) (?:clearly )?(?:on|in)[ ]
    (?:all |the |your |our |both )?(?:
      delivery note|packing list|packing slip|paperwork|documents?|docs|papers|delivery papers|shipping papers|shipping documents|invoice
      |paper work
    )s?\b
    |\b(?:ship|send|dispatch) (?:it|them|this|these|everything)? ?(?:as soon as|once|when|whenever) [^,.;!?\n]{0,30} back in stock\b
    |\b(?:i|we) (?:don't|do not|won't|wouldn't) mind (?:the wait|waiting|a wait|the delay)\b
    |\b(?:ignore|disregard|forget|scratch) (?:my|the) (?:previous|last|earlier) (?:note|message|comment|email)\b
    |\b(?:
      if (?:that's|it's|it is|that is|this is|at all) (?:
        possible|ok(?:ay)?|not too much trouble
        |not (?:a|any) (?:nuisance|bother|trouble)
        |no (?:trouble|bother)
      )
      |weather permitting
      |(?:would be|is) (?:my|our) (?:first|second) choice
      |(?:if (?:there's|there is|you have|i have) a choice|for preference)
      |would it be (?:terribly |very |too )?(?:rude|cheeky|much|awkward) to ask(?: for)?
      |would (?:save|make) (?:my|our) (?:bacon|day|week|life|skin)
      |long story(?: short)?
      |(?:just )?a? ?(?:little |quick |small )?heads?[- ]up
      |(?:leave|keep) (?:it|them|everything) (?:just |exactly )?(?:as|the way) (?:it|they) (?:was|were|is|are)
      |(?:leave|keep) (?:the|that|those|my|our) [a-z]+ (?:just |exactly )?(?:as|the way) (?:it|they) (?:comes?|came|is|are|was|were)
      |(?:(?:can|may|should|could|will) )?(?:stays?|remains?) (?:just |exactly )?(?:
        (?:as|the way) (?:it|they) (?:comes?|came|is|are|was|were)
        |standard
        |as (?:is|standard|listed|ordered|normal)
      )
      |nothing (?:special|fancy|extra|more|else) (?:is )?(?:needed|required|necessary)(?: (?:for|with|on|there))?
      |any ?(?:time|day) (?:before|up to|until|till) (?:that|then)(?: date| day)?(?:
        [ ](?:suits|works|is (?:fine|ok|okay|good|great|perfect)|will do|would (?:do|be (?:fine|great|good|perfect|lovely)))
      )?
      |something (?:in the way of|along the lines of|in the region of)
      |nothing (?:else )?to add(?: (?:there|here))?
      |in case (?:that|it) helps|when you (?:can|get a chance)|looking forward|nothing else|final answer|(?:scratch|scrap|strike) that
      |no wait|on second thoughts?|i changed my mind|that(?:'s| is) (?:all|it)|no other requests|thank you
      |have a (?:nice|good|great) (?:day|week|weekend|one)
      |(?:on|for) (?:this|my|our) order
      |for (?:my|our|the) (?:son|daughter|wife|husband|mum|mom|dad|boss|team|office|client|customer|kids?|friend|company|home)
    )\b
    |忽略(?:我)?(?:上|前)一?条(?:备注|消息)?|客户(?:在)?(?:等着?|催)|拜托了|(?:上次|上回)(?:很|真|好|非常)?(?:快|好|满意)|安排(?:一下)?
    |[要就]?[写标注印][明在到]* ?(?:delivery note|packing list|packing slip|invoice|送货单|装箱单|发货单|出货单) ?上?面?
    |就啱晒?|就这些|没别的|没有别的|(?<!\p{Script=Han})以上
  `,
  /** Words that may open a clause of an order and are no goods of their own: whom it is for, which part of the goods is meant, a refusal. */
  bystanders: pattern('g')`
    \b(?:
      (?:our |my |the )?(?:
        clients?|customers?|boss|bosses|office|company|team|event|wedding|party|show|meeting|conference|exhibition|launch|birthday|gift
        |present
      )
      |deadline|actually|super|otherwise|don't|do not|leave|call|nothing|finish|colou?rs?|versions?|models?|sizes?|legs?|seats?|backs?
      |backrests?|frames?|bases?|tops?|covers?|handles?|arms?|armrests?|wheels?|edges?|shades?|cables?|cords?|plugs?|doors?|shel(?:f|ves)
      |panels?|lids?
    )\b
    |缺货|没货|断货|冇货|无货|唔够货|外面|里面|手头|手边|随货|最迟|最晚|第一批|整批|全部|[两三]样|这回|到时候|求您|收货(?:联系|电话)?|师傅
    |客人|保安|物业|会计|财务|朋友|能不能|可不可以|可唔可以|有问题|客户|公司|办公室|领导|同事|学校|活动|展会|婚礼|生日|年会|项目|甲方|靠背
    |椅背|座高|座椅|坐垫|扶手|桌面|台面|桌腿|椅腿|椅脚|桌脚|底座|支架|框架|灯罩|灯光|面料|边框|把手|柜门|门板|层板|线长?|插头|电源|颜色|尺寸
    |材质|不要|唔好|改[到成为]|要得|得?很急|第[一二三四五六七八九十\d]+(?:款|个|种|样|项|行)
  `,
  english: new Set(
    (
      'hi hello hey dear good morning afternoon evening day please pls plz kindly thanks thank thx ty you u your yours cheers regards best warm kind sincerely yes ok okay great lovely nice perfect much so many very ' +
      'a an the this that these those it its them they their he she his her my our ours mine me us we i im id ill ive am is are was were be been being do does did done have has had having will would shall should can could may might must ' +
      'to of for in on at by with from as and or but so if then than also too just only both all each every everything any some one ones more again still already really there here ' +
      'need needs needed want wants wanted like order orders ordering ordered buy get take make made give send sent deliver delivered delivery ship shipped shipping goods item items product products piece pieces pcs pc unit units set sets x qty total team folks guys sir madam everyone ' +
      'sorry everyone guys hiya heya hullo howdy greetings gents yo xx x xo xoxo though seriously honestly honest realy em obvs obviously anyhow bit little really maybe perhaps hopefully job fine works ourselves myself yourself cheers dear folks lads ladies gents btw anyway etc off along onto into over while whole entire actual themselves hand hands upon between until ' +
      'let know appreciate appreciated would love prefer preferably ideally possible sure well right now when since because up out about think hope hoping look looking forward wish able try note fyi btw re de d s t m ll ve don theres thats heres lets its use hopefully'
    ).split(' '),
  ),
  /** What may stand before goods without being part of what they are called. */
  lead: /^[和与及跟或加再还另外也都就要给请来买订我你您这那先有在是的了吧啊呢呀]+/,
  /** Longest first; whatever Han is left after taking these away is content. */
  chinese: pattern('g')`
    麻烦(?:您|你|你们|帮忙?)?|谢谢(?:您|你|啦|了|大家)?|多谢(?:晒)?|感谢|辛苦(?:了|您|你)?|拜托(?:了|您|你)?|您好|你好|你们好|老板|亲
    |唔该(?:晒)?|请(?:帮忙|帮我|务必)?|帮(?:忙|我|我们)
    |我(?:们)?(?:公司)?(?:想要|要订|想订|想买|要买|需要|想|要|订|买|这边|司|这次|哋)?
    |咱们|贵司|你们|您|订购|下单|订单|购买|订|买|采购|这(?:个|次|些|批|单|款|边)?|那(?:个|些|批|单|款)?|一下|可以|好的|的话|左右|大概|希望
    |够[了用]?|并且|记得|一点儿?|服务|最好|尽量|能(?:够|否)?|需要|要求?|要|给|把|就(?:行|好|可以|可)?|行|好|即可|都|也|还|和|与|及|以及|跟
    |或者|或|另外|还有|然后|因为|所以|但[是系]?|不过|仲有|同埋|如果|的|了|吧|呢|啊|呀|哦|哈|吗|嘛|啦|喔|嘅|咗|喺|系|是|在|用|做|有|会|到|送
    |发|寄|货|每|各|共|一共|总共|个|只|件|套|把|张|台|盏|瓶|箱|盒|包|条|支|本|份|块|双|袋|组|根|枚|片|卷|桶|对|部|款|种|号|啲|先|再|直接
    |统一|非常|很|真的|已经|谢|ok
  `,
};
