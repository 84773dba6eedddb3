/**
 * Words by which somebody wants to hear no more from the desk, anywhere in a message: to miss them breaks a promise, and in many places the
 * law. The text is flat as for `Ask`. Whoever opts out by mistake writes START.
 */
const messages =
  '(?:messages?|messaging|msgs?|texts?|texting|sms|e-?mails?|mails|mailings?|newsletters?|notifications?|spam|reminders?|surveys?|dms?|pings?|communications?)';
const few = '(?: (?:all|any|the|your|these|those|this|more|of|further|such|me|us|with|so many|automated|annoying|to))*';
const over = '(?: (?:again|any ?more|ever again|ever|any longer|at all|from now on|in future|in the future))';
/** Behind it, only courtesy or another sentence: "don't text me before nine" says when, "don't message me, call" how. */
const end =
  "(?= *(?:$|please|pls|thanks|thank you|now|immediately|asap|ok|okay|i'?m|i am|i have|i don'?t|i do not|i want|this is|it'?s|it is|and (?!send|text|call|message|use)|or\\b|you\\b|already|today|right))";

const english = new RegExp(
  [
    `\\bunsubscrib(?:e|ing)\\b(?! link)|\\bopt(?:ing)? (?:me |us |my \\w+ )?out\\b|\\bopt ?-?out (?:please|now|me)`,
    `\\b(?:stop|quit|cease|end)${few} (?:messag|text|contact|spamm|bother|e-?mail|mail|bugg|harass|annoy|pester|ping|dm'?|nagg|writ)ing(?: to)?(?: me| us|$)`,
    `\\b(?:stop|quit|cease|end|enough)(?: sending| with| of)?${few} ${messages}\\b(?! (?:my|her|him|them|our|to (?:my|the|our|his|her)|about (?:my|the|our|this) (?:order|delivery)))`,
    `\\b(?:don'?t|do not|never|stop trying to|you (?:may|should|can|must) (?:not|no longer))(?: ever)? (?:message|text|contact|write(?: to)?|e-?mail|bother|spam|mail|ping|dm)(?: me| us)(?:${over}+|${end})`,
    `\\b(?:don'?t|do not|never)(?: ever)? send (?:me |us )?(?:any )?(?:more )?${messages}(?: (?:to me|to us))?(?:${over}+|${end})`,
    `\\b(?:remove|take|delete|drop|strike|get|unlist) (?:me|us|my (?:number|name|e-?mail|contact|details)|this number)(?: \\w+){0,2} (?:off|from|out of|of)(?: of)?(?: (?:your|the|this|any|all|these|every))* (?:\\w+ ){0,2}(?:lists?|mailings?|messages|newsletters?|notifications|contacts|updates|distribution)\\b`,
    `\\b(?:remove|take) (?:me|us) off$|\\btake (?:me|my (?:name|number)) off (?:it|this)$`,
    `\\bno (?:more|further) ${messages}(?:${end}|${over}|(?= from))`,
    `\\b(?:don'?t|do not|no longer|not|never) (?:want|wish|care|like|need|interested)(?: to| in)?(?: (?:receive|get|have|be sent|see|getting|receiving|hear|you to (?:send|message|text|contact|write)))*(?: (?:any|more|all|your|these|those|the|me|us|such|from|further))* (?:${messages}|from you(?: guys| people)?|me|you)(?:${over}*)(?=$| (?:please|thanks|any|from|i|ok)\\b)`,
    `\\b(?:leave (?:me|us) (?:alone|in peace)|lose my number|forget my number)\\b(?! with)`,
    `\\b(?:cancel|end|terminate|turn off|switch off|disable|deactivate)(?: (?:my|the|all|your|these|this|any))* (?:notifications|messages|newsletter|mailings?|reminders)\\b|\\bturn (?:the |your |these |my )?(?:messages|notifications|reminders) off\\b`,
    '^(?:please |just |pls )+stop$|^stop(?: now| already| please)+$',
  ].join('|'),
);

/** 消息, 信息, 短信, 通知, 推送 …: what comes from the desk. */
const han = '(?:消息|信息|讯息|短信|短讯|简讯|通知|推送|推播|微信|邮件|电邮|message|msg|sms|私信|骚扰|垃圾信息|提醒)';
const not =
  '(?:别|不要|勿|莫|请勿|唔好|唔准|咪|不准|不许|停止|禁止|无需|不必|不用|唔使|不想|唔想|不愿|不希望|唔需要|不需要|拒绝|拒收|取消)';
