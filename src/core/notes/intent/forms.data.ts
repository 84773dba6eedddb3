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
  ['cancel', whole(`(?:${polite} ?)*(?:cancel|cancel it|cancel everything|不要了|不买了|算了不要了|取消)`)],
  [
    'confirm',
    whole(
      "(?:yes|y|yep|yeah|yup|ok|okay|k|sure|confirm|confirmed|i confirm|correct|yes,? (?:that(?:'s| is) )?(?:correct|right)|looks good|go ahead|that's right|place (?:the |my )?order|确认|确认下单|确定|好|好的|好滴|可以|行|没问题|是|是的|对|对的|嗯|下单|ok的)",
    ),
  ],
  [
    'thanks',
    whole(
      "(?:(?:ok|okay|great|perfect|awesome|cool|alright|good|好的|好|行) ?)?(?:i )?(?:many |much |special )?(?:thanks|thank (?:you|ya)|thx|ty|cheers|tks|(?:much |i )?appreciated?(?: it)?|谢谢|多谢|感谢|谢了|辛苦了|唔该)(?: (?:a lot|so much|very much|again|all|team|everyone|kindly|to you|for (?:the|your|all|that|this|helping|answering|everything)(?: (?!order|delivery|but|chairs?|desks?|lamps?)[a-z']+){0,6})| ?(?:你|您|啦|你们|大家|辛苦了))*",
    ),
  ],
  [
    'greeting',
    whole(
      "(?:hi|hello|hey|yo|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|how(?:'s| is) it going|你好|您好|在吗|在么|有人吗|嗨|哈喽|早|早上好|下午好|晚上好|大家好|早安)(?: (?:there|team|all|everyone|again|friend|how are you(?: doing)?(?: today)?|how(?:'s| is) it going))*",
    ),
  ],
];
