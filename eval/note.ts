import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlatReading, Labels } from '#core/notes/labels.ts';

export const folder = join(import.meta.dirname, '../test/core/notes/golden');
/**
 * `dev` was written before the rules were tuned on it, `held-out` after they stood, `paraphrases` avoids the usual words. All others are by
 * hands that never saw the rules, and were run once before anything was mended by them. What the first runs said stands in
 * docs/explanation/notes.md.
 */
export const sets = [
  'dev',
  'held-out',
  'paraphrases',
  'fresh',
  'fresh-2',
  'fresh-3',
  'blind-2',
  'blind-3',
  'blind-paraphrases',
  'blind-4',
  'blind-4-paraphrases',
  'blind-5',
  'blind-5-paraphrases',
  'fresh-4',
  'fresh-5',
  'blind-6',
  'blind-6-paraphrases',
  'blind-7',
  'blind-7-paraphrases',
  'blind-8-paraphrases',
  'blind-9-paraphrases',
  'blind-10-paraphrases',
  'blind-11',
  'blind-12',
  'blind-13-paraphrases',
  'blind-14',
  'blind-15-paraphrases',
  'blind-16',
  'blind-17-paraphrases',
  'blind-18',
  'blind-19',
  'blind-20-paraphrases',
  'blind-21',
  'blind-22',
  'blind-23',
  'blind-24-paraphrases',
  'blind-25',
  'blind-26',
  'blind-27-paraphrases',
  'fresh-6-zh',
  'fresh-6-en',
] as const;
export type SetName = (typeof sets)[number];

export const languages = ['en', 'zh-Hans', 'zh-Hant', 'mixed'] as const;

/** A note with what a careful person reads in it. */
export interface GoldenNote {
  id: string;
  lang: (typeof languages)[number];
  order_date: string;
  timezone: string;
  lines: { sku: string; name: string; qty: number }[];
  note: string;
  labels: Labels;
  tags: string[];
}

/** What a reader says, and nothing where it said nothing. */
export type Answers = Map<string, FlatReading>;

export function goldenNotes(set: SetName): GoldenNote[] {
  return readFileSync(join(folder, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): GoldenNote => JSON.parse(line));
}
