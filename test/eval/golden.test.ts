import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readerBeside } from '#src/note-readers.ts';
import { answersBy } from '../../eval/answers.ts';
import { falls, type Committed } from '../../eval/compare.ts';
import { passingFolder } from '#test/support/folder.ts';
import { folder, goldenNotes, sets } from '../../eval/note.ts';
import { isRecorded, recordedModel, recording } from '../../eval/recorded.ts';
import { answersByRules, answersOf, readingsByRules } from '../../eval/rules.ts';
import { score } from '../../eval/score.ts';
import { versionOf } from '../../eval/version.ts';
import type { Reading } from '#core/notes/reading.ts';
import { rulesVersion } from '#core/notes/rules/version.data.ts';

const committed: Record<'rules' | 'replay', Committed> = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));

const readings = new Map<string, Reading>();

describe.each(sets)('the golden notes of %s', (set) => {
  const notes = goldenNotes(set);
  const own = readingsByRules(notes);
  for (const [id, reading] of own) readings.set(id, reading);
  const figures = score(notes, answersOf(own));

  it('read at least as well as when the figures were committed last', () => {
    const before = committed.rules[set];
    expect(before).toBeDefined();
    expect(before && falls(set, figures, before)).toEqual([]);
  });

  it('give evidence word for word, and nothing is raised where nothing is asked', () => {
    expect(figures.evidenceVerbatim).toBe(100);
    expect(figures.trivialNoise).toBe(0);
  });

  it('are labelled soundly', () => {
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    for (const { note, labels, lines } of notes) {
      for (const { evidence, sku } of [...labels.specs, ...labels.quantity_changes]) {
        expect(note).toContain(evidence);
        expect([null, ...lines.map((line) => line.sku)]).toContain(sku);
      }
      expect(labels.needs_human).toBe(labels.human_reasons.length > 0);
    }
  });
});

describe('the version of the rules', () => {
  it('is the one that reads the golden notes so: `npm run eval -- --save` writes another where they are read otherwise', () => {
    expect(rulesVersion).toBe(versionOf(readings));
  });

  it('stands in every reading, and is another as soon as one note reads otherwise', () => {
    expect(new Set(Array.from(readings.values(), ({ version }) => version))).toEqual(new Set([rulesVersion]));
    const [first] = readings;
    if (!first) throw new Error('no golden note');
    expect(versionOf(new Map(readings).set(first[0], { ...first[1], coverage: 0.123 }))).not.toBe(rulesVersion);
    expect(versionOf(new Map([...readings].toReversed()))).toBe(rulesVersion);
  });
});

describe.each(sets.filter(isRecorded))('the recorded answers of a model to %s', (set) => {
  it('read at least as well as when the figures were committed last', async () => {
    const notes = goldenNotes(set);
    const { answers, degraded } = await answersBy(readerBeside(recordedModel(set), true), notes);
    const figures = score(notes, answers);
    const before = committed.replay[set];
    expect(before && falls(set, figures, before)).toEqual([]);
    expect(figures.evidenceVerbatim).toBe(100);
    expect(figures.trivialNoise).toBe(0);
    expect(Object.fromEntries(degraded)).toEqual({});
  });
});

const kept = passingFolder('answers');

it('answers are kept as they were given, and read the same when they are given again', async () => {
  const file = join(kept, 'answers.jsonl');
  const notes = goldenNotes('blind-7-paraphrases');
  const { answers } = await answersBy(readerBeside(recording(recordedModel('blind-7-paraphrases'), file, notes), true), notes);
  const again = await answersBy(readerBeside(recordedModel('blind-7-paraphrases', file), true), notes);
  expect(again.answers).toEqual(answers);
  expect(again.degraded).toEqual(new Map());
});

it('a figure that fell is named, and one that grew is not', () => {
  const notes = goldenNotes('dev').slice(0, 20);
  const now = score(notes, answersByRules(notes));
  expect(falls('dev', { ...now, exact: 50, silentMisses: 3 }, { ...now, exact: 60, silentMisses: 1 })).toEqual([
    'dev: exact was 60 and is 50',
    'dev: silentMisses was 1 and is 3',
  ]);
  expect(falls('dev', { ...now, exact: 70, silentMisses: 0 }, { ...now, exact: 60, silentMisses: 1 })).toEqual([]);
});
