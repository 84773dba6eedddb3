import { pass, review, type Check } from './check.ts';

/** A7: it is not an order we have already. Time alone proves nothing: lines and amount must be the same too. */
export const duplicate: Check = ({ duplicate: other }) => {
  if (!other) return pass('A7');
  return review('A7', other.because === 'external_ref' ? 'duplicate_reference' : 'duplicate_lines', { number: other.number });
};
