import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentsOf } from '#core/orders/placing/segments.decide.ts';

it('finds the messages of which a note was made, whatever is in them, and the one that was changed', () => {
  const text = fc
    .array(fc.constantFrom('2 lamps', 'a', 'red', '', 'by Friday'), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.join('\n'));
  const message = text.filter((one) => one !== '');
  fc.assert(
    fc.property(fc.uniqueArray(message, { minLength: 1, maxLength: 4 }), fc.nat(), (messages, pick) => {
      const changed = messages[pick % messages.length] ?? '';
      const segments = segmentsOf(messages.join('\n'), messages, changed);
      expect(segments?.map((one) => one ?? changed).join('\n')).toBe(messages.join('\n'));
      expect(segments?.filter((one) => one === null)).toHaveLength(1);
    }),
  );
});

it('finds none in a note that has not the whole of it', () => {
  expect(segmentsOf('2 lamps please', ['2 lamps'], '2 lamps')).toBeNull();
  expect(segmentsOf('', [], '2 lamps')).toBeNull();
  expect(segmentsOf('by Friday\n2 lamps', [], '2 lamps')).toEqual(['by Friday', null]);
});
