import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = 'Thing') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-03-02'),
    timeZone: 'America/Chicago',
    lines: [{ sku: 'L1', names: [name], quantity: 3 }],
  });
const flags = (text: string): string[] => read(text).flags.map(({ flag }) => flag);

describe('what ordinary customers write in English', () => {
  it.each<[string, string]>([
    ['I need them before my race on March 21.', '2026-03-21'],
    ['Our first match is on 28 March so we need them by then.', '2026-03-28'],
    ["This one's for Mum's 70th on the 20th of December.", '2026-12-20'],
    ['Needed for our big summer party on 5 June.', '2026-06-05'],
  ])('is read whole where a day is that of an occasion: %j', (text, date) => {
    const { deadline, unread } = read(text);
    expect({ date: deadline?.date, unread }).toEqual({ date, unread: [] });
  });

  it.each([
    'We need them before our big summer party on 5 June with confetti.',
    'Before my race on March 21 with the carbon plates.',
    "For Mum's 70 candles on the 20th of December.",
  ])('is left unread where more is said beside the occasion: %j', (text) => expect(read(text).unread).not.toEqual([]));

  it.each<[string, string[]]>([
    ['Reception is on level 3, leave the cartons there.', ['delivery_instructions']],
    ['Ship it ground.', ['delivery_instructions']],
    ["Please leave the parcel with my neighbour at number 14 if I'm not in.", ['delivery_instructions']],
    ['Second floor, flat 2B.', ['delivery_instructions']],
    ['No need for a box.', ['packaging']],
    ['Plain packaging please in case she sees it.', ['packaging']],
    ['Deliver on Tuesday 7 April between 8 and 11 please, not earlier.', ['delivery_window']],
    ["If you only have black that's fine too.", ['substitution_allowed']],
    ['Bill it to our account.', ['payment_terms']],
    ['Please deliver between 8 and 10.', ['delivery_window']],
    ["Please write 'Happy Birthday Sam' on the card.", ['gift_message']],
  ])('is read as the wish it is, and whole: %j', (text, wanted) => {
    expect({ flags: [...new Set(flags(text))], unread: read(text).unread }).toEqual({ flags: wanted, unread: [] });
  });

  it.each(['If you only have the small one, use the spare lid.'])('is no more than it says: %j', (text) =>
    expect(read(text).unread).not.toEqual([]),
  );

  it('is no way of shipping where beans shall be ground', () => expect(read('Send it ground please.', 'Coffee beans').flags).toEqual([]));

  it('wants the quickest way there is', () => {
    const { urgent, unread } = read("Send them the quickest way you've got.");
    expect({ urgent: urgent !== null, unread }).toEqual({ urgent: true, unread: [] });
  });

  it.each([
    'My wife measured it twice.',
    'Happy New Year!',
    'Thank you for your help on the phone yesterday.',
    "We can't get enough of it.",
    'I work from home.',
    'Wedding favours!',
    'Thanks for the quick reply to my email.',
    "I've bought from you before and loved it.",
    "They're going in the spare room.",
    'Seat height 45 cm so it fits under the table.',
    'Size 9 so they go over my thick socks.',
  ])('asks for nothing in small talk: %j', (text) => expect(read(text, 'Boots').unread).toEqual([]));

  it.each(['Seat height 45 cm so it fits a 13 inch laptop.', 'So it fits under the table.', 'We measured it and it is wider.'])(
    'leaves unread what may be one more wish: %j',
    (text) => expect(read(text, 'Dining chair').unread).not.toEqual([]),
  );

  it('ends a thought at a picture, and draws one where that is wanted', () => {
    const { specs, unread } = read('So excited 🎉🎉 leave it with the doorman', 'Birthday cake');
    expect({ specs, unread }).toEqual({ specs: [], unread: [] });
    expect(read('Print a 🐱 on it', 'Mug').specs.map(({ value }) => value)).toEqual(['🐱']);
  });
});

const specs = (text: string, name: string): string[] =>
  read(text, name).specs.map(({ key, value, unit }) => `${key} ${value}${unit ? ` ${unit}` : ''}`);

