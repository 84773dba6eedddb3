import type { ClockMention } from '../dates/clock.ts';
import type { DateMention } from '../dates/find.ts';
import { clauseAt, type Range, type Scene } from '../text/scene.ts';
import { deadlineWords as cue } from '../words/deadline.ts';

/** What stands before the bracket a day is in: "our other order (due Friday)". */
export function opener(scene: Scene, { start }: Range): string {
  const clause = clauseAt(scene, start);
  const at = scene.clauses.findIndex((other) => other.start === clause.start);
  const before = scene.clauses[at - 1];
  return before && scene.words[clause.start - 1] === '(' ? scene.words.slice(before.start, before.end) : '';
}

export function clockBeside(scene: Scene, clocks: ClockMention[], mention: DateMention): ClockMention | undefined {
  return clocks.find((clock) => {
    const gap = clock.start >= mention.end ? scene.words.slice(mention.end, clock.start) : scene.words.slice(clock.end, mention.start);
    // 今晚七点 is one wording for both
    if (clock.start < mention.end && clock.end > mention.end) return clock.start >= mention.start;
    // 下周二要用，只准两点到五点搬货: hours of their own
    if (
      clock.start >= mention.end &&
      gap.includes(',') &&
      /^ ?(?:到|至|-|~) ?(?:[上下]午|晚上)?[\d一二三四五六七八九十两]{1,3}(?:点|时|:)/.test(scene.words.slice(clock.end, clock.end + 12))
    )
      return false;
    return (
      gap.length <= 12 &&
      !/[.;。!?\n\ufffc]|[送派].*,|,[^,]*最[迟晚][^,]*(?:周|星期|礼拜|\d[号日])/.test(gap) &&
      (clock.start >= mention.end || clock.end <= mention.start)
    );
  });
}

/** 明天下午两点开会，一点半之前送到: the hour by which it must be there stands in the next clause, and the day is the same. */
export function hourBehind(scene: Scene, clocks: ClockMention[], mention: DateMention): ClockMention | undefined {
  const clause = clauseAt(scene, mention.start);
  const next = scene.clauses.find((other) => other.start > clause.start && other.sentence === clause.sentence);
  if (!next || !/\p{Script=Han}/u.test(scene.words.slice(clause.start, clause.end))) return undefined;
  return clocks.find(
    ({ start, end }) =>
      start >= next.start &&
      end <= next.end &&
      /^ ?(?:请|麻烦|务必|一定要?|必须|最晚|最迟|要|得|在)*$/.test(scene.words.slice(next.start, start)) &&
      /^ ?(?:钟|整)?(?:之前|以前|前)(?!.*[别不勿没])(?=.*(?:到|送|要|收|好))/.test(scene.words.slice(end, next.end)),
  );
}

/** The day with all the words that make it a deadline. */
export function withWords(scene: Scene, mention: DateMention, clock: ClockMention | undefined): Range {
  return beside(scene, mention, clock, cue.lead, cue.trail);
}

/** The day, its clock time, and the given words before and behind it as far as the clause goes. */
export function beside(scene: Scene, mention: DateMention, clock: ClockMention | undefined, lead: RegExp, trail: RegExp): Range {
  const clause = clauseAt(scene, mention.start);
  let start = Math.min(mention.start, clock?.start ?? mention.start);
  let end = Math.max(mention.end, clock?.end ?? mention.end);
  start -= lead.exec(scene.words.slice(Math.max(clause.start, start - 60), start))?.[0].trimStart().length ?? 0;
  end += cue.dayPart.exec(scene.words.slice(end, end + 26))?.[0].length ?? 0;
  end += trail.exec(scene.words.slice(end, Math.max(end, Math.min(clause.end, end + 30))))?.[0].length ?? 0;
  return { start, end };
}
