import type { NoteAnswer } from '#core/notes/model/question.ts';
import type { NoteToRead } from '#core/notes/model/question.ts';

/** An answer in which nothing is read. */
export function anAnswer(changes: Partial<NoteAnswer> = {}): NoteAnswer {
  return {
    language: 'en',
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
    ...changes,
  };
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
