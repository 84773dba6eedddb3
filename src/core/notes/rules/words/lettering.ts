import { pattern } from '../../../text/pattern.ts';

export const printed = pattern('g')`
  \b(?:
    print(?:ed|ing)?|embroider(?:ed|y)?|writ(?:e|ten|ing)|iced|piped|lettering|ic(?:e|ing)|pip(?:e|ing)|says?|saying|reads?|reading
    |personali[sz]ed?
  )\b
  |(?<![复影脚手水指烙心封])(?<!打(?=印[机件纸店资出]))印(?:字|上)?
  |绣字|绣上|绣|写上|写着|写|(?<![问话主标试考难课])题(?=[字写上]| ?\ufffc)|喷字
`;
/** "Write … on the card", "write 0 in the amount field": what a card is to say, or a form to hold, is no lettering. */
export const onCard =
  /\b(?:in|into) (?:the|an?) (?:[a-z]+ )?(?:field|column|cell)\b|\b(?:on|in) (?:the|a|an|its|their) (?:[a-z]+ )?(?:card|tag|note)\b|[在喺于](?:张|一张)?(?:贺|小|心意|生日)?(?:卡|咭)/;
/** "The invoice should say March": what papers are to say is no lettering either. */
export const onPaper = pattern('')`
  \b(?:
    invoices?|receipts?|bills?|paperwork|documents?|delivery notes?|packing (?:slips?|lists?)|dockets?|customs (?:forms?|declarations?)
    |waybills?|shipping labels?|(?:vat|tax|gst) [a-z]+
  )(?: (?:should|must|has to|have to|needs? to|ought to|is to|are to|can|could|please|to|just|only|also))*(?:
    [ ](?:be|say|says|saying|read|reads|reading|state|show|carry|mention|include)
  )?[ :]*$
`;
/** "My sister says “I do”": what somebody says goes onto nothing. */
export const saidBy = pattern('')`
  \b(?:
    (?:my|our|his|her|their|the) (?:[a-z]+ )?(?:
      sister|brother|mum|mom|mother|dad|father|husband|wife|son|daughter|partner|boss|friend|colleague|neighbour|neighbor|aunt|uncle|nan
      |gran|granny|kids?|children|niece|nephew|fiancee?|teacher|customers?|clients?
    )
    |he|she|everyone|everybody|people
  )(?: (?:always|often|just|will|already|first|finally))*(?: (?:say|says|said))?[ :,]*$
`;
/** "I still write all my letters by hand" */
export const writtenBy =
  /\b(?:(?:i|we|he|she|they|who|kids|students|teachers|staff)(?: (?:still|always|usually|only|often|mostly|can|can't|will))*|is|are|was|were|been|keeps?|started|busy|loves?|hates?|by|of|from) $/;
export const ontoPaper =
  /^[^.;!?\n]{0,60}\b(?:on|onto|in|across) (?:the|an?|your|my|our|its|each|every) (?:[a-z]+ )?(?:invoice|receipt|bill|paperwork|delivery note|packing (?:slip|list)|docket|waybill|shipping label)s?\b/;
/** Between the verb and its text. */
export const joint = pattern('u')`
  ^(?:
    [ ]?(?:
      with|it with|them with
      |(?:the |our |my )?(?:
        (?:
          school|company|team|family|shop|brand|club|hotel|restaurant|cafe|farm|pub|bar|studio|business|house|boat|church|bakery|full|first
          |last
        )(?:'s)?[ ]
      )?(?:name|motto|slogan)s?
      |the (?:words?|names?|text|letters?|initials|phrase)
      |words?|names?|text|initials|on (?:it|them|the [a-z]+(?: [a-z]+)?)|it|should (?:say|read)|to (?:say|read)|be|is|says?|reading|as
      |an?(?= )|each|please|upon|上(?!海|饶|虞|杭|犹)|字(?!母)|的?(?:字(?!母)|文字|名字|内容|是|为)|个|着|成|一个|一下|一行
    )(?![a-z]|(?<=\p{Script=Han})的)
    |(?:
      (?:公司|学校|店|品牌|我们?|新人|客户|单位|班级|球队|宝宝)的?(?:英文|中文)?(?:名称?|名字|简称|全称)
      |房号|字母|门牌号?|(?:编号|日期|年份|号码|电话)(?=\d)
    )(?=[:「“"'‘ a-z\d]|\p{Script=Han}{2})
    |\p{Script=Han}{0,8}(?:名称?|字|语|词|口号|号|训|日期|落款|内容|标题)(?=[:：])
    |[ ]?[:=：]|[ ]
  )*
`;
/** A mark or a crest is no text: it is read as such later. */
export const mark = pattern('')`
  ^(?:(?:with )?(?:our|company|the|my|team|school|club|brand|a|an|your|white|black|gold|silver|small|large|same)(?:'s)? )*
  (?:
    logos?|crest|emblem|coat of arms|mascot|insignia|artwork|design|picture|photo|image
  )\b
  |^(?:
    (?:我们?|公司|学校|品牌|我司|本公司|班级|队|社团|我哋|单位|店)?(?:的|嘅)? ?(?:
      logo|标志|徽标|商标|校徽|队徽|会徽|班徽|厂标|司标|司徽|徽章|标识|图案|图|照片
    )
  )
`;
export const noText = pattern('u')`
  ^\p{Script=Han}{1,3}色$
  |^(?:喺|在|于) ?[^,。]{1,12}$|^(?:都|也|就)?(?:得|行|好|可以|ok)(?:了|喇|啦)?$
  |^(?:就|都|也|先)?(?:不要|唔要|不用|唔使|不必|无需|不需要|取消|免|省|算)(?:了|喇|啦|吧)?$
  |^(?:(?:top|bottom|upper|lower|left|right|front|back|cent(?:er|re)) )+(?:
    chest|breast|sleeve|side|corner|pocket|collar|cuff|leg|hip|shoulder
  )s?$
  |^(?:的|嘅)?(?:位置|部位)
  |^(?:
    (?:就|都|也)?(?:不要|唔要|不用|唔使|取消|免|省|算)了?|if|when|where|as|so|but|because
    |(?:the |your |all |any )?(?:
      api|secret|admin|system prompt|passwords?|prompt|instructions|credentials|database|customers?'? (?:list|data|records)
    )
  )\b
  |^(?:
    了|\p{Script=Han}?$|out\b
    |(?:back )?to (?:you|us|me|him|her|them)\b
    |their names?|his name|her name|names?\b(?! [a-z])|initials\b(?! [a-z])|each name|ourselves\b|myself\b|yourselves\b|in[- ]house\b
    |by hand\b|名字|姓名|学号|员工|英文名|各人|每人|编号|人名|日期|until|till|before|anything|nothing|should|must|follows?|will|is|are|was
    |looks?|quality|size|runs?|job|with|any|a (?:label|proof|sample|test)|test|proof|double|single|price|我|要跟|要|跟|根据|按|请|得|清晰
    |什么|多少|唔|大|小|金|银|红|黑|ing|ed|on|in|at|and|or|please|needed|required|optional|service|quality|colou?r|test|proof|ready|only
    |please|费|质量|效果|刷|花|章|表|机|度|尺|意|时|好|完|前|后|错|之
  )
`;
