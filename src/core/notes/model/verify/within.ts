import { fold } from '../../../text/fold.ts';
import type { Span } from '../../reading.ts';
import { courtesy } from '../../rules/words/courtesy.ts';
import { overlap } from './locate.ts';

/** Whether the quotes hold the whole clause, but for courtesies. */
export function isWithin(clause: Span, quotes: readonly Span[]): boolean {
  if (!quotes.some((quote) => overlap(quote, clause))) return false;
  const words = fold(without(quotes, clause)).text.replace(courtesy.chinese, ' ');
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => courtesy.english.has(word));
}

/** What stands in the clause beside these words. */
export function without(spans: readonly Span[], clause: Span): string {
  const isTaken = (at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  return Array.from(clause.text.split(''), (unit, at) => (isTaken(clause.start + at) ? ' ' : unit)).join('');
}
