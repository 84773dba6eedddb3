/** What waits for a model. */
export type ReadingKind = 'read_note' | 'read_message';

/**
 * What an order, a talk about it, or a change among colleagues may plan for later. A new kind has words (`timeline:planned.<kind>`) and says in
 * `orders/timeline/sight.decide.ts` who reads it.
 */
export type JobKind =
  | 'expire_draft'
  | 'escalate_approval'
  | 'accept_delivery'
  | 'case_unanswered'
  | 'shortage_default'
  | 'restock'
  | 'change_due'
  | 'touch_due'
  | 'touch_undelivered'
  | 'exception_due'
  | 'absence_over'
  | 'names_changed'
  | ReadingKind;