describe('properties as ordinary customers name them in English', () => {
  it.each<[string, string, string[]]>([
    ['Size 7, white gold.', 'Ring', ['size 7', 'material white gold']],
    ['Sterling silver, size 7.', 'Ring', ['material Sterling silver', 'size 7']],
    ['12.5 mm, 4140 steel.', 'Turned shaft', ['diameter 12.5 mm', 'material 4140 steel']],
    ['Grade 5052 please.', 'Aluminium sheet', ['grade 5052']],
    ['M8 thread, grade 8.8.', 'Hex bolt', ['thread M8', 'grade 8.8']],
    ['Antique brass finish, 230 V.', 'Picture light', ['finish Antique brass', 'voltage 230 V']],
    ['King size, firm.', 'Mattress', ['size King', 'hardness firm']],
    ['Yellow, age 5-6.', 'Raincoat', ['color Yellow', 'size 5-6']],
    ['Red with white numbers.', 'Team jersey', ['color Red', 'color white']],
    ['5 metres each, black.', 'LED strip', ['length 5 m', 'color black']],
    ['Lid engraved with Best Mum in SA.', 'Soy candle', ['position Lid', 'engraving Best Mum in SA']],
    ['Wording is RUSH HOUR SALE on a red background.', 'Banner', ['print RUSH HOUR SALE', 'color red']],
    ['Write Cheers to 30 Dani in purple.', 'Sheet cake', ['print Cheers to 30 Dani', 'color purple']],
    ['Pink with the name Olivia embroidered in white.', 'Baby blanket', ['color Pink', 'print Olivia', 'color white']],
    ['Initials J.K. engraved on the base.', 'Bowl', ['engraving J.K.', 'position base']],
    ['160 x 230 cm in grey.', 'Wool rug', ['dimensions 160x230 cm', 'color grey']],
    ['80 x 60 in grey.', 'Wool rug', ['dimensions 80x60', 'color grey']],
    ['80x60 in.', 'Wool rug', ['dimensions 80x60 in']],
    ['8x10 in for all of them.', 'Picture frame', ['dimensions 8x10 in']],
    ['60cm x 40cm x 30cm', 'Crate', ['dimensions 60x40x30 cm']],
    ['30 in seat height.', 'Bar stool', ['height 30 in']],
    ['Material is 6061 aluminum.', 'Bracket', ['material 6061 aluminum']],
    ['Size N.', 'Signet ring', ['size N']],
    ['In size S.', 'Tee', ['size S']],
    ['Half size for all of them please.', 'Sheet pan', ['size Half']],
    ['4 in size 6 and 6 in size 8.', 'Kids t-shirt', ['size 6', 'size 8']],
    ['Engraved inside with “Always, P”.', 'Gold band', ['engraving Always, P', 'position inside']],
    ['Cream fabric.', 'Roller blind', ['color Cream']],
    ['Text GRAND OPENING in red letters.', 'Banner', ['print GRAND OPENING', 'color red']],
  ])('%j of %j', (text, name, wanted) => {
    expect(specs(text, name).toSorted()).toEqual(wanted.toSorted());
    expect(read(text, name).unread).toEqual([]);
  });

  it.each<[string, string]>([
    ['Gold foil please.', 'Ring box'],
    ['With her name engraved.', 'Bowl'],
  ])('reads no more than was said: %j', (text, name) => expect(specs(text, name).join()).not.toMatch(/material|engraving/));

  it.each<[string, string]>([
    ['EU plug not needed, they are hard wired.', 'Pendant lamp'],
    ['Does this come with a UK plug?', 'Kettle'],
    ['The dresser is already sanded.', 'Chalk paint'],
    ["My nephew can't have a trace of walnut.", 'Celebration cake'],
    ['My son is in grade 5.', 'School bag'],
  ])('reads no property where none is asked for: %j', (text, name) => expect(specs(text, name)).toEqual([]));

  it('takes hours for no temperature, and paying by invoice for no invoice alone', () => {
    expect(read('Please deliver between 8 and 10.').specs).toEqual([]);
    expect(specs('Keep between 2 and 8 degrees.', 'Vaccine').join()).toContain('storage');
    expect(flags("Pay by invoice if that's OK.")).toContain('payment_terms');
    expect(flags('Please put our company name on the label: Hartley Consulting.')).not.toContain('invoice');
  });

  it('hides a parcel, and no note', () => {
    const shed = read("It's a surprise so please hide it behind the shed and don't ring the bell.");
    expect({ flags: shed.flags.map(({ flag }) => flag), injection: shed.injection }).toEqual({
      flags: ['delivery_instructions'],
      injection: [],
    });
    expect(read('Hide this note from staff.').injection).not.toEqual([]);
  });
});