const send = '(?:发|传|寄|寄送|推|推送|发送|传送|send|来|接收|收到?|看到|打|轰炸)';
const me = '(?:给|俾|畀|向|对|跟|同|于)?(?:我们?|我哋|本人)?';
const chinese = new RegExp(
  [
    '退订|取消(?:我的?|你们?的?|所有|全部|这个|呢个)*(?:订阅|关注|推送|接收)|(?:退出|解除)(?:订阅|推送|名单|列表)',
    `${not}(?:再|继续|老|总|一直|成日|来|收|要|接收|你们?的?|你哋嘅?|任何)*${me}${send}(?:再|来|到|出|过)*${me}(?:任何|你们?的?|你哋嘅?|这些|呢啲|这种|什么|那么多|咁多|的|嘅|啲|垃圾|群)*${han}`,
    `${not}(?:再|继续|老|总|一直|成日)+${me}${send}(?:${me})?(?:啦|喇|了|嚟|来)*$|${not}(?:再|继续)?(?:给|俾|畀)(?:我们?|我哋)${send}(?:了|喇|啦)*$`,
    `${not}(?:再|继续|老|总|成日)*(?:来)?(?:骚扰|烦|打扰|联系|联络|搵|揾|找)(?:我们?|我哋)(?:了|喇|啦|吧|好吗|好不好|好唔好|得唔得|行吗|可以吗)*(?=$|烦|我|谢|唔该|已经|真)`,
    `(?:把|将)?(?:我|我们|我的(?:号码?|名字|电话|邮箱))(?:从|喺|在)?.{0,6}(?:名单|列表|群发|通讯录).{0,3}(?:删|移|剔|去|拿|除|踢)`,
    `(?:从|喺|在).{0,6}(?:名单|列表|群发).{0,4}(?:删|移|剔|去|除)(?:掉|除)?我`,
    `(?:不|唔)(?:再)?(?:接收|收|要)(?:任何|你们?的?|你哋嘅?|啲|这些)*${han}(?:了|喇|啦|通知|推送|谢谢|唔该)*$`,
    '^(?:请|麻烦|都|求你们?|唔该)*(?:别|不要|唔好)(?:再)?(?:发|send|传|烦)(?:了|喇|啦)?(?:$|烦死|好烦|很烦|真烦|我不想|谢谢|唔该)',
    `(?:关闭|关掉|关了|屏蔽|停|停掉|停了|停止|终止)(?:所有|全部|你们?的?|这些|我的)*(?:发送?|推送)?(?:所有|全部|你们?的?|这些)*${han}`,
  ].join('|'),
);

/** It is asked about, ruled out, only threatened, or told of: nobody opts out by that. */
const notSo = new RegExp(
  [
    "\\b(?:don'?t|do not|never|didn'?t|did not|not|without|haven'?t|wasn'?t|won'?t|no need to|rather not|please don'?t)(?: (?:want|wish|ask\\w*|mean|say|said|to|going|trying|have|let|ever|you|me))* (?:unsubscrib\\w*|opt|stop|quit|leave|remove|take|end|cancel)\\b",
    "\\b(?:if|unless|otherwise|or (?:i|we)|before i|in case|might|may|maybe|will have to)\\b(?: [\\w']+){0,12}? (?:unsubscrib\\w*|opt|stop|quit|leave|remove)\\b",
    '^(?:how|why|when|what|who|where|did|do(?! not)|does|am|is|was|were|have|has|had|are|should|which)\\b.*\\b(?:unsubscrib\\w*|opt|stop\\w*|leave|remove|messag\\w*|text\\w*|contact\\w*)',
    '\\b(?:got|been|was|were|accidentally|already|by mistake|by accident|wrongly) (?:unsubscribed|opted out)|\\b(?:print|engrav\\w+|says?|saying|write|written|words?|label\\w*|button|embroider\\w*|logo)\\b(?: \\w+){0,4} \\W?(?:unsubscribe|stop|opt)',
    '(?:没|没有|冇|不是|唔系|不想|不要|别|唔好|唔想|先别|还没|为什么|怎么|如何|点样|点解|可以|能|会|几时|什么时候)(?:给我|帮我|我|要|说|话|讲|想|过|再|把我|就|会|被)*(?:退订|取消订阅|停止)',
    '(?:如果|要是|否则|不然|再这样|若|万一|就要?)(?!.*(?:请|麻烦))(?:.{0,12})?(?:退订|取消订阅|骚扰)|(?:印|刻|写)(?:上|着)?.{0,3}(?:退订|停止)|被退订|退订了(?:吗|么|没)|不要(?:忘|停止)',
    // the goods or the order shall not come, or come another way: that is about the delivery
    '别再(?:发错|寄错|送错|搞错)|(?:发|寄|送)(?:错|到|去|货)|(?:打电话|电话联系|微信联系|用微信)|联系(?:我们?)?(?:的)?(?:朋友|老婆|老公|家人|同事|前台)|(?:晚上|早上|上班|中午|周末|半夜|\\d+点).{0,6}(?:别|不要|唔好)',
  ].join('|'),
);

