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

const english = [
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
const so = '(?:,? ?(?:所以|就|都|也|那天|当天)*)';
const han = `${hanDay}${who}*(?:${shut}(?:${so}${noReceipt})?|(?:${busy}${so})?${noReceipt})`;

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
