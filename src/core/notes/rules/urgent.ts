import type { Reading } from '../reading.ts';
import { Alternatives } from './text/alternatives.ts';
import { urgencyLexicon as lexicon } from './lexicon.ts';
import { around, blank, cover, proven, type Range, type Scene, sentenceAt } from './text/scene.ts';
import { isOver } from './explain/story.ts';
import { correction, urgency } from './words/urgency.ts';
import { matchesOf } from './text/matches.ts';

const either = (...cues: RegExp[]): RegExp =>
  new Alternatives(cues.flatMap((cue) => (cue instanceof Alternatives ? cue.sources : [cue.source])));
const cue = {
  sarcasm: either(urgency.sarcasm, lexicon.sarcasm),
  doubled: either(lexicon.doubled, urgency.doubled),
  denied: either(lexicon.denied, urgency.denied),
  asked: either(lexicon.asked, urgency.asked),
  names: either(lexicon.names, urgency.names),
};

/** Whether the note asks for more speed than usual; a denial is kept as `false` with its words, so that the card can show it. */
export function readUrgency(scene: Scene): Reading['urgent'] {
  const waiting = first(scene, cue.sarcasm);
  if (waiting) return { ...proven(scene, waiting.start, waiting.end), value: true };
  const positive: Range[] = [];
  const negative: Range[] = [];
  let words = blankNames(scene);
  for (const match of matchesOf(words, cue.doubled)) {
    positive.push(range(match));
    words = blanked(words, range(match));
  }
  for (const match of matchesOf(words, lexicon.elsewhere)) {
    cover(scene, match.index, match.index + match[0].length);
    words = blanked(words, range(match));
  }
  for (const match of matchesOf(words, cue.denied)) {
    negative.push(range(match));
    words = blanked(words, range(match));
  }
  for (const match of matchesOf(words, cue.asked)) {
    const verdict = judge(scene, range(match));
    if (verdict === 'asked') positive.push(range(match));
    if (verdict === 'denied') negative.push(range(match));
    if (verdict === 'elsewhere') cover(scene, match.index, match.index + match[0].length);
  }
  const yes = positive.toSorted((a, b) => a.start - b.start)[0];
  const no = negative.toSorted((a, b) => a.start - b.start).at(-1);
  for (const { start, end } of [...positive, ...negative]) cover(scene, start, end);
  const takenBack = yes && no && no.start > yes.start && correction.test(scene.words.slice(yes.end, no.end));
  if (yes && !takenBack) return { ...proven(scene, yes.start, yes.end), value: true };
  return no ? { ...proven(scene, no.start, no.end), value: false } : null;
}

function judge(scene: Scene, { start, end }: Range): 'asked' | 'denied' | 'elsewhere' {
  const { before, after, clause } = around(scene, start, end);
  if (urgency.notBefore.test(before) || urgency.notAfter.test(after)) return 'denied';
  if (urgency.replyBefore.test(before) || urgency.replyAfter.test(after)) return 'elsewhere';
  // "we get through a bag a day"
  const words = scene.words.slice(start, end);
  if (/^gets? through$/.test(words) && !/^ ?(?:quick|fast|today|asap|as |please|first|early|now|\W*$)/.test(after)) return 'elsewhere';
  // "the list doubled overnight"
  if (words === 'overnight' && isOver(before) && !/\b(?:send|sent|ship|shipped|it|them|these|this)\b[^,.;]*$/.test(before))
    return 'elsewhere';
  // "ship what you have now, the rest can come whenever"
  if (/\bnow$/.test(words) && /\b(?:the )?(?:rest|remainder|others|balance|second|other (?:one|two|half))\b/.test(sentenceAt(scene, start)))
    return 'elsewhere';
  // "we need these early next month"
  if (
    /\bearly$/.test(words) &&
    /^ (?:next|in|on|this|that|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/.test(
      after,
    )
  )
    return 'elsewhere';
  // "every day we run past the 18th" is what lateness costs
  if (/^every (?:day|hour)\b/.test(words) && /^ (?:run|go|are|slip|overrun|miss)\b/.test(after)) return 'elsewhere';
  // "we'd rather have it early than late"
  if (/^ than late\b/.test(after)) return 'elsewhere';
  if (urgency.elsewhere.test(clause)) return 'elsewhere';
  // 7月20号要用，千万别耽误: how hard the day is
  if (/[耽误延]/.test(scene.words.slice(start, end)) && urgency.day.test(sentenceAt(scene, start))) return 'elsewhere';
  return 'asked';
}

/** Names of things are no wish, and they stay readable to the other rules. */
function blankNames(scene: Scene): string {
  let words = scene.words;
  for (const { start, end } of scene.mentions) words = blanked(words, { start, end });
  return words.replace(cue.names, (name) => blank.repeat(name.length));
}

function blanked(words: string, { start, end }: Range): string {
  return words.slice(0, start) + blank.repeat(end - start) + words.slice(end);
}

function range(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length };
}

function first(scene: Scene, cue: RegExp): Range | null {
  for (const match of matchesOf(scene.words, cue)) return range(match);
  return null;
}