/** Whether the flat text asks for no more messages, beyond doubt. */
export const optsOut = (flat: string): boolean => (english.test(flat) || chinese.test(close(flat))) && !notSo.test(flat);

/** Chinese with an English word in it has blanks around that. */
const close = (flat: string): string => (/\p{Script=Han}/u.test(flat) ? flat.replaceAll(' ', '') : flat);

/** Whether it may: worth a button, and no more. */
export const mayOptOut = (flat: string): boolean =>
  english.test(flat) ||
  chinese.test(close(flat)) ||
  /\bunsubscrib|\bspam|\bopt out\b|^(?:please |just |pls )*stop (?:it|this|that)\b|退订|取消订阅|骚扰/.test(flat);

/** Only offers, advertising and the like are meant: messages about orders go on. */
const offers = new RegExp(
  [
    `\\b(?:stop|no more|quit|end|don'?t (?:want|send|need)|do not (?:want|send|need)|unsubscribe(?: me)? from|remove me from|take me off|opt out of|no longer want)\\b(?: (?:sending|receiving|getting|to|receive|get|me|us|any|all|the|your|these|those|more|with|of|please|such|such|special))* (?:offers?|promos?|promotions?|promotional|ads?|advert\\w*|marketing|sales? (?:messages|mails|texts)|deals|coupons?|discounts? (?:messages|codes?)|newsletters?)\\b`,
    `${not}.{0,10}(?:优惠|促销|推销|广告|推广|营销|特价|活动|折扣)(?:信息|消息|讯息|短信|通知|推送|邮件)?(?:了|喇|啦|给我|俾我)*$`,
  ].join('|'),
);
export const refusesOffers = (flat: string): boolean =>
  offers.test(close(flat)) &&
  !notSo.test(flat) &&
  !/\b(?:how|why|what|which|when|if|is there|are there)\b|取消(?:活动|优惠)|没有优惠|不要(?:活动|折扣)(?!信息|消息)/.test(flat);

const between = /(?<=[.!?;。！？；\n])|(?<=[，,])|(?= (?:and|but|also)\b)|(?<=\p{Script=Han}) (?=\p{Script=Han})/u;
/** One clause says when the other would count. */
const threatens =
  /\b(?:if|unless|otherwise|or (?:i|we)|before i|in case)\b|如果|要是|否则|否則|不然|再这样|再這樣|若|万一|萬一|就要?(?:退订|退訂)/i;

/** Whether one clause of a message wants to hear no more, whatever the others want; `isOptOut` reads a clause. */
export const optsOutBeside = (text: string, isOptOut: (part: string) => boolean): boolean =>
  text.length <= 2000 && !threatens.test(text) && text.split(between).some((part) => isOptOut(part.replace(joins, '')));

const joins = /^\s*(?:(?:and|but|also)\b|另外|还有|還有|顺便|順便|同时|同時|而且)/i;

/** What else a message says beside wanting to hear no more: its other sentences; empty where that is all. */
export function besideOptOut(text: string, isOptOut: (part: string) => boolean): string {
  const parts = text.split(between);
  const rest = parts.filter((part) => !isOptOut(part.replace(joins, '')));
  return rest.length === parts.length
    ? ''
    : rest
        .join('')
        .replace(/^[\s,，;；.。]*(?:and|but|also|then)?\s+|[\s,，;；]+$/gi, '')
        .trim();
}
