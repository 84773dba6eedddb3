import type { ActionTable } from '../actions.ts';
import { desk } from './who.ts';

/** From words to an order that was checked. */
export const placingRows = [
  { action: 'create', from: ['-'], to: 'draft', by: ['customer', ...desk, 'api'], guards: [], effects: ['plan', 'read_note'] },
  { action: 'edit', from: ['draft'], to: 'same', by: ['customer', ...desk], guards: [], effects: ['read_note'] },
  { action: 'pick_product', from: ['draft'], to: 'same', by: ['customer', ...desk], guards: [], effects: [] },
  {
    action: 'confirm',
    from: ['draft'],
    to: 'submitted',
    by: ['customer'],
    guards: ['has_lines', 'products_known', 'quantities_known', 'options_complete'],
    effects: ['unplan', 'remember_address'],
  },
  { action: 'expire', from: ['draft', 'submitted'], to: 'expired', by: ['system'], guards: [], effects: ['say'] },
  {
    action: 'verify',
    outcome: 'pass',
    from: ['submitted'],
    to: 'confirmed',
    by: ['system'],
    guards: [],
    effects: ['allocate', 'place_hold', 'say', 'ask_wish', 'tell_invoice'],
  },
  {
    action: 'verify',
    outcome: 'review',
    from: ['submitted'],
    to: 'in_review',
    by: ['system'],
    guards: [],
    effects: ['ask_approval'],
  },
  {
    action: 'verify',
    outcome: 'block',
    from: ['submitted'],
    to: 'rejected',
    by: ['system'],
    guards: [],
    effects: ['say'],
  },
] as const satisfies ActionTable;
