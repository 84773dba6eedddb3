import type { NoteInput, Reading } from '#core/notes/reading.ts';
import { readByRules } from '#core/notes/rules.ts';
import type { ReaderName } from './cli/notes/read.ts';

/** A reading, and why the rules read where a model was asked for. */
export interface Read {
  reading: Reading;
  degraded: 'no_model' | null;
}

export interface ChosenReader {
  read(note: NoteInput): Read | Promise<Read>;
  /** What whoever chose this reader must know. */
  notice: string | null;
}

/** The reader somebody asks for by name; where no model is set up, the rules read and say so. */
export function chooseReader(name: ReaderName): ChosenReader {
  if (name === 'rules') return { read: (note) => ({ reading: readByRules(note), degraded: null }), notice: null };
  return {
    read: (note) => ({ reading: readByRules(note), degraded: 'no_model' }),
    notice: 'No model is set up: OPENAI_API_KEY is missing. The rules read instead.',
  };
}
