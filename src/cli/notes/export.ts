import type { Command } from 'commander';
import { labelsAfter, type Label } from '#core/notes/model/labels/label.store.ts';
import { suggestedWishes } from '#core/notes/intent/model/verify.ts';
import type { Wish } from '#core/notes/intent/wish.ts';
import { chosenAfter, type Chosen } from '#core/talk/unsure/unsure.store.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';

const atOnce = 500;

export function addNotesExport(group: Command, context: Context): void {
  group
    .command('export')
    .description(
      'Write what staff said of suggestions about notes and put right of what the rules read, and what customers pressed that they had meant, an example a line as JSON, oldest first.',
    )
    .addHelpText(
      'after',
      `
A line: {"id", "at", "reader", "field", "right", "model", "prompt", "order_date", "timezone", "lines", "note", "suggested"}
\`reader\` is whose reading it is about: of what a model suggested, \`right\` says whether a colleague agreed; what they put right of the rules' reading
was never right, and \`suggested\` says what it was taken for and what is \`meant\`.
Behind them a message that was not clear, in which a customer pressed what was \`meant\`: {"id", "at", "reader", "field": "message", "right", "model", "prompt",
"locale", "message", "suggested", "meant"}, a line for what the rules thought it wanted and one for what a model did, where one was asked.
The notes and messages are customers' own words: treat the file as you treat them.
${examples(`${typed} notes export > labels.jsonl`)}`,
    )
    .action(async () => exportAll(context));
}

async function exportAll(context: Context): Promise<void> {
  const data = await context.openData();
  const { sql } = data.database;
  try {
    await pageByPage(context, (last: Label | null) => labelsAfter(sql, last, atOnce), linesOfLabel);
    await pageByPage(context, (last: Chosen | null) => chosenAfter(sql, last, atOnce), linesOfChosen);
  } finally {
    await data.close();
  }
}

/** A page at a time: however many there are, only so many are in memory. */
async function pageByPage<Row>(context: Context, next: (last: Row | null) => Promise<Row[]>, lines: (row: Row) => object[]): Promise<void> {
  let last: Row | null = null;
  for (;;) {
    const page: Row[] = await next(last);
    for (const line of page.flatMap(lines)) {
      context.out(`${JSON.stringify(line)}\n`);
      await context.taken();
    }
    last = page.at(-1) ?? null;
    if (page.length < atOnce) return;
  }
}

const linesOfLabel = ({ id, at, reader, field, isRight, model, prompt, example }: Label): object[] => [
  { id, at: at.toString(), reader, field, right: isRight, model, prompt, ...example },
];

/** Of one press what the rules had thought, and what a model that answered had. */
function linesOfChosen({ id, at, locale, text, hints, second, chosen }: Chosen): object[] {
  const line = (reader: 'rules' | 'model', suggested: readonly Wish[], model: string, prompt: string): object => ({
    id,
    at: at.toString(),
    reader,
    field: 'message',
    right: suggested.includes(chosen),
    model,
    prompt,
    locale,
    message: text,
    suggested,
    meant: chosen,
  });
  const isAnswered = second !== null && second.degraded === null;
  return [line('rules', hints, '', ''), ...(isAnswered ? [line('model', suggestedWishes(second), second.model ?? '', second.prompt)] : [])];
}
