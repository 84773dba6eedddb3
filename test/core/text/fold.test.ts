import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#core/text/fold.ts';
import { anyText } from '#test/support/any-text.ts';

describe('a text made comparable', () => {
  it.each([
    ['ＨＥＬＬＯ　１２', 'hello 12'],
    ['檯燈和枱燈', '台灯和台灯'],
    ['de\u200bsk\u202e l\u00adamp', 'desk lamp'],
    ['don’t – don`t', "don't - don't"],
    ['٣ and ३ and ３', '3 and 3 and 3'],
    ['① ⑳', '① ⑳'],
    ['½', '1\u20442'],
  ])('%j is %j', (typed, folded) => {
    expect(fold(typed).text).toBe(folded);
  });

  it('tells traditional characters, and where it stopped', () => {
    expect(fold('訂單')).toMatchObject({ traditional: true, stop: 2 });
    expect(fold('订单').traditional).toBe(false);
    expect(fold('a'.repeat(100), 10)).toMatchObject({ text: 'a'.repeat(10), stop: 10 });
    expect(fold('ﷺ'.repeat(100), 36).stop).toBe(2);
    expect(fold('\u200b'.repeat(100), 10).stop).toBe(20);
  });

  it('keeps the way back to what was typed', () => {
    fc.assert(
      fc.property(anyText(80), (typed) => {
        const { text, starts, ends } = fold(typed);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        starts.forEach((start, at) => expect(start).toBeLessThan(ends[at] ?? 0));
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }),
    );
  });
});
