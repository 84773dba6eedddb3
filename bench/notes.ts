// How fast notes are read by the rules, and in how much memory: `npm run bench`. Prints one JSON value.
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
const started = performance.now();
for (let at = 0; at < count; at += 1) {
  const note = notes[at % notes.length];
  if (!note) break;
  const from = performance.now();
  readByRules(note);
  took.push(performance.now() - from);
}
const seconds = (performance.now() - started) / 1000;
took.sort((a, b) => a - b);
const at = (share: number): number => Math.round((took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0) * 1000) / 1000;
const figures = {
  reader: 'rules',
  notes: count,
  distinct: notes.length,
  seconds: Math.round(seconds * 100) / 100,
  notesPerSecond: Math.round(count / seconds),
  ms: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
  memory: { rssMb: Math.round(process.memoryUsage().rss / 1e6), grewMb: Math.round((process.memoryUsage().rss - before) / 1e6) },
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
