import type { HumanReason, Reading } from '../../notes/reading.ts';
import { contradictions } from './contradiction.ts';
import { beyondAnOrder } from './outside.ts';
import { pass, review, type Check } from './check.ts';

/** A4: the note was read, and what was read is certain; what is only suggested needs somebody's word. */
export const note: Check = ({ order }) => {
  const { reading } = order;
  if (!reading) return order.note.trim() === '' ? pass('A4') : review('A4', 'note_not_read');
  const reasons = reading.humanReasons.filter((reason) => !otherChecks.has(reason));
  if (reasons.length > 0) return review('A4', 'note_needs_person', { topics: reasons.join(',') });
  if (reading.unread.length > 0) return review('A4', 'note_needs_person', { topics: 'unread_text' });
  const suggested = suggestions(reading);
  if (suggested.length > 0) return review('A4', 'note_unconfirmed', { topics: suggested.join(',') });
  // the reader wants a person and did not say why
  return reading.needsHuman && reading.humanReasons.length === 0 ? review('A4', 'note_needs_person', { topics: 'unclear' }) : pass('A4');
};

const otherChecks: ReadonlySet<HumanReason> = new Set([...contradictions, ...beyondAnOrder]);

/** Parts of the note that would change what is made or when, and that nobody has confirmed. */
function suggestions({ urgent, deadline, specs, quantityChanges, address }: Reading): string[] {
  const parts = { urgent: [urgent], deadline: [deadline], specs, quantity_change: quantityChanges, address: [address] };
  return Object.entries(parts).flatMap(([part, items]) => (items.some((item) => item?.status === 'suggested') ? [part] : []));
}
