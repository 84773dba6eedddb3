import { Option, type Command } from 'commander';
import { labelsOf } from '#core/notes/labels.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';
import { linesOf, longestLine } from './lines.ts';
import { parseOrder, type NoteOfOrder } from './order.ts';
import { readers, type Read, type ReaderName } from './reader.ts';
import { Told } from './told.ts';

export function addNotesRead(group: Command, context: Context): void {
  group
    .command('read')
    .description('Read notes from stdin, an order a line as JSON, and write what each says, a line each.')
    .addOption(new Option('--reader <reader>', 'who reads').choices(readers).default('rules'))
    .addHelpText(
      'after',
      `
A line in:  {"id", "order_date", "timezone", "lines": [{"sku", "name", "qty"}], "note"}
A line out: {"id", "urgent", "deadline", "specs", "flags", "phone", "address", "quantity_changes", "injection",
             "needs_human", "human_reasons", "unread", "reading"}
A model (--reader model or both, connected by OPENAI_API_KEY or OPENAI_BASE_URL) reads beside the rules: with "model" the line says what
it would with each of the model's suggestions taken, with "both" only what is confirmed; "reading" holds all. "replay" is "model" with
answers that were recorded. No budget is kept here. Where the model fails five times in a row, the rules read the next notes at once, stderr
says why, and every half minute one note tries whether it is well again.
A line that cannot be used is named on stderr and left out; the exit code is then 1.
${examples(`${typed} notes read < notes.jsonl > readings.jsonl`)}`,
    )
    .action(async ({ reader }: { reader: ReaderName }) => readAll(context, reader));
}

/** One note at a time, and no faster than the answers are taken: a million notes need no more memory than one. */
async function readAll(context: Context, name: ReaderName): Promise<void> {
  const reader = context.openReader(name);
  if (reader.notice) context.err(`${reader.notice}\n`);
  let [lines, bad] = [0, 0];
  const told = new Told(context.err);
  for await (const { number, text } of linesOf(context.input())) {
    lines += 1;
    const order = text === null ? { wrong: `is longer than ${longestLine} characters` } : parseOrder(text);
    if ('wrong' in order) {
      bad += 1;
      context.err(`line ${number}: ${order.wrong}\n`);
      continue;
    }
    const read = await reader.read(order.note);
    told.hear(number, read);
    context.out(`${JSON.stringify(answer(order, read))}\n`);
    await context.taken();
  }
  // that there is no model at all was said before
  if (!reader.notice) told.sum();
  if (bad > 0) throw new Problem(`${bad} of ${lines} lines could not be used.`, 'Each is named above; all others were read.');
}

const answer = ({ id }: NoteOfOrder, { reading, degraded }: Read): object => ({
  id,
  ...labelsOf(reading),
  reading: { ...reading, degraded },
});
