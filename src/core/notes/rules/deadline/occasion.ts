import type { ClockMention } from '../dates/clock.ts';
import type { DateMention } from '../dates/find.ts';
import { isStatement, occasionBehind } from '../lexicon.ts';
import { around, cover, type Range, type Scene, sentenceAt } from '../text/scene.ts';
import { deadlineWords as cue } from '../words/deadline.ts';
import { dayInChinese } from '../words/deadline.chinese.ts';
import { noOccasion, somebody } from '../words/occasion.ts';
import type { Candidate } from './choose.ts';
import { isHard } from './hard.ts';
import { beside, clockBeside } from './words.ts';

/**
 * 六月八号孩子进考场, "clients drop in on the 27th": the only day of a note, with no word of a wish beside it and none of another matter in its
 * sentence, is the one the goods are for.
 */
export function occasion(scene: Scene, mentions: DateMention[], clocks: ClockMention[], read: Range[]): Candidate[] {
  const [mention] = mentions;
  if (
    !mention?.date ||
    mentions.length > 1 ||
    !(mention.kind === 'day' || mention.kind === 'near') ||
    mention.date.toString() <= scene.note.orderDate.toString()
  )
    return [];
  const { before, after, clause } = around(scene, mention.start, mention.end);
  const isHan =
    /^ ?\p{Script=Han}/u.test(after) ||
    /\p{Script=Han}(?:订|定|就|安排|排|放|选|挑)?(?:在|喺|是|系) ?$/u.test(before) ||
    // 我们的 pop-up 4月10号 kick off, Demo day 是 3/18
    (/\p{Script=Han}/u.test(clause) && /[a-z]{2}/.test(before + after) && !noOccasion.test(before + after));
  const isTold =
    isHan ||
    (!scene.note.explained?.length && isOccasion(clause, scene.words.slice(mention.start, mention.end), sentenceAt(scene, mention.start)));
  if (
    !isTold ||
    /^[了喇啦]/.test(after) ||
    /[底末尾]$/.test(scene.words.slice(mention.start, mention.end)) ||
    isOfAnotherMatter(scene, mention) ||
    cue.closes.test(before) ||
    cue.notAnOccasion.test(`${before}\ufffc${after}`)
  )
    return [];
  const clock = clockBeside(scene, clocks, mention);
  read.push(mention, ...(clock ? [clock] : []));
  const strict = isHard(scene, mention, true);
  cover(scene, mention.start - before.length, mention.start);
  cover(scene, mention.end, mention.end + after.length);
  return [
    { evidence: beside(scene, mention, clock, cue.tightLead, cue.tightTrail), wide: mention, mention, time: clock?.time ?? null, strict },
  ];
}

/** 要嗰個鐘數已經企喺門口 is no matter of the past. */
export const isOfAnotherMatter = (scene: Scene, mention: DateMention): boolean =>
  cue.anotherMatter.test(sentenceAt(scene, mention.start).replace(/(?:[要得]|必须)[^,。]{0,8}已经?/g, '')) ||
  dayInChinese.usedUp.test(around(scene, mention.start, mention.end).after);

/** "He clears his desk on June 26", "twins turn five tomorrow": somebody does something on that day, and it is none of the shop's. */
const isOccasion = (clause: string, day: string, sentence: string): boolean =>
  !/^(?:today|tonight|this |\d+\/\d+$|end of)/.test(day) && somebody.test(clause) && !noOccasion.test(sentence);

/** "Our people start on the 14th": what leads to the day only says what the day is. */
export function coverOccasion(scene: Scene, { start, end }: Range): void {
  const { before, after } = around(scene, start, end);
  if (cue.eventBefore.test(before) && isStatement(before)) cover(scene, start - before.length, start);
  const named = cue.eventAfter.exec(after) ?? occasionBehind.exec(after);
  cover(scene, end, end + (named?.[0].length ?? 0));
}
