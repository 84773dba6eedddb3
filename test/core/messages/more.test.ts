import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonsIn, type Offer } from '#core/messages/card.ts';
import { withMore } from '#core/messages/more.cards.ts';
import { words } from '#core/text/words.ts';

const offers = (count: number): Offer[] =>
  Array.from({ length: count }, (_, at) => ({ action: `a${at}`, label: `A ${at}`, style: 'danger' }));
const sizes = (rows: Offer[][], above = 0): [number[], number] => {
  const blocks = withMore(rows, words('en'), above).flatMap((block) => (block.kind === 'actions' ? [block] : []));
  return [blocks.map(({ buttons }) => buttons.length), blocks.flatMap(({ more }) => more?.buttons ?? []).length];
};

describe('many buttons of one card', () => {
  it.each([
    [[0], 0, [[], 0]],
    [[6], 0, [[6], 0]],
    [[7], 0, [[5], 2]],
    [[4, 7], 0, [[4, 2], 5]],
    [[4, 8], 0, [[4, 1], 7]],
    [[8, 2], 0, [[5], 5]],
    // what stands above is about something of its own, and a way on always stands
    [[4, 7], 2, [[3], 8]],
    [[4, 7], 9, [[2], 9]],
    [[3], 9, [[3], 0]],
  ] as const)('of rows of %j with %i above stand as %j', (rows, above, expected) => {
    let at = 0;
    const all = offers(99);
    const given = rows.map((size) => all.slice(at, (at += size)));
    expect(sizes(given, above)).toEqual(expected);
  });

  it('are all there, in their order, and what is behind calls for no attention', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 4 }), fc.nat(12), (counts, above) => {
        const rows = counts.map((count, row) => offers(count).map((offer) => ({ ...offer, action: `${row}:${offer.action}` })));
        const blocks = withMore(rows, words('zh-CN'), above);
        expect(buttonsIn(blocks).map(({ action }) => action)).toEqual(rows.flat().map(({ action }) => action));
        const more = blocks.flatMap((block) => (block.kind === 'actions' && block.more ? block.more.buttons : []));
        expect(more.every(({ style }) => style === 'plain')).toBe(true);
        expect(more.length).not.toBe(1);
      }),
    );
  });
});
