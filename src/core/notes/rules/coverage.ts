import type { Span } from '../reading.ts';
import { type Scene, verbatim } from './scene.ts';
import { courtesy } from './words/courtesy.ts';

/** Content a clause may keep beside what is explained in it, in words (two Han characters weigh as one word). */
const slack = { beside: 1.5, alone: 0.5 };

/** Clauses that nothing explains, and the share of the content that is explained. */
export function readCoverage(scene: Scene): { unread: Span[]; coverage: number } {
  const mask = new Uint8Array(scene.plain.text.length);
  for (const { start, end } of [...scene.covered, ...scene.mentions]) mask.fill(1, start, end);
  let total = 0;
  let left = 0;
  const unread: Span[] = [];
  for (const { start, end } of pieces(scene)) {
    const text = scene.plain.text.slice(start, end);
    const open = Array.from(text.split(''), (unit, at) => (mask[start + at] ? ' ' : unit)).join('');
    const rest = weight(open);
    total += Math.max(rest, weight(text));
    if (rest <= (open === text ? slack.alone : slack.beside)) continue;
    left += rest;
    const lead = /^[\s\p{P}]*/u.exec(text)?.[0].length ?? 0;
    unread.push(verbatim(scene, start + lead, start + Math.max(lead + 1, text.trimEnd().length)));
  }
  if (scene.plain.stop < scene.plain.original.length) {
    const [start, end] = [scene.plain.stop, scene.plain.original.length];
    unread.push({ start, end, text: scene.plain.original.slice(start, end) });
    total += 100;
    left += 100;
  }
  return { unread, coverage: total === 0 ? 1 : Math.max(0, Math.round((1 - left / total) * 1000) / 1000) };
}

/** The clauses, and the punctuation between them left out; a clause cut by an evidence span is still one clause. */
function pieces(scene: Scene): { start: number; end: number }[] {
  return scene.clauses.filter(({ start, end }) => end > start);
}

/** How much a stretch still says once courtesy is taken away. */
function weight(text: string): number {
  const said = text.replace(courtesy.phrases, ' ');
  let words = 0;
  for (const [word] of said.replace(/\p{Script=Han}+/gu, ' ').matchAll(/[\p{L}\p{N}][\p{L}\p{N}'.@-]*/gu)) {
    const bare = word.replace(/[.']+$/, '').replaceAll("'", '');
    if (bare !== '' && !courtesy.english.has(bare)) words += 1;
  }
  const han = said
    .replace(/[^\p{Script=Han}]+/gu, ' ')
    .replace(courtesy.chinese, '')
    .replace(/\s/g, '');
  return words + han.length / 2;
}
