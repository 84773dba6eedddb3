import { fold } from '../../text/fold.ts';

const own =
  /\b(?:our|my) (?:own |internal |company |side's )?(?:purchase )?(?:order|po|p\.o\.|reference|ref|job|project)(?: (?:number|no\.?|nr\.?|id|ref(?:erence)?))?(?: (?:is|on our side|here))? ?[:#]?\s?\d{3,}(?!\d| ?[a-z])|(?:我们|我哋|我方|我司|本公司|我公司|客户)(?:这边|呢边|公司|自己|内部)*(?:的|嘅)?(?:采购|内部)?(?:订单|定单|单)(?:编)?号?(?:码)?(?:是|系|为|:)?\s?#?\d{3,}(?!\d| ?[把张个盏台箱盒套件本支块条])/;
const asksAfter = /\b(?:where|when|status|track|cancel|change|return|refund|update|arriv\w*)\b|\?|哪|到|取消|改|退|查|进度|吗|呢/;

/** Whether somebody only says by which number an order goes in their own house: "our order number 88172", 我司订单号 88172. */
export function saysOwnNumber(text: string): boolean {
  const said = fold(text).text.replaceAll(/\s+/g, ' ');
  return text.length <= 300 && own.test(said) && !asksAfter.test(said);
}
