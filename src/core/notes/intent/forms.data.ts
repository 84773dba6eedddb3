import type { PlainIntent } from './intent.ts';

const polite =
  "(?:please|pls|thanks|thank you|hi|hello|hey|can you|could you|can i|could i|may i|i want to|i would like to|i'd like to|请|麻烦|帮我|请帮我|我想|我要|你好|您好|请问)";
const tail = '(?: ?(?:please|pls|thanks|thank you|now|谢谢|吧|啊|呢|了|吗|呀))*';

function whole(inner: string): RegExp {
  return new RegExp(`^(?:${inner})${tail}$`);
}

/** Messages that say one thing and nothing else; tried in this order. */
export const forms: [PlainIntent, RegExp][] = [
  ['stop', whole('(?:stop|stop all|unsubscribe|opt out|optout|退订|td|t|取消订阅|不再接收|停止(?:发送|推送)?)')],
  ['resume', whole('(?:start|resume|subscribe|unstop|opt in|恢复(?:订阅)?|重新订阅|订阅)')],
  [
    'no_offers',
    whole(
      "(?:(?:please )?(?:no(?: more)?|stop(?: sending(?: me)?)?|don'?t send(?: me)?(?: any)?(?: more)?)(?: your| these| the)? (?:offers?|promotions?|ads|advertis(?:ing|ements?)|marketing)(?: messages)?|(?:不要|别发|别再发|停止|取消)(?:给我)?(?:发)?(?:再)?(?:优惠|促销|推销|广告)(?:信息|消息)?(?:了)?)",
    ),
  ],
  [
    'offers',
    whole(
      '(?:(?:(?:send|show|give) me (?:your |the )?)?(?:offers|promotions|news and offers)|(?:subscribe|sign (?:me )?up) (?:to|for) (?:your |the )?(?:offers|promotions|news|newsletter)|(?:订阅|接收|开启|想要|我要|给我发)?优惠(?:信息|消息|推送|活动))',
    ),
  ],
  // Before the list of orders, which 订单 alone asks for.
  ['status', whole('(?:我的?)?(?:订单|货|快递|包裹)呢')],
  [
    'orders',
    whole(
      '(?:(?:show |list |see |view )?(?:me )?(?:all )?(?:my |our )orders|orders|order (?:list|history)|(?:查看|看看|看)?(?:我的|所有|全部)?订单(?:列表|记录)?|我的订单)',
    ),
  ],
  [
    'help',
    whole(
      '(?:help|help me|menu|commands|what can (?:you do|i (?:do|ask)(?: here| you)?)|how (?:does|do) (?:this|it|i order)(?: work)?|how can you help(?: me)?|帮助|菜单|帮忙|怎么用|怎么下单|你能做什么|你会什么|\\?)',
    ),
  ],
  [
    'catalogue',
    whole(
      "(?:(?:so|ok|please|hi|hello|hey) )?(?:what(?: (?:all|else|products?|goods|items|things|stuff))* (?:do|can|are|could) you (?:guys )?(?:all )?(?:sell|selling|offer|offering|have|stock|carry)(?: (?:here|for sale|in stock|on offer))?|what(?:'s| is| are)(?: your)? (?:for sale|on offer|on sale|in stock|available|products?|goods|prices)|what can (?:i|we) (?:buy|order|get)(?: (?:here|from you))?|(?:(?:show|send|give|tell) (?:me |us )?|see |view |list )?(?:(?:your|the|a|all|full) )*(?:price ?lists?|catalogu?e?s?|products?(?: list)?|assortment|range|prices)|list (?:of )?(?:(?:all|your) )*(?:products?|goods|prices))(?: (?:do you have|with prices))?",
    ),
  ],
  [
    'catalogue',
    whole(
      '(?:请问|你好|您好|想问一?下?|老板)*(?:(?:你们|你哋|您们|您|你|这里|店里|呢度|这边)?(?:都|有)?(?:卖|有|出售|提供|供应)(?:些|的|紧)?(?:什么|啥|咩|乜嘢|乜|哪些|边啲)(?:东西|产品|商品|货|嘢|可以买|好卖|卖)*(?:的|㗎|嘅)?|有(?:哪些|什么|啥|咩)(?:产品|商品|货|东西|嘢)|(?:发|给|看)?(?:我|看|下|一下)*(?:产品|商品|货品)?(?:价目表?|价格表|价单|报价单|目录|列表|清单|产品列表|商品列表|产品目录|商品目录|产品|价钱表))',
    ),
  ],
  [
    'never_mind',
    whole(
      "(?:(?:oh|ok|okay|ah|sorry|no) )*(?:never ?mind|nvm|forget (?:it|about it|that|what i said)|no matter|don'?t worry(?: about it)?|it'?s (?:ok|fine|nothing)|算了|没事|没什么事?|不用了|当我没说|冇嘢|冇事|唔使|唔紧要)(?:喇|啦)?",
    ),
  ],
  [
    'cancel',
    whole(`(?:${polite} ?)*(?:cancel|cancel it|cancel that|cancel everything|不要了|不买了|算了不要了|取消|唔要|唔买)(?:喇|啦|咗)?`),
  ],
  [
    'confirm',
    whole(
      "(?:yes|y|yep|yeah|yup|ok|okay|k|sure|confirm|confirmed|i confirm|correct|yes,? (?:that(?:'s| is) )?(?:correct|right)|looks good|go ahead|that's right|place (?:the |my )?order|确认|确认下单|确定|好|好的|好滴|可以|行|没问题|是|是的|对|对的|嗯|下单|ok的)",
    ),
  ],
  [
    'thanks',
    whole(
      "(?:(?:great|perfect|awesome|cool|alright|good|wonderful|brilliant|that(?:'s| is| was) (?:very |so |really |all )?(?:great|perfect|helpful|nice|kind|lovely|it|all)|you(?:'re| are) (?:a (?:lifesaver|star|legend|gem)|the best|awesome|great|so kind|very kind)|ok|okay|好的|好|行) ?){0,2}(?:i )?(?:many |much |special |really |so |do |truly |very )*(?:thanks|thank (?:you|ya)|thx|ty|cheers|tks|appreciated?(?: (?:it|that|you|this|(?:all )?(?:the|your) help|everything))?|谢谢|多谢|感谢|谢了|辛苦了|唔该)(?: (?:a lot|so much|very much|again|all|team|everyone|kindly|mate|buddy|man|guys|folks|friend|to you|that(?:'s| is| was|) (?:helps?|helped|all|it|great|perfect|helpful|everything)|for (?:the|your|all|that|this|helping|answering|everything)(?: (?!order|delivery|but|chairs?|desks?|lamps?)[a-z']+){0,6})| ?(?:你|您|啦|你们|大家|辛苦了))*",
    ),
  ],
  [
    'greeting',
    whole(
      "(?:hi|hello|hey|yo|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|how(?:'s| is) it going|你好|您好|在吗|在么|有人吗|嗨|哈喽|早|早上好|下午好|晚上好|大家好|早安)(?: (?:there|team|all|everyone|again|friend|how are you(?: doing)?(?: today)?|how(?:'s| is) it going))*",
    ),
  ],
];
