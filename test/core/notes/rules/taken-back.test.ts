import { expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines: [] });

it.each([
  'cancel the gift wrap',
  "don't want the gift wrap",
  'cancel the rush',
  '取消加急',
  '取消礼品包装',
  '取消禮品包裝',
  '取消发票',
  '包装不要了',
  '加急取消',
])('%s takes a wish back: it is not read as the wish, and a person reads it', (text) => {
  const { flags, urgent, needsHuman, unread } = read(text);
  expect({ flags, urgent, needsHuman, unread: unread.map((span) => span.text) }).toEqual({
    flags: [],
    urgent: null,
    needsHuman: true,
    unread: [text],
  });
});

it.each(['please swap nothing if you run out', 'wait for stock rather than send something else'])('%s wants no other goods', (text) =>
  expect(read(text).flags.map(({ flag }) => flag)).toEqual(['substitution_forbidden']),
);
