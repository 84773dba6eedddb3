import type { ActionTable } from '../actions.ts';
import { open } from './who.ts';

/** Asking for a person about an order changes nothing of it. */
export const talkingRows = [
  { action: 'talk_to_person', from: [...open, 'completed'], to: 'same', by: ['customer'], guards: [], effects: ['open_case'] },
] as const satisfies ActionTable;
