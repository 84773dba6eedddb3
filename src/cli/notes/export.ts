import type { Command } from 'commander';
import { labelsAfter, type Label } from '#core/notes/model/labels/label.store.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';

const atOnce = 500;

export function addNotesExport(group: Command, context: Context): void {
  group
    .command('export')
    .description('Write what staff said of suggestions about notes, an example a line as JSON, oldest first.')
    .addHelpText(
      'after',
      `
A line: {"id", "at", "field", "right", "model", "prompt", "order_date", "timezone", "lines", "note", "suggested"}
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
      for (const { id, at, field, isRight, model, prompt, example } of page) {
        context.out(`${JSON.stringify({ id, at: at.toString(), field, right: isRight, model, prompt, ...example })}\n`);
        await context.taken();
      }
      last = page.at(-1) ?? null;
      if (page.length < atOnce) return;
    }
  } finally {
    await data.close();
  }
}
