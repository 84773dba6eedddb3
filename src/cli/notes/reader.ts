import type { NoteInput, Reading } from '#core/notes/reading.ts';
import type { Degraded } from '#core/notes/model/second.ts';

/** Who reads: the rules; a model beside them, whose suggestions are taken or left; or answers that were recorded of one. */
export const readers = ['rules', 'replay', 'model', 'both'] as const;
export type ReaderName = (typeof readers)[number];

/** A reading, and why the rules read alone where a model was asked for. */
export interface Read {
  reading: Reading;
  degraded: Degraded | null;
}

export interface ChosenReader {
  read(note: NoteInput): Read | Promise<Read>;
  /** What whoever chose this reader must know. */
  notice: string | null;
}
