// Scores the readers on the golden notes: `npm run eval`, with --save to make the figures those that the next run is compared with,
// and with --misses to see the notes that were not read right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { falls, type Committed } from './compare.ts';
import { folder, goldenNotes, sets } from './note.ts';
import { answersByRules } from './rules.ts';
import { score } from './score.ts';
import { slicesOf, table } from './table.ts';

const file = join(folder, 'figures.json');
const committed: { rules: Committed } = JSON.parse(readFileSync(file, 'utf8'));
const now: Committed = {};
const worse: string[] = [];
for (const set of sets) {
  const notes = goldenNotes(set);
  const answers = answersByRules(notes);
  const slices = slicesOf(notes, answers);
  process.stdout.write(`${table(set, slices)}\n`);
  const all = slices['all'];
  if (!all) continue;
  now[set] = all;
  worse.push(...falls(set, all, committed.rules[set] ?? all));
  if (process.argv.includes('--misses'))
    for (const note of notes) if (score([note], answers).exact !== 100) process.stdout.write(`${note.id}  ${note.note}\n`);
}
if (process.argv.includes('--save')) writeFileSync(file, `${JSON.stringify({ ...committed, rules: now }, null, 2)}\n`);
else if (worse.length > 0) {
  process.stderr.write(`Worse than before:\n${worse.map((line) => `  ${line}`).join('\n')}\n`);
  process.exitCode = 1;
}
