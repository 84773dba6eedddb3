import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-03-02'),
    timeZone: 'America/Chicago',
    lines: [{ sku: 'GAD', names: ['Gadget'], quantity: 4 }],
  });
const unread = (text: string): string[] => read(text).unread.map((span) => span.text);
const flags = (text: string) => read(text).flags.map(({ flag }) => flag);

describe('what customers tell beside what they ask', () => {
  it.each([
    "Press is down and we're losing money every hour, please rush these out overnight.",
    'Basement is filling up as I type. Fastest shipping you have please.',
    "Ours died in the middle of Saturday service and we've been washing by hand ever since, so please hurry.",
    'Excavator is sat in a field doing nothing and the hire costs me 400 a day. Rush it please.',
    'The storm took half the roof. Please be as quick as you can.',
    "No particular hurry, the garden won't be finished until summer anyway.",
    'Please leave it by the side gate, the driver will see the blue wheelie bin.',
    'No prices in the box please, my sister would be mortified.',
    'My in-laws are staying for a month. Please make it quick.',
    'It never stops raining here. Leave it with the concierge.',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));

  it.each([
    ["I'm sure this one will turn up in a surprise size, always such fun. Please hurry.", 'always such fun'],
    ['My mother can only read Chinese. Please hurry.', 'My mother can only read Chinese'],
    ['A neighbour has given me a trayful. No rush.', 'A neighbour has given me a trayful'],
    ['She has grown into a 5. Please hurry.', 'She has grown into a 5'],
    ['There will be no wedding. No rush.', 'There will be no wedding'],
    ['Our burner takes 10 inches. Please hurry.', 'Our burner takes 10 inches'],
    ['Please leave it on the porch. We are out until six.', 'We are out until six'],
  ])('%j does not lose %j', (text, lost) => {
    const { needsHuman, unread: left, flags: raised } = read(text);
    expect(needsHuman || left.some((span) => span.text.includes(lost)) || raised.some(({ flag }) => flag === 'delivery_window')).toBe(true);
  });
});

describe('words of a tale that are no wish', () => {
  it.each<[string, string[]]>([
    ['Our handyman will put them together.', []],
    ["We don't need help putting them together.", []],
    ['Nobody needs to come and build it.', []],
    ['Put them together in one box please.', ['installation', 'partial_forbidden']],
    ["If you can't send them all at once, half now and half later is fine with us.", ['partial_allowed']],
    ['For our caretaker, who has been late every single day for thirty years.', []],
    ["The inspector wasn't happy about ours.", []],
    ["We weren't happy about the last delivery.", ['complaint']],
    ['We hold our fair in May.', []],
    ['Please hold my order.', ['hold']],
    ['We sold our old one before checking how long a new one takes.', []],
    ['How long does a new one take', ['question']],
    ["We've moved twice this year and lost the fittings both times.", []],
    ['The invoice has to go to the district office, attn Marla Benson.', ['invoice']],
    ['For my dad, who reads until three in the morning.', []],
    ["I'm away until the 20th so please don't deliver before then.", ['delivery_window']],
  ])('%j: %j', (text, wanted) => expect(flags(text).toSorted()).toEqual(wanted.toSorted()));

  it.each<[string, string | null]>([
    ['We reopen April 2 so there is loads of time, no rush.', null],
    ["I'm away until the 20th so please don't deliver before then.", null],
    ['The gym closes for works on the 9th and opens again on the 23rd.', null],
    ['It has to be invoiced and delivered by March 31.', '2026-03-31'],
    ['The board meets on Tuesday the 10th at 9 am.', '2026-03-10'],
    ['Needed by Friday 13th please.', '2026-03-13'],
  ])('%j: by %j', (text, day) => expect(read(text).deadline?.date ?? null).toBe(day));

  it('takes what is used up each day for no hurry, and an article for no ampere', () => {
    expect(read('We get through a bag a day here.').urgent).toBeNull();
    expect(read('The hire costs me 400 a day.').specs).toEqual([]);
    expect(read('Leave it with the super in 1A.').specs).toEqual([]);
    expect(read('With a 16 A plug please.').specs.map(({ unit }) => unit)).toContain('A');
  });
});

describe('what may be missing, before the words that say what to do then', () => {
  it.each([
    "If you're out of the ones in the picture, anything similar will do.",
    'Should you be out of the green, any colour will do.',
    'If the large ones are sold out, please send no substitutes.',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));
});

describe('people who are told of', () => {
  it.each<[string, string[]]>([
    ['The bridesmaids keep changing their minds.', []],
    ["We've been broken into twice this winter.", []],
    ['The old cutter packed up halfway through a job.', []],
    ['The landlord finally agreed to pay half.', []],
    ['We do weddings most weekends.', []],
    ['My wife is very unhappy with your service.', ['complaint']],
    ['I am very disappointed.', ['complaint']],
    ['Send one now and the second when you like.', ['partial_allowed']],
    ['Whatever is cheapest to ship.', ['delivery_instructions']],
    ["Can it be left with the warden if we don't answer?", ['delivery_instructions']],
    ["If the driver can't find the house tell him to look for the green door.", ['delivery_instructions']],
    ['Same brand only please, no compatibles.', ['substitution_forbidden']],
    ['Nobody will be around Saturday or Sunday.', ['delivery_window']],
  ])('%j: %j', (text, wanted) => expect(flags(text).toSorted()).toEqual(wanted));

  it('reads what somebody writes by hand, or a storm that is forecast, for no wish', () => {
    expect(read('I still write all my letters by hand.').specs).toEqual([]);
    expect(read('First snow is forecast for Friday, no rush.').deadline).toBeNull();
    expect(read('Please write Ada on the side.').specs.length).toBeGreaterThan(0);
  });

  it.each([
    'Hooray, we moved in! No rush.',
    'My husband thinks he is getting socks, poor thing. Please hurry.',
    'We bake about forty a day. Please hurry.',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));
});
