import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '#core/messages/pieces.ts';
import { anyText } from '#test/support/any-text.ts';

describe('a long text in pieces', () => {
  it('is the text, in pieces that are short enough and whole in every character', () => {
    fc.assert(
      fc.property(anyText(400), fc.integer({ min: 4, max: 50 }), (text, most) => {
        const pieces = piecesOf(text.toWellFormed(), most);
        expect(pieces.join('')).toBe(text.toWellFormed().trim());
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('ends at a line, a sentence or a space where it can', () => {
    expect(piecesOf('One sentence. Another one here.', 20)).toEqual(['One sentence. ', 'Another one here.']);
    expect(piecesOf('第一句话说完了。第二句话在这里。', 10)).toEqual(['第一句话说完了。', '第二句话在这里。']);
    expect(piecesOf('first line\nsecond line', 15)).toEqual(['first line\n', 'second line']);
    expect(piecesOf('', 10)).toEqual([]);
  });
});
