import type { Reading } from '../../reading.ts';
import type { DateMention } from '../dates/find.ts';
import { around, proven, type Range, type Scene } from '../text/scene.ts';
import { deadlineWords as cue } from '../words/deadline.ts';
import { dayInChinese } from '../words/deadline.chinese.ts';
import { pattern } from '../../../text/pattern.ts';

/** A day before which the goods must not come, and all the words that say so. */
export type Wait = Range & { date: Temporal.PlainDate };

/** "We are away until the 14th": whoever is back on a day takes nothing in before it. */
export const absent =
  /\b(?:away|closed|shut|abroad|on (?:holiday|leave|vacation)|out of (?:the )?(?:office|town)|(?:not|n't) (?:here|in|open|there|back|around|home)|at home)\b[^,.;]{0,24} (?:until|till) (?:the )?$/;
/** "Any time after the 20th": from then on, unless that would be too late. */
export const anyTime = /\bany ?(?:time|day)(?: \w+){0,2} (?:after|from) (?:the |on )?$/;
export const tooLateThen = /\b(?:not|never|no|too late|useless|pointless|won't|can't|don't)\b/;
/** 我们14号才回来: nobody takes anything in before. */
export const backThen =
  /^ ?(?:才|先|方)(?:会|能|可以)?(?:回来|回到|回国|回家|回公司|返来|返嚟|返到|返屋企|在家|开门|营业|开工|上班|搬进|入伙|有人)/;
/** "Hold it until the 20th": a day to wait for, and none the goods are wanted by. */
export const kept = /\b(?:hold|keep|store|park|sit on|hang on to|hold on to|hold off(?: on)?)\b[^,.;]{0,30} (?:until|till) (?:the )?$/;
/** The day behind the one that is named. */
const passed = /(?:\bafter (?:the |on )?)$/;
const passedBehind = /^ ?(?:之后|以后|过后|后)/;
const behind = pattern('')`
  ^ ?(?:
    (?:之后|以后|过后|之前|以前|前|后|起|开始)(?:才|再|都|先|还|暂时)?(?:不要|别|勿|唔好|唔要|不)?(?:有人|能|可以|方便)?
    (?:收货|送货|发货|收货|送|发|寄)?
    |or later|onwards?|and after|at the earliest|earliest
  )
`;

export function waitOf(scene: Scene, { start, end, date }: DateMention): Wait | null {
  if (!date) return null;
  const { before, after } = around(scene, start, end);
  const isOpen = anyTime.test(before) && !tooLateThen.test(before + after);
  const lead =
    (isOpen ? anyTime.exec(before) : null) ??
    absent.exec(before) ??
    kept.exec(before) ??
    (cue.tooLate.test(before) ? null : cue.notBefore.exec(before));
  const isBack = backThen.exec(after);
  const isBehind = cue.notAfter.test(after) && !dayInChinese.sets.test(after);
  if (!lead && !isBehind && !isBack) return null;
  const isPassed = passed.test(before) || (isBehind && passedBehind.test(after));
  return {
    start: start - (lead?.[0].length ?? 0),
    end: end + (isBehind ? (behind.exec(after)?.[0].length ?? 0) : (isBack?.[0].length ?? 0)),
    date: isPassed ? date.add({ days: 1 }) : date,
  };
}

/** The wish for an hour or a day, with the day before which nothing may come: the last one where there are several, and all its words. */
export function withWait(scene: Scene, flags: Reading['flags'], waits: Wait[]): Reading['flags'] {
  const [latest] = waits.toSorted((one, other) => Temporal.PlainDate.compare(other.date, one.date));
  if (!latest) return flags;
  return flags.map((item) => {
    if (item.flag !== 'delivery_window') return item;
    const { evidence } = proven(scene, latest.start, latest.end);
    const meets = evidence.start <= item.evidence.end && item.evidence.start <= evidence.end;
    const notBefore = latest.date.toString();
    if (!meets) return { ...item, notBefore, also: [...(item.also ?? []), evidence] };
    const start = Math.min(evidence.start, item.evidence.start);
    const end = Math.max(evidence.end, item.evidence.end);
    return { ...item, notBefore, evidence: { start, end, text: scene.note.text.slice(start, end) } };
  });
}
