import { cover, hide, type Range, type Scene } from '../text/scene.ts';
import { matchesOf } from '../text/matches.ts';

const hour = String.raw`(?:noon|midday|midnight|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b\.?|o'?clock)?)`;
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const part =
  '(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|lunch(?:time)?|breakfast|holidays|public holidays|bank holidays)';
/** A day or a part of one as it stands behind "on" and "in". */
const day = `(?:(?:the |this |next |any |a )*(?:${weekday}|${part}|\\d{1,2}(?:st|nd|rd|th)(?: (?:of )?${month})?|${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} ${month})|today|tomorrow)`;
const then = `(?:(?:on|in|at|over|during) ${day}(?: (?:or|and) (?:on |in )?${day})?|(?:after|before) (?:${hour}|lunch(?:time)?|breakfast|dark)|between ${hour} ?(?:and|to|-) ?${hour})\\b`;
const goods = '(?:it|them|anything|any|more|by|off|in|round|deliver(?:y|ies)|goods|parcels|packages|please)';

/** "…, any other time is fine": what is left beside a day that is ruled out. */
const others =
  '(?:any|every|all)(?: other| of the other)? (?:days?|times?)(?: of the week)? (?:(?:is|are|would be|will be) (?:all )?)?(?:fine|ok|okay|good|great|possible|works?|suits?|will do)(?: for (?:me|us))?(?: too| though)?';

const english = [
  `(?:except|apart from|other than|bar) (?:for )?(?:on )?${day},? (?:for which )?${others}`,
  `${day}(?:'s| is| are| would be) (?:no good|not good|not (?:ok|okay|possible|convenient|great)|out|bad|impossible|no use),? ?(?:but )?${others}`,
  `(?:no|not|never|nothing)(?: ${goods})* ${then}`,
  `(?:please )?(?:don't|dont|do not|never) (?:deliver|come|send|bring|drop|turn up|show up)(?: ${goods})* ${then}`,
  `(?:can't|cannot|can not|couldn't|won't|unable to|not able to|not be able to|don't|do not) (?:receive|accept|take|sign for)(?: ${goods})* ${then}`,
  `(?:nobody|no one|no-one|none of us)(?:'s| is| will be| are)? (?:there|here|in|home|at home|around|available|at the \\w+) (?:to receive ${goods} )?${then}`,
  `(?:(?:we|they)(?:'re| are)|(?:office|shop|store|warehouse|site|school|building|company|reception)(?:'s| is)|will be) (?:closed|shut|away|stock-?taking|doing (?:a |our )?stock-?tak(?:e|ing)|on holiday)(?: for (?:\\w+ )?\\w+)? (?:on |over |during |from )?${day}\\b`,
].join('|');

const hanDay =
  '(?:(?:下下?|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天末]|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|\\d{1,2}[号日](?!楼|门|线|店|仓)|今天|明天|后天|大后天|听日|周末)';
const who =
  '(?:我们?|我哋|咱们?|公司|单位|店里|家里|仓库|办公室|工厂|学校|这边|那边|全天|当天|那天|要|会|都|得|是|刚好|正好|因为|上午|下午|中午)';
const shut = '(?:盘点|盘货|放假|休息|关门|休业|停电)(?!之?前|以前|要|用|送)';
const busy = '(?:搬家|搬迁|装修|团建|出差|年会|开会)';
const noReceipt =
  '(?:(?:不|没法|无法|唔|不能|不可以|不方便|没办法)(?:能|可以|方便|好|想)?(?:收货|收件|签收|送货|收(?![据费款]))|收不[了到](?:货|件)?|(?:没有?人|无人|冇人)(?:在|可以|能)?(?:收货?|签收|接收)|不营业)';
const hanOthers =
  '(?:其[他它余]|别的|另外)(?:的|嘅)?(?:时间|时候|时段|日子|日期|几天|几日|天|日)?(?:我们?|我哋)?(?:都|就|也|亦)?(?:可以|可|行|得|ok|好|方便|没问题|冇问题)(?:的|嘅|收货?|送货?|来)*';
const so = '(?:,? ?(?:所以|就|都|也|那天|当天)*)';
const han = [
  `${hanDay}${who}*(?:${shut}(?:${so}${noReceipt})?|(?:${busy}${so})?${noReceipt})(?:[,;。]? ?${hanOthers})?`,
  // 周三不行，其他时间都可以
  `${hanDay}${who}*(?:不行|不可以|不方便|不太方便|没空|唔得|唔方便|唔得闲|不在)[,;。]? ?${hanOthers}`,
  `除(?:了|咗|开)? ?${hanDay}(?:上午|下午|晚上|全天)?(?:[以之]?外)?[,]? ?(?:${hanOthers}|(?:随时|什么时候|哪天|边日|任何时间)?(?:都|就)(?:可以|行|得|ok|好|方便|能)(?:送|收|来|到)?货?)`,
].join('|');

/** When goods cannot be received or shall not come, with the words that rule it out: without them the hour would be one that is wanted. */
const ruledOut = new RegExp(String.raw`(?<![a-z])(?:${english})|${han}`, 'gu');

/** What is ruled out is hidden from those who look for a day that is wanted. */
export function readNotThen(scene: Scene): Range[] {
  const found = matchesOf(scene.words, ruledOut).map(({ index, 0: said }) => ({ start: index, end: index + said.trimEnd().length }));
  for (const { start, end } of found) {
    cover(scene, start, end);
    hide(scene, start, end);
  }
  return found;
}
