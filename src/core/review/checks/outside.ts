import type { HumanReason } from '../../notes/reading.ts';
import { pass, review, type Check } from './check.ts';

/** What an order cannot grant: whoever asks for it in a note gets a person. */
export const beyondAnOrder = [
  'injection',
  'complaint',
  'question',
  'cancel_request',
  'payment_terms',
  'discount_request',
  'hold',
  'other',
] as const satisfies readonly HumanReason[];

/** A10: the note asks for nothing beyond an order. Its words are data: they never instruct the desk. */
export const outside: Check = ({ order: { reading } }) => {
  if (!reading) return pass('A10');
  if (reading.injection.length > 0 || reading.humanReasons.includes('injection')) return review('A10', 'note_instructs');
  const topics = beyondAnOrder.filter((topic) => reading.humanReasons.includes(topic));
  return topics.length > 0 ? review('A10', 'note_asks_outside', { topics: topics.join(',') }) : pass('A10');
};
