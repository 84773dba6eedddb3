import type { ActionTable } from '../actions.ts';
import { open } from './who.ts';

/** What stands beside the state: holds and payment. */
export const holdingRows = [
  {
    action: 'hold',
    from: open,
    to: 'same',
    by: ['customer_service', 'sales', 'legal', 'manager', 'system'],
    guards: [],
    effects: ['place_hold'],
  },
  {
    action: 'release_hold',
    from: open,
    to: 'same',
    by: ['customer_service', 'sales', 'legal', 'manager', 'system'],
    guards: ['hold_open', 'may_release'],
    effects: ['lift_hold', 'say'],
  },
  {
    action: 'paid',
    from: [...open, 'completed'],
    to: 'same',
    by: ['sales', 'manager', 'api'],
    guards: ['owes_money'],
    effects: ['record_payment', 'lift_hold', 'say'],
  },
] as const satisfies ActionTable;
