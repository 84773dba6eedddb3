import type { Reading } from '#core/notes/reading.ts';

type Spec = Reading['specs'][number];

export function aReading(changes: Partial<Reading> = {}): Reading {
  return {
    version: 'test',
    language: 'en',
    reader: 'rules',
    urgent: null,
    deadline: null,
    specs: [],
    quantityChanges: [],
    flags: [],
    phone: null,
    address: null,
    injection: [],
    unread: [],
    coverage: 1,
    needsHuman: false,
    humanReasons: [],
    ...changes,
  };
}

export function aSpec(changes: Partial<Spec> = {}): Spec {
  return {
    sku: null,
    key: 'finish',
    value: 'matt',
    unit: null,
    evidence: { start: 0, end: 4, text: 'matt' },
    source: 'rules',
    status: 'confirmed',
    ...changes,
  };
}
