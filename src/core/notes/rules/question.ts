import { coverFreeText } from './flags.ts';
import { type Range, type Scene, sentenceAt } from './text/scene.ts';
import { questions } from './words/questions.ts';

/** What asks for information; a wish in the form of a question is only that wish, which `items` tell apart, and a favour asked for is no question either. */
export function readQuestion(scene: Scene, items: Range[], favours: Range[]): Range | null {
  let first: Range | null = null;
  for (const sentence of sentencesOf(scene)) {
    const { start, end } = sentence;
    const words = scene.words.slice(start, end);
    const marked = /[?]/.test(scene.plain.text.slice(end, end + 2)) || questions.particle.test(words) || /请问/.test(words);
    const asked = questions.asks.exec(words) ?? questions.asksInChinese.exec(words);
    const asks = asked && !marked && questions.told.test(words.slice(0, asked.index)) ? null : asked;
    const isAsked = (marked && questions.yesOrNo.test(words)) || questions.bareYesOrNo.test(words);
    const favour = favours.some((item) => item.start < end && start < item.end);
    const available = favour
      ? null
      : (questions.available.exec(words) ?? (isAsked ? (questions.yesOrNo.exec(words) ?? questions.bareYesOrNo.exec(words)) : null));
    const wishes = items.some((item) => item.start < end && start < item.end);
    if (!(asks || available || marked) || questions.noQuestion.test(words)) continue;
    if (!asks && !available && (wishes || questions.politeOnly.test(words))) continue;
    const at = asks ?? available;
    const range = at ? { start: start + at.index, end: start + at.index + at[0].length } : trimmed(scene, sentence);
    if (range.end <= range.start) continue;
    coverFreeText(scene, range, 'whole');
    first ??= range;
  }
  return first;
}

/** Whether a wish stands in a question about what is to be had at all. */
export function inAvailability(scene: Scene, range: Range): boolean {
  return questions.offered.test(sentenceAt(scene, range.start));
}

function sentencesOf(scene: Scene): Range[] {
  const sentences = new Map<number, Range>();
  for (const { start, end, sentence } of scene.clauses) sentences.set(sentence, { start: sentences.get(sentence)?.start ?? start, end });
  return [...sentences.values()];
}

function trimmed(scene: Scene, { start, end }: Range): Range {
  const words = scene.words.slice(start, end).replaceAll('\ufffc', ' ');
  return { start: start + (/^\s*/.exec(words)?.[0].length ?? 0), end: start + words.trimEnd().length };
}
