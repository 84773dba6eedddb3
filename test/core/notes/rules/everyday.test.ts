import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [
      { sku: 'RG', names: ['Wool rug'], quantity: 2 },
      { sku: 'LM', names: ['Floor lamp'], quantity: 3 },
    ],
  });
const unread = (text: string): string[] => read(text).unread.map((span) => span.text);

describe('a clause that only tells of people and their days', () => {
  it.each([
    'Our whole choir is coming over from Leeds.',
    "We're finally moving into the farmhouse and this will be our first winter in the country.",
    'The twins were born in Porto.',
    'Always a pleasure doing business with you folks.',
    'Same again please.',
    'Our site is a hospital kitchen.',
    'Half the village is invited.',
    'Santa is on his way.',
    'There are nine guests upstairs.',
    'My godson just started kindergarten!',
    'Our rigger has been to Japan and loves the sea.',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));

  it.each([
    'By Friday please, since the painters leave the day before.',
    "No hurry at all, the bar refit isn't until summer.",
    'Need it by 3 December, my brother is only in town that weekend.',
    'Please leave it on the side porch, the front bell is dead.',
    'Leave it with the porter, nobody is ever in before lunch.',
  ])('%j gives the reason for what was read', (text) => expect(unread(text)).toEqual([]));

  it.each([
    'Our office door is locked till ten.',
    'My accountant needs a proper bill.',
    'We settle such things at the close of each quarter.',
    'The lids are slate.',
    'My wife has her heart set on the colour of plums.',
    'One of our regulars swells up at the sight of sesame.',
    'The last lot sagged like old socks.',
    'Your founder and I go back a long way.',
    'The rugs can stay behind.',
    'Somebody has to lay it.',
    'They are too tall.',
  ])('%j may be a wish: it is read as one, or stays unread', (text) =>
    expect([...unread(text), ...read(text).flags.map(({ flag }) => flag)]).not.toEqual([]),
  );

  it.each([
    'Please leave the price slip out of the box.',
    'If those have run out, any similar shade will do.',
    "I don't mind if it comes in dribs and drabs.",
    'Nobody will be around to take it in, so tuck it behind the shed.',
    'If it could get here by 4 December we can use it.',
    "I don't need gift wrap.",
    "I don't want the neighbours to know, plain box please.",
    'We can split the shipment if the rugs come in sooner.',
    'A near cousin of this rug would make me every bit as happy.',
    "There's half a box of everything left on the shelf so take your time with this one.",
    'Our opening is on 9 December, so we would want them by then.',
    'Add a card reading: No rush on being old. Lots of love, Tess',
    'Tilers on site, hurry please.',
  ])('%j holds nothing but its one wish', (text) => expect(unread(text)).toEqual([]));

  it.each([
    'Gift wrap please, and put hay inside the box.',
    'If those have run out, any similar shade will do, with taller legs.',
    'If it could get here by 4 December we can wear it with longer sleeves.',
    'Same again please, but taller.',
    "It's our first order from you and the box leaks.",
    'The chairs are at a school and our caretaker has only a small ladder.',
    'Add a card reading: Happy birthday. The lids go underneath.',
  ])('%j holds one thing more, which stays unread', (text) => expect(unread(text)).not.toEqual([]));
});
