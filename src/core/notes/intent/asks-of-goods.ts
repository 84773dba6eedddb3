import { fold } from '../../text/fold.ts';
import { countsGoods } from './goods.ts';

/** What goods can or may, as against what the shop does with them: "be dimmed", "go outside", and not "be black", "be left at the door". */
const done =
  '(?:go (?:in|into|in the|on|through|under|outside|outdoors)|be (?:used|put in|put into|put outside|washed|cleaned|wiped|stacked|dimmed|folded|opened|closed|locked|adjusted|raised|lowered|tilted|turned|charged|plugged|connected|hung|heated|microwaved|recycled|repaired|taken apart|dismantled|stood|sat|walked|mounted|screwed)|hold|carry|take|bear|support|fit|stand|fold|stack|swivel|tilt|rotate|lock|charge|connect|survive|last|recline|move up|get wet|stay outside)';
const english = new RegExp(
  `^(?:(?:and|so|hi|hello|excuse me|please)[ ,]+)*(?:can|could|may|will|would|does|do|is it ok(?:ay)? if) (?:the|it|they|that|those|these|this|your|my|our|i|we|you)\\b(?: [a-z'-]+){0,4}? ${done}\\b|\\b(?:microwave|dishwasher|oven|freezer|machine)[- ](?:safe|proof|washable)\\b.*\\?$|^(?:is|are) (?:the|it|they|that|those|these|this|your|my|our)\\b(?: [a-z'-]+){0,4}? (?:waterproof|washable|dimmable|foldable|stackable|adjustable|height[- ]adjustable|fireproof|scratch[- ]?(?:proof|resistant)|heat[- ]resistant|child[- ]?safe|food[- ]?safe)\\b`,
);
const can = '(?:可不可以|能不能|可唔可以|可否|能否|得唔得|可以|能够?|会不会|会)';
const han = new RegExp(
  `${can}(?:不|直接|也|都|一起|长期|一直|在[^吗,]{1,6}?|拿来|拿嚟|用来|用嚟|放?进)*(?:用(?!\\p{Script=Han}{0,4}(?:色|的))|放(?!到|在?(?:门|前台|楼下|保安))|洗|机洗|水洗|手洗|折叠|折起|叠|承|坐|站|躺|调(?!成|到|换|货|为)|升降|拆(?!单|开发|成|分)|防水|防火|进(?:微波炉|烤箱|洗)|充电|连接?|当|撑|装(?:得)?下|盛|耐|烤|加热|微波|晒|淋|挂(?!账)|锁|转动|旋转|倾斜|后仰|躺平|碰水|沾水|过水|换(?:灯泡|电池|轮子|坐垫|布套))`,
  'u',
);
/** It is asked whether it may, or whether somebody does it. */
const asks = /[?]|[吗么咩]$|可不可以|能不能|可唔可以|可否|能否|得唔得|会不会/;
const shopDoes =
  /改成|换成|换为|改为|改做|变成|刻|印|送|发货|给我|帮我|加一|再加|\b(?:change|make|swap|send|deliver|engrave|print|add|order|wrap)\b/;

/**
 * Whether words only ask what goods can or stand: 能用微波炉吗, "can the black ones go outside?". A polite request has the same
 * form, and something that the shop shall do in it.
 */
export function asksOfGoods(text: string): boolean {
  const said = fold(text).text.replaceAll(/\s+/g, ' ').trim();
  if (text.length > 160 || /[,;。!]\s?\S/u.test(said) || countsGoods(said) || shopDoes.test(said)) return false;
  return (english.test(said) && /\?$|^(?:can|could|do|does|is|are|will|would|may)\b/.test(said)) || (han.test(said) && asks.test(said));
}
