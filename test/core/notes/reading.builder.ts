import { nothingRead, type Reading } from '#core/notes/reading.ts';

type Spec = Reading['specs'][number];

/** What the rules made of a note that says nothing but what the test is about. */
export const aReading = (changes: Partial<Reading> = {}): Reading => ({ ...nothingRead('test', 'en'), reader: 'rules', ...changes });

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
