import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [{ sku: 'TST', names: ['Toaster'], quantity: 4 }],
  });
const flags = (text: string) => read(text).flags.map(({ flag }) => flag);

describe('words of a flag that say something else where they stand', () => {
  it.each<[string, string[]]>([
    ['Our VAT number NL000099998B57 must be on the invoice.', ['invoice']],
    ['Our contract number RX-90 must be on the invoice.', ['invoice', 'reference']],
    ["Please don't start printing until I have signed it off.", ['hold']],
    ['Card signed off from all of us: Get well.', ['gift_message']],
    ["Grey if it isn't already boxed up.", []],
    ["Grey if you haven't packed it yet.", []],
    ["I'd like it packed well.", ['packaging']],
    ['Please ring the side bell, the front one is broken.', ['delivery_instructions']],
    ['The left one is broken, please replace it.', ['complaint', 'substitution_allowed']],
    ['I set up my account last week.', []],
    ['Please set up the toaster for us.', ['installation']],
    ['We hang it on October 3.', []],
    ['We would like you to hang it.', ['installation']],
    ['Could the driver take the dead toaster away with him?', ['other']],
    ['Could the driver take it upstairs?', ['delivery_instructions']],
    ["I'd like to return it when this one comes, please arrange pickup.", ['other']],
    ['Please arrange pickup from your shop.', ['delivery_instructions']],
    ['Bring it to my sister instead: 14 Larkspur Lane, Bramfield, BR7 9ZZ.', ['address_change']],
    ['Deliver to reception instead.', ['delivery_instructions']],
    ['It has to come by then.', []],
    ['Any day but Wednesday.', ['delivery_window']],
    ['Last time I asked for gift wrap and it was lovely.', []],
    ['Last time I asked for gift wrap, the same again please.', ['packaging']],
    ["Please make sure the box isn't marked with what's inside.", []],
    ["I'll come by on Friday to collect it.", ['delivery_instructions']],
    ['Please take away the old one if your driver can.', ['other']],
    ['Keep the price slip out please.', ['packaging']],
    ["I've still got plenty.", []],
    ["I've still got no toaster.", ['complaint']],
    ['Do the covers come off for washing?', ['question']],
    ['The handle has come off.', ['complaint']],
    ['Let me know ASAP if that is a problem.', []],
    ['Let me know ASAP if it is in stock.', ['question']],
    ['Certificates of calibration must come with them.', ['other']],
    ['Could we pay half now and the rest next month?', ['payment_terms']],
    ['Could you send half now and the rest next month?', ['partial_allowed']],
    ['What is the return policy?', ['question']],
    ['The pair I bought in spring buzz all night.', ['complaint']],
    ['Buzz twice please.', ['delivery_instructions']],
    ['Please get them to us by 10 December and invoice Harlow LLP.', ['invoice']],
    ['Could you go a little easier on the price?', ['discount_request']],
  ])('%j: %j', (text, wanted) => expect(flags(text).toSorted()).toEqual(wanted));

  it.each<[string, string | undefined, boolean | undefined]>([
    ['Please get them to us by 10 December and invoice Harlow LLP.', '2026-12-10', false],
    ['Please invoice us by 10 December.', undefined, undefined],
    ['Any day but Wednesday.', undefined, undefined],
    ['Tomorrow by 5pm if possible.', '2026-11-26', false],
    ["Need it within 48 hours. If you can't make that, cancel it.", '2026-11-27', true],
    ['The contractor fines us £300 for every day we run past 18 December.', '2026-12-18', true],
  ])('%j: due %j, hard %j', (text, date, strict) => {
    const { deadline } = read(text);
    expect([deadline?.date, deadline?.strict]).toEqual([date, strict]);
  });

  it.each<[string, boolean | undefined]>([
    ['We need these early next month.', undefined],
    ['We need these early.', true],
    ['No rush, the kitchen has only been without one since June.', true],
    ['No rush, we have only just ordered.', false],
  ])('%j: urgent %j', (text, urgent) => expect(read(text).urgent?.value).toBe(urgent));

  it.each<[string, string]>([
    ['For delivery contact Tom Miller, 07700 900123.', 'contact Tom Miller'],
    ['The site contact is Ann Lee.', 'contact is Ann Lee'],
    ['Contact: Tom Miller', 'Contact: Tom Miller'],
    ['Ask for Dr Ng at the desk.', 'Ask for Dr Ng'],
    ['Third floor, the lift is broken.', 'lift is broken'],
    ['Any day but Wednesday.', 'Any day but Wednesday'],
  ])('%j: %j is the evidence', (text, words) => {
    const { flags, unread } = read(text);
    expect(flags.flatMap(({ evidence, also = [] }) => [evidence.text, ...also.map((span) => span.text)])).toContain(words);
    expect(unread).toEqual([]);
  });

  it.each([
    ['Can you send it to the site in Spandau instead: Hafenweg 31, 13599 Spandau?', 'Hafenweg 31, 13599 Spandau'],
    ['Send it to our new studio instead, 5 Mill Road, Hexton, HX1 4AB.', '5 Mill Road, Hexton, HX1 4AB'],
  ])('%j: the address is %j', (text, address) => expect(read(text).address?.value).toBe(address));
});
