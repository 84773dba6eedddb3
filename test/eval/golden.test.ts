import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readerBeside } from '#src/note-readers.ts';
import { answersBy } from '../../eval/answers.ts';
import { falls, type Committed } from '../../eval/compare.ts';
import { passingFolder } from '#test/support/folder.ts';
import { folder, goldenNotes, sets } from '../../eval/note.ts';
import { isRecorded, recordedModel, recording } from '../../eval/recorded.ts';
import { answersByRules } from '../../eval/rules.ts';
import { score } from '../../eval/score.ts';

const committed: Record<'rules' | 'replay', Committed> = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));

describe.each(sets)('the golden notes of %s', (set) => {
  const notes = goldenNotes(set);
  const figures = score(notes, answersByRules(notes));

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
