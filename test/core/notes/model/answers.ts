import type { NoteAnswer, NoteToRead } from '#core/notes/model/question.ts';
import { nothing } from '../../../../eval/recorded.ts';

/** An answer in which nothing is read. */
export function anAnswer(changes: Partial<NoteAnswer> = {}): NoteAnswer {
  return { ...nothing, language: 'en', ...changes };
}

export function aNote(text: string, changes: Partial<NoteToRead> = {}): NoteToRead {
  return {
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'CH', names: ['Ergonomic chair', '人体工学椅'], quantity: 2, chosen: [] }],
    ...changes,
  };
}
