import { joined, type Submission } from '#core/messages/form.ts';
import type { Database } from '#core/ports.ts';
import { forgetParts, partsOf, savePart } from './form-parts.store.ts';

/** What follows when a part was filled in: the next one, the whole form, or that what went before is not there any more. */
export type AfterPart = { kind: 'next'; step: number } | { kind: 'whole'; submission: Submission } | { kind: 'lost' };

/** Keeps a part until the last one arrives: Discord brings nothing of one modal back with another. */
export async function afterPart(
  database: Database,
  submission: Submission,
  { step, of }: { step: number; of: number },
): Promise<AfterPart> {
  if (of <= 1) return { kind: 'whole', submission };
  if (step < of - 1) {
    await savePart(database.sql, submission, step);
    return { kind: 'next', step: step + 1 };
  }
  const before = await partsOf(database.sql, submission);
  const all = before.length === of - 1 ? joined([...before, submission]) : null;
  if (!all) return { kind: 'lost' };
  await forgetParts(database.sql);
  return { kind: 'whole', submission: all };
}
