import type { Reading } from '../reading.ts';

/** Words that say nothing beyond the goods are not worth a question: there is nothing a model could read in them. */
export function isWorthAsking({
  reader,
  urgent,
  deadline,
  specs,
  quantityChanges,
  flags,
  phone,
  address,
  injection,
  unread,
}: Reading): boolean {
  if (reader === 'trivial') return false;
  const items = specs.length + quantityChanges.length + flags.length + injection.length + unread.length;
  return items > 0 || [urgent, deadline, phone, address].some((item) => item !== null);
}
