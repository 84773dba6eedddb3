import { parseOrder } from '#src/cli/notes/order.ts';
import { labelsOf } from '#core/notes/labels.ts';
import { readByRules } from '#core/notes/rules.ts';
import type { Answers, GoldenNote } from './note.ts';

/** The notes as `notes read` reads them, by the rules. */
export function answersByRules(notes: GoldenNote[]): Answers {
  return new Map(
    notes.map((golden) => {
      const order = parseOrder(JSON.stringify(golden));
      if ('wrong' in order) throw new Error(`${golden.id}: ${order.wrong}`);
      return [golden.id, labelsOf(readByRules(order.note))];
    }),
  );
}
