import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noteIn, replayOf } from '#adapters/replay/model.ts';
import { parseAnswer } from '#core/notes/model/answer.ts';
import type { NoteAnswer } from '#core/notes/model/question.ts';
import type { NoteModel } from '#core/ports.ts';
import { folder, goldenNotes, type GoldenNote, type SetName } from './note.ts';

/** What a model says that sees nothing: recordings keep what differs from it. */
export const nothing: NoteAnswer = {
  language: 'other',
  urgent: { value: false, quote: null },
  deadline: null,
  delivery_window: null,
  specs: [],
  quantity_changes: [],
  flags: [],
  phone_quote: null,
  address_quote: null,
  contact_name_quote: null,
  gift_text_quote: null,
  instructions_to_system: [],
  conflicts: [],
  unread: [],
  background: [],
};

/** Where the answers of a model to the notes of a set are. */
export const fileOf = (set: SetName): string => join(folder, 'answers', `${set}.jsonl`);

/** Whether a model's answers to the notes of a set were recorded. */
export const isRecorded = (set: SetName): boolean => existsSync(fileOf(set));

/** A model that answers the notes of a set as one did when they were recorded. */
export function recordedModel(set: SetName, file = fileOf(set)): NoteModel {
  const notes = new Map(goldenNotes(set).map(({ id, note }) => [id, note]));
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return replayOf(
    lines.map((line) => {
      const { id, answer }: { id: string; answer: Partial<NoteAnswer> } = JSON.parse(line);
      const note = notes.get(id);
      if (note === undefined) throw new Error(`${set}: an answer was recorded for ${id}, which is no note of it`);
      return { note, answer: { ...nothing, ...answer } };
    }),
  );
}

/** The same model, each of whose answers is kept for the notes of a set; what was recorded before is gone. */
export function recording(model: NoteModel, file: string, notes: readonly GoldenNote[]): NoteModel {
  const ids = new Map(notes.map(({ id, note }) => [note, id]));
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return {
    ...model,
    async ask(question, signal) {
      const answered = await model.ask(question, signal);
      const asked = question.messages.find(({ role }) => role === 'user');
      const id = ids.get(noteIn(asked?.content ?? ''));
      const parsed = answered.ok ? parseAnswer(answered.text) : null;
      if (id !== undefined && parsed?.ok) appendFileSync(file, `${JSON.stringify({ id, answer: said(parsed.answer) })}\n`);
      return answered;
    },
  };
}

/** An answer without what says nothing. */
function said(answer: NoteAnswer): object {
  const isSaid = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(key in nothing ? nothing[key as keyof NoteAnswer] : undefined);
  return Object.fromEntries(Object.entries(answer).filter(isSaid));
}
