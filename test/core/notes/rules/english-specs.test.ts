import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const specs = (text: string, ...names: string[]): string[] =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: names.map((name, at) => ({ sku: `L${at}`, names: [name], quantity: 10 })),
  }).specs.map(({ key, value, unit }) => `${key} ${value}${unit ? ` ${unit}` : ''}`);

describe('what an English note asks the goods to be', () => {
  it.each<[string, string[], string[]]>([
    ['Bottle green please.', ['Scarf'], ['color Bottle green']],
    ['The trim in old rose-pink, thanks.', ['Cushion'], ['color rose-pink']],
    ['In the shade of wet slate please.', ['Vase'], ['color wet slate']],
    ['Something in the blush family.', ['Vase'], ['color blush']],
    ['Our neighbour with the red door takes parcels.', ['Vase'], []],
    ['Turn left at the blue sign.', ['Vase'], []],
    ['Doors in red.', ['Wardrobe door'], ['color red']],
    ['Mum M, Dad XL please.', ['Pyjamas'], ['size M', 'size XL']],
    ['Sizes 38, 40 and 44.', ['Work trousers'], ['size 38', 'size 40', 'size 44']],
    ['3 in S, 4 in L and 3 in XL.', ['Fleece'], ['size S', 'size L', 'size XL']],
    ['The blade should be 14 in wide.', ['Shovel'], ['width 14 in']],
    ['Jaws about 15 cm across.', ['Vice'], ['width 15 cm']],
    ['Glass should be 4 mm.', ['Greenhouse pane'], ['thickness 4 mm']],
    ['1/2 in bore, 3 m each.', ['Hydraulic hose'], ['size 1/2 in', 'length 3 m']],
    ['a drop of 96 in and a width of 52 in', ['Curtain'], ['length 96 in', 'width 52 in']],
    ['Contract 77-A-310 applies.', ['Hose'], []],
    ['Tolerance on the shaft 5%.', ['Coil'], ['tolerance 5 %']],
    ['Steel pegs instead, steel ones only.', ['Tent peg'], ['material steel']],
    ['Cuffs must have a velcro strap.', ['Glove'], ['other velcro strap']],
    ['Persian pattern please.', ['Runner rug'], ['pattern Persian']],
    ['dotted pages pls', ['Notebook'], ['pattern dotted']],
    ['Whole bean please.', ['Coffee'], ['other Whole bean']],
    ['Put her name, Maisie, on the lid.', ['Lunch box'], ['print Maisie', 'position lid']],
    ['BAY SHARKS across the back.', ['Jersey'], ['print BAY SHARKS', 'position back']],
    ['Wording: "Every Dog Deserves a Couch"', ['Banner'], ['print Every Dog Deserves a Couch']],
    ['Text: Forever Yours, Ana & Luis. In walnut.', ['Sign'], ['print Forever Yours, Ana & Luis', 'material walnut']],
    ['Engraved with REGGIE, and a note in the box saying "Rack them up".', ['Billiard cue'], ['engraving REGGIE']],
    ['Each one engraved with "Summit or bust" across its belly.', ['Flask'], ['engraving Summit or bust', 'position belly']],
    ['Shelves 36 in wide.', ['Floating shelf', 'Bracket'], ['width 36 in']],
    ["The shade of a robin's egg.", ['Yarn'], ["color robin's egg"]],
    ['Keep the cover the green of a billiard table.', ['Programme'], ['color green of a billiard table']],
    ['Sign should read OPEN SUNDAYS in white on green', ['Sign'], ['print OPEN SUNDAYS', 'color white', 'color green']],
    ['If the blue has sold out, teal or navy would do nicely.', ['Scarf'], ['color blue']],
    ['120cm x 0.6m please.', ['Tabletop'], ['dimensions 1.2x0.6 m']],
    ['2ft x 18in', ['Tabletop'], ['dimensions 24x18 in']],
    ['9 ft please, my board is a boat.', ['Surfboard leash'], ['length 9 ft']],
    ['Height must not exceed 190 cm.', ['Wardrobe'], ['height 190 cm']],
    ['Drop 228 cm, and the rail is 180 cm in case that helps.', ['Velvet curtains'], ['length 228 cm']],
    ['We just painted the den sage.', ['Bookshelf'], []],
    ['Do these come in green as well?', ['Pot'], []],
    ['Company name Blue Finch Ltd on the invoice.', ['Cable'], []],
    ['Look for the green hull.', ['Kettle'], []],
    ['Brown paper is fine.', ['Book'], []],
  ])('%j on %j: %j', (text, names, wanted) => expect(specs(text, ...names)).toEqual(wanted));

  it('binds what is said of all the vests to the vests', () => {
    const { specs: found } = readByRules({
      text: 'XL for all the vests.',
      orderDate: Temporal.PlainDate.from('2026-11-25'),
      timeZone: 'Europe/London',
      lines: [
        { sku: 'V', names: ['Hi-vis vest'], quantity: 4 },
        { sku: 'H', names: ['Hard hat'], quantity: 4 },
      ],
    });
    expect(found.map(({ sku }) => sku)).toEqual(['V']);
  });
});
