import { describe, expect, it } from 'vitest';
import { mayHint } from '#core/notes/rules/explain/hints.ts';
import hints from '#core/notes/rules/lexicon/hints.json' with { type: 'json' };
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, ...names: string[]) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: names.map((name, at) => ({ sku: `L${at}`, names: [name], quantity: 12 })),
  });
const specsOf = (text: string, name: string) =>
  read(text, name).specs.map(({ key, value, unit }) => [key, value, ...(unit ? [unit] : [])].join(' '));

describe('a tale that may ask for something', () => {
  it.each(hints.examples)('%j leaves nobody untold', (text) => {
    const { unread, needsHuman } = read(text, 'Bath towel');
    expect(unread.length > 0 || needsHuman).toBe(true);
  });
  it.each(hints.silent)('%j only tells', (text) => expect(mayHint(text.toLowerCase())).toBe(false));
  it('names a day that nothing places', () =>
    expect(read('We love the towels. Our cousin is back from sea on December 4', 'Bath towel').unread).not.toEqual([]));
});

describe('English wishes without the usual words', () => {
  it.each([
    ['all the guys wear L', 'Crew tee', 'size L'],
    ['S would do me.', 'Knit jumper', 'size S'],
    ["he's a 36 round the middle", 'Leather belt', 'size 36'],
    ['The shafts should come out 310 mm from end to end', 'Drive shaft', 'length 310 mm'],
    ['The tiles should be 8 mm from front face to back face', 'Hexagon tile', 'thickness 8 mm'],
    ['turned from olive wood', 'Bowl', 'material olive wood'],
    ['they ought to be made out of bronze', 'Bushing', 'material bronze'],
    ['carved out of cherry, with “Est. 1987” cut into it', 'House sign', 'material cherry'],
    ['Cut the name Biscuit into one tag and Waffle into the other.', 'Pet tag', 'engraving Waffle'],
    ['so PICKLES wants punching into the brass.', 'Dog tag', 'engraving PICKLES'],
    ['Whack Burnt By Design on the bib', 'Barbecue apron', 'position bib'],
    ['One towel gets MINE stitched in the corner', 'Bath towel', 'print MINE'],
  ])('%j of %s', (text, name, wish) => expect(specsOf(text, name)).toContain(wish));

  it.each([
    ['Put Job 7731 on the docket', 'Crane hook'],
    ['Put it on our tab', 'Hydraulic hose'],
  ])('%j of %s is none', (text, name) => expect(specsOf(text, name)).toEqual([]));

  it.each([
    ['our accounts team settles in thirty days', null],
    ['please have it here a week on Friday', '2026-12-04'],
    ["if it lands after December 4 it's no good", '2026-12-04'],
    ['The hall is booked for December 4', '2026-12-04'],
  ])('%j is needed by %s', (text, day) => expect(read(text, 'Bunting').deadline?.date ?? null).toBe(day));

  it.each([
    ['Leave the matches out after all', 0],
    ['no need for the matches any more', 0],
    ['so eight candles is plenty', null],
  ])('%j', (text, to) =>
    expect(read(text, 'Jar candle', 'Long matches').quantityChanges.map((change) => change.to)).toEqual(to === null ? [] : [to]),
  );
  it('"so eight is plenty" of one line', () =>
    expect(read('Two of us work from home, so eight is plenty', 'Mesh chair').quantityChanges[0]?.to).toBe(8));
  it.each(['do it at your leisure', 'Whatever shaves days off, do it'])('%j asks nothing', (text) =>
    expect(read(text, 'Trophy').flags.map(({ flag }) => flag)).not.toContain('question'),
  );
});
