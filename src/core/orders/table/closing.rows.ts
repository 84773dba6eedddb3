import type { ActionTable } from '../actions.ts';

/** How an order ends, and how an end is taken back. */
export const closingRows = [
  {
    action: 'accept',
    from: ['delivered'],
    to: 'completed',
    by: ['customer', 'system'],
    guards: [],
    effects: ['unplan'],
  },
  {
    action: 'cancel',
    from: ['draft', 'submitted', 'in_review', 'confirmed'],
    to: 'cancelled',
    by: ['customer', 'customer_service', 'manager'],
    guards: [],
    effects: ['unplan', 'settle_approval', 'release', 'settle_shortage', 'say'],
  },
  {
    action: 'reopen',
    from: ['completed'],
    to: 'delivered',
    by: ['manager'],
    guards: ['within_30_days'],
    effects: [],
  },
] as const satisfies ActionTable;
