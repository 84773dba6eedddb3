import type { Reading } from '../reading.ts';
import { type ClockMention, findClocks } from './dates/clock.ts';
import { type DateMention, findDates } from './dates/find.ts';
import { readNumber } from './text/numbers.ts';
import { occasionBehind } from './lexicon.ts';
import { around, clauseAt, cover, hide, proven, type Range, type Scene, sentenceAt } from './text/scene.ts';
import { deadlineWords as cue } from './words/deadline.ts';
import { dayInChinese } from './words/deadline.chinese.ts';
import { type Candidate, choose, order } from './deadline/choose.ts';
import { coverOccasion, isOfAnotherMatter, occasion } from './deadline/occasion.ts';
import { hardenedBy, isHard } from './deadline/hard.ts';
import { againByThen, coverNotBefore, explainedDays, happenedToday, isRevoked, isTakenUp, isTakenUpInChinese } from './deadline/taken.ts';
import { beside, clockBeside, hourBehind, opener, withWords } from './deadline/words.ts';
import { matchesOf } from './text/matches.ts';
import { absent, anyTime, backThen, kept, tooLateThen, type Wait, waitOf } from './deadline/waits.ts';

interface Days {
  deadline: Reading['deadline'];
  windows: Range[];
  /** Days before which nothing may come, each with the words that say so. */
  waits: Wait[];
  tooEarly: boolean;
  /** A day is named that no year has. */
  impossible: boolean;
  /** Days to come of which nothing says what they are for. */
  unplaced: Range[];
}

/** The latest day the customer gives, and the days that are an appointment instead. */
export function readDeadline(scene: Scene): Days {
  const clocks = findClocks(scene.words, readNumber);
  const candidates: Candidate[] = [];
  const windows: Range[] = [];
  const earliest: Temporal.PlainDate[] = [];
  const waits: Wait[] = [];
  /** Days that are read: 18号 must not become a size as well. Hidden at the end, since days judge each other by their words. */
  const read: Range[] = [];
  const unplaced: Range[] = [];
  const told = new Set<DateMention>();
  const found = explainedDays(scene, findDates(scene.words, scene.note.orderDate, scene.note.timeZone));
  // 九月一号开学，当天要背: that day, not this
  // and 19号圣诞派对: one day
  const mentions = found.filter(
    (mention, at) =>
      at === 0 ||
      !(
        // "within ten days from today" is one day
        /^ from $/.test(scene.words.slice(found[at - 1]?.end, mention.start)) ||
        /^当[天日]$/.test(scene.words.slice(mention.start, mention.end)) ||
        (mention.start - (found[at - 1]?.end ?? 0) <= 1 &&
          /[号日]$/.test(scene.words.slice(0, found[at - 1]?.end)) &&
          /^\p{Script=Han}+$/u.test(scene.words.slice(mention.start, mention.end)))
      ),
  );
  for (const mention of mentions) {
    const hour = mentions.length === 1 ? hourBehind(scene, clocks, mention) : undefined;
    const own = clockBeside(scene, clocks, mention);
    const clock = hour ?? own;
    const role = mentions.length > 1 && isRevoked(scene, mention) ? 'revoked' : hour ? 'deadline' : roleOf(scene, mention, clock);
    if (hour && own && own !== hour) read.push(own);
    if (role === 'revoked') cover(scene, clauseAt(scene, mention.start).start, clauseAt(scene, mention.start).end);
    if (role === 'window') windows.push(withRuling(scene, mention, withWords(scene, mention, clock)));
    if (role === 'window' && mention.date && cue.notBefore.test(around(scene, mention.start, mention.end).before))
      earliest.push(mention.date);
    if (role === 'window') coverNotBefore(scene, mention);
    const wait = role === 'window' || role === 'none' ? waitOf(scene, mention) : null;
    if (wait) waits.push(wait);
    if (role === 'told') told.add(mention);
    if (role === 'told') cover(scene, clauseAt(scene, mention.start).start, mention.end);
    if (role === 'unplaced' && (!mention.date || order(mention.date, scene.note.orderDate) > 0)) unplaced.push(mention);
    if (role !== 'none' && role !== 'unplaced') read.push(mention);
    if (role === 'deadline' && clock) read.push(clock);
    if (role === 'deadline') read.push(beside(scene, mention, undefined, /(?!)/, /(?!)/));
    if (role !== 'deadline') continue;
    coverOccasion(scene, mention);
    if (isPartOfDay(around(scene, mention.start, mention.end))) windows.push(withWords(scene, mention, clock));
    const harder = hardenedBy(scene, mention);
    const strict = harder !== null || isHard(scene, mention, mentions.length === 1);
    if (harder) cover(scene, harder.start, harder.end);
    candidates.push({
      evidence: beside(scene, mention, clock, cue.tightLead, cue.tightTrail),
      wide: withWords(scene, mention, clock),
      mention,
      time: clock?.time ?? null,
      strict,
    });
  }
  if (candidates.length === 0 && windows.length === 0)
    candidates.push(
      ...occasion(
        scene,
        mentions.filter((mention) => !told.has(mention)),
        clocks,
        read,
      ),
    );
  for (const { start, end } of windows) cover(scene, start, end);
  for (const { wide } of candidates) cover(scene, wide.start, wide.end);
  for (const { start, end } of read) hide(scene, start, end);
  const chosen = choose(scene, candidates);
  // nobody knows how long to wait who does not know when the feast is
  const impossible = mentions.some(
    (mention) => mention.impossible || (mention.date === null && cue.notAfter.test(around(scene, mention.start, mention.end).after)),
  );
  if (!chosen) return { deadline: null, windows, waits, tooEarly: false, impossible, unplaced };
  for (const match of matchesOf(scene.words, new RegExp(cue.ultimatum, 'g'))) cover(scene, match.index, match.index + match[0].length);
  for (const match of matchesOf(scene.words, againByThen)) cover(scene, match.index, match.index + match[0].length);
  const { mention, time, strict, evidence } = chosen;
  if (strict)
    for (const clause of scene.clauses)
      if (
        clause.sentence === clauseAt(scene, mention.start).sentence &&
        clause.start >= mention.end &&
        cue.penalty.test(scene.words.slice(clause.start, clause.end))
      )
        cover(scene, clause.start, clause.end);
  return {
    deadline: { ...proven(scene, evidence.start, evidence.end), date: mention.date?.toString() ?? null, time, strict },
    windows,
    waits,
    impossible,
    unplaced,
    // "here by Friday, and nothing before Monday"
    tooEarly: mention.date !== null && earliest.some((day) => order(mention.date, day) < 0),
  };
}

