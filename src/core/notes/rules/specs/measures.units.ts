import { convert } from '../../request/quantity/measures.ts';
import { units } from './measures.data.ts';

const whole = units.map((entry) => ({ ...entry, whole: new RegExp(`^(?:${entry.written})$`) }));

/** What a unit as it is written measures; undefined for none. */
export const kindOf = (written: string | undefined) => (written ? whole.find((entry) => entry.whole.test(written)) : undefined);

/** The unit as it is stored. */
export const unitOf = (written: string | undefined): string | null => kindOf(written)?.unit ?? null;

/** "1.2 m x 60 cm" is 120 by 60: one size has one unit. A number without a unit of its own is in that of the whole. */
export function inUnit(number: string | undefined, own: string | undefined, unit: string | undefined): string | undefined {
  const [from, to] = [unitOf(own), unitOf(unit)];
  const converted = from && to && from !== to ? convert(Number(number), from, to) : null;
  return converted === null ? number : String(converted);
}
