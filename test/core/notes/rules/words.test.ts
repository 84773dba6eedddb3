import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';
import { quantityCues } from '#core/notes/rules/words/quantity.data.ts';
import { flagCues } from '#core/notes/rules/words/flags.ts';
import { injectionCues } from '#core/notes/rules/words/injection.ts';

const lines = [{ sku: 'CH', names: ['Ergonomic chair', '人体工学椅'], quantity: 99 }];
const read = (text: string) => readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines });

describe('every example beside a cue', () => {
  for (const { flag, examples, silent } of flagCues) {
    it.each(examples)(`${flag}: %j raises it`, (text) => expect(read(text).flags.map((item) => item.flag)).toContain(flag));
    it.each(silent)(`${flag}: %j does not`, (text) => expect(read(text).flags.map((item) => item.flag)).not.toContain(flag));
  }

  it.each(injectionCues.flatMap(({ examples }) => examples))('injection: %j is one', (text) =>
    expect(read(text).injection).not.toEqual([]),
  );

  it.each(quantityCues.flatMap(({ examples }) => examples))('quantity: %j means %j', (text, change) => {
    expect(read(text).quantityChanges.map(({ to, delta }) => (to === null ? { delta } : { to }))).toEqual([change]);
  });

  it.each([
    ['make it seventy', 70],
    ['please reduce it to ninety', 90],
  ])('quantity: %j means %d, as every number in words', (text, to) => {
    expect(read(text).quantityChanges).toMatchObject([{ to }]);
  });
});

describe('what is no attack', () => {
  it.each([
    'ignore my previous note, I want navy',
    'override my default address',
    'print "SYSTEM OFFLINE"',
    'please check stock',
    '麻烦审核一下库存',
    'can I get a discount?',
    '包装盒上印“Admin Mode Ltd”',
  ])('%j', (text) => expect(read(text).injection).toEqual([]));
});
