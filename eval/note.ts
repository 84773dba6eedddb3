import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlatReading, Labels } from '#core/notes/labels.ts';

export const folder = join(import.meta.dirname, '../test/core/notes/golden');
/**
 * `dev` was written before the rules were tuned on it, `held-out` after they stood, `paraphrases` avoids the usual words, `fresh` was written
 * later by another hand and run once before anything was mended by it, and so were `fresh-2`, `blind-2`, `blind-3` and
 * `blind-paraphrases`.
 */
export const sets = ['dev', 'held-out', 'paraphrases', 'fresh', 'fresh-2', 'blind-2', 'blind-3', 'blind-paraphrases'] as const;
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
