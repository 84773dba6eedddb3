import type { Reading } from '../../notes/reading.ts';
import { fold } from '../../text/fold.ts';

/**
 * A reader sees a place to deliver to and calls it another one, for it does not know what stands with the customer. The first
 * one fills a gap, and the same one again changes nothing: neither is a question for a person.
 */
export function besideKnownAddress(reading: Reading, known: string | null): Reading {
  const { address } = reading;
  if (address?.status !== 'confirmed' || (known !== null && !isSame(known, address.value))) return reading;
  const humanReasons = reading.humanReasons.filter((reason) => reason !== 'address_change');
  return {
    ...reading,
    flags: reading.flags.filter(({ flag }) => flag !== 'address_change'),
    humanReasons,
    // a reader that wants a person and does not say why still wants one
    needsHuman: humanReasons.length > 0 || (reading.needsHuman && reading.humanReasons.length === 0),
  };
}

const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (address: string): string => fold(address).text.replaceAll(/[\s,.;]+/g, '');
