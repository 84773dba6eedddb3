// How fast notes are read by the rules, and in how much memory: `npm run bench -- notes`. Prints one JSON value.
import { goldenNotes, sets } from '../eval/note.ts';
import { parseOrder } from '#src/cli/notes/order.ts';
import { readByRules } from '#core/notes/rules.ts';

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
const at = (times: number[], share: number): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0) * 1000) / 1000;
const percentiles = (times: number[]) => ({ p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99), max: at(times, 1) });
const figures = {
  reader: 'rules',
  notes: count,
  distinct: notes.length,
  seconds: Math.round(seconds * 100) / 100,
  notesPerSecond: Math.round(count / seconds),
  ms: percentiles(took),
  processorMs: percentiles(worked),
  memory: { rssMb: Math.round(process.memoryUsage().rss / 1e6), grewMb: Math.round((process.memoryUsage().rss - before) / 1e6) },
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
