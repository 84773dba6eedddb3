// Scores the readers on the golden notes: `npm run eval`, with --save to make the figures those that the next run is compared with,
// with --misses to
// see the notes that were not read right, and with --reader replay, model or both to have a model read along (docs/how-to/connect-a-model.md).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readers } from '#src/cli/notes/reader.ts';
import { readConfig } from '#src/config.ts';
import { chooseReader } from '#src/note-readers.ts';
import { answersBy } from './answers.ts';
import { falls, type Committed } from './compare.ts';
import { folder, goldenNotes, sets } from './note.ts';
import { score } from './score.ts';
import { slicesOf, table } from './table.ts';

const { values: asked } = parseArgs({
  options: {
    reader: { type: 'string', default: 'rules' },
    save: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const name = readers.find((known) => known === asked.reader);
if (!name) throw new Error(`--reader is one of ${readers.join(', ')}`);
const reader = chooseReader(name, readConfig(process.env));
if (reader.notice) process.stderr.write(`${reader.notice}\n`);

const file = join(folder, 'figures.json');
const committed: { rules: Committed } = JSON.parse(readFileSync(file, 'utf8'));
const now: Committed = {};
const worse: string[] = [];
for (const set of sets) {
  const notes = goldenNotes(set);
  const { answers, degraded } = await answersBy(reader, notes);
  const slices = slicesOf(notes, answers);
  process.stdout.write(`${table(set, slices)}\n`);
  for (const [reason, n] of degraded) process.stdout.write(`  read by rules alone: ${n} (${reason})\n`);
  if (asked.misses) for (const note of notes) if (score([note], answers).exact !== 100) process.stdout.write(`${note.id}  ${note.note}\n`);
  const all = slices['all'];
  if (!all || name !== 'rules') continue;
  now[set] = all;
  worse.push(...falls(set, all, committed.rules[set] ?? all));
}
if (asked.save && name === 'rules') writeFileSync(file, `${JSON.stringify({ ...committed, rules: now }, null, 2)}\n`);
else if (worse.length > 0) {
  process.stderr.write(`Worse than before:\n${worse.map((line) => `  ${line}`).join('\n')}\n`);
  process.exitCode = 1;
}
