import type { DateMention } from '../dates/find.ts';
import type { Range, Scene } from '../text/scene.ts';
import { correction } from '../words/urgency.ts';
import { pattern } from '../../../text/pattern.ts';

/** A day that the goods may be for, and how it was said. */
export interface Candidate {
  evidence: Range;
  wide: Range;
  mention: DateMention;
  time: string | null;
  strict: boolean;
}

/** "Sunday the 29th, i.e. the 28th", "Saturday week, the 28th": what the day is in other words. */
const sameDay = /^[\s,(]*(?:i\.?e\.?|that is|that's|that means|namely|which is|which this year is|也就是|亦即|即是?|就是)\b/;

/** 改到10号, "moved to the 10th": what stood before is gone. */
const moved = pattern('')`
  (?:改|推迟|延后|延迟|顺延|提前|提早|挪|调整?|换|押后|延)(?:到|至|成|为)?[^,。]{0,2}$
  |\b(?:move|moved|push|pushed|pushed back|put back|bring|brought forward|changed?|shift|shifted|extend|extended|postponed?|delayed?)
  (?:
    [ ](?:it|that|this|back|forward|out|the (?:date|deadline|delivery))
  )* (?:to|until|till)(?: the)? ?$
`;

const hasBefore = ({ words }: Scene, { end }: DateMention): boolean => /^ ?(?:之前|以前|前|之内|内)/.test(words.slice(end, end + 4));

/** Hard dates beat preferred ones, a correction beats what it corrects, otherwise the earliest counts. */
export function choose(scene: Scene, candidates: Candidate[]): Candidate | null {
  // what stands behind the corrected day is why: "make that Wednesday, we fly out Thursday"
  const between = (at: number): string => scene.words.slice(candidates[at - 1]?.wide.end, candidates[at]?.wide.end);
  const corrected = candidates.findLast(
    (_, at) => at > 0 && (correction.test(between(at)) || moved.test(between(at)) || sameDay.test(between(at))),
  );
  if (corrected) return corrected;
  // 预产期六月底，六月中以前到就好: what is said of the goods counts, not what they are for, though nobody can say which day it is
  const vague = candidates.find(({ mention }) => mention.date === null && hasBefore(scene, mention));
  if (vague && candidates.every((other) => other === vague || !(other.strict || hasBefore(scene, other.mention)))) return vague;
  const hard = candidates.filter((candidate) => candidate.strict);
  const pool = hard.length > 0 ? hard : candidates;
  return pool.toSorted((a, b) => order(a.mention.date, b.mention.date) || Number(a.time === null) - Number(b.time === null))[0] ?? null;
}

export function order(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): number {
  if (a && b) return Temporal.PlainDate.compare(a, b);
  return a ? -1 : b ? 1 : 0;
}
