import { armOf } from '#core/care/win-back/holdout.decide.ts';
import { addCustomer } from '#core/people/customer.store.ts';
import { addStaff, grantRole, linkAccounts, type NewAccount } from '#core/people/people.store.ts';
import { foundBusiness, putDeskConversation } from '#core/people/setup.store.ts';
import { platforms } from '#core/messages/incoming.ts';
import type { Locale } from '#core/text/locale.ts';
import type { Product } from '#core/stock/catalogue.ts';
import { putPrices, putProducts, raiseCatalogueVersion } from '#core/stock/catalogue.store.ts';
import { setStock } from '#core/stock/intake.act.ts';
import { putIncomingStock, putLocation } from '#core/stock/location.store.ts';
import type { Turn } from '#core/turn.ts';
import businessJson from './business.json' with { type: 'json' };
import peopleJson from './people.json' with { type: 'json' };
import pricesJson from './prices.json' with { type: 'json' };
import productsJson from './products.json' with { type: 'json' };
import stockJson from './stock.json' with { type: 'json' };
import { businessFile, peopleFile, pricesFile, stockFile } from './schema.ts';

/** The account name under which every demo person is known on each platform. */
export const demoAccount = 'playground';

/** Writes the demo business with its people, catalogue and stock; false where a business stands already. Its channels, and staff who read everything, speak `locale`. */
export async function loadDemo(turn: Turn, locale?: Locale): Promise<boolean> {
  const business = businessFile.parse(businessJson);
  const { intervals, holidays, ...about } = business;
  const calendar = { intervals, holidays: new Map(holidays.map(({ day, name }) => [day, name])) };
  if (!(await foundBusiness(turn.tx, { ...about, locale: locale ?? about.locale, origin: 'demo' }, calendar))) return false;
  await loadCatalogue(turn, business.currency);
  await loadStock(turn, business.timeZone);
  await loadPeople(turn, locale);
  return true;
}

async function loadCatalogue({ tx }: Turn, currency: string): Promise<void> {
  await putProducts(tx, productsJson as Product[]); // data.test.ts checks the file
  for (const [list, prices] of Object.entries(pricesFile.parse(pricesJson)))
    await putPrices(
      tx,
      list,
      prices.map(({ sku, unit, floor }) => ({ sku, currency, unit: BigInt(unit), floor: BigInt(floor) })),
    );
  await raiseCatalogueVersion(tx);
}

async function loadStock(turn: Turn, timeZone: string): Promise<void> {
  const { locations, levels, incoming } = stockFile.parse(stockJson);
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const location of locations) await putLocation(turn.tx, location);
  await setStock(
    turn,
    levels.map(({ location, sku, onHand }) => ({ location, sku, quantity: onHand })),
  );
  for (const { location, sku, quantity, inDays } of incoming)
    await putIncomingStock(turn.tx, { location, sku, quantity, due: today.add({ days: inDays }) });
}

async function loadPeople(turn: Turn, begun?: Locale): Promise<void> {
  const { customers, staff, desk } = peopleFile.parse(peopleJson);
  const { tx, now, ids } = turn;
  const accounts: NewAccount[] = [];
  const link = (
    { id, preferred }: { id: string; preferred: string },
    owner: { customerId: string | null; staffId: string | null },
  ): void => {
    for (const platform of platforms)
      accounts.push({ platform, account: demoAccount, key: id, dmKey: `dm:${id}`, preferred: platform === preferred, ...owner });
  };
  for (const person of customers) {
    const customerId = person.shown ? inNoComparison(ids) : ids.uuid();
    await addCustomer(tx, { ...person, id: customerId, prepaid: false, creditLimit: BigInt(person.creditLimit) }, now);
    link(person, { customerId, staffId: null });
  }
  for (const { readsEverything, ...person } of staff) {
    const staffId = ids.uuid();
    await addStaff(tx, { ...person, locale: (readsEverything && begun) || person.locale, id: staffId }, now);
    for (const { role, approvesTo, anything } of person.roles)
      await grantRole(
        tx,
        staffId,
        { role, approvesTo: approvesTo === undefined ? null : BigInt(approvesTo), anything: anything ?? false },
        now,
      );
    link(person, { customerId: null, staffId });
  }
  await linkAccounts(tx, accounts, now);
  for (const conversation of desk) await putDeskConversation(tx, { ...conversation, account: demoAccount });
}

/** Whoever is shown is written to when they have gone quiet: nobody is to look on while nothing happens, for comparison's sake. */
function inNoComparison(ids: Turn['ids']): string {
  for (;;) {
    const id = ids.uuid();
    if (armOf('win_back', id) === 'treated') return id;
  }
}
