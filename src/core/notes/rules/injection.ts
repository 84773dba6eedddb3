import type { Span } from '../reading.ts';
import { cover, hide, type Range, type Scene, verbatim } from './scene.ts';
import { injectionCues, innocent } from './words/injection.ts';

/** Text that tries to steer the system or claims an authority nobody can check. Its whole sentence is taken away from all other rules. */
export function readInjection(scene: Scene, letters: Range[]): Span[] {
  const words = withQuotes(scene, letters);
  const ranges: { start: number; end: number }[] = [];
  for (const { cue } of injectionCues) {
    for (const match of words.matchAll(cue)) {
      if (innocent.test(words.slice(Math.max(0, match.index - 20), match.index + match[0].length + 30))) continue;
      ranges.push(sentenceRange(scene, match.index, match.index + match[0].length));
    }
  }
  for (const at of splitWords(scene)) ranges.push(sentenceRange(scene, at, at + 1));
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged.map(({ start, end }) => {
    cover(scene, start, end);
    hide(scene, start, end);
    return verbatim(scene, start, end);
  });
}

function sentenceRange(scene: Scene, start: number, end: number): { start: number; end: number } {
  const parts = scene.clauses.filter((clause) => clause.start < end && clause.end > start);
  const sentences = new Set(parts.map((clause) => clause.sentence));
  const all = scene.clauses.filter((clause) => sentences.has(clause.sentence));
  const first = Math.min(start, ...all.slice(0, 1).map((clause) => clause.start));
  const last = Math.max(end, ...all.slice(-1).map((clause) => clause.end));
  const lead = /^\s*/.exec(scene.words.slice(first, last))?.[0].length ?? 0;
  return { start: Math.min(start, first + lead), end: last };
}

/** An attack may stand in quotation marks; text to be printed or explained elsewhere is none. */
function withQuotes(scene: Scene, letters: Range[]): string {
  let words = scene.words;
  for (const { start, end } of scene.quotes) {
    if ([...letters, ...scene.covered].some((other) => start < other.end && other.start < end)) continue;
    words = words.slice(0, start) + scene.plain.text.slice(start, end) + words.slice(end);
  }
  return words;
}

/** Three or more invisible characters inside Latin words are no accident. */
function splitWords(scene: Scene): number[] {
  if (scene.plain.hidden.length < 3) return [];
  const original = scene.plain.hidden[0] ?? 0;
  const at = scene.plain.starts.findIndex((from) => from >= original);
  return at < 0 ? [] : [at];
}
