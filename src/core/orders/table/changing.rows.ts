import type { ActionTable } from '../actions.ts';
import { desk } from './who.ts';

/**
 * Until the warehouse begins, what can be done is done at once; afterwards, and where it cannot, a person decides. Goods of a
 * confirmed order are sales' word: only who may sell them changes those at once.
 */
const beforeCutOff = ['in_review', 'confirmed'] as const;
const mover = ['customer', ...desk] as const;
const applied = ['keep_at_most', 'allocate', 'place_hold', 'lift_hold', 'supersede_approval', 'settle_change', 'tell_change'] as const;
const proposed = ['propose_change', 'tell_change'] as const;
const withdrawn = ['settle_change', 'tell_change'] as const;

/** What a customer wants otherwise after the order was sent in. */
export const changingRows = [
  { action: 'reschedule', outcome: 'applied', from: beforeCutOff, to: 'same', by: mover, guards: [], effects: applied },
  {
    action: 'reschedule',
    outcome: 'proposed',
    from: ['confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: mover,
    guards: [],
    effects: proposed,
  },
  {
    action: 'reschedule',
    outcome: 'withdrawn',
    from: ['in_review', 'confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: mover,
    guards: [],
    effects: withdrawn,
  },
  { action: 'change_address', outcome: 'applied', from: beforeCutOff, to: 'same', by: mover, guards: [], effects: applied },
  {
    action: 'change_address',
    outcome: 'proposed',
    from: ['confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: mover,
    guards: [],
    effects: proposed,
  },
  {
    action: 'change_address',
    outcome: 'withdrawn',
    from: ['in_review', 'confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: mover,
    guards: [],
    effects: withdrawn,
  },
  { action: 'change_items', outcome: 'applied', from: beforeCutOff, to: 'same', by: mover, guards: [], effects: applied },
  { action: 'change_items', outcome: 'proposed', from: ['confirmed', 'preparing'], to: 'same', by: mover, guards: [], effects: proposed },
  {
    action: 'change_items',
    outcome: 'withdrawn',
    from: ['in_review', 'confirmed', 'preparing'],
    to: 'same',
    by: mover,
    guards: [],
    effects: withdrawn,
  },
  {
    action: 'add_note',
    from: ['in_review', 'confirmed', 'preparing'],
    to: 'same',
    by: mover,
    guards: [],
    effects: ['place_hold', 'tell_note', 'read_note'],
  },
  { action: 'request_cancel', outcome: 'proposed', from: ['preparing'], to: 'same', by: mover, guards: [], effects: proposed },
  {
    action: 'accept_proposal',
    outcome: 'changed',
    from: ['in_review', 'confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: desk,
    guards: ['change_waits', 'may_decide_change', 'not_own_change'],
    effects: applied,
  },
  {
    action: 'accept_proposal',
    outcome: 'cancelled',
    from: ['in_review', 'confirmed', 'preparing'],
    to: 'cancelled',
    by: desk,
    guards: ['change_waits', 'may_decide_change', 'not_own_change'],
    effects: ['settle_change', 'settle_approval', 'release', 'settle_shortage', 'tell_change'],
  },
  {
    action: 'refuse_proposal',
    from: ['in_review', 'confirmed', 'preparing', 'in_transit'],
    to: 'same',
    by: desk,
    guards: ['change_waits', 'may_decide_change'],
    effects: ['settle_change', 'tell_change'],
  },
  {
    action: 'reorder',
    from: ['confirmed', 'preparing', 'in_transit', 'delivered', 'completed', 'cancelled', 'rejected', 'expired'],
    to: 'new',
    by: mover,
    guards: [],
    effects: [],
  },
] as const satisfies ActionTable;
