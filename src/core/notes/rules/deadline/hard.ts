import type { DateMention } from '../dates/find.ts';
import { matchesOf } from '../text/matches.ts';
import { around, clauseAt, cover, type Range, type Scene, sentenceAt } from '../text/scene.ts';
import { deadlineWords as cue } from '../words/deadline.ts';
import { dayInChinese } from '../words/deadline.chinese.ts';
import { pattern } from '../../../text/pattern.ts';

/** Whether the words around the day, or a threat anywhere, say that later is too late; what hardens it in Chinese is explained by that. */
export function isHard(scene: Scene, mention: DateMention, isOnly: boolean): boolean {
  const { start, end } = clauseAt(scene, mention.start);
  const hard = matchesOf(scene.words, dayInChinese.hard).filter((match) => isOnly || (match.index >= start && match.index < end));
  for (const match of hard) cover(scene, match.index, match.index + match[0].length);
  // 下周三到最好，最迟下周四: what is only best is no bound, whatever hardens the other day
  if (
    !isOnly &&
    /^ ?(?:能|就)?(?:到货?|收到|送到|拿到)?(?:就|是)?(?:最好|最理想|更好)/.test(scene.words.slice(mention.end, mention.end + 10))
  )
    return false;
  return hard.length > 0 || cue.strict.test(near(scene, mention, isOnly)) || isThreatened(scene, mention);
}

/** A threat may stand anywhere; 没货就退款 threatens only beside the day. */
const isThreatened = (scene: Scene, mention: DateMention): boolean =>
  cue.ultimatum.test(scene.words) &&
  matchesOf(scene.words, threats).some(
    (match) => !cue.ofStock.test(match[0]) || clauseAt(scene, match.index).sentence === clauseAt(scene, mention.start).sentence,
  );
const threats = new RegExp(cue.ultimatum, 'g');

/** The clause behind the day's own that only says how hard the day is. */
export function hardenedBy(scene: Scene, mention: DateMention): Range | null {
  const next = scene.clauses.find(({ start }) => start >= mention.end);
  if (!next) return null;
  const words = scene.words.slice(next.start, next.end);
  return cue.hardening.test(words) || ((takesUp.test(words) || beforeThat.test(words)) && cue.strict.test(words)) ? next : null;
}

/** "…, and it must be up by then", "…, and that date is firm". */
const takesUp = pattern('')`
  ^ ?(?:(?:and|so|but) )*(?:
    (?:it|they|these|this|everything|all|we|i)(?:'ll|'d)? [a-z' ]{0,24}(?:by|before) then
    |(?:that|the|this)(?: (?:date|day))?(?:'s| is| isn't| can't| won't| cannot) [a-z' ]{2,24}
  )\W*$
`;

/** 六月十八注册，之前一定要收到 */
const beforeThat =
  /^ ?(?:所以)?(?:(?:在|喺)?(?:那|嗰|这)(?:一?[天日]|时)?)?[之以]前(?:一定|必须|务必|千万|千祈|真系|真的|绝对|都|就|要|得|须|收到|到货|送到|寄到|拿到|攞到|到|我|喔|啊|呀)+[^\p{L}\p{N}]*$/u;

/** The words that may harden a day: its clause, and the rest of the sentence when that holds nothing else of weight. */
function near(scene: Scene, mention: DateMention, isOnly: boolean): string {
  if (isOnly) return nearAny(scene, mention);
  const { before, after } = around(scene, mention.start, mention.end);
  const own = before.slice(lastTurn(before)) + scene.words.slice(mention.start, mention.end) + after.slice(0, firstTurn(after));
  return own;
}

function nearAny(scene: Scene, mention: DateMention): string {
  const sentence = sentenceAt(scene, mention.start);
  if (sentence.length <= 40) return sentence;
  const next = scene.clauses.find(({ start }) => start >= mention.end);
  const following = next ? scene.words.slice(next.start, next.end) : '';
  return around(scene, mention.start, mention.end).clause + (cue.takenUp.test(following) ? following : '');
}

/** "By the 15th, but the cutoff is the 18th": what stands on the other side of the turn hardens nothing here. */
const turn = /\b(?:but|although|though|however|otherwise)\b|但是?|不过|最[晚迟慢](?!$)|实在不行|如果不行/g;
const lastTurn = (text: string): number => Array.from(matchesOf(text, turn)).at(-1)?.index ?? 0;
const firstTurn = (text: string): number => Array.from(matchesOf(text, turn))[0]?.index ?? text.length;
