import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const dayOf = (text: string): string | null =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [{ sku: 'A', names: ['Apron'], quantity: 10 }],
  }).deadline?.date?.toString() ?? null;

describe('which day of an English note is the one the goods are for', () => {
  it.each([
    ['New crew starts next Thursday and they should have aprons on by then.', '2026-12-03'],
    ['The service is 8 December and the cadets sell these, so we would want them by then.', '2026-12-08'],
    ['We are hoping to receive until 15.12. because our customer is nervous.', '2026-12-15'],
    ['Up on the wall within ten business days from today or our insurer walks.', '2026-12-09'],
    ['The foreman wants these first thing Monday.', '2026-11-30'],
    ['We open again on 4 January and would need them by 1 January.', '2027-01-01'],
    ["We're closing on the 15th of January, please have it here by then.", '2027-01-15'],
    ['Not a day after the 9th, mind.', '2026-12-09'],
    ['Cancel this if it cannot be here by 3 December.', '2026-12-03'],
  ])('%j: %j', (text, day) => expect(dayOf(text)).toBe(day));

  it.each([
    "I'll be at my sister's until the 14th so don't send it before then.",
    'We close for Christmas on the 18th and reopen on January 4.',
    'Nothing before December 14, or the squirrels get the lot.',
    'Each one needs its own little tag: Happy New Year from room 12.',
    'My wages land on the 30th. Could the bill sit in your drawer till then?',
    'People still bring them up at Christmas.',
    'The paint on the last batch was flaking within a week.',
  ])('none in %j', (text) => expect(dayOf(text)).toBeNull());
});
