import type { Span } from '../../reading.ts';
import { clauseAt, type Range, type Scene, verbatim } from '../text/scene.ts';
import { pattern } from '../../../text/pattern.ts';

/** Further from the wish for a card than this a quotation is something else. */
const nearest = 60;
const longest = 200;

/** What leads from a wish for a card to the words on it: "saying", 写上, a colon. */
const leadIn = pattern('u')`
  ^[^\n.!?。！？]{0,40}?(?:
    \b(?:saying|(?:that|which|to|should|must|can) (?:says?|reads?)|says|reading|reads|with the (?:words|message|text))\b[ ,]*[:：]? *
    |(?:上面|里面|内容|卡上)?[,，]? ?(?:请|就|帮我|麻烦|要)?(?:写(?!信|字条)(?:上|着|住|明|返|句|个)?|印上?|内容(?:是|为)|祝福语(?:是|为)?)
    [:：]? *
    |[:：] *
  )
`;
/** The words may have ended with the wish itself: "a card saying", 卡片写. */
const led =
  /(?:\b(?:saying|says?|reads?|reading|with the (?:words|message|text))|写(?:上|着|住|明|返)?|印上?|内容(?:是|为)?|祝福语(?:是|为)?|[:：]) ?$/u;
/** What may go on behind a comma: who it is from, and more good wishes. */
const goesOn = pattern('iu')`
  ^[,，;； ]*(?:and )?(?:
    love|with love|all (?:my|our) love|lots of love|much love|hugs|yours|from|your|best|xx|happy|congratulations|wishing|many happy|祝
    |亲爱的|老?[爸妈]|奶奶|爷爷|外[公婆]|老[婆公师]|宝贝|爱你|爱|永远|恭喜|快乐|幸福|平安|健康|落款|署名|谢谢|感谢|生日|新年|百年|早日|万事
    |[\p{Script=Han}]{0,2}(?:快乐|如意|吉祥|顺利|大吉|安康|发财|美满|长久)
  )
`;

/** What the card that comes with a gift shall say, cut from the note; null where nobody said. */
export function messageOf(scene: Scene, wish: Range, others: readonly (Range & { flag: string })[]): Span | null {
  const quote =
    scene.quotes.find(({ start, end }) => end > wish.start && start <= wish.end + nearest && isSameSentence(scene, wish, start)) ??
    // please write "Thank you" on the card
    scene.quotes.findLast(({ end }) => end <= wish.start && isWritten(scene, end, wish.start));
  if (quote) return trimmed(scene, quote.inner.start, quote.inner.end);
  const { text } = scene.plain;
  const behind = text.slice(wish.end, wish.end + longest);
  const lead = led.test(text.slice(wish.start, wish.end)) ? (/^[ ,:：]*/.exec(behind)?.[0] ?? '') : leadIn.exec(behind)?.[0];
  if (lead === undefined) return null;
  const start = wish.end + lead.length;
  // a wish of its own that stands between, such as 附张卡片，放门卫室，写…, is no way to the words
  if (others.some((other) => other.flag !== 'gift_message' && other.start >= wish.end && other.end <= start)) return null;
  let end = Math.min(clauseEnd(scene, start), ...others.flatMap((other) => endBefore(scene, start, other)));
  for (let next = end; next < text.length && goesOn.test(text.slice(next)); next = clauseEnd(scene, next + 1)) {
    if (others.some((other) => other.flag !== 'gift_message' && other.start >= next && other.start < clauseEnd(scene, next + 1))) break;
    end = clauseEnd(scene, next + 1);
  }
  return trimmed(scene, start, Math.min(end, start + longest));
}

const isWritten = (scene: Scene, from: number, to: number): boolean => /^ ?(?:(?:in)?to |,)?$/.test(scene.plain.text.slice(from, to));

/** "…Happy Birthday and leave it at the door": another wish begins in the same clause, and is not on the card. */
function endBefore({ plain: { text } }: Scene, start: number, other: Range & { flag: string }): number[] {
  if (other.flag === 'gift_message' || other.start <= start) return [];
  const joint = /(?: (?:and|then|but)(?: please)? | ?(?:然后|并且|再|还有|另外) ?)$/u.exec(text.slice(start, other.start));
  return joint ? [other.start - joint[0].length] : [];
}

const isSameSentence = (scene: Scene, wish: Range, at: number): boolean =>
  clauseAt(scene, wish.start).sentence === clauseAt(scene, at).sentence || !/[.!?。！？\n]/.test(scene.words.slice(wish.end, at));

/** Where the clause ends in which a place stands: at a mark that parts, which a message keeps only when it goes on behind it. */
function clauseEnd({ plain: { text } }: Scene, from: number): number {
  const stop = /[,，;；.。!！?？\n]/u.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

function trimmed(scene: Scene, start: number, end: number): Span | null {
  const text = scene.plain.text.slice(start, end);
  const lead = /^[\s“”"'「」『』:：,，]*/u.exec(text)?.[0].length ?? 0;
  const tail = /[\s“”"'「」『』,，;；]*$/u.exec(text)?.[0].length ?? 0;
  if (lead + tail >= text.length) return null;
  const found = verbatim(scene, start + lead, end - tail);
  return /[\p{L}\p{N}]/u.test(found.text) ? found : null;
}
