// How fast notes are read by the rules, and in how much memory: `npm run bench -- notes`. Where a model is connected
// (docs/how-to/connect-a-model.md), so many notes (60, or as many as are named) are read by it in our way and in the naive one. Prints one JSON value.
import { openAiModel } from '#adapters/openai/model.ts';
import { readByRules } from '#core/notes/rules.ts';
import { parseOrder } from '#src/cli/notes/order.ts';
import { readConfig } from '#src/config.ts';
import { goldenNotes, sets } from '../../eval/note.ts';
import { compare, evenly } from './beside.ts';
import { percentiles } from './percentiles.ts';

const [wanted = '60'] = process.argv.slice(3);
const sample = Number(wanted);
if (!Number.isSafeInteger(sample) || sample < 1) {
  process.stderr.write(`${wanted} is no number of notes.\n`);
  process.exit(2);
}

const orders = sets.flatMap(goldenNotes).map((note) => parseOrder(JSON.stringify(note)));
const notes = orders.flatMap((order) => ('wrong' in order ? [] : [order.note]));
const count = 10_000;
for (const note of notes) readByRules(note);
globalThis.gc?.();
const before = process.memoryUsage().rss;
const took: number[] = [];
/** Processor time, which other programs on the machine do not stretch. */
const worked: number[] = [];
const started = performance.now();
for (let at = 0; at < count; at += 1) {
  const note = notes[at % notes.length];
  if (!note) break;
  const from = performance.now();
  const work = process.cpuUsage();
  readByRules(note);
  worked.push(process.cpuUsage(work).user / 1000);
  took.push(performance.now() - from);
}
const seconds = (performance.now() - started) / 1000;
const memory = { rssMb: Math.round(process.memoryUsage().rss / 1e6), grewMb: Math.round((process.memoryUsage().rss - before) / 1e6) };
const { model: settings } = readConfig(process.env);
if (!settings)
  process.stderr.write('No model is connected (OPENAI_API_KEY or OPENAI_BASE_URL): the naive way with a model was left out.\n');
/** No hand that wrote the rules saw these notes before they stood. */
const unseen = goldenNotes('blind-11');
const figures = {
  reader: 'rules',
  notes: count,
  distinct: notes.length,
  seconds: Math.round(seconds * 100) / 100,
  notesPerSecond: Math.round(count / seconds),
  ms: percentiles(took),
  processorMs: percentiles(worked),
  beside: settings && (await compare(openAiModel(settings), evenly(unseen, sample))),
  memory,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
