import { pattern } from '../../../text/pattern.ts';

/** Words that turn a property into something not asked for: an exclusion, a complaint, a question, a substitute. */
export const specDenied = {
  before: pattern('')`
    (?:
      \b(?:
        (?:substitut|swap|replac)\w*(?: it| them)? (?:with|for|by)
        |not?|never|without|except|anything but|everything but|all but|other than|avoid|instead of|rather than
        |(?:don't|do not|never) (?:want|like|use|send|give|ship)
        |no more|isn't|aren't|replac(?:e|ing)|from
      )(?: (?:the|a|an|any|in))?
      |\b(?:traces?|hints?|whiffs?|specks?|crumbs?|dusting) of(?: any)?
      |避开(?:含|有)?|远离|碰不得|不能碰|别放|别加|不放|不加|勿放|勿加|唔好落|唔好放|唔放
      |\b(?:allergic|allerg(?:y|ies)|intolerant|sensitive|averse|reacts?(?: (?:badly|terribly|awfully|so))?) (?:to|of)
      (?: (?:the|any|all|real))?
      |\b(?:
        hates?|dislikes?|detests?|loathes?
        |(?<!you )can't (?:stand|bear|abide|have|use|wear)
        |(?<!you )cannot (?:stand|bear|abide|have|use|wear)
        |(?<!you )(?:don't|doesn't|do not|does not) (?:do|wear|eat|touch|care for|buy)
        |steer clear of|stay away from|keep away from
        |(?:not|never) (?:an? )?(?:big |great )?(?:fans?|keen|fond|into|lovers?) (?:of|on)?
        |free (?:of|from)|skip|avoid(?:ing)?|nothing
      )(?: (?:the|any|all|real|genuine))?
      |\b(?:
        nothing|not anything|none
        |no (?:parts?|bits?|pieces?|items?|straps?|handles?|seats?|colou?rs?|things?|stuff|materials?|ingredients?)
      ) (?:with|in|of|made (?:of|from|out of|with)|containing|that (?:has|contains|is)|that's|remotely|too|even slightly)
      (?: (?:the|any|real|genuine))?
      |(?:不要|不想要|(?<!特|分|个|级|类|性|区|差|告|鉴)别|唔要|唔好|勿|(?<!要|可|好|能|是)不)(?:给我|再)?(?:
        有|带|含|用|选|拿|加|放|沾|碰|印|绣|刻|喷|打|贴|做成|做|来
      )(?:上|任何|什么|真)?
      |不要|不想要|唔好|(?<!特|分|个|级|类|性|区|差|告|鉴)别|不是|除了|不含|不能有|不用|避免|唔要|勿|而不是|代替
      |(?<!特|分|个|级|类|性|区|差|告|鉴)[别勿](?:拿|用|给|换)
      |不要(?:拿|用)|唔好(?:攞|用)
    ) ?$
  `,
  /** "Leather-free", "anything with leather is out", "keep latex out of it". */
  after: pattern('')`
    ^(?:
      [- ]free(?![a-z])(?! (?:shipping|delivery|of charge|gift))
      |[ ](?:is|are)(?: (?:all|strictly|absolutely|completely))? (?:
        out|a no|a no-no|no-nos?
        |not (?:ok(?:ay)?|allowed|acceptable|an option|wanted|welcome|for us)
        |off the table|banned|forbidden|prohibited|no good|a problem
      )(?![a-z])(?! (?:of stock|now|here))
      |[ ](?:well )?(?:out of|away from) (?:it|this|these|the|them)(?= |$|\W)
    )
    |^(?:的|款|色)?(?:一概|一律|统统|通通|绝对|坚决|全)?(?:都)?(?:不要|唔要|不行|不可以|不能有|免谈|别来)(?![了咗喇啦换])
  `,
  /** "Avoid leather", where the list has taken the verb for a part of the value. */
  within: /^(?:nothing|avoid(?:ing)?|skip|hates?|without|no(?= [a-z]{3})) (?!beats|but|like|better|nicer|special|fancy)/,
  substitute: pattern('')`
    (?:
      \b(?:
        otherwise|or else|if not
        |if (?:it's |that's |the )?(?:\w+ )?(?:is |are )?(?:out of stock|unavailable|not available|sold out|out)
        |failing that
        |as (?:a )?(?:backup|fallback|second choice|alternative)
        |or
      )\b[^.]{0,24}
      |\bif (?:the |your )?[^.,]{1,24}?(?: is| are|'s| have| has| run| runs) (?:
        gone|out|finished|sold out|unavailable|not available|oos|run out|run dry|dry
      )\b[^.]{0,30}
      |\b(?:no|out of) stock\b[^.]{0,16}
      |(?:(?<!有)没有|没货|缺货|断货|卖[晒完光]|售罄|断[码色]|冇咗|唔够|如果没有?|要是没有?|冇货|无货)(?!有)[^。]{1,14}
      |没[^,。]{1,6}(?:就|换)[^。]{0,4}|(?:或者?|否则|不然)[^。]{0,4}
    )$
  `,
  substituteAfter: pattern('')`
    ^ (?:is|was|would be|are|seems?|looks?) (?:far |much |way |a bit |rather |just |a touch |a little )*too[ ]
    |^ ?(?:is |are |would be |will be )?(?:also )?(?:ok(?:ay)?|fine|acceptable|works)(?: too| as well| instead)?
    |^(?:的|色)? ?(?:也行|也可以|也 ?ok|也得|也好|都行|都得|代替|替代|顶上)
  `,
  clause: pattern('')`
    \b(?:we|i|you) (?:said|specified|clearly asked)\b
    |\b(?:is|are|'s|'re|been|was) already (?:sanded|painted|primed|stained|varnished|waxed|oiled|polished|lacquered)\b
    |\b(?:whoever|somebody|someone)\b[^,.]*\b(?:decided|packed|picked|thought|sent)\b
    |\bif (?:you|it|they|there|all you)(?:'s| is|'ve| have| are)? (?:only|just|is|have is)\b
    |\b(?:we|i)(?: have|'ve)?(?: just)? (?:painted|redecorated|decorated)\b
    |\b(?:i|we) (?:cut|sell|work with|use|run|handle) [a-z]+ (?:all|every|day|most)\b
    |\b(?:using|had|loved|bought|been buying) your\b
    |\b(?:do|does|will|would) (?:this|it|these|they|those|the \w+) come\b
    |\b(?:in case (?:that|it) helps|for (?:your )?reference|if that helps)\b
    |\b(?:
      do you have|have you got|is there|are there|does it come|available in|is (?:it|the)|came|arrived|received
      |(?:are|were) (?:they|these|those)|last (?:time|order|batch)|previous(?:ly)?|the other order|was|were|got sent
    )\b
    |(?<!可以|能|要|改成|改)(?:是|系)(?!不|否|吗)[^,。?]{1,10}(?:吗|嘛|么|咩)$
    |(?<!没|可以|能|要|可唔可以)有(?!冇|无|没|得)[^,。?]{1,10}(?:吗|嘛|么|咩)$
    |\b(?:can't|cannot|mustn't|must not|can not|shouldn't) (?:be near|go near|touch|have|eat|be around|come near|wear|tolerate|stand|handle)
    \b
    |支持|兼容|过敏|敏感|起疹|闻不得|碰不得|一沾|一碰
    |(?:可以|能|可唔可以|会)[^,。]{0,6}(?:洗|微波|加热|泡|晒|冻|冷藏|烤)[^,。]{0,3}(?:吗|么|咩)
    |下单时|原先|说好是|原本|本来|上次|之前那|上回
    |(?:旧年|去年|上年|前年|以前|早前|先前)(?:都|也|就|已经?|有)?(?:买|订|定|落|做|帮衬)(?:过|咗)
    |有没有|有无|还有.{0,8}吗|是不是|收到的|发来的|寄来的|自己(?:会|来|再|动手)|限[高宽重长]
    |请问[^,。?]{1,12}(?:能|可以|会)[^,。?]{1,14}(?:吗|么|嘛|咩)
  `,
};
