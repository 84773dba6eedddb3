import { describe, expect, it } from 'vitest';
import type { NoteInput, Reading } from '#core/notes/reading.ts';
import { readByRules } from '#core/notes/rules.ts';
import { golden, type Golden } from './golden.ts';
import { unseen } from './unseen.ts';

const chair = [{ sku: 'CH', names: ['Ergonomic chair', '人体工学椅'], quantity: 2 }];
const desk = [
  { sku: 'DL', names: ['Desk lamp', '台灯'], quantity: 12 },
  { sku: 'SD', names: ['Standing desk', '升降桌'], quantity: 3 },
];

describe('notes read as a careful person reads them', () => {
  it.each([...golden, ...unseen].map((expected) => [expected.note, expected] as const))('%j', (_, expected) => {
    expect(flat(readByRules(order(expected)))).toEqual(wanted(expected));
  });
});

function order({ note, lines, zone, explained }: Golden): NoteInput {
  const places = (explained ?? []).map((words) => ({ start: note.indexOf(words), end: note.indexOf(words) + words.length }));
  return {
    text: note,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: zone ?? 'Asia/Shanghai',
    lines: lines === 'desk' ? desk : chair,
    ...(places.length > 0 ? { explained: places } : {}),
  };
}

function flat(reading: Reading) {
  return {
    urgent: reading.urgent?.value ?? null,
    deadline: reading.deadline && { date: reading.deadline.date, time: reading.deadline.time, strict: reading.deadline.strict },
    specs: reading.specs.map(({ sku, key, value, unit }) => [sku, key, value, unit].filter((part) => part !== null).join(' ')).toSorted(),
    flags: reading.flags.map(({ flag }) => flag).toSorted(),
    changes: reading.quantityChanges.map(({ sku, to, delta }) => `${sku} ${to === null ? `by ${delta}` : `to ${to}`}`),
    phone: reading.phone?.e164 ?? null,
    address: reading.address?.value ?? null,
    injection: reading.injection.length > 0,
    unread: reading.unread.map(({ text }) => text),
  };
}

function wanted(expected: Golden) {
  const { deadline } = expected;
  return {
    urgent: expected.urgent ?? null,
    deadline: deadline === undefined ? null : { date: deadline, time: expected.time ?? null, strict: expected.strict ?? false },
    specs: (expected.specs ?? []).toSorted(),
    flags: (expected.flags ?? []).toSorted(),
    changes: expected.changes ?? [],
    phone: expected.phone ?? null,
    address: expected.address ?? null,
    injection: expected.injection ?? false,
    unread: expected.unread ?? [],
  };
}
