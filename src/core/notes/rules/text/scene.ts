import type { Item, NoteInput, Span } from '../../reading.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { findMentions, type Mention } from '../mentions.ts';
import { type Plain, plainRange, plainText, spanOf } from './plain.ts';
import { findMessages, findQuotes, type Quote } from './quotes.ts';

/** Stands for text that no cue may match: never a letter, so that word boundaries hold at its edges. */
export const blank = '\ufffc';

export interface Range {
  start: number;
  end: number;
}

/** A note laid out for the rules. All offsets are into `plain.text`; `words` is equally long, with what is not to be read blanked. */
export interface Scene {
  note: NoteInput;
  plain: Plain;
  words: string;
  quotes: Quote[];
  clauses: Clause[];
  mentions: Mention[];
  /** What the lines are called, folded as the note is. */
  goods: string;
  /** What is explained so far. */
  covered: Range[];
}

export function openScene(note: NoteInput, plain: Plain = plainText(note.text)): Scene {
  const goods = goodsIn(note);
  const marked = findQuotes(plain.text);
  // where cards or tags are what was ordered, what stands behind them says how they should be
  const messages = /\b(?:cards?|tags?|labels?|notes?|slips?)\b|卡/.test(goods) ? [] : findMessages(plain.text, marked);
  const quotes = [...marked, ...messages].toSorted((one, other) => one.start - other.start);
  const scene: Scene = { note, plain, words: plain.text, quotes, clauses: [], mentions: [], goods, covered: [] };
  for (const quote of quotes) hide(scene, quote.start, quote.end);
  for (const range of note.explained ?? []) {
    const { start, end } = plainRange(plain, range);
    hide(scene, start, end);
    cover(scene, start, end);
  }
  scene.clauses = splitClauses(scene.words);
  scene.mentions = findMentions(scene.words, plain.text, quotes, note.lines);
  return scene;
}

const goodsIn = ({ lines }: NoteInput): string => lines.map(({ names }) => names.map((name) => plainText(name).text).join(' ')).join(' ; ');

export function cover(scene: Scene, start: number, end: number): void {
  if (end > start) scene.covered.push({ start, end });
}

/** Takes a stretch away from all rules that read later. */
export function hide(scene: Scene, start: number, end: number): void {
  scene.words = scene.words.slice(0, start) + blank.repeat(Math.max(0, end - start)) + scene.words.slice(end);
}

/** The evidence of an item; what gives evidence is explained. */
export function proven(scene: Scene, start: number, end: number): Item {
  cover(scene, start, end);
  return { evidence: spanOf(scene.plain, start, end), source: 'rules', status: 'confirmed' };
}

export function verbatim(scene: Scene, start: number, end: number): Span {
  return spanOf(scene.plain, start, end);
}

export function clauseAt(scene: Scene, at: number): Clause {
  return scene.clauses.find((clause) => at >= clause.start && at < clause.end) ?? { start: 0, end: scene.words.length, sentence: 0 };
}

/** So far words are looked at around a stretch: what nobody parts into clauses would be read again as a whole for each thing found in it. */
const reach = 400;

/** The words of the clause before and after a stretch. */
export function around(scene: Scene, start: number, end: number): { before: string; after: string; clause: string } {
  const clause = clauseAt(scene, start);
  const from = Math.max(clause.start, start - reach);
  const to = Math.max(end, Math.min(clause.end, end + reach));
  return { before: scene.words.slice(from, start), after: scene.words.slice(end, to), clause: scene.words.slice(from, to) };
}

/** The words of the whole sentence a place stands in. */
export function sentenceAt(scene: Scene, at: number): string {
  const { sentence } = clauseAt(scene, at);
  const parts = scene.clauses.filter((clause) => clause.sentence === sentence);
  const from = Math.max(parts[0]?.start ?? 0, at - 2 * reach);
  return scene.words.slice(from, Math.min(parts.at(-1)?.end ?? scene.words.length, at + 2 * reach));
}
