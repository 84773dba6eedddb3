import { fold } from '../../text/fold.ts';
import { pattern } from '../../text/pattern.ts';

const held =
  '(?:data|information|info|details|records?|history|account|profile|conversations?|chats?)(?! (?:cables?|lines?|plates?|sheets?|cards?|balance|loggers?|books?)\\b)';
const mine = '(?:my|our)(?: (?:personal|private|customer|stored|contact|own|user|whole|entire))*';
const fromGoods =
  '(?! (?:from|on|in|off) (?:the|this|that|my|our|your) (?:order|draft|invoice|label|note|parcel|delivery|card|tag|box|packaging|gift|engraving|print|sign|mug|shirt|logo)s?\\b)';
const english = pattern('')`
  \b(?:delete|erase|remove|wipe|purge|destroy|clear|close)(?: (?:please|all|of|any|every|bit))* ${mine} ${held}\b${fromGoods}
  |\b(?:delete|erase|remove|wipe|purge|destroy|forget)(?: (?:please|all|of|any|the|personal|every|bit))*[ ]
    (?:${held}|everything|anything|what|all)(?: (?:that )?you(?: have| know| hold| keep| store(?:d)?| saved?)+)?(?: stored| saved)?[ ]
    (?:about|on|of) (?:me|us)\b${fromGoods}
  |\b(?:want|like|need|request|have|get)\b.{0,20}\b${mine} ${held} (?:to be )?(?:deleted|erased|removed|wiped|destroyed)\b
  |\bforget (?:about )?(?:me|us)(?: (?:please|completely|entirely|altogether))*$
  |\bright (?:to be forgotten|to erasure|of erasure)\b
  |\b(?:gdpr|ccpa|pipl|dsgvo|article 17)\b.{0,24}\b(?:delet\w*|eras\w*|forg[eo]t\w*)
`;
const data = '(?:资料|数据|信息|隐私|帐号|账号|帐户|账户|记录|档案|对话)(?!线|夹|架|本|柜|盒|库|卡|页|册|袋|器)';
const own = '(?:的|嘅|所有|全部|个人|客户|相关|一切)';
const gone = '(?:删|清空|清除|抹|销毁|注销|忘)';
const han = pattern('')`
  ${gone}(?:除|掉|了|去)?(?:所有|全部|一切|你们?|你哋|关于|有关|存|的|嘅|掉)*(?:我|本人|个人|我们|我哋)(?:${own}|在你们这里|在你们那里)*${data}
  |(?:把|将)?(?:我|本人|我们|我哋)${own}*${data}(?:都|全部?|统统|通通|给|帮我|一并|请|要|彻底)*${gone}
  |注销(?:我的?|本人的?|这个)?(?:帐号|账号|帐户|账户|会员)
`;
const not =
  /\b(?:don't|do not|never|did you|have you|why|instead)\b|不要删|别删|唔好删|没有?删|(?:订单|发票|标签|包裹|送货单)(?:上|里)?的?(?:资料|信息|记录)/;

/** Whether somebody wants what the desk knows of them gone, and not something of an order. */
export function wantsForgotten(text: string): boolean {
  const said = fold(text)
    .text.replaceAll(/[\s,.!。]+/g, ' ')
    .trim();
  return text.length <= 500 && (english.test(said) || han.test(said)) && !not.test(said);
}
