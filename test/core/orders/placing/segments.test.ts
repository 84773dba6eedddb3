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

it('takes whole messages for what they are: the same words inside of another one are not the message that was changed', () => {
  const [first, second] = ['2 ergonomic chairs\nin black', 'in black'];
  const note = `${first}\n${second}`;
  expect(segmentsOf(note, [first, second], second)).toEqual([first, null]);
  expect(segmentsOf(note, [second, first], second)).toEqual([first, null]);
  // one that is not known any more stands before it
  expect(segmentsOf(`by Friday\n${note}`, [first, second], second)).toEqual(['by Friday', first, null]);
});

it('takes messages in their order, and none where it is not certain which one was changed', () => {
  expect(segmentsOf('a\na\nb', ['a', 'a\nb'], 'a')).toEqual([null, 'a\nb']);
  expect(segmentsOf('a\nb\na', ['a', 'b', 'a'], 'a')).toBeNull();
  expect(segmentsOf('a\nb\na', ['b', 'a'], 'a')).toBeNull();
});
