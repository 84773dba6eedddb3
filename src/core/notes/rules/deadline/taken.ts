import type { DateMention } from '../dates/find.ts';
import { mayWish } from '../lexicon.ts';
import { isOver } from '../explain/story.ts';
import { around, clauseAt, cover, type Range, type Scene } from '../text/scene.ts';
import { deadlineWords as cue } from '../words/deadline.ts';
import { dayInChinese } from '../words/deadline.chinese.ts';
import { pattern } from '../../../text/pattern.ts';

/** "The Wednesday before, which is the 18th": the second wording says what the first one means. */
export function explainedDays(scene: Scene, found: DateMention[]): DateMention[] {
  return found.flatMap((mention, at) => {
    const [before, next] = [found[at - 1], found[at + 1]];
    if (next && isSameDay(scene, mention, next)) return [];
    const last = found[at + 2];
    if (next && last && isSameDay(scene, next, last) && /^ (?:before|after) (?:the )?$/.test(scene.words.slice(mention.end, next.start)))
      return [];
    return before && isSameDay(scene, before, mention) ? [{ ...mention, start: before.start }] : [mention];
  });
}

const isSameDay = (scene: Scene, one: DateMention, other: DateMention): boolean =>
  /^(?: before(?: that| it)?)?,? ?[(]?(?:which(?: this year)? (?:is|falls)|that is|that's|so that's|i\.?e\.?|meaning|being|aka)(?: on)?(?: the)? ?$/.test(
    scene.words.slice(one.end, other.start),
  );

/** "We move on the 15th, can it be here before then?": the next clause takes the day up. */
export function isTakenUp(scene: Scene, { end }: Range, after: string, before: string): boolean {
  const own = /\b(?:from|on)(?: the)? ?$/.test(before) ? cue.takenUpHere.exec(after) : null;
  if (own) cover(scene, end, end + own.index + own[0].length);
  if (own) return true;
  const people = byThen.exec(after);
  if (people) cover(scene, end, end + people.index + people[0].length);
  if (people) return true;
  const next = scene.clauses.find((clause) => clause.start >= end);
  const taken = next && after.length <= 16 ? cue.takenUp.exec(scene.words.slice(next.start, next.end)) : null;
  // "away until the 20th, so please don't deliver before then": no day that the goods are wanted by
  if (next && taken) cover(scene, next.start + taken.index, next.start + taken.index + taken[0].length);
  return taken !== null && !refuses.test(taken[0]);
}

const refuses = /\b(?:don't|do not|never|nothing|not|no) (?:[a-z]+ ){0,5}before (?:then|that)\b/;

/** 我们的展4月10号开，海报那天得贴在墙上: one of the clauses behind the day says that the goods are for it. */
export function isTakenUpInChinese(scene: Scene, mention: Range): boolean {
  const { sentence, start } = clauseAt(scene, mention.start);
  const next = scene.clauses.filter((clause) => clause.start >= start && clause.sentence <= sentence + 1).slice(0, 4);
  for (const clause of next) {
    const from = Math.max(clause.start, mention.end);
    const words = scene.words.slice(from, clause.end);
    const taken = dayInChinese.takenUp.exec(words);
    if (!taken || dayInChinese.putOff.test(words)) continue;
    cover(scene, from + taken.index, from + taken.index + taken[0].length);
    const rest = words.slice(0, taken.index) + words.slice(taken.index + taken[0].length);
    if (!mayWish(rest)) cover(scene, from, clause.end);
    return true;
  }
  return false;
}

/** "… so we'd want them by then" says nothing more than the day did. */
export const againByThen = pattern('g')`
  (?:(?<=^|[,.;:] ?)(?:so|and) )?\b(?:we|i|they|it|he|she)(?:'d|'ll)?(?:
    [ ](?:
      should|must|need|needs|want|wants|have|has|will|would|like|love|them|it|these|those|to|be|here|in|arrive|ready|get|really|do|please
      |the|lot|all
    )
  ){0,7} (?:by|before) then\b
`;

/** "… and they should have aprons on by then": the same clause takes the day up. */
const byThen =
  /\b(?:they|we|i|he|she|it|everyone|everybody)(?:'d|'ll)? (?:should|must|need|needs|want|wants|have|has|will|would|ought|like|love)\b[^,.;]{0,40}\b(?:by|before) then\b/;

/** "I don't want them before Dec 20" says nothing beside the day. */
export function coverNotBefore(scene: Scene, { start, end }: Range): void {
  const found = cue.notBefore.exec(around(scene, start, end).before);
  if (found) cover(scene, start - found[0].length, start);
}

/** 原来说的11月30日作废: another day has taken its place. */
export function isRevoked(scene: Scene, { start, end }: Range): boolean {
  const { before, after } = around(scene, start, end);
  return dayInChinese.formerly.test(before) && dayInChinese.revoked.test(after);
}

/** "This morning it stopped altogether", "let in and out eleven times today": what became of something, and no day for the goods. */
export const happenedToday = ({ words }: Scene, { start, end }: Range, beside: string): boolean =>
  /^(?:today|this (?:morning|afternoon|evening)|tonight)$/.test(words.slice(start, end)) &&
  isOver(beside) &&
  !/\b(?:needs?|needed|wants?|wanted|please|by|must|should|could|can|send|sent|ship|shipped|deliver|delivered|delivery|here|dispatch(?:ed)?|ready|ordered|order|has to|have to)\b/.test(
    beside,
  );
