import type { Reading } from './reading.ts';

/** The day before which the goods must not come, where the note says one that is certain. */
export function notBefore(reading: Reading | null): Temporal.PlainDate | null {
  const wish = reading?.flags.find(({ flag, status }) => flag === 'delivery_window' && status === 'confirmed');
  return wish?.notBefore ? Temporal.PlainDate.from(wish.notBefore) : null;
}
