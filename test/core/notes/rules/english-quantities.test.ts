import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [
      { sku: 'POLO', names: ['Polo shirt'], quantity: 24 },
      { sku: 'CAP', names: ['Cap'], quantity: 24 },
    ],
  });
const changes = (text: string) => read(text).quantityChanges.map(({ sku, to, delta }) => [sku, to ?? delta]);

describe('how many of what an English note wants', () => {
  it.each<[string, [string | null, number][]]>([
    ['Could you change the polos from 24 to 30 please?', [['POLO', 30]]],
    ['Please go up with the caps from 24 to thirty.', [['CAP', 30]]],
    // why there are more of them is no second change
    ['We have six more starters, so 30 polos instead of 24.', [['POLO', 30]]],
    ['Six more volunteers joined this week, so 30 polos instead of 24.', [['POLO', 30]]],
    ['Could you change the polos from 24 to 30, six more parents signed up.', [['POLO', 30]]],
    // one more thing is
    [
      '30 polos instead of 24 and six more scarves.',
      [
        ['POLO', 30],
        [null, 6],
      ],
    ],
    ['We have six more starters.', [[null, 6]]],
    ['Two more caps please.', [['CAP', 2]]],
    ['One more polo, so 25 in total.', [['POLO', 25]]],
    ["Two more people are joining us, so let's go to 26 polos.", [['POLO', 26]]],
    ["We won't be having the caps after all.", [['CAP', 0]]],
    ["We won't need the caps.", [['CAP', 0]]],
    // later is not never
    ["We won't need the caps before May 4.", []],
    ["We don't need the caps yet.", []],
    // the third one is none more
    ['Third order in a row that turned up late.', []],
    ['Please add a teapot.', [[null, 1]]],
    // what it costs, and papers, are no goods
    ['The same cap is $1.10 less across town.', []],
    ['They sell the polos for 10 less at the shop down the road.', []],
    ['Kindly include a VAT invoice.', []],
    ['Please include a packing slip.', []],
    ['Add a little thank-you card please.', []],
  ])('%j: %j', (text, wanted) => expect(changes(text)).toEqual(wanted));

  it('drops the line, and cancels nothing', () => {
    const { flags, quantityChanges } = read('Please drop the caps, we no longer need them.');
    expect(flags.map(({ flag }) => flag)).toEqual(['quantity_change']);
    expect(quantityChanges.map(({ sku, to }) => [sku, to])).toEqual([['CAP', 0]]);
    expect(read('We no longer need them.').flags.map(({ flag }) => flag)).toEqual(['cancel_request']);
  });

  it('counts notebooks and tins of the line that they are', () => {
    const of = (text: string, name: string) =>
      readByRules({
        text,
        orderDate: Temporal.PlainDate.from('2026-11-25'),
        timeZone: 'Europe/London',
        lines: [{ sku: 'A', names: [name], quantity: 4 }],
      }).quantityChanges.map(({ sku, to, delta }) => [sku, to ?? delta]);
    expect(of('Add 10 more notebooks please.', 'Notebook')).toEqual([['A', 10]]);
    expect(of('Make that 6 tins not 4.', 'Wall paint')).toEqual([['A', 6]]);
    expect(of('Add 2 tins of primer.', 'Wall paint')).toEqual([[null, 2]]);
  });

  it('takes no hours out of a change of quantity', () => {
    expect(read('Please change the caps from 3 to 5.').flags.map(({ flag }) => flag)).toEqual(['quantity_change']);
    expect(read('Two more caps please, and deliver from 3 to 5.').flags.map(({ flag }) => flag)).toContain('delivery_window');
    expect(changes('Please change my delivery slot from 3 to 5.')).toEqual([]);
  });

  it('still calls a person where nothing accounts for what costs less', () =>
    expect(read('The same cap is $1.10 less across town.').unread).not.toEqual([]));
});
