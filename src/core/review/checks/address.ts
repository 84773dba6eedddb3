import { fold } from '../../text/fold.ts';
import { pass, review, type Check } from './check.ts';

/** A5: goods have an address, and we deliver there. A business that names no zones delivers everywhere. */
export const address: Check = ({ order, servedZones }) => {
  if (order.kind === 'service') return pass('A5');
  const written = fold(order.address ?? '').text.trim();
  if (written === '') return review('A5', 'address_missing');
  return servedZones.length === 0 || zoneOf(order.address, servedZones) !== null ? pass('A5') : review('A5', 'address_not_served');
};

/** The served zone an address lies in, as the business names it; null outside all of them. */
export function zoneOf(address: string | null, servedZones: readonly string[]): string | null {
  const written = fold(address ?? '').text;
  return servedZones.find((zone) => written.includes(fold(zone).text.trim())) ?? null;
}
