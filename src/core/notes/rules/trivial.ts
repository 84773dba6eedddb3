import type { Scene } from './text/scene.ts';

/** Answers to an empty field, tries, thanks, wishes for a feast: each says nothing about an order, nor do several of them together. */
const empty = [
  'n/?a|none(?: needed| required)?|no|nil|nope|nothing(?: to add| else| special)?|test(?:ing)?|asdf|ok(?:ay)?|yes|perfect|see (?:above|order)',
  'no (?:special |particular |other |further )?(?:notes?|comments?|requests?|requirements?|instructions?)',
  '无|没有|没了|暂无|测试(?:单|订单|一下)?|试试?|好的?',
  '(?:冇|没|没有)(?:嘢|咩|乜嘢?|啥|事|什么)(?:要|想)?(?:讲|事|别的|特别|补充)?(?:了|喇|啦)?|(?:nothing|none) (?:from (?:me|us|my side|our side)|really|further|more|at all)|all good|just testing|(?:this is )?(?:just |only )(?:a )?test|not applicable|blank|no (?:message|thanks|thank you)',
  '(?:无|没有?|冇|暂无)(?:什么|乜嘢?)?(?:特别|特殊|其他|其它)?(?:的|嘅)?(?:要求|需求|备注|说明)',
  'thanks?(?: you)?(?: (?:so|very) much)?|thx|ty|cheers|great(?: (?:service|shop|store|job|work))?|love (?:it|your \\w+|you guys)',
  '(?:you guys are )?(?:awesome|amazing|the best)|woo+ ?hoo+|yay|hooray|lol|haha+',
  '谢谢(?:你们?|您|老板|卖家|店家|客服|啦|大家)?|多谢(?:晒)?|感谢(?:你们?|您|老板|卖家|店家|客服)?|辛苦了|唔该(?:晒)?|很棒|好评(?: (?:包装|质量|服务|物流|东西|做工|味道|客服)(?:都|也|很|真|好|非常|超)*(?:漂亮|好|不错|棒|赞|快|精美|满意))*|赞+|棒+|加油|哈+',
  '(?:merry christmas|happy (?:new year|holidays|easter|thanksgiving|friday|monday))',
  '(?:圣诞|元旦|新年|新春|春节|中秋|国庆|五一|端午|节日|周末|双节)(?:节)?快乐',
].join('|');
// “没有 收到” says something, so that word stands alone or behind a yes
const nothing = new RegExp(`^(?:(?:好的? )?收到|(?:${empty})(?: (?:${empty}))*)$`);

/** Notes that say nothing: empty, marks, an emoji, thanks. */
export function isTrivial(scene: Scene): boolean {
  if (scene.quotes.length > 0 || scene.plain.stop < scene.plain.original.length) return false;
  const text = scene.words
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .replace(/\ufffc/g, ' ')
    .trim();
  return text === '' || text === '/' || (text.length <= 40 && nothing.test(text));
}
