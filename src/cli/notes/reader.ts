import type { NoteInput, Reading } from '#core/notes/reading.ts';
import type { NoAnswer } from '#core/notes/model/second.ts';

/** Who reads: the rules; a model beside them, whose suggestions are taken or left; or answers that were recorded of one. */
export const readers = ['rules', 'replay', 'model', 'both'] as const;
export type ReaderName = (typeof readers)[number];

/** A reading, and why the rules read alone where a model was asked for. */
export interface Read {
  reading: Reading;
  degraded: NoAnswer['reason'] | null;
  /** Of a model that is given a rest: what its calls ended with before. */
  because?: NoAnswer['reason'] | null;
  /** Whether a model was to read it: not words that say nothing. */
  asked: boolean;
}

export interface ChosenReader {
  read(note: NoteInput): Read | Promise<Read>;
  /** What whoever chose this reader must know. */
  notice: string | null;
}
