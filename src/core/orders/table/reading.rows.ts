import type { ActionTable } from '../actions.ts';
import { desk } from './who.ts';

/** Whether what a model read in the note is right, and what the rules read wrong or not at all, is said by those who speak with customers, for as long as it can matter. */
const whileItMatters = ['in_review', 'confirmed', 'preparing'] as const;

export const readingRows = [
  {
    action: 'wish_yes',
    from: whileItMatters,
    to: 'same',
    by: desk,
    guards: ['wish_waits'],
    effects: ['label_note', 'place_hold', 'lift_hold'],
  },
  { action: 'wish_no', from: whileItMatters, to: 'same', by: desk, guards: ['wish_waits'], effects: ['label_note'] },
  {
    action: 'correct',
    from: whileItMatters,
    to: 'same',
    by: desk,
    guards: ['note_read'],
    effects: ['label_reading', 'place_hold', 'lift_hold'],
  },
] as const satisfies ActionTable;
