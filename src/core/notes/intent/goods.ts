import { pattern } from '../../text/pattern.ts';

const time =
  "(?:am|pm|days?|weeks?|weekdays?|hours?|hrs?|minutes?|mins?|months?|years?|times?|people|persons?|percent|o'?clock|jan\\w*|feb\\w*|mar(?:ch)?|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*|st|nd|rd|th|please|and|or|to|is|has|on|in|at|from|by|the|my|i|we|of|for|today|tomorrow|already|still|instead|orders?)";
const few =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|an? dozen|half a dozen|a couple of|several|some more|another)';
const service =
  '(?:update|human|person|refund|return|replacement|agent|manager|tracking|status|eta|link|copy|invoice|receipt|quote|discount|number|someone|somebody|call|ring|bell|shout|callback|representative|rep|operator|supervisor|answer|reply|response|explanation|help|hand|minute|moment|question|problem|complaint|different|(?:new |different |delivery )?(?:address|date|day|time|slot|delivery)|confirmation|chat|word|talk)';

/** Goods wanted: a count with a thing behind it, or a verb of ordering. */
const counted = new RegExp(
  `\\b\\d{1,6}(?: ?x)? (?!${time}\\b)[a-z]{3,}|\\bx ?\\d{1,5}\\b|\\b${few} (?!${time}\\b)(?!${service}\\b)[a-z]{3,}`,
);
const asked = new RegExp(
  `\\b(?:order|buy|purchase|add|get me|send me|ship me|give me|bring me|(?:i|we)(?:'d| would)? (?:also )?(?:need|want|like)(?! to)) (?:an?|the|some|more|another|\\d+) (?!${service}\\b)(?!(?:real|live|actual|full|partial|proper|quick|status|shipping|delivery|same|last|previous|usual)\\b)[a-z]{3,}`,
);
const han = pattern('')`
  [\d一二两三四五六七八九十百几](?:
    把|张
    |个(?!小时|工作日|月|星期|礼拜|人|问题|电话|地址|地方|时间|时候|日期)
    |盏|台|套|箱|块|本|支|只|件(?!事)|条|盒|瓶|双|卷|打
  )(?!订单|单)
  |(?:再来|再要|再订|再买|加购|想买|要买|想订|要订|订购|购买)(?!一?(?:单|份|次|遍|样|批|套)|同样|上次|◊)
`;
/** What was bought before is spoken of, not wanted. */
const past = pattern('')`
  \b(?:i|we|you)(?:'ve| have|'d| had)? (?:just |already |recently )?(?:ordered|bought|placed|purchased|received|got|sent|shipped|delivered)
  \b
  |(?:买|订|下单|定)(?:了|的)|(?:收到|发来|寄来|送来)的?
  |\b(?:missing|broken|damaged|scratched)\b
  |\bonly \w+ of\b|坏|破|退
  |[少缺](?:[一二两三四五六几\d]+)?(?:颗|粒|个|支|只|条|块|根)?(?:螺丝|轮|脚|腿|扶手|配件|零件)
  |[少漏错]发|[少漏唔]咗|少了|漏了|缺
`;

/** Whether a message asks for goods, so that it is more than a question about an order. */
export const wantsGoods = (flat: string): boolean => !past.test(flat) && (counted.test(flat) || asked.test(flat) || han.test(flat));

/** Whether goods are counted, whoever they belong to. */
export const countsGoods = (flat: string): boolean => counted.test(flat) || han.test(flat);
