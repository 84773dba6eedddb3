import { clauseAt, type Scene, sentenceAt } from '../text/scene.ts';

/** The line a property belongs to: the only one, the one named nearest (before rather than after) in its sentence, or none. */
export function lineOf(scene: Scene, start: number, end: number): string | null {
  const { lines } = scene.note;
  if (lines.length <= 1) return lines[0]?.sku ?? null;
  const { sentence, start: clauseStart, end: clauseEnd } = clauseAt(scene, start);
  const clause = scene.words.slice(clauseStart, clauseEnd);
  // 椅子都要黑: all of those, and only those
  const first = scene.mentions.filter((mention) => mention.start >= clauseStart && mention.end <= start);
  const at = (first.length === 1 ? (first[0]?.end ?? 0) : 0) - clauseStart;
  const own = at > 0 ? clause.slice(0, at) + clause.slice(at).replace(/^ ?都/, (word) => ' '.repeat(word.length)) : clause;
  const others = own.replace(/\b(?:all|both|every|each)(?: of)?(?: (?:the|your|our|my|these|those))? (?=[a-z])/g, (word, at: number) =>
    scene.mentions.some((mention) => mention.start === clauseStart + at + word.length) ? ' ' : word,
  );
  if (/\b(?:all|both|everything|each of them|every item)\b|都|全部|全都|所有|统一|一律|两款|两样/.test(others)) return null;
  const here = scene.mentions.filter((mention) => clauseAt(scene, mention.start).start === clauseStart);
  const nearHere = here.toSorted((a, b) => distance(a, start, end) - distance(b, start, end))[0];
  if (nearHere) return nearHere.sku;
  const before = scene.mentions.filter((mention) => mention.end <= start && clauseAt(scene, mention.start).sentence === sentence).at(-1);
  if (before) return before.sku;
  const wholeSentence = sentenceAt(scene, start);
  return /\b(?:it|that one|this one|ones)\b|它|这个/.test(wholeSentence)
    ? (scene.mentions.filter((mention) => mention.end <= start).at(-1)?.sku ?? null)
    : null;
}

/** Words stand after what they describe in a chain, before it in a phrase ("black chair"): what follows directly is nearest. */
function distance(mention: { start: number; end: number }, start: number, end: number): number {
  if (mention.end <= start) return start - mention.end;
  const gap = mention.start - end;
  return gap <= 2 ? Math.max(0, gap) : gap + 10;
}
