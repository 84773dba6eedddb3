import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';
import { plainText } from '#core/notes/rules/text/plain.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'America/New_York',
    lines: [{ sku: 'L0', names: ['Sheet cake'], quantity: 1 }],
  });

const said = (text: string): string[] => {
  const { specs, flags, unread } = read(text);
  return [...specs.map(({ key, value }) => `${key} ${value}`), ...flags.map(({ flag }) => flag), ...unread.map((span) => `? ${span.text}`)];
};

describe('a word with one slip in it', () => {
  it.each([
    ['our dock clozes soon', 'our dock closes soon'],
    ['24 hours notise', '24 hours notice'],
    ['the bus leevs', 'the bus leaves'],
    ['engravd and embroiderd', 'engraved and embroidered'],
    ['recpetion is on the rigth', 'reception is on the right'],
    ['card w/ a ribon, w/o glitter', 'card with a ribbon, without glitter'],
    ['boxed w/care', 'boxed with care'],
    ['BURGANDY PLEASE', 'burgundy please'],
    ['my husbands number', "my husband's number"],
    ['hell be home', "he'll be home"],
    ['leave it there if were out', "leave it there if we're out"],
  ])('%j is meant as %j', (typed, meant) => expect(plainText(typed).text).toBe(meant));

  it.each([
    ['what no dictionary has and shops do', 'matcha and sencha'],
    ['a right word one letter from another', 'a mourning badge, two brakes'],
    ['what could be either of two', 'in stell'],
    ['a number with letters', 'part ledgr7'],
    ['a short word', 'a bix'],
    ['a well, a shell and what were', 'the well be deep, in shell pink, they were out'],
    ['watts per metre', 'tape of 14 w/m'],
  ])('%s stays', (_, typed) => expect(plainText(typed).text).toBe(typed));

  it('a name stays: it has a capital inside a sentence', () => {
    expect(plainText('Leave it with Wendow next door').text).toBe('leave it with wendow next door');
    expect(plainText('leave it by the wendow').text).toBe('leave it by the window');
  });

  it('the words of a text and of a value stay as they were typed', () => {
    expect(said('burgandy please, write "Hapy Brithday" on the top')).toEqual(['color burgandy', 'print Hapy Brithday', 'position top']);
  });
});

describe('what stands in a vessel', () => {
  it('is told in ounces by what it holds', () => {
    const { specs } = readByRules({
      text: '32 oz please',
      orderDate: Temporal.PlainDate.from('2026-11-25'),
      timeZone: 'America/New_York',
      lines: [{ sku: 'L0', names: ['Water bottle'], quantity: 1 }],
    });
    expect(specs.map(({ key, value, unit }) => [key, value, unit])).toEqual([['capacity', '32', 'oz']]);
  });
});

describe('a picture ends a thought', () => {
  it.each([
    ['pls wrap it 🎁 leave it w/ the doorman 🙏', ['delivery_instructions', 'packaging']],
    ['so excited 🎂🎉 leave it at reception', ['delivery_instructions']],
    ['leave it at reception 👍🏽glaze the wotsits', ['delivery_instructions', '? glaze the wotsits']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  it.each([['write "Mia 🎂 Leo"', ['print Mia 🎂 Leo']] as const, ['engraved with Mia ❤ Leo', ['engraving Mia ❤ Leo']] as const])(
    'but not inside a text: %s',
    (text, expected) => expect(said(text)).toEqual(expected),
  );
});
