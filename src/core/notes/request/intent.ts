import { fold } from '../../text/fold.ts';

/** What somebody wants of the desk beside goods. Anything unsure is `words`: reading on costs less than a wrong action. */
export interface Intent {
  kind:
    | 'stop'
    | 'resume'
    | 'status'
    | 'orders'
    | 'help'
    | 'cancel'
    | 'confirm'
    | 'reorder'
    | 'talk_to_person'
    | 'complaint'
    | 'thanks'
    | 'greeting'
    | 'nothing_readable'
    | 'words';
  orderNumber: string | null;
}

const number = '(?:[a-z]{1,4}-\\d{1,9}|#\\d{1,9}|(?:order|订单号?|单号)(?: (?:no\\.?|number))? ?#?:?\\d{2,9})';
const named = '(?:(?:my|the|our|this|that|last|latest) )?(?:(?:order|orders|package|parcel|delivery|shipment|stuff)\\b ?)?';
const polite =
  "(?:please|pls|thanks|thank you|hi|hello|hey|can you|could you|can i|could i|may i|i want to|i would like to|i'd like to|请|麻烦|帮我|请帮我|我想|我要|你好|您好|请问)";
const tail = '(?: ?(?:please|pls|thanks|thank you|now|谢谢|吧|啊|呢|了|吗|呀))*';

/** The whole message, or the whole message around an order number; tried in this order. */
const forms: [Intent['kind'], RegExp][] = [
  ['stop', whole('(?:stop|stop all|unsubscribe|opt out|optout|退订|td|t|取消订阅|不再接收|停止(?:发送|推送)?)')],
  ['resume', whole('(?:start|resume|subscribe|unstop|opt in|恢复(?:订阅)?|重新订阅|订阅)')],
  [
    'talk_to_person',
    whole(
      `(?:${polite} )*(?:(?:talk|speak|chat)(?: to| with)? (?:a |an |the |someone|somebody)?(?:human|person|real person|agent|someone|staff|representative|manager)?|(?:a |real )*(?:human|person|agent|operator|representative|customer service)|(?:connect|transfer) me(?: to .{1,30})?|(?:get|give) me (?:a |an )?(?:human|person|agent|real person)|i (?:need|want) (?:a |to (?:talk|speak) to (?:a )?)(?:human|person|real person|agent|someone|manager)|(?:我?要?找|转|接|我要|需要)?(?:人工|真人|客服|人工客服|人工服务)|(?:我?想?要?找|找个?)(?:真人|人工|人|客服|你们经理|经理)(?:说话|聊聊|谈)?)`,
    ),
  ],
  [
    'status',
    whole(
      `(?:${polite} ?)*(?:where(?:'s| is| are) ?${named}|when (?:will|does|is) ${named}(?:arrive|arriving|come|coming|be delivered|be here|get here|ship|delivered)|(?:has|have|did|is|was) (?:it|${named}) ?(?:been )?(?:shipped|ship|sent|delivered|arrived?|left|on (?:its|the) way)(?: yet)?|(?:check |what(?:'s| is) )?(?:the )?(?:order )?status(?: (?:of|for|on) )?${named}|track(?:ing)?(?: (?:number|info))?(?: (?:of|for))? ?${named}|any (?:news|update)s?(?: (?:on|about) ${named})?|(?:查|查询|查一下|看看|看一下|跟踪)?(?:我们?的|我)?(?:订单|货|快递|东西|包裹|物流)?(?:到哪里?儿?了?|在哪里?|呢|怎么样了|什么状态|状态|进度|什么时候(?:能|会)?(?:到|发货?|送到?)|发货?了?没有?|发了|发货了|到了|寄出了?没?|怎么还没(?:到|发货?))|(?:查|查询|查一下)(?:我的)?(?:订单|物流|快递|进度|状态))`,
    ),
  ],
  [
    'reorder',
    whole(
      '(?:same (?:again|as last time|order again)|order (?:the )?same(?: again| as last time)?|re-?order|repeat (?:my |the )?(?:last )?order|(?:和|跟|同|按)?上次(?:一样|的)?(?:再来一[单份次]|再订一[单次]|一样)?|再来一[单份]|老样子|照旧|再订一[单次])',
    ),
  ],
  [
    'orders',
    whole(
      '(?:(?:show |list |see |view )?(?:me )?(?:all )?(?:my |our )orders|orders|order (?:list|history)|(?:查看|看看|看)?(?:我的|所有|全部)?订单(?:列表|记录)?|我的订单)',
    ),
  ],
  [
    'help',
    whole(
      '(?:help|help me|menu|commands|what can you do|how (?:does|do) (?:this|it|i order)(?: work)?|帮助|菜单|帮忙|怎么用|怎么下单|你能做什么|你会什么|\\?)',
    ),
  ],
  [
    'cancel',
    whole(
      `(?:${polite} ?)*(?:cancel|cancel it|cancel (?:my |the |this |that )?order|cancel everything|取消(?:这个|我的|这张|掉|整个)?(?:订单|单子)?|不要了|不买了|算了不要了|(?:订单 ?)?取消)`,
    ),
  ],
  [
    'confirm',
    whole(
      "(?:yes|y|yep|yeah|yup|ok|okay|k|sure|confirm|confirmed|i confirm|correct|looks good|go ahead|that's right|place (?:the |my )?order|确认|确认下单|确定|好|好的|好滴|可以|行|没问题|是|是的|对|对的|嗯|下单|ok的)",
    ),
  ],
  [
    'thanks',
    whole(
      '(?:(?:ok|okay|great|perfect|好的|好) ?)?(?:many |much )?(?:thanks|thank you|thx|ty|cheers|tks|谢谢|多谢|感谢|谢了|辛苦了|唔该)(?: (?:a lot|so much|very much|again|all|team|everyone)| ?(?:你|您|啦|你们|大家|辛苦了))*',
    ),
  ],
  [
    'greeting',
    whole(
      '(?:hi|hello|hey|yo|hiya|good (?:morning|afternoon|evening|day)|你好|您好|在吗|在么|有人吗|嗨|哈喽|早|早上好|下午好|晚上好|大家好|早安)(?: (?:there|team|all|everyone|again))?',
    ),
  ],
];

