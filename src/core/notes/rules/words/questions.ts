import { pattern } from '../../../text/pattern.ts';

/** How questions are put. All are tried on one sentence, without its mark. */
export const questions = {
  /** Words that ask in Chinese without a mark. */
  particle: pattern('')`
    (?:
      [\u4e00-\u9fff]{2}(?<![也都并就])不|吗|(?<!(?:着|还|在|才|正|都|没|仲|等)[^,。]{0,10})呢|(?:能|可以|有|会|行|够|到|得)[^,。]{0,8}嘛
      |[好行可]嘛|(?<!什)么|咩|未呀|冇呀|(?<!(?:等|住|嚟|要|用|俾|係|系)[^,。]{0,8})㗎|得唔得|可唔可以|行不行|好不好|可不可以|是不是|系咪
    )\s*$
  `,
  /** Asks for information, whatever else the sentence holds. */
  asks: pattern('')`
    \b(?:
      how (?!much (?:i|we|it|they) (?:paid|cost|spent))(?:long|much|many|soon|big|tall|wide|heavy|thick|do|does|should|can|is|are|often)
      |(?<!\b(?:guess|sees?|matters?|exactly|(?<!\b(?:let|letting) (?:me|us) )knows?|than|like) )what(?:
        's(?! another)| is(?! another)| are| does| do| kind| type| size| colou?rs?| time| date| would|s the
      )
      |when (?:will|can|do|does|is|are|should|would|might)
      |when's|where (?:is|are|do|does|can|will)|where's
      |which (?:one|size|colou?r|model|of|ones)(?<!, which \w+)
      |(?<=^\W*|\b(?:know|advise|sure|wondering|and|so|but|me|us) )(?:which is|who (?:is|will|do))
      |why (?:is|are|do|did|does|has|hasn't|was)
      |any (?:idea|update|news) (?:when|how|on|about|what)?
      |(?:just )?(?:wondering|curious) (?:if|whether|when|how|what|about)
      |i(?:'d| would) like to know
      |(?:please |pls )?(?:can|could) you (?:please |pls )?(?:
        tell|confirm|advise|let me know|explain|recommend|clarify|check (?:if|whether|that)
      )
      |(?:please|pls|kindly) (?:advise|confirm|check|clarify|let (?:me|us) know) (?:
        if|whether|when|what|which|how|on|the|that|your|availability|stock|lead
      )
      |let (?:me|us) know(?: asap| soon| quickly| please)? (?:if|whether|when|what|which|how)(?!
        [ ](?:you have any|there are any|there's an|any) (?:questions?|issues?|problems?)
        |[ ](?:that|this|it|any of (?:that|this))(?:'s|'ll be| is| are| will be| would be| isn't| causes| gives you)?(?: going to be)?(?: not)?
        (?: an?| any| too| all)? (?:problems?|issues?|trouble|ok(?:ay)?|alright|difficult|tricky|hassle)\b
      )
      |tell (?:me|us) (?:if|whether|when|what|which|how)
      |(?:trying|need|want|like|keen|hoping) to (?:work out|figure out|find out|know|understand|decide|check)[ ]
      (?:if|whether|how|what|which|when)
      |(?:can't|couldn't|cannot) (?:work out|tell|see|figure out) (?:if|whether|how|which)
      |do you know|not sure (?:if|whether|what|which)|what about|lead time|tracking number
    )\b
  `,
  /** "We sold ours before checking how long it takes" asks nobody. */
  told: /\b(?:with|guess|guessing|showing|shows|before|without|after|never|didn't|hadn't|forgot to|failed to|underestimated|misjudged)(?: (?:[a-z]+ ){0,2}?[a-z]*)? $/,
  asksInChinese: pattern('')`
    请问(?:一下|下)?[ ,]*(?:你们?|您|贵司|店家|老板|这边|我们?)?(?:能不能|能否|可不可以|可否|可唔可以|可以|能)(?:自己|自行|另外)?(?:
      指定|选|选择|挑|更改|修改|更换|查|查询|看到|用|拿|知道|参观|试
    )[^,。?]{0,12}(?:吗|么|嘛|咩)?(?=\s*$)
    |请问[^,。?]{1,12}(?<!你们?|你哋|贵司|老板|师傅)(?:能|可以|会|可唔可以|耐唔耐)[^,。?]{1,14}(?:吗|么|嘛|咩)(?=\s*$)
    |(?:保修|质保|保固|三包)(?:期|到)?(?:是|有|几|多)?(?:几|多)(?:年|久|长|个月|天)
    |(?:来得及|赶得上|赶得及|赶得出来|赶得切|嚟得切)(?:吧|吗|么|嘛|不|未)(?=\s*$)
    |多久(?!.{0,6}(?:都|也))|(?:要|需要?|大概|大约|一般|得|预计|最快|最慢)几天|几天(?=能|可以|会|到|发|送|寄|收|才|左右|做|出)|多少天
    |(?<!随便|不管|无论|不论|任何)(?:什么|啥)时候(?<!(?:什么|啥)时候.{1,8}时候)(?!.{0,8}(?:都|也|再|(?:什么|啥)时候|就行|就好))
    |几时(?!.{0,6}(?:都|也|再))|何时|哪天(?!.{0,6}(?:都|也|再))|几号(?=能|可以|到|发|送|有)
    |(?<!(?:看见|看到|瞧见|睇到|知道|露出|显示|不管|无论|花了?|让|出现).{0,6})(?:多少钱|几多钱|几钱)
    |什么价|价格多少
    |(?<!(?:教|演示|示范|说明|指导|讲解|讲|学).{0,5})怎么(?:收费|卖|算|用|洗|装|保养|选|操作|样|弄|退|查|还)
    |(?<![一有半早晚差优缺重几](?=点)|(?:教|演示|示范|说明|指导|讲解|讲|学).{0,6})点(?:计|样|用(?!处|得|心|场)|收费)
    |如何|为什么|为何|点解
    |什么(?:区别|材质|材料|颜色(?!都|也)|尺寸|型号|牌子|规格|意思|料)
    |有什么|有啥(?![算就给来用]|[^,。]{0,2}(?:啥|就))|有咩|哪里|边度|哪个(?!都|也|[^,。?]{0,10}就)|边个|哪款(?!都)|边款(?!都)|多大|多重|多高
    |多宽|多长|多厚|几大|咩料|是什么|系咩|是不是|系咪|会不会|会唔会|够不够|够唔够|想问|问(?:下|一下|问)|想知道|想了解|咨询|请教
    |不知道(?:能|有|会|是|可)
    |(?:告知|通知|发|给|查|提供)(?:一下|我|下)*(?:单号|快递号|物流号|运单号|进度|库存)
    |运费(?:多少|怎么算|几多)|(?:能|可)否(?:告知|告诉)|能不能(?:告诉|说)
    |(?<!可以|能|要|可唔可以|能不能|改成|改)(?:是|系)(?!不|否|吗)[^,。?]{1,10}(?:吗|嘛|么|咩|(?<!嚟)㗎)(?=\s*$)
    |支不支持|支持[^,。?]{0,10}(?:吗|么|嘛)
    |(?:能不能|能否|可否|可唔可以)(?:支持|兼容|适配|用在|放进|机洗|水洗|进洗碗机|微波)
    |(?:能|可以|会)(?:机洗|水洗|手洗|进洗碗机|微波|进烤箱|放冰箱|褪色|缩水|掉色|生锈|起球)吗
    |还是[^,。?]{1,8}(?=\?)
    |(?:能|可以|可唔可以|包|支持)(?:退|换|退换|退货|换货|修|保修|试用?)(?:吗|么|不|咩|嘛)
    |(?![要可好行能是会用来得])([\u4e00-\u9fff])不\1
    |多少(?:斤|公斤|千克|克|瓦|伏|升|毫升|米|厘米|公分|寸|度|层|人|个人|平|页)
    |(?:是|有|分|带|坐|装)几(?:个人|人|层|格|档|头|寸|种|色|页|片|块)
    |(?:要|需要|还要|使)(?:唔使)?(?:另外)?(?:加|收|补|付|交|给|俾)[^,。?]{0,6}(?:吗|么|咩|嘛)
    |进度(?:如何|怎么样)|到哪(?:里|了)
    |(?:有|仲有|还有|剩|剩下)(?:多少|几多)(?:现货|存货|库存|货)|(?:现货|存货|库存)(?:还|仲)?(?:有|剩)(?:多少|几多)
  `,
  /** Opens a question that is answered by yes or no; only with its mark. */
  yesOrNo: pattern('')`
    ^\W*(?:(?:hi|hello|hey|quick question|and|also|so)\W+)*(?:is|are|does|did|was|were|has|have|will) (?!you (?:be able|please|kindly)\b)
    (?:
      the|it|this|that|these|they|there(?! any (?:way|chance))|your|any|you|my|all|each|his|her|our
    )\b
  `,
  /** The same without its mark: no wish begins so. */
  bareYesOrNo: /^\W*(?:is|are|does|did|was|were) (?:it|they|this|that|these|those|there)\b/,
  /** Asks what there is. */
  available: pattern('u')`
    (?:^|[,.] ?|\band |\bso |\bbut |\bhi |\bhello )(?:is|are) (?:it|this|that|these|they|the|there|any|all)\b[^.!\n]{0,40}\b
    (?:
      in stock|available|included|possible|washable|safe|waterproof|compatible|the same|real|genuine|suitable|left|covered|enough
      |true to size
    )\b(?! to\b)
    |(?:^|[,.] ?|\band |\bso |\bbut |\bhi |\bhello )(?:
      do (?:you|they)
      |does (?:it|this|that|these|the|your|they|she|he)
      |do (?:these|those|the|your)(?=
        [^.!,\n]{0,40}? (?:
          come|have|fit|work|need|include|match|take|run|stand|hold|go|last|get|use|contain|ship|look|feel|weigh|cost|wash|fade|shrink
          |support|require|stack|fold|still|ever|all|both|float|rust|leak|smell|bend|sit|count|qualify|double
        )\b
      )
    )\b[^.!\n]{0,50}
    |\bhave you (?:got|any)\b
    |(?:^|[,.] ?)(?:will|would) (?:it|this|that|they|these|the)\b[^.!\n]{2,40}(?=$)
    |(?:有没有|有冇|有无)(?!.{0,6}都)
    |(?:有|仲有|还有)(?:现)?货(?:吗|嘛|么|未|呢|冇)?(?=\s*$)
    |有(?:[\p{Script=Han}a-z\d ]{1,8})(?:吗|么|嘛|咩|呢)\s*$
  `,
  /** A sentence that only looks like one. */
  noQuestion: pattern('')`
    ^(?:\W)*(?:
      ok(?:ay)?|right|really|seriously|understood|got it|deal|thanks|thank you|please|pls|hi|hello|hey|hi there|好吗|可以吗|行吗|好不好
      |行不行|得唔得|ok吗|可唔可以|可以不|好么|不急|唔急|还不急|急不急|拜托了?好吗|you know|yeah|huh|what|why not|guys
    )(?:\W)*$
    |\b(?:any|have) questions?\b
    |\bwhat(?:ever)?(?:'s| is) (?:in stock|ready|available|left)\b
    |^[^什啥乜咩哪几怎吗呢么多?]*有(?:什么|啥|乜嘢?|咩)[就咪]?[发给寄送俾畀来](?:什么|啥|乜嘢?|咩)[^什啥乜咩哪几怎吗呢么多?]*$
  `,
  /** Only asks whether something can be done for them; what that is another rule has read or leaves unread. */
  politeOnly: pattern('u')`
    ^\W*(?:(?:hi|hello|so|and|also|please|if possible)\W+)*(?:can|could|would|will|may) (?:
      you|ye|u|we|i|someone|somebody|anyone|your
      |(?:the|your) (?:lads?|guys?|team|crew|men|chaps|fitters?|postman|postie|drivers?|movers)
      |the (?:parcel|order|delivery|driver|courier|package|goods|box(?:es)?|invoice)
      |(?:it|they|these|this) (?:go|come|be (?:sent|delivered|shipped|left|wrapped|packed|engraved|printed|made))
    )\b
    |^\W*(?:(?:hi|hello|so|and|also|please)\W+)*(?:
      is there any (?:way|chance)|any (?:way|chance)|(?:would|is) it (?:be )?possible
      |do you think (?:you|we|it|they|these) (?:can|could)
    )\b
    |^(?:请问|你好|您好|老板|亲|[,! ])*(?:[\p{Script=Han}]{1,8}的时候|到时候?|顺便|另外|还有|那|这次)?(?:
      可以|能|能不能|可不可以|可否|能否|麻烦|可唔可以|得唔得|好吗|行吗
    )
  `,
  /** Asks whether something is offered: then what it names is no wish. */
  offered: pattern('')`
    \b(?:do|does) (?:you|it|they|your)\b[^.!\n]{0,30}\b(?:offer|have|sell|stock|provide|come|do|include|carry|make|support)\b
    |\b(?:is|are) [^.!\n]{0,40}\b(?:available|included|an option|extra)\b
    |\bhow (?!much (?:i|we|it|they) (?:paid|cost|spent))(?:much|long)\b
    |有没有|有冇
    |(?<!(?:看见|看到|瞧见|睇到|知道|露出|花了?|让).{0,6})多少钱
    |怎么(?:收费|算)|几多钱|几钱|收费吗|要钱吗|另外收费|是不是包|包(?:邮|安装|送货)吗|(?:什么|啥)时候(?:可以|能)
    |(?:要|需要)(?:上门|自己)?(?:安装|组装|调试)吗
    |(?:保修|质保|保固|三包)(?:期|到)?(?:是|有)?(?:几|多)(?:年|久|长|个月|天)
  `,
};
