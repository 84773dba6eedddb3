import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailsIn, mayHoldPhone, mostInMessage, phoneOf } from '#core/people/hinting/contact.decide.ts';

describe('how somebody says they are reached', () => {
  it.for([
    ['write to Mei.Chen+orders@Example.com, please', ['mei.chen+orders@example.com'], ['m…@example.com']],
    ['邮箱：mei＠example.com。谢谢', ['mei@example.com'], ['m…@example.com']],
    ['a@b.io and a@b.io and c@d.co.uk', ['a@b.io', 'c@d.co.uk'], ['a…@b.io', 'c…@d.co.uk']],
    ['@mei, look at this: mei@ example', [], []],
    ['2 chairs @ 300', [], []],
  ] as const)('is read from %j', ([text, values, tails]) => {
    expect(emailsIn(text).map(({ value }) => value)).toEqual(values);
    expect(emailsIn(text).map(({ tail }) => tail)).toEqual(tails);
  });

  it('shows two digits of a number, and looks for one only where there may be one', () => {
    expect(phoneOf('+8613800138034')).toEqual({ kind: 'phone', value: '+8613800138034', tail: '34' });
    expect([mayHoldPhone('２ chairs, by 12 Dec'), mayHoldPhone('tel １３８００１３８０３４')]).toEqual([false, true]);
  });

  it('is at most so many, whatever somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '@', '＠', '-', '1', ' ', '邮'), maxLength: 3_000 }), (text) => {
        const found = emailsIn(text);
        expect(found.length).toBeLessThanOrEqual(mostInMessage);
        for (const { tail } of found) expect(tail).toMatch(/^.…@/u);
      }),
    );
  });
});
