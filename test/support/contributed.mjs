// Run inside the copy, after the examples: shows what each of them added, on a desk of its own. Plain JavaScript, since here it would not compile.
import { renderers } from '#adapters/index.ts';
import { buttonsOf, openOffice } from '#test/support/desk.ts';

const office = await openOffice();
const { sql } = office.database;
const newest = async () => {
  const [row] = await sql`select id, number, kind, state from orders order by id desc limit 1`;
  return row;
};
const on = { platform: 'matrix' };

// a platform
await office.say('ann', '3 desk lamps', on);
const draft = await office.last('ann', on);
const { payload } = renderers.matrix(draft.card);
const pressed = await office.press('ann', 'confirm', on);

// an action
const { number } = await newest();
await office.say('omar', `/remark ${number} the customer collects it`);
await office.say('omar', `/order ${number}`);
const history = (await office.last('omar')).text;
const [event] = await sql`select kind from events order by id desc limit 1`;

// an order kind
await sql`update products set kind = 'rental' where sku = 'CH-STOOL'`;
await sql`update business set catalogue_version = catalogue_version + 1`;
await office.say('raj', '2 bar stools');
await office.press('raj', 'confirm');
const rental = await newest();
const mayReorder = buttonsOf(await office.last('raj')).some(({ action }) => action === 'reorder');

// a check
await sql`update customers set address = 'P.O. Box 12, Shanghai' where name like 'Ann%'`;
await office.say('ann', '5 clip lamps');
await office.press('ann', 'confirm');
const boxed = await newest();
const reason = (await office.last('ann')).text;

// a touch
for (const command of [`/prepare ${number}`, `/ship ${number} SF`, `/deliver ${number}`]) await office.say('omar', command);
await office.jump({ hours: 14 * 24 + 1 });
const touched = (await office.sees('ann', on)).concat(await office.sees('ann')).map(({ text }) => text);

// a language
await sql`update customers set locale = 'de' where name like 'Raj%'`;
await office.say('raj', '/cancel');
await office.say('raj', 'Ich möchte bitte 2 desk lamps');
const german = await office.last('raj');

console.log(
  JSON.stringify({
    platform: { payload, pressed },
    action: { history, event: event.kind },
    orderKind: { kind: rental.kind, state: rental.state, mayReorder },
    check: { state: boxed.state, reason },
    touch: { twoWeeksOn: touched.find((text) => text.includes('Two weeks')) ?? touched.slice(-3).join('\n') },
    language: {
      button: buttonsOf(german).find(({ action }) => action === 'confirm')?.label,
      product: /Desk lamp/.exec(german.text)?.[0] ?? german.text,
    },
  }),
);
await office.close();
// an emptied database is kept for the next test, and there is none here
process.exit();
