import { parseOrder } from '#src/cli/notes/order.ts';
import type { ChosenReader } from '#src/cli/notes/reader.ts';
import { labelsOf } from '#core/notes/labels.ts';
import type { Answers, GoldenNote } from './note.ts';

/** The notes as `notes read` reads them, and how often no model read along, by the reason. */
export async function answersBy(reader: ChosenReader, notes: GoldenNote[]): Promise<{ answers: Answers; degraded: Map<string, number> }> {
  const answers: Answers = new Map();
  const degraded = new Map<string, number>();
  for (const golden of notes) {
    const order = parseOrder(JSON.stringify(golden));
    if ('wrong' in order) throw new Error(`${golden.id}: ${order.wrong}`);
    const read = await reader.read(order.note);
    answers.set(golden.id, labelsOf(read.reading));
    if (read.degraded) degraded.set(read.degraded, (degraded.get(read.degraded) ?? 0) + 1);
  }
  return { answers, degraded };
}
