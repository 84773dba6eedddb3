import { pattern } from '../../text/pattern.ts';

/** What an order says it wants. */
export const asks = pattern('')`
  \b(?:
    (?:i|we)(?:'d| would)? ?(?:also |just |really |still )?(?:need|want|like|require|order|take|wanna|buy|get)\b
    |(?:i|we)(?:'ll| will) (?:have|take|need|order|get)
    |(?:need|want|wants|order|buy|purchase|require|wanna|gimme|add|supply)\b
    |(?:send|get|give|bring|ship|book|put)(?: me| us| over)\b
    |(?:can|could|may) (?:i|we) (?:please |also )?(?:get|have|order|buy)\b
    |looking for\b
    |(?:send|ship|deliver|bring) (?:an?|the|some|\d)
    |please (?:send|ship|deliver|get)\b|let's (?:get|order|do)\b|how about\b
  )
  |我要|我想要|想要|需要|要(?![求是紧])|来(?!自|源|电|信|往|过|说)|买|订(?!单)|订购|给我|帮我|下单|采购|求购|拿|再加
`;

/** Talk about goods that orders none: what came before, what is broken, what is only asked about, what is not wanted. */
export const past = pattern('')`
  \b(?:
    ordered|bought|purchased|received|arrived|broken|damaged|missing|faulty|defective|return(?:ed|ing)?|refund(?:ed)?|exchange|cracked
    |scratched
    |last (?:week|month|time|year|order|friday|monday)
    |(?:the|our|my|your) old|you sent|sent (?:me|us)
    |(?:delivered|shipped)(?! (?:to|by|before|on|at|in|tomorrow|today|next|asap|this))
    |(?<!\b(?:can|could|may|shall|must|will) )(?:i|we) have
    |we've got|i've got|already have|was|were|previous order
  )\b
  |旧|已经?(?:买|订|下单|收到|有)|收到|坏|破|退(?!订)|换货|上次|上个月|上周|之前(?:买|订)|少发|错发|发错|漏发|少了|投诉|质量
`;
export const asksAbout = pattern('')`
  \b(?:
    how (?:much|many|long|big|heavy)
    |do you (?:have|sell|stock|carry|offer|do|make)
    |have you got|in stock|available|availability|what(?:'s| is| are| about)?|which|when|where|why|is there|are there|does|price of|cost
    |quote for|quotation|let me know|tell me|wondering
  )\b
  |多少钱|什么价|价格|怎么卖|有没有|有货|现货|库存|多久|几天|能不能便宜|报价|什么时候|哪种|哪款|是什么|怎么样
`;
export const refuses = pattern('')`
  (?:
    \b(?:
      don't|dont|do not|doesn't|didn't|won't|no longer|not|never|without|instead of|rather than|except|cancel|remove|drop|delete|no need|no
    )\b
    |不(?:要|用|需要|想要|买|订|是)|不要|别|取消|去掉|删|无需|没有|除了|而不是
  )
`;

/** Statements of query languages: a text that carries one is looked at by people, not made into lines. */
export const statement = pattern('')`
  "(?:role|system|content|tool|function)"\s?:
  |\b(?:
    select\b.{1,80}\bfrom|insert\s+into|delete\s+from|drop\s+(?:table|database)|update\s+\w+\s+set|union\s+(?:all\s+)?select|alter\s+table
    |exec(?:ute)?\s+\w+\(
  )
`;

/** "She turns ninety", "my son is turning 5": how old somebody is counts no goods. */
export const ages = /\b(?:he|she|they|who|(?:my|our|his|her) [a-z]+)(?:'s| is| are)? (?:turns?|turning|turned)$/;
