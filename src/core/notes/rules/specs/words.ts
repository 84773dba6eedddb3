import { around, type Scene } from '../scene.ts';
import { specDenied, specSlots, specWords } from '../words/specs.ts';
import type { Found } from './found.ts';

const lexicon = specWords.map(({ key, english, chinese }) => ({
  key,
  pattern: new RegExp(`(?<![a-z-])(?:${english})(?![a-z])|(?:${chinese})`, 'g'),
}));

/** Properties that are a word: colours, materials, sizes, and what stands in a slot such as "colour: …". */
export function propertyWords(scene: Scene): Found[] {
  const found: Found[] = [];
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  for (const { key, pattern } of lexicon) {
    for (const match of scene.words.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      if (!free(start, end) || inName(scene, start, end)) continue;
      const value = key === 'size' ? sizeValue(scene.words.slice(start, end)) : 0;
      found.push({ start, end, key, valueStart: start + value, valueEnd: end, unit: null });
    }
  }
  for (const { key, pattern } of specSlots) {
    for (const match of scene.words.matchAll(pattern)) {
      const value = match.slice(1).find(Boolean);
      if (value === undefined) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if (!free(start, end) || inName(scene, start, end)) continue;
      const valueStart = start + match[0].indexOf(value);
      const unit = key === 'tolerance' ? (match[2] ?? match[5] ?? null) : null;
      found.push({ start, end, key, valueStart, valueEnd: valueStart + value.trimEnd().length, unit: unit === '毫米' ? 'mm' : unit });
    }
  }
  return found;
}

/** Skips "size ", "in ", "all " before the size itself. */
function sizeValue(written: string): number {
  return /^(?:size|sz|in|all|are|is|be|make (?:it|them)|eu ?size|us ?size|uk ?size):? /.exec(written)?.[0].length ?? 0;
}

function inName(scene: Scene, start: number, end: number): boolean {
  return scene.mentions.some((mention) => mention.by === 'name' && start >= mention.start && end <= mention.end);
}

/** Not asked for: excluded, complained about, asked after, or only the fallback. */
export function denied(scene: Scene, item: Found): 'excluded' | 'substitute' | 'told' | null {
  const { before, after, clause } = around(scene, item.start, item.end);
  if (specDenied.before.test(before)) return 'excluded';
  if (specDenied.substitute.test(before) || specDenied.substituteAfter.test(after)) return 'substitute';
  return specDenied.clause.test(clause) ? 'told' : null;
}
