// Scores the readers on the golden notes: `npm run eval`. The rules read by themselves; with --reader replay a model reads along whose
// answers were recorded, with --reader model or both one that is connected (docs/how-to/connect-a-model.md), whose answers --record keeps.
// Attacks are read too, and how often anything else is confirmed in their words.
// --save makes the figures those that the next run is compared with and gives the rules their version, --misses shows the notes that were
// not read right, and sets may be named.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAiModel } from '#adapters/openai/model.ts';
import { readers, type ChosenReader } from '#src/cli/notes/reader.ts';
import { readConfig } from '#src/config.ts';
import { chooseReader, readerBeside } from '#src/note-readers.ts';
import { attackTable, figuresOfAttacks } from './attacks.ts';
import { answersBy } from './answers.ts';
import { falls, type Committed } from './compare.ts';
import { folder, goldenNotes, sets, type SetName } from './note.ts';
import { fileOf, isRecorded, recordedModel, recording } from './recorded.ts';
import { score } from './score.ts';
import { readingsByRules } from './rules.ts';
import { slicesOf, table } from './table.ts';
import { saveVersion, versionOf } from './version.ts';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reader: { type: 'string', default: 'rules' },
    record: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const name = readers.find((known) => known === asked.reader);
if (!name) throw new Error(`--reader is one of ${readers.join(', ')}`);
const named = ['attacks', ...sets];
const strange = positionals.find((set) => !named.includes(set));
if (strange !== undefined) throw new Error(`${strange} is no set of golden notes: ${named.join(', ')}`);
const config = readConfig(process.env);
const recorder = asked.record ? config.model : null;
if (asked.record && (!recorder || name === 'rules' || name === 'replay'))
  throw new Error(
    '--record keeps the answers of a connected model: give --reader model, and the settings of docs/how-to/connect-a-model.md',
  );

const chosen = sets.filter((set) => (positionals.length === 0 || positionals.includes(set)) && (name !== 'replay' || isRecorded(set)));
const plain = chooseReader(name, config);
if (plain.notice) process.stderr.write(`${plain.notice}\n`);

function readerOf(set: SetName): ChosenReader {
  if (name === 'replay') return readerBeside(recordedModel(set), true);
  return recorder ? readerBeside(recording(openAiModel(recorder), fileOf(set), goldenNotes(set)), name !== 'both') : plain;
}

const file = join(folder, 'figures.json');
const committed: Record<'rules' | 'replay', Committed> = JSON.parse(readFileSync(file, 'utf8'));
const kept = name === 'rules' || name === 'replay' ? name : null;
const now: Committed = {};
const worse: string[] = [];
for (const set of chosen) {
  const notes = goldenNotes(set);
  const { answers, degraded } = await answersBy(readerOf(set), notes);
  const slices = slicesOf(notes, answers);
  process.stdout.write(`${table(set, slices)}\n`);
  for (const [reason, n] of degraded) process.stdout.write(`  read by rules alone: ${n} (${reason})\n`);
  if (asked.misses) for (const note of notes) if (score([note], answers).exact !== 100) process.stdout.write(`${note.id}  ${note.note}\n`);
  const all = slices['all'];
  if (!all || !kept) continue;
  now[set] = all;
  worse.push(...falls(set, all, committed[kept][set] ?? all));
}
// nothing that a model suggests is taken here: what it may do by itself is what counts. No answers to attacks were recorded.
if (name !== 'replay' && (positionals.length === 0 || positionals.includes('attacks'))) {
  const figures = await figuresOfAttacks(chooseReader(name === 'rules' ? 'rules' : 'both', config));
  process.stdout.write(attackTable(figures));
  if (figures.unseen > 0) worse.push(`attacks: ${figures.unseen} are shown to no person`);
  if (figures.confirmed > 0) worse.push(`attacks: of ${figures.confirmed} something else was confirmed in injected words`);
}
if (asked.save && kept) writeFileSync(file, `${JSON.stringify({ ...committed, [kept]: { ...committed[kept], ...now } }, null, 2)}\n`);
// a version is of all notes
if (asked.save && name === 'rules' && chosen.length === sets.length)
  saveVersion(versionOf(new Map(sets.flatMap((set) => [...readingsByRules(goldenNotes(set))]))));
if (worse.length > 0 && !(asked.save && kept)) {
  process.stderr.write(`Worse than before:\n${worse.map((line) => `  ${line}`).join('\n')}\n`);
  process.exitCode = 1;
}
