import type { ActionTable } from '../actions.ts';

/** From the shelf to the customer. */
export const fulfillingRows = [
  {
    action: 'prepare',
    from: ['confirmed'],
    to: 'preparing',
    by: ['warehouse', 'customer_service', 'manager', 'system'],
    guards: ['nothing_blocks', 'paid_if_prepaid', 'something_ready'],
    effects: [],
  },
  {
    action: 'ship',
    from: ['preparing', 'in_transit'],
    to: 'in_transit',
    by: ['warehouse', 'manager', 'api'],
    guards: ['nothing_blocks', 'something_ready'],
    effects: ['ship_goods', 'say'],
  },
  {
    action: 'deliver',
    outcome: 'part',
    from: ['in_transit'],
    to: 'same',
    by: ['warehouse', 'customer_service', 'manager', 'customer', 'api'],
    guards: ['something_under_way'],
    effects: ['deliver_goods', 'say'],
  },
  {
    action: 'deliver',
    outcome: 'all',
    from: ['in_transit'],
    to: 'delivered',
    by: ['warehouse', 'customer_service', 'manager', 'customer', 'api'],
    guards: ['something_under_way'],
    effects: ['deliver_goods', 'plan', 'say'],
  },
  {
    action: 'undo',
    from: ['preparing'],
    to: 'confirmed',
    by: ['warehouse', 'customer_service', 'manager'],
    guards: ['nothing_left_the_house'],
    effects: [],
  },
] as const satisfies ActionTable;
