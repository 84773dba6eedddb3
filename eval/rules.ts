import { parseOrder } from '#src/cli/notes/order.ts';
import { labelsOf } from '#core/notes/labels.ts';
import type { Reading } from '#core/notes/reading.ts';
import { readByRules } from '#core/notes/rules.ts';
import type { Answers, GoldenNote } from './note.ts';

/** The notes as `notes read` reads them, by the rules. */
export function readingsByRules(notes: GoldenNote[]): Map<string, Reading> {
  return new Map(
    notes.map((golden) => {
      const order = parseOrder(JSON.stringify(golden));
      if ('wrong' in order) throw new Error(`${golden.id}: ${order.wrong}`);
      return [golden.id, readByRules(order.note)];
    }),
  );
}

/** What is scored of them. */
export const answersOf = (readings: ReadonlyMap<string, Reading>): Answers =>
  new Map(Array.from(readings, ([id, reading]) => [id, labelsOf(reading)]));

export const answersByRules = (notes: GoldenNote[]): Answers => answersOf(readingsByRules(notes));