/** "Any day but Wednesday" is kept with the words that rule it out. */
const withRuling = (scene: Scene, { start }: Range, window: Range): Range => {
  const ruling = cue.anyBut.exec(scene.words.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  return ruling > 0 ? { start: start - ruling, end: window.end } : window;
};

const isPartOfDay = (beside: { before: string; after: string }): boolean =>
  dayInChinese.partOfDay.test(beside.after) && !cue.by.test(beside.before);

/** What a day is for, judged by the words of its own clause. */
function roleOf(scene: Scene, mention: DateMention, clock: ClockMention | undefined): 'deadline' | 'window' | 'told' | 'none' | 'unplaced' {
  const start = Math.min(mention.start, clock && clock.end <= mention.start ? clock.start : mention.start);
  const end = Math.max(mention.end, clock && clock.start >= mention.end ? clock.end : mention.end);
  const { before, after: tail, clause } = around(scene, start, end);
  const after = tail
    .replace(cue.dayPart, '')
    .replace(/^ ?(?:当天|当日|那天|那日|嗰日)(?!开始|起)/, '')
    .replace(/^ ?[(（]?周[一二三四五六日][)）]?/, '')
    .replace(/^ ?(?:delivery|arrival|shipping|dispatch)(?= (?:works|is|would|will|please|at the latest|latest)\b)/, '');
  if (/^ ?(?:下[单的]|落单|才?下的单|拍的|买的)/.test(after)) return 'none';
  // 听日要报价先: when somebody wants to hear from them, and no goods
  if (/^ ?(?:之前|以前|前)?(?:要|想|可以|请|先|就|帮我|俾我|畀我|给我)*(?:个|份)?(?:报个?价|报价|打样|出样稿?|样稿|效果图)/.test(after))
    return 'none';
  // 周一到周五, 周二或周三送
  if (/^ ?(?:或者?|和|跟|、|同) ?(?:周|星期|礼拜)[一二三四五六日天]\p{Script=Han}{0,4}(?:送|派|来|收)/u.test(after)) return 'window';
  if (
    /^ ?(?:到|至|-|~) ?(?:(?:周|星期|礼拜)[一二三四五六日天]|[二三四五六日天](?![十点号月年天个周层楼]))/.test(after) ||
    /(?:周|星期|礼拜)[一二三四五六日天] ?(?:到|至|-|~) ?$/.test(before)
  )
    return 'window';
  if (/(?:过[了咗]|晚过|迟过|拖过|超过) ?$/.test(before) && cue.refused.test(sentenceAt(scene, start))) return 'deadline';
  if ((cue.past.test(before) && !cue.fined.test(before)) || /^ ?(?:ago|前的|以前的)/.test(after)) return 'none';
  // 星期六日都得
  if (/[六]$/.test(scene.words.slice(mention.start, mention.end)) && /^[日天]/.test(after)) return 'window';
  // 周六日大楼不让施工
  if (cue.closed.test(after)) return 'window';
  if (cue.stays.test(before)) return 'none';
  if (cue.forecast.test(before) || happenedToday(scene, mention, before + after)) return 'told';
  // "we close on the 18th and reopen on January 4"
  if (cue.closes.test(before) && /\bre-?opens?\b|\bopens? again\b|\bback\b/.test(sentenceAt(scene, start))) return 'window';
  // "any day but Wednesday"
  if (cue.anyBut.test(scene.words.slice(Math.max(0, start - 40), start))) return 'window';
  if (cue.ruledOut.test(before)) return 'told';
  // 后日我唔喺屋企, 后天家里没人
  if (
    /^ ?(?:我|我们|我哋|家里|屋企|公司|店里|仓库|大家)?(?:都|全天|成日|一天|整天|刚好|又|会)?(?:唔喺(?:屋企|度)|不在(?:家|公司|店)?|没人|冇人|没有人|不方便收?|不行|唔得|不可以|唔可以|没空|冇空|没时间|冇时间|唔方便)/.test(
      after,
    )
  )
    return 'window';
  // 净系星期六喺屋企
  if (/(?:只有|只得|净系|[得就]) ?$/.test(before) && /^ ?(?:才|先|都)?(?:喺屋企|喺度|在家|有人|得闲|有空)/.test(after)) return 'window';
  if (isTakenUp(scene, mention, after, before)) return 'deadline';
  // "we close for stocktake on the 18th": whether the goods are for before or after it, nobody has said
  if (cue.closes.test(before) && !/\b(?:before|by|until|till|ahead|need|needs|want|ready|time)\b/.test(before)) return 'unplaced';
  if (/^ ?[都就会要得]*(?:出差|请假|休假|开会)(?!之?前|要?用|带)/.test(after)) return 'told';
  // "we reopen March 2 so there's loads of time": a day of their own
  if (cue.ownOpening.test(before) && cue.relaxed.test(sentenceAt(scene, start))) return 'told';
  if (
    // 剩下的月底前到就行 gives the latest day of all
    (cue.remainder.test(before) && !/^(?:之?前|以前)(?:能?[到送发寄给补交齐]|就行|都行)/.test(after)) ||
    (cue.elsewhere.test(clause) && !cue.alsoDelivered.test(before)) ||
    cue.elsewhere.test(opener(scene, mention))
  )
    return 'none';
  if (kept.test(before) || absent.test(before) || backThen.test(after) || (anyTime.test(before) && !tooLateThen.test(clause)))
    return 'window';
  if (cue.noLater.test(before) && /^ ?[之以]?后/.test(after)) return 'deadline';
  if (cue.notBefore.test(before) && !cue.tooLate.test(before)) return 'window';
  // 展会12月8号开始
  if (cue.notAfter.test(after) && !dayInChinese.sets.test(after) && !(/^ ?开始/.test(after) && cue.eventBefore.test(before)))
    return 'window';
  if (cue.by.test(before) || cue.tooLate.test(before) || mention.kind === 'limit' || mention.kind === 'close') return 'deadline';
  // "pick-up Saturday please"
  if (cue.appointment.test(before) && /^ ?(?:please|pls)?$/.test(after)) return 'window';
  if (cue.byAfter.test(after)) return 'deadline';
  if (mention.kind === 'near' && cue.deliverNear.test(clause)) return 'deadline';
  // "tomorrow by 5pm if possible"
  if (
    clock &&
    clock.start >= mention.end &&
    /^ (?:by|before|no later than) (?:about |around )?$/.test(scene.words.slice(mention.end, clock.start))
  )
    return 'deadline';
  // "Wednesday delivery by 12 noon"
  if (/^ ?(?:delivery|arrival) (?:by|before|no later than|until) /.test(after)) return 'deadline';
  if (mention.date && dayInChinese.feast.test(scene.words.slice(mention.start, mention.end)) && dayInChinese.given.test(after))
    return 'deadline';
  if (cue.appointment.test(before) || (cue.appointmentAfter.test(after) && !(dayInChinese.visitor.test(before) && /^ ?来/.test(after))))
    return 'window';
  // 下個月頭交樓，嗰時先送
  if (/(?:嗰时|嗰阵|到时候?|那时候?|届时|到嗰日|等那天)(?:先|再|才)/.test(sentenceAt(scene, start))) return 'none';
  if (cue.need.test(before) || cue.eventBefore.test(before) || cue.eventAfter.test(after) || occasionBehind.test(after)) return 'deadline';
  if (dayInChinese.last.test(scene.words.slice(mention.end)) || (!isOfAnotherMatter(scene, mention) && isTakenUpInChinese(scene, mention)))
    return 'deadline';
  return 'unplaced';
}
