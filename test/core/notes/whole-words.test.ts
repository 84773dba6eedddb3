import { expect, it } from 'vitest';
import { rulesReader } from '#core/notes/rules.ts';
import { wholeWords } from '#core/notes/whole-words.ts';
import type { Flag } from '#core/notes/reading.ts';

const orderDate = Temporal.PlainDate.from('2026-11-30');

it.each<[string, Flag, string]>([
  ['Leave it at the loading dock. Invoice to ACME Ltd, tax id GB123456789.', 'invoice', 'Invoice to ACME Ltd, tax id GB123456789'],
  ['Please do not substitute anything, and gift wrap it', 'substitution_forbidden', 'Please do not substitute anything'],
  ['放门卫室老王那里，开发票抬头ABC公司', 'delivery_instructions', '放门卫室老王那里'],
  ['开发票抬头ABC公司，税号91310000MA1FL0000X。放门卫室', 'invoice', '开发票抬头ABC公司，税号91310000MA1FL0000X'],
  ['附张卡片写生日快乐，需要上门安装', 'gift_message', '附张卡片写生日快乐'],
])('“%s”: %s with all that belongs to it, and nothing of the next wish', (text, flag, words) => {
  const reading = rulesReader.read({ text, orderDate, timeZone: 'Asia/Shanghai', lines: [] });
  const found = reading.flags.find((item) => item.flag === flag);
  expect(found && wholeWords(text, reading, found.evidence)).toBe(words);
});

it('finds words that came with a later message where they stand by now, and gives up on words that are gone', () => {
  const reading = rulesReader.read({ text: 'gift wrap please', orderDate, timeZone: 'Asia/Shanghai', lines: [] });
  const [wish] = reading.flags;
  if (!wish) throw new Error('nothing was read');
  expect(wholeWords('2 lamps, black. gift wrap please', reading, wish.evidence)).toBe('gift wrap please');
  expect(wholeWords('2 lamps', reading, wish.evidence)).toBe(wish.evidence.text);
});
