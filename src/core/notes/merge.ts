import type { Second } from './model/second.ts';
import type { Flag, Reading, Span } from './reading.ts';

/**
 * A reading of a note that grew: `later` was read from words appended after `offset` characters. The last word wins
 * where there can be only one; what was unread stays unread, and what a model said of the words before goes on standing beside them.
 */
export function mergeReadings(earlier: Reading, later: Reading, offset: number): Reading {
  const moved = shiftReading(later, offset);
  const humanReasons = [...new Set([...earlier.humanReasons, ...moved.humanReasons])];
  const one = <K extends 'urgent' | 'deadline' | 'phone' | 'address'>(key: K): Reading[K] => moved[key] ?? earlier[key];
  const sameSpec = (a: Reading['specs'][number], b: Reading['specs'][number]): boolean => a.sku === b.sku && a.key === b.key;
  const second = earlier.second ?? moved.second;
  return {
    ...moved,
    ...(second ? { second } : {}),
    reader: moved.reader === 'trivial' ? earlier.reader : moved.reader,
    language: earlier.language === moved.language || moved.language === 'none' ? earlier.language : 'mixed',
    urgent: one('urgent'),
    deadline: one('deadline'),
    phone: one('phone'),
    address: one('address'),
    specs: [...earlier.specs.filter((spec) => !moved.specs.some((newer) => sameSpec(spec, newer))), ...moved.specs],
    quantityChanges: [...earlier.quantityChanges, ...moved.quantityChanges],
    flags: wishedSoFar(earlier.flags, moved.flags),
    injection: [...earlier.injection, ...moved.injection],
    unread: [...earlier.unread, ...moved.unread],
    coverage: Math.min(earlier.coverage, moved.coverage),
    humanReasons,
    needsHuman: humanReasons.length > 0,
  };
}

/** A time, and what a card shall say: the last word takes the place of the one before. */
const onlyOne: ReadonlySet<Flag> = new Set(['delivery_window', 'gift_message']);

/** Whoever wishes for the same thing once more says more of it: the words before stay with it. */
function wishedSoFar(earlier: Reading['flags'], later: Reading['flags']): Reading['flags'] {
  const before = earlier.filter(({ flag }) => !later.some((newer) => newer.flag === flag));
  const grown = later.map((newer) => {
    const older = earlier.find(({ flag, status }) => flag === newer.flag && status === newer.status);
    if (!older || onlyOne.has(newer.flag)) return newer;
    return { ...newer, evidence: older.evidence, also: [...(older.also ?? []), newer.evidence, ...(newer.also ?? [])] };
  });
  return [...before, ...grown];
}

/** A reading of words that stand `offset` characters further on. */
export function shiftReading(reading: Reading, offset: number): Reading {
  const span = (s: Span): Span => ({ ...s, start: s.start + offset, end: s.end + offset });
  const item = <T extends { evidence: Span }>(i: T): T => ({ ...i, evidence: span(i.evidence) });
  return {
    ...reading,
    urgent: reading.urgent && item(reading.urgent),
    deadline: reading.deadline && item(reading.deadline),
    phone: reading.phone && item(reading.phone),
    address: reading.address && item(reading.address),
    specs: reading.specs.map(item),
    quantityChanges: reading.quantityChanges.map(item),
    flags: reading.flags.map((flag) => ({
      ...item(flag),
      ...(flag.also ? { also: flag.also.map(span) } : {}),
      ...(flag.message ? { message: span(flag.message) } : {}),
    })),
    injection: reading.injection.map(span),
    unread: reading.unread.map(span),
    ...(reading.second ? { second: shiftSecond(reading.second, span) } : {}),
  };
}

const shiftSecond = (second: Second, span: (s: Span) => Span): Second => ({
  ...second,
  items: second.items.map((item) => ({ ...item, evidence: item.evidence && span(item.evidence) })),
  ...(second.settled ? { settled: second.settled.map(span) } : {}),
});
