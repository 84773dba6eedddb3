import { isOpaque, type Token } from '../tokens.ts';
import type { Range } from '../found.ts';
import { pattern } from '../../../text/pattern.ts';

/** What is to happen with a count or a product. `instead` sets, too: the first of two counts is the wanted one. */
export type Verb = 'remove' | 'less' | 'more' | 'set' | 'instead';

const removes = pattern('')`
  \b(?:
    remove|delete|drop|take (?:out|off|away)|cancel|without|get rid of|lose|scrap|skip|leave out
    |no(?! (?:rush|hurry|need|problem|worries|later|more than|wait|longer than))
    |(?:don't|dont|do not) (?:want|need)|no longer (?:want|need)
  )\b
  |不要|去掉|去除|删掉|删除|删|取消|移除|拿掉|不用(?!急|加急|快|赶)|不需要|减掉|撤掉
`;
const reduces =
  /\b(?:less|fewer|minus|reduce\b.*\bby|decrease\b.*\bby)\b|少(?:要|来|拿|买|订|一|两|二|三|四|五|\d)|减(?:去|少)?(?=[一两二三四五六七八九十\d])/;
const raises =
  /\b(?:more|another|additional|extra|add|plus|also|too|as well|increase\b.*\bby)\b|再(?:加|来|要|多|订|买|拿|给)?|加(?!急|班|钱|工|快)|多(?:要|来|加|拿|买|订)|另外|还要|还有|添|增加/;
const replaces = /\b(?:instead of|rather than)\b|而不是/;
const sets =
  /\b(?:make|change|set|instead|only|just|update|reduce|increase|switch|swap|exchange|trade|should be|to)\b|改|换|变|只要|就要|一共|总共|成/;

/** The words that say so; they are explained by the change they make. */
export const verbs = pattern('g')`
  \b(?:
    remove|delete|drop|take (?:out|off|away)|cancel|without|get rid of|lose|scrap|skip|leave out|no|(?:don't|dont|do not) (?:want|need)
    |no longer (?:want|need)|less|fewer|minus|reduce|decrease|increase|more|another|additional|extra|add|plus|also|too|as well
    |instead(?: of)?|rather than|make|change|set|only|just|update|switch|swap|exchange|trade|should be|to|from|by|it|them|that|the|my|all
    |both|everything|please|actually|sorry|in total|total|(?:i(?:'ve)? )?changed my mind|could you|can you|would you|let's|do|go with
  )\b
  |(?:都|全)?不(?:要|用|需要)(?!加?急|快|赶|发票|安装)了?|去掉|去除|删[掉除]?|取消|移除|拿掉|减[掉去少]?|撤掉|少(?:要|来|拿|买|订)?
  |再(?:加|来|要|多|订|买|拿|给)?|加(?!急|班|钱|工|快)|多(?:要|来|加|拿|买|订)|另外|还[要有]|添|增加|而不是|[改换变]?(?:成|为|到)|[改换变]做
  |[改换变]|实际上|其实|能不能|可不可以|可以|麻烦|帮我?|只要|就要|[一总]共|吧|了|请|要|把|的|那个?|从|全部|都|颜色
`;

export function verbOf(text: string): Verb | null {
  if (reduces.test(text)) return 'less';
  if (replaces.test(text)) return 'instead';
  if (removes.test(text)) return 'remove';
  if (/(?:改|换|变)(?:成|为|到)?|\bchange\b|\bmake (?:it|them|that)\b|\b(?:swap|exchange|trade)\b/.test(text) && !/\bmore\b/.test(text))
    return 'set';
  if (raises.test(text)) return 'more';
  return sets.test(text) ? 'set' : null;
}

/** The tokens a pattern (with the global flag) covers. */
export function phrases(list: Token[], from: number, to: number, pattern: RegExp): Range[] {
  let text = '';
  const owner: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = list[at];
    const written = `${token?.spaced ? ' ' : ''}${token && isOpaque(token) ? '◦' : (token?.text ?? '')}`;
    for (let unit = 0; unit < written.length; unit += 1) owner.push(at);
    text += written;
  }
  return Array.from(text.matchAll(pattern), (found) => ({
    from: owner[found.index] ?? from,
    to: (owner[found.index + found[0].length - 1] ?? from) + 1,
  }));
}