/** A complaint needs its own words, so that no order is taken for one. */
const complains =
  /\b(?:broken|damaged|defective|faulty|wrong (?:item|product|color|colour|size|one)|never (?:arrived|came)|not (?:arrived|working)|doesn't work|unacceptable|terrible|complain|complaint|missing (?:a |one |two |some |the )?(?:part|piece|item)s?|scratched)\b|投诉|坏了|坏的|破了|破损|发错|错发|少发|漏发|质量(?:太|很)?(?:差|问题)|不能用|太差|有划痕|还没收到/;
const orders = /\b(?:i (?:need|want)|order \d|\d+ (?:more |x )|please send|add)\b|我要(?!投诉|退|换)|再来|订\d|买\d/;

export function readIntent(text: string): Intent {
  const folded = fold(text.slice(0, 2000)).text.replaceAll(/<[@#!&][^>]*>|(?<![\w.])@[\w.-]+/g, ' ');
  const said = folded.replaceAll(/\s+/g, ' ').trim();
  const orderNumber = numberIn(said);
  if (text.length <= 2000 && !/[\p{L}\p{N}?]/u.test(said)) return { kind: 'nothing_readable', orderNumber: null };
  if (text.length > 2000) return { kind: 'words', orderNumber };
  const bare = trimmed(said);
  const around = trimmed(said.replace(new RegExp(`(?:\\b(?:of|for|on)\\b ?)?${number}(?: ?的)?`), ' '));
  // Giving up messages or a confirmation takes the whole message; the rest may name its order.
  for (const [kind, form] of forms) {
    const closed = kind === 'stop' || kind === 'resume' || kind === 'help' || kind === 'greeting' || kind === 'thanks';
    if (form.test(bare) || (!closed && orderNumber !== null && form.test(around))) return { kind, orderNumber };
  }
  if (orderNumber !== null && around === '') return { kind: 'status', orderNumber };
  return { kind: complains.test(said) && !orders.test(said) ? 'complaint' : 'words', orderNumber };
}

/** As the desk writes it: `HO-1042`, or the digits alone where no prefix was given. */
function numberIn(said: string): string | null {
  const prefixed = /(?<![\w-])[a-z]{1,4}-\d{1,9}(?![\w-])/.exec(said)?.[0];
  if (prefixed) return prefixed.toUpperCase();
  return (
    /(?<!\w)#(\d{1,9})(?!\w)/.exec(said)?.[1] ??
    /(?:\border|订单号?|单号)(?: (?:no\.?|number))? ?[#:]?\s?(\d{2,9})(?!\w)/.exec(said)?.[1] ??
    null
  );
}

function trimmed(said: string): string {
  return (
    said
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[,，、;](?= |$)|,/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(/[^\p{L}\p{N}]+$/u, '')
      .trim() || (/^\?+$/.test(said) ? '?' : '')
  );
}

function whole(inner: string): RegExp {
  return new RegExp(`^(?:${inner})${tail}$`);
}
