import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string, quantity = 3) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [{ sku: 'L', names: [name], quantity }],
  });
const specs = (text: string, name: string) => read(text, name).specs.map(({ key, value }) => `${key} ${value}`);

describe('words that name somebody or something, and those that are the goods', () => {
  it.each<[string, string, string[]]>([
    // names of rooms and leave to begin are no colours
    ['For a ward called Rush Green. Pale blue please.', 'Curtain', ['color Pale blue']],
    ['In a colour called Moss Green please.', 'Curtain', ['color Moss Green']],
    ['Wait until I give you the green light.', 'Bar stool', []],
    ['Please have them green.', 'Bar stool', ['color green']],
    // a list of names is as many texts as there are pieces
    ['Embroider the names Ada, Kit and Bo please.', 'Stocking', ['print Ada', 'print Kit', 'print Bo']],
    ['Embroider the names Ada & Kit, one on each.', 'Stocking', ['print Ada', 'print Kit']],
    ['Engrave the names Tom and Jo on it.', 'Tankard', ['engraving Tom and Jo']],
    // what somebody was told is printed on nothing
    ['The third email saying "dispatched soon".', 'Diary', []],
    ['In gold, saying "Be kind".', 'Diary', ['color gold', 'print Be kind']],
    ['MENS LARGE PLEASE.', 'Wetsuit', ['size LARGE']],
    ['One in age 5-6, one in age 7-8.', 'Witch costume', ['size 5-6', 'size 7-8']],
    ['My daughter is age 5.', 'Witch costume', []],
    // paper that is printed on, and paper that things are wrapped in
    ['Ivory card, A5, printed with "Ella & Tom".', 'Wedding invitation', ['color Ivory', 'size A5', 'print Ella & Tom']],
    ['With an ivory card, printed with "Love, Jo".', 'Mug', []],
    ['Gift wrap in kraft paper please.', 'Mug', []],
    ['Please pack in two boxes of six.', 'Mug', []],
    ['Boxes of six please.', 'Mug', ['pack_size 6']],
    ['Slip it behind the log pile.', 'Mug', []],
    ['Low pile please.', 'Rug', ['other Low pile']],
  ])('%j on %j: %j', (text, name, wanted) => expect(specs(text, name).toSorted()).toEqual(wanted.toSorted()));

  it('reads what the goods wait for to its end', () => {
    expect(read('Sit on it until I give you the green light.', 'Bar stool').unread).toEqual([]);
    expect(read('Sit on it until I call and then stencil it.', 'Bar stool').unread).not.toEqual([]);
  });
});
