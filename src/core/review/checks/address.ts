import { fold } from '../../text/fold.ts';
import { pass, review, type Check } from './check.ts';

/** A5: goods have an address, and we deliver there. A business that names no zones delivers everywhere. */
export const address: Check = ({ order, servedZones }) => {
  if (order.kind === 'service') return pass('A5');
  const written = fold(order.address ?? '').text.trim();
  if (written === '') return review('A5', 'address_missing');
  const served = servedZones.length === 0 || servedZones.some((zone) => written.includes(fold(zone).text.trim()));
  return served ? pass('A5') : review('A5', 'address_not_served');
};
