import { expect, it } from 'vitest';
import { withAnswer, withSecond } from '#core/notes/model/merge.ts';
import { verify } from '#core/notes/model/verify/verify.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { aNote, anAnswer } from '../answers.ts';
import { judged, rulesOf } from './judged.ts';

it('a day before the order that a colleague confirms is for a person, and so are words of which code could make nothing', () => {
  const note = aNote("These are for our class reunion, 3 June 2026. Use the side door. I'm on 917 555 01", {
    timeZone: 'America/New_York',
  });
  const rules = rulesOf(note);
  const items = judged(note, {
    deadline: { quote: '3 June 2026', iso_guess: null, time_guess: null, strict: false },
    phone_quote: '917 555 01',
    flags: [{ flag: 'contact', quote: "I'm on 917 555 01" }],
  });
  const both = withSecond({ ...rules, deadline: null, humanReasons: [] }, { model: 'any', prompt: 'note-3', degraded: null, items });
  const suggested = items.filter(({ status }) => status === 'suggested');
  const taken = suggested.reduce((reading, { id }) => withAnswer(reading, id, { right: true, by: 'Lin' }), both);
  expect(taken.deadline).toMatchObject({ date: '2026-06-03' });
  expect(taken.humanReasons).toContain('past_date');
  expect(taken.unread.map(({ text }) => text)).toEqual(rules.unread.filter(({ text }) => text.includes('917')).map(({ text }) => text));
  expect(taken.unread).not.toEqual([]);
});

it('a count or an address that a colleague confirms is a change, of the line they confirmed it for', () => {
  const note = aNote('Make that a dozen moccasins. Take it to Hafenweg 31, 13599 Spandau', {
    lines: [{ sku: 'SL', names: ['Slippers'], quantity: 10, chosen: [] }],
    timeZone: 'Europe/Berlin',
  });
  const rules = rulesOf(note);
  expect(rules).toMatchObject({ quantityChanges: [{ sku: null, to: 12 }], humanReasons: expect.arrayContaining(['unknown_product']) });
  const items = judged(note, {
    quantity_changes: [{ line: 0, to: 12, delta: null, quote: 'Make that a dozen moccasins' }],
    address_quote: 'Hafenweg 31, 13599 Spandau',
  });
  const open = items.filter(({ status }) => status === 'suggested');
  const both = withSecond(rules, { model: 'any', prompt: 'note-3', degraded: null, items });
  const taken = open.reduce((reading, { id }) => withAnswer(reading, id, { right: true, by: 'Lin' }), both);
  expect(taken.quantityChanges).toMatchObject([{ sku: 'SL', to: 12, source: 'staff' }]);
  expect(taken.flags.map(({ flag }) => flag)).toEqual(expect.arrayContaining(['quantity_change', 'address_change']));
  expect(taken.humanReasons).not.toContain('unknown_product');
});

it('what a colleague confirms needs a person where the same read by the rules would, and leaves no other wish of its clause unseen', () => {
  const note = aNote('My nephew swells up if he so much as smells a peanut and the box shall be blue like his eyes were once');
  const rules = rulesOf(note);
  const items = judged(note, { flags: [{ flag: 'other', quote: 'peanut' }] });
  const both = withSecond(rules, { model: 'any', prompt: 'note-3', degraded: null, items });
  const taken = withAnswer(both, items[0]?.id ?? '', { right: true, by: 'Lin' });
  expect(taken.flags).toMatchObject([{ flag: 'other', source: 'staff', status: 'confirmed' }]);
  expect(taken).toMatchObject({ needsHuman: true, humanReasons: expect.arrayContaining(['other', 'unread_text']), unread: rules.unread });
});

it('a yes to some words of a clause leaves it to be read where the rest of it may ask for something', () => {
  const [whole, part] = ['and the colour of moss at dusk please', 'lined in the warmest brushed one'];
  const note = aNote(`${whole}, ${part}`);
  const unread = [whole, part].map((text) => ({ start: note.text.indexOf(text), end: note.text.indexOf(text) + text.length, text }));
  const rules = { ...rulesOf(note), unread };
  const moss = { line: 0, key: 'color' as const, value: 'moss at dusk', unit: null, quote: 'the colour of moss at dusk' };
  const lining = { line: 0, key: 'material' as const, value: 'warmest', unit: null, quote: 'lined in the warmest' };
  const items = verify(note, rules, anAnswer({ specs: [moss, lining] }), rulesReader);
  expect(items.map(({ status }) => status)).toEqual(['suggested', 'suggested']);
  const both = withSecond(rules, { model: 'any', prompt: 'note-3', degraded: null, items });
  const taken = items.reduce((reading, { id }) => withAnswer(reading, id, { right: true, by: 'Lin' }), both);
  expect(taken.unread.map(({ text }) => text)).toEqual([part]);
});
