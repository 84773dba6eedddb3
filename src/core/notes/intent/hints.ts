import {
  cancel,
  changeAddress,
  changeLines,
  changeOpenOrder,
  complaint,
  giveBack,
  reorder,
  reschedule,
  sendNothing,
  status,
  talkToPerson,
  type Ask,
} from './asks.data.ts';
import { fold } from '../../text/fold.ts';
import { flattened } from './intent.ts';
import { mayOptOut } from './opt-out.ts';
import type { Wish } from './wish.ts';
import { pattern } from '../../text/pattern.ts';

/** Single words that point somewhere, though they prove nothing. The order is that in which two as likely ones are offered. */
const weak: [Wish, Ask[], RegExp][] = [
  ['stop', [], /\bunsubscrib|\bspam|退订|取消订阅|骚扰/],
  [
    'cancel',
    [cancel, sendNothing],
    /\bcancel|\bcall(?:ed|ing)? off|\b(?:no longer|do not|don'?t|not) (?:want|need)\b|\bchanged? my mind|取消|撤|(?:不|唔)(?:想)?要|不买|不订|退单|退[了掉]/,
  ],
  ['return', [giveBack], /\breturn|\brefund|\bmoney back|\bsen[dt] (?:\w+ )?back|\bexchange|\btake (?:it|them) back|退|换货/],
  [
    'complaint',
    [complaint],
    pattern('')`
      \bwrong|\bbroke|\bbad\b|\bdamag|\bproblem|\bissue|\bmissing|\bcomplain|\b(?:un|not )happy|\bangry|\bfault|\bdefect|\bcharg|\bmistake
      |\bworse|\bannoy|\bdisappoint|坏|错|问题|(?:不|唔)满|生气|嬲|投诉|漏|烂|差评|扣
    `,
  ],
  [
    'reschedule',
    [reschedule],
    /\b(?:another|different|later|earlier|sooner|other) (?:day|date|time)|\bpostpon|\bdelay|\breschedul|\bpush\b|◆|改期|推迟|延|晚点|早点|提前|改天|迟些|迟啲/,
  ],
  [
    'change_address',
    [changeAddress],
    /\baddress|\bmov(?:ed|ing)\b|\bdeliver (?:it |them )?to\b|\bsend (?:it|them) to\b|◈|地址|搬|送去|送到|寄到|寄去/,
  ],
  [
    'change_items',
    [changeOpenOrder, changeLines],
    /\bchange|\bswap|\binstead|\badd\b|\bremove|\breplace|\bmake (?:it|them)|\bdifferent|\bmodify|改|换|加|减|多要|少要/,
  ],
  ['reorder', [reorder], /\bagain\b|\bsame\b|\banother (?:one|of)|\breorder|\blast time|\bthe usual|\bmore of\b|再|上次|一样|照旧|老样子/],
  [
    'status',
    [status],
    /\bwhere\b|\bwhen\b|\btrack|\bstatus|\barriv|\bdeliver|\bshipp?|\bparcel|\bpackage|\beta\b|\bwaiting|\blate\b|\byet\b|\bupdate|\bmy order|到|收到|快递|物流|什么时候|几时|进度|发货|还没|仲未|等|订单/,
  ],
  [
    'talk_to_person',
    [talkToPerson],
    /\b(?:person|human|someone|somebody|anybody|phone|agent|manager|help|question|speak|talk)\b|人工|客服|经理|电话|真人|帮|请问/,
  ],
  ['order', [], /\bbuy|\border (?:an?|some|\d)|\b(?:looking for|price|cost|quote|sell|stock)\b|买|订购|下单|价|多少钱|几钱|有货/],
];

/** It is said only to be ruled out. */
const ruledOut: Partial<Record<Wish, RegExp>> = {
  cancel: /\b(?:don'?t|do not|never|not) (?:\w+ ){0,2}cancel|(?:不要|别|唔好|唔使|咪|先不|没有?要|冇).{0,2}取消/,
  stop: /\b(?:don'?t|do not|never|not) (?:\w+ ){0,2}(?:unsubscribe|stop)|(?:不要|没有?|没说要?|唔好|冇).{0,2}(?:退订|停)/,
  return: /\breturn(?:ed|ing)? (?:from|to|home)|退(?:休|出)/,
};

/** What a message that nobody understood for certain may want, the likeliest first: found by the same phrases, where they stand beside others too, and by single words. */
export function hintsOf(text: string): Wish[] {
  const flat = flattened(fold(text, 2000).text.replaceAll(/\s+/g, ' ').trim());
  const weight = ([wish, asks, word]: (typeof weak)[number]): number => {
    if (ruledOut[wish]?.test(flat)) return 0;
    if (wish === 'stop' && mayOptOut(flat)) return 2;
    if (asks.some(({ said }) => said.some((way) => way.test(flat)))) return 2;
    return word.test(flat) ? 1 : 0;
  };
  const found = weak.map((one) => ({ wish: one[0], weight: weight(one) })).filter((one) => one.weight > 0);
  const strong = found.filter((one) => one.weight > 1);
  // where a whole phrase is found, single words add nothing
  return (strong.length > 0 ? strong : found).map(({ wish }) => wish);
}
