import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [{ sku: 'L1', names: [name], quantity: 10 }],
  });
const specs = (text: string, name: string): string[] =>
  read(text, name).specs.map(({ key, value, unit }) => `${key} ${value}${unit ? ` ${unit}` : ''}`);

describe('what stands beside a value', () => {
  it.each([
    ['Phosphor bronze please.', 'Guitar string'],
    ['30 cm across with drainage hole and matching saucers.', 'Plant pot'],
    ['Navy ink in a chunky serif font.', 'Sign'],
    ['M10 x 60 please.', 'Bolt'],
    ['Need 3/4 in valves with NPT thread.', 'Ball valve'],
    ['Denim, “Rosa” in red on the card.', 'Apron'],
    ['All in amber jars.', 'Scented candle'],
    ['35 mm please.', 'Concealed hinge'],
    ['A dozen each of pistachio, rose and salted caramel.', 'Macarons'],
    ['5 metre reels, black.', 'LED strip'],
    ['Etch a stag on each glass and “Callum” underneath.', 'Whisky glass'],
    ['Engraved MILO on one side and 07700 900123 on the other.', 'Pet tag'],
  ])('is left unread where it may be one more wish: %j', (text, name) => expect(read(text, name).unread).not.toEqual([]));

  it.each([
    ['Lamp warm white 2700K please.', 'Hall lamp'],
    ['And plain orange will do me.', 'Rope'],
    ['Dusty pink x all 3.', 'Paint'],
    ['Our crest embroidered on the left sleeve.', 'Polo shirt'],
  ])('is nothing more where it only says which or how many: %j', (text, name) => expect(read(text, name).unread).toEqual([]));

  it.each<[string, string, string[]]>([
    ['11x14, black oak.', 'Picture frame', ['dimensions 11x14', 'color black', 'material oak']],
    ['White oak top.', 'Table', ['material White oak']],
    ['Leave it with the super in 1A.', 'Picture frame', []],
    ['16A version please.', 'Cable', ['power 16 A']],
    ['Grade A4-70, 40 mm long.', 'Hex bolt', ['grade A4-70', 'length 40 mm']],
    ['One medium, one large.', 'Wetsuit', ['size medium', 'size large']],
    ['UK 9, wide fit.', 'Running shoes', ['size UK 9', 'other wide fit']],
    ['Medium grind for a drip machine.', 'Ground coffee', ['other Medium grind']],
    ['A5, 120 pages, square corners.', 'Notebook', ['other 120 pages', 'other square corners', 'size A5']],
    ['With the magnetic buckle.', 'Helmet', ['other magnetic buckle']],
    ['Serrated, pakkawood handle.', 'Bread knife', ['other Serrated', 'material pakkawood']],
    ['40 cm, walnut rim, Roman numerals.', 'Wall clock', ['diameter 40 cm', 'material walnut', 'other Roman numerals']],
    ['Small double please.', 'Mattress', ['size Small double']],
    ['One in 12, one in 13.', 'Ballet shoes', ['size 12', 'size 13']],
    ['Ivory satin with burgundy sashes.', 'Chair covers', ['color Ivory', 'color burgundy', 'material satin']],
    [
      'Seats in cognac leather, frames in black steel.',
      'Bar stools',
      ['color cognac', 'material leather', 'color black', 'material steel'],
    ],
    ['Metal chain, UK 6-8.', 'Socks', ['material Metal', 'size UK 6-8']],
    ['Size 40 chest.', 'Wax jacket', ['size 40']],
    ['With “Mind the dog” in black capitals.', 'Door mat', ['print Mind the dog', 'color black']],
    ['Engraved with the initials JHB in gold.', 'Ring', ['engraving JHB', 'color gold']],
    ['Charcoal felt, self-inking.', 'Stamp case', ['color Charcoal', 'material felt', 'other self-inking']],
    ['Our logo embroidered left chest in white.', 'Polo shirt', ['logo Our logo', 'position left chest', 'color white']],
    ['Inside pocket please.', 'Bag', ['other Inside pocket']],
    ['“Go” in white across the back.', 'Shirt', ['print Go', 'color white', 'position back']],
    ['Engraved with “Est. 2019” bottom right corner.', 'Cutting board', ['engraving Est. 2019', 'position bottom right corner']],
  ])('is a property of its own: %j', (text, name, wanted) => {
    expect(specs(text, name).toSorted()).toEqual(wanted.toSorted());
    expect(read(text, name).unread).toEqual([]);
  });
});
