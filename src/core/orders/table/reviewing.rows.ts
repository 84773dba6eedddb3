import type { ActionTable } from '../actions.ts';
import { reviewers } from './who.ts';

/** What a person decides about an order that stands in review. */
export const reviewingRows = [
  {
    action: 'approve',
    from: ['in_review'],
    to: 'confirmed',
    by: reviewers,
    guards: ['approval_waits', 'asked_role', 'within_limit', 'four_eyes'],
    effects: ['settle_approval', 'allocate', 'place_hold', 'say', 'tell_invoice'],
  },
  {
    action: 'ask',
    from: ['in_review'],
    to: 'same',
    by: reviewers,
    guards: ['approval_waits'],
    effects: ['pause_approval', 'say'],
  },
  {
    action: 'answer',
    from: ['in_review'],
    to: 'same',
    by: ['customer', 'customer_service'],
    guards: ['question_waits'],
    effects: ['resume_approval', 'say'],
  },
  {
    action: 'reject',
    from: ['in_review'],
    to: 'rejected',
    by: reviewers,
    guards: ['approval_waits', 'asked_role', 'four_eyes'],
    effects: ['settle_approval', 'release', 'say'],
  },
  {
    action: 'escalate',
    from: ['in_review'],
    to: 'same',
    by: [...reviewers, 'system'],
    guards: ['approval_waits'],
    effects: ['forward_approval', 'say'],
  },
  {
    action: 'forward',
    from: ['in_review'],
    to: 'same',
    by: reviewers,
    guards: ['approval_waits'],
    effects: ['forward_approval'],
  },
  {
    action: 'undo',
    from: ['confirmed'],
    to: 'in_review',
    by: reviewers,
    guards: ['was_approved', 'own_decision', 'nothing_left_the_house'],
    effects: ['release', 'ask_approval', 'say'],
  },
] as const satisfies ActionTable;
