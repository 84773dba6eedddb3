import type { Command } from 'commander';
import { labelsAfter, type Label } from '#core/notes/model/labels/label.store.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';

const atOnce = 500;

export function addNotesExport(group: Command, context: Context): void {
  group
    .command('export')
    .description(
      'Write what staff said of suggestions about notes and put right of what the rules read, an example a line as JSON, oldest first.',
    )
    .addHelpText(
      'after',
      `
A line: {"id", "at", "reader", "field", "right", "model", "prompt", "order_date", "timezone", "lines", "note", "suggested"}
\`reader\` is whose reading it is about: of what a model suggested, \`right\` says whether a colleague agreed; what they put right of the rules' reading
was never right, and \`suggested\` says what it was taken for and what is \`meant\`.
The notes are customers' own words: treat the file as you treat them.
${examples(`${typed} notes export > labels.jsonl`)}`,
    )
    .action(async () => exportAll(context));
}

/** A page at a time: however many there are, only so many are in memory. */
async function exportAll(context: Context): Promise<void> {
  const data = await context.openData();
  try {
    let last: Label | null = null;
    for (;;) {
      const page: Label[] = await labelsAfter(data.database.sql, last, atOnce);
      for (const { id, at, reader, field, isRight, model, prompt, example } of page) {
        context.out(`${JSON.stringify({ id, at: at.toString(), reader, field, right: isRight, model, prompt, ...example })}\n`);
        await context.taken();
      }
      last = page.at(-1) ?? null;
      if (page.length < atOnce) return;
    }
  } finally {
    await data.close();
  }
}
