import type { Flag } from '../../reading.ts';
import { pattern } from '../../../text/pattern.ts';

/** Words before and behind a wish that take it back, or say it of somebody else. */
export const deniedBefore = pattern('')`
  (?:
    \b(?:no|not|don't|do not|doesn't|without|never|skip|not needed|needn't|isn't|won't|(?:nobody|no one)(?= (?:needs?|has to)))
    (?:
      [ ](?:
        needs?|want|require|bother|include|add|any|an?|the|to|with|send|put|it|us|your|you|for|have|paper|printed|separate|formal|proper
        |help|hand|someone|anyone|anybody|somebody|come|and|round|out
      )
    ){0,6} ?
    |(?:不用|不要|不需要?|无需|不必|毋须|无须|别|唔使|唔要|免|(?<!有)没有|不|勿|唔好|冇)
    (?:给我?|帮我?|开|放|附|写|再|了|要|上门|任何|送|提供|包)?(?:给我?|帮我?|开|放|附|上门)?
  )$
`;
export const deniedAfter = pattern('u')`
  ^ ?(?:
    (?:is |are |will be )?not (?:needed|required|necessary|wanted)
    |(?:isn't|aren't|won't be|is no longer) (?:needed|required|necessary|wanted)
    |(?:is |are )?unnecessary
  )
  |^ ?(?:就|先|也|都|暂时|这次){0,2}(?:不用|不需要|不要|不必|免|唔使|唔要)(?:了|开|附|写)?(?![\p{Script=Han}]{2})
`;

/** 分批送货不可以, "partial delivery is not allowed": what is named is forbidden, unless that is asked or supposed. */
export const forbiddenAfter = pattern('')`
  ^ ?(?:货|就|也|都|是|绝对|完全|一律|万万)*(?:不可以|不可(?!以)|不行|不接受|不允许|不准|不许|不 ?ok|唔 ?ok|唔得|唔可以|唔接受)
  (?!的话|嘅话|[吗么嘛咩呢]|就)
  |^ (?:is |are )?(?:not|never) (?:ok|okay|allowed|acceptable|accepted|permitted|an option)(?![a-z])
`;
/** 不可以用|类似的代替, "please don't |send something similar" */
export const forbiddenBefore = pattern('')`
  (?:(?<![可])(?:不可以?|唔可以)|(?<!能)不能|不准|不许|不得|不接受|不要|唔要|唔好|唔接受|唔准|(?<![特分个性级])别|勿)(?:
    用|拿|换|改|给|以|发|寄|送|使用|随便|擅自|自行|私自|再|帮我|给我|成|为|其他|别的|任何
  )*$
  |\b(?:don't|do not|never|must not|can't|cannot)(?: (?:just|ever|please|accept|want|send|use|give|us|me|ship))* $
`;
/** 换 similar model 不 OK */
export const forbiddenWithin = /(?:[不唔] ?(?:ok|可以)|(?<![a-z])not (?:ok|okay|allowed))$/;
export const opposites: Partial<Record<Flag, Flag>> = {
  partial_allowed: 'partial_forbidden',
  substitution_allowed: 'substitution_forbidden',
  partial_forbidden: 'partial_allowed',
  substitution_forbidden: 'substitution_allowed',
};
/** 可|不可以分批送, 分批送行|不行: what is asked for is no ban. */
export const asksLeave = (before: string, words: string): boolean => {
  const said = /^[不唔]([可能得行])/.exec(words)?.[1];
  return said !== undefined && before.endsWith(said);
};
/** "Don't leave it at the door" says how to deliver it; that somebody does not, or that nobody need, does not. */
export const forbids =
  /(?:(?:^|[^\p{L}' ] ?|\b(?:please|pls|plz|kindly|but|and|or|so|also|just) )(?:don't|do not|never) |(?:不要|别|勿|唔好|唔要))$/u;
/** Weekend 不要送 */
export const forbiddenThen =
  /^ ?(?:都|就|请|也|里|千万)*(?:不要|别|勿|唔好|唔要|不可以|不能)(?:再|给我|安排)?(?:送|派|来|配送|发货|寄)(?:货|件|达)?/;

/** "They won't pay me back without a receipt" asks for one. */
export const deniedTwice =
  /\b(?:won't|will not|can't|cannot|can not|couldn't|refuses? to|no good|useless|pointless)\b[^,.;]*\bwithout (?:an? |the |any )?$/;

/** "Our fitters will assemble them": the customer's own people do it. */
export const theirOwn =
  /\b(?:we|i|our (?:own )?\w+|my (?:own )?\w+)(?:'ll| will| can| are going to| do| have our own)(?: (?:all|just|happily|then|be|handle|do))* (?:the )?$|(?:我们?|自己|我哋)(?:自己|会|来|有师傅|找人)+$/;

/** What broke at home is why something is wanted, and nobody's fault here. */
export const ownThing =
  /旧|老的?(?:那|台|嗰)|原来(?:那|的)|原本那|嗰部|家里的?|屋企|门铃|电梯|快被|用了多年|自己(?:弄|摔|打)|(?:猫|狗|孩子|小孩)[^,。]{0,4}$/;
/** 坏了包换吗, 收到再付, 别磕着: said of what might be. */
export const noComplaint = pattern('u')`
  ^\p{Script=Han}{1,4}(?:都|也)(?:冇所谓|无所谓|没关系|不要紧)
  |^(?:上次|上回|之前)(?:我们?|家里)?(?:搬|办|请人|在别)
  |^(?:刚?收到货?(?:再|后|之后|的时候)|之前(?!那|的|买|订|收|嗰|寄|送|做|发|给|合作|在|跟|有))
  |(?:别|不要|唔好|小心|以免|免得|避免|防止|怕)[^,。]{0,4}(?:磕|碰|压|摔|破|碎|坏|刮|划|湿|脏|皱|变形|漏|断)
  |^\p{Script=Han}{2,4}(?:不|吗|么|咩)$|^坏了?(?:包|可以|能|怎么|的话|嘅话|谁|给换|会)
`;
/** "One of your competitors sent the wrong seals", 上次别家给印歪了: what another shop got wrong, and nobody here. */
export const elsewhere = pattern('u')`
  ^(?!.*(?:\byou\b|\byours?\b(?! (?:competitors?|rivals?)\b)|你|您)).*(?:
    \byour (?:competitors?|rivals?)\b
    |\b(?:another|some other|a different|our old|our last|our previous|our former) (?:
      shop|store|seller|supplier|vendor|printers?|outfit|company|firm|maker|bakery|bakers?|florists?|brand|website|courier|carrier
    )\b
    |别的?家|别的(?:店|厂|商家|供应商)|其他(?:店|商家|供应商)|另一?[家间](?:店|厂)?|第二[家间](?:店|铺)?
  )
`;
export const avoided = /(?:别|不要|唔好|小心|以免|免得|避免|防止|怕|不能)[^,。]{0,3}$/;
export const fromHere = /上次|上回|收到|你们|你哋|买的|送来|寄来|新的|上批|这次/;
export const forPapers = /发票|收票|开票|票据|账单|对账|\binvoices?\b|\breceipts?\b|\bstatements?\b/;
