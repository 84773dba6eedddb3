import { readIntent } from './intent.ts';

/** "Same as last time but 8", 跟上次一样，但是要20包: what is wanted again, and what shall be different. */
const english =
  /^(.*?\b(?:same|again|re-?order|repeat|usual|last time|before)\b.*?)[\s,;.–-]+(?:but|except(?: that)?|only|just|though|however|this time|and make it|make it)\b[\s,:]*(.+)$/is;
const chinese =
  /^(.*?(?:上次|上回|上一?[单單]|一样|一樣|再来|再來|再嚟|照旧|照舊|老样子|老樣子|再订|再訂|复购|復購)[^，,；;。]*?)[\s，,；;。]*(?:但是?|不过|不過|只是|就是|这次|這次|今次|另外|唯独)(.+)$/s;
const lead =
  /^(?:(?:i |we )?(?:want|need|would like|with|for|in|of|to have|have|take|make it|send|please|it should be|that)\s+|我?(?:要|想要|需要|改成|改为|改為|换成|換成|给我|俾我))+/i;

export interface Again {
  orderNumber: string | null;
  /** What is said of it, as a change of the order that is repeated. */
  different: string;
}

export function readAgain(text: string): Again | null {
  if (text.length > 500) return null;
  const found = english.exec(text.trim()) ?? chinese.exec(text.trim());
  const [, first = '', rest = ''] = found ?? [];
  const { kind, orderNumber } = readIntent(first);
  const different = rest.replace(lead, '').trim();
  return kind === 'reorder' && different !== '' ? { orderNumber, different } : null;
}
