import type { Flag } from '../../reading.ts';
import type { Range } from '../text/scene.ts';

/** Two flags at the same words: the first gives way to those behind it. */
const givesWay: Partial<Record<Flag, Flag[]>> = {
  hold: ['partial_forbidden', 'partial_allowed', 'substitution_forbidden', 'packaging', 'other'],
  gift_message: ['other'],
  contact: ['delivery_instructions', 'hold', 'reference'],
  payment_terms: ['invoice', 'discount_request'],
  delivery_window: ['hold'],
  cancel_request: ['quantity_change', 'substitution_forbidden', 'address_change', 'packaging', 'invoice'],
  delivery_instructions: ['discount_request', 'installation'],
  packaging: ['gift_message', 'reference', 'invoice'],
  complaint: ['packaging', 'substitution_allowed', 'substitution_forbidden'],
  partial_forbidden: ['other'],
  partial_allowed: ['partial_forbidden', 'hold', 'delivery_window', 'substitution_allowed', 'packaging'],
  installation: ['packaging'],
  substitution_allowed: ['substitution_forbidden', 'partial_allowed'],
  invoice: ['packaging'],
  quantity_change: ['substitution_allowed'],
  other: ['hold', 'packaging', 'substitution_allowed', 'substitution_forbidden', 'partial_allowed', 'partial_forbidden'],
};

type Hit = Range & { flag: Flag };

const sameWords = (one: Range, two: Range): boolean => one.start === two.start && one.end === two.end;

/** The one gives way to the other; where each would to the other, the longer words stay, and of equal ones one. */
export function yields(hit: Hit, other: Hit): boolean {
  const isRival = (one: Flag, two: Flag): boolean => givesWay[one]?.includes(two) ?? false;
  return (
    isRival(hit.flag, other.flag) &&
    !(isRival(other.flag, hit.flag) && (other.end - other.start < hit.end - hit.start || (sameWords(hit, other) && hit.flag > other.flag)))
  );
}
