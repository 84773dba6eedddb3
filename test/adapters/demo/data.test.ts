import { describe, expect, test } from 'vitest';
import businessJson from '#adapters/demo/business.json' with { type: 'json' };
import historyJson from '#adapters/demo/history.json' with { type: 'json' };
import peopleJson from '#adapters/demo/people.json' with { type: 'json' };
import pricesJson from '#adapters/demo/prices.json' with { type: 'json' };
import productsJson from '#adapters/demo/products.json' with { type: 'json' };
import stockJson from '#adapters/demo/stock.json' with { type: 'json' };
import { businessFile, historyFile, peopleFile, pricesFile, productsFile, stockFile } from '#adapters/demo/schema.ts';
import { find, indexCatalogue } from '#core/stock/search.ts';
import { namePieces } from '#core/stock/wording.ts';

const business = businessFile.parse(businessJson);
const products = productsFile.parse(productsJson);
const prices = pricesFile.parse(pricesJson);
const stock = stockFile.parse(stockJson);
const people = peopleFile.parse(peopleJson);
const history = historyFile.parse(historyJson);

const skus = products.map(({ sku }) => sku);
const named = ['mei', 'ann', 'raj'];
const twice = <T>(values: T[]): T[] => values.filter((value, at) => values.indexOf(value) !== at);
const customerOf = (id: string) => people.customers.find((customer) => customer.id === id);
const priceOn = (list: string, sku: string) => prices[list]?.find((price) => price.sku === sku)?.unit ?? Number.NaN;
const onHand = (sku: string) => stock.levels.filter((level) => level.sku === sku).reduce((sum, level) => sum + level.onHand, 0);
/** By list price alone, in yuan: options of past orders are not priced. */
const valueOf = ({ customer, lines }: (typeof history)[number]): number =>
  lines.reduce((sum, { sku, quantity }) => sum + quantity * priceOn(customerOf(customer)?.priceList ?? '', sku), 0) / 100;

describe('the demo catalogue', () => {
  const index = indexCatalogue(products);

  test('says of every product how it is used, in every language in its own words', () => {
    for (const { sku, tips } of products) {
      const texts = Object.values(tips ?? {});
      expect(texts.length, sku).toBe(3);
      expect(twice(texts), sku).toEqual([]);
      for (const text of texts) expect(text, sku).toMatch(/[.。]$/);
    }
  });

  test('calls every product by names of its own', () => {
    const spoken = products.flatMap(({ sku, names, aliases }) =>
      [...new Set([...Object.values(names), ...aliases].map((name) => namePieces(name).join('')))].map((name) => ({ name, sku })),
    );
    expect(twice(skus)).toEqual([]);
    expect(twice(spoken.map(({ name }) => name))).toEqual([]);
  });

  test('has options, extra costs and substitutes that exist', () => {
    for (const { sku, options, customCosts, substitutes } of products) {
      expect(twice(options.map(({ key }) => key)), sku).toEqual([]);
      for (const { choices, range } of options) {
        expect(twice((choices ?? []).map(({ value }) => value)), sku).toEqual([]);
        if (range) expect(range.min, sku).toBeLessThan(range.max);
      }
      for (const { key, value } of customCosts) {
        const option = options.find((known) => known.key === key);
        expect(option, `${sku} ${key}`).toBeDefined();
        if (value !== undefined)
          expect(
            option?.choices?.map((choice) => choice.value),
            sku,
          ).toContain(value);
      }
      for (const other of substitutes)
        expect(
          skus.filter((known) => known !== sku),
          sku,
        ).toContain(other);
    }
  });

  test.each(['desk lamp', 'desk lamps', '台灯', '檯燈', 'ergonomic chair', '人体工学椅', '人體工學椅', 'standing desk', '升降桌'])(
    'is certain what "%s" means',
    (words) => {
      expect(find(index, words).kind).toBe('exact');
    },
  );

  test.each(['chair', 'chairs', '椅子', 'desk', '桌子', 'monitor', '螢幕'])('asks which "%s" is meant', (words) => {
    expect(find(index, words).kind).toBe('doubtful');
  });
});

describe('the demo calendar', () => {
  test('knows the public holidays of three years, each day once', () => {
    const days = business.holidays.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const year of ['2026', '2027', '2028']) {
      const names = new Set(business.holidays.filter(({ day }) => day.startsWith(year)).flatMap(({ name }) => name.split('、')));
      expect([...names].toSorted(), year).toEqual(['中秋节', '元旦', '劳动节', '国庆节', '春节', '清明节', '端午节'].toSorted());
    }
  });
});

describe('the demo prices', () => {
  test('cover every product once on every list, never below the floor', () => {
    for (const [list, rows] of Object.entries(prices)) {
      expect(rows.map(({ sku }) => sku).toSorted(), list).toEqual(skus.toSorted());
      for (const { sku, unit, floor } of rows) expect(floor, `${list} ${sku}`).toBeLessThanOrEqual(unit);
    }
  });

  test('are lower for core customers', () => {
    for (const sku of skus) expect(priceOn('core', sku), sku).toBeLessThan(priceOn('standard', sku));
  });
});

describe('the demo stock', () => {
  test('lies in known places and consists of goods', () => {
    const places = stock.locations.map(({ code }) => code);
    const goods = products.filter(({ kind }) => kind === 'goods').map(({ sku }) => sku);
    expect(twice(stock.levels.map(({ location, sku }) => `${location} ${sku}`))).toEqual([]);
    for (const { location, sku } of [...stock.levels, ...stock.incoming]) {
      expect(places).toContain(location);
      expect(goods).toContain(sku);
    }
  });

  test('has plenty of chairs and lamps, a few desks, and something that runs out', () => {
    expect(onHand('CH-ERGO')).toBeGreaterThan(20);
    expect(onHand('LT-DESK')).toBeGreaterThan(20);
    expect(stock.levels.find(({ location, sku }) => location === 'PUDONG' && sku === 'DK-STAND')?.onHand).toBeGreaterThanOrEqual(5);
    expect(stock.levels.some(({ onHand: left }) => left <= 2)).toBe(true);
    expect(stock.incoming.length).toBeGreaterThan(0);
  });
});

describe('the demo people', () => {
  test('have ids of their own and price lists that exist', () => {
    expect(twice([...people.customers, ...people.staff].map(({ id }) => id))).toEqual([]);
    for (const { id, priceList } of people.customers) expect(Object.keys(prices), id).toContain(priceList);
  });

  test('show five customers, two of whom have gone quiet, and an address we deliver to for everybody', () => {
    const quiet = ['vera', 'yu'];
    expect(people.customers.filter(({ shown }) => shown).map(({ id }) => id)).toEqual([...named, ...quiet]);
    expect(history.filter(({ customer }) => quiet.includes(customer)).map(({ daysAgo }) => daysAgo > 120)).toEqual([true, true]);
    for (const { id, address } of people.customers)
      expect(
        business.servedZones.some((zone) => address.includes(zone)),
        id,
      ).toBe(true);
  });

  test('decide as far as their roles reach', () => {
    const grants = Object.fromEntries(
      people.staff.map(({ id, roles }) => [
        id,
        roles.map(({ role, approvesTo, anything }) => `${role} ${anything ? 'anything' : (approvesTo ?? 0)}`),
      ]),
    );
    expect(grants).toEqual({
      lin: ['customer_service 2000000'],
      bob: ['sales 10000000'],
      sofia: ['legal 0'],
      omar: ['warehouse 0'],
      grace: ['manager anything'],
    });
    expect(new Set(people.desk.map(({ purpose }) => purpose)).size).toBe(5);
  });
});

describe('the demo history', () => {
  test('was ordered by known people from the catalogue, in working hours', () => {
    for (const { customer, hour, lines } of history) {
      expect(customerOf(customer), customer).toBeDefined();
      for (const { sku } of lines) expect(skus).toContain(sku);
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(18);
    }
  });

  test('has a P95 that the orders of the tour stay below', () => {
    const values = history.map(valueOf).toSorted((one, other) => one - other);
    const at = 0.95 * (values.length - 1);
    const below = values[Math.floor(at)] ?? 0;
    const p95 = below + (at % 1) * ((values[Math.ceil(at)] ?? 0) - below);
    const chairs = 2 * priceOn('standard', 'CH-ERGO');
    const lampsAndDesks = 12 * priceOn('standard', 'LT-DESK') + 3 * (priceOn('standard', 'DK-STAND') + 6000) + 10_000;
    expect(chairs).toBe(316_000);
    expect(Math.max(chairs, lampsAndDesks) / 100).toBeLessThan(p95);
    expect(p95).toBeGreaterThan(20_000);
    expect(p95).toBeLessThan(40_000);
  });

  test.each(named)('leaves %s well below the credit limit', (id) => {
    const open = history.filter(({ customer, paid, path }) => customer === id && !paid && path !== 'cancelled' && path !== 'rejected');
    expect(open.reduce((sum, order) => sum + valueOf(order), 0)).toBeLessThan((customerOf(id)?.creditLimit ?? 0) / 100 / 4);
  });

  test('knows what Mei and Ann usually order, and has something on its way for each', () => {
    const ordered = (id: string, sku: string) =>
      history
        .filter(({ customer }) => customer === id)
        .flatMap(({ lines }) => lines.filter((line) => line.sku === sku).map(({ quantity }) => quantity));
    const paths = (id: string) => history.filter(({ customer }) => customer === id).map(({ path }) => path);
    expect(ordered('mei', 'CH-ERGO').length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...ordered('mei', 'CH-ERGO'))).toBeLessThanOrEqual(4);
    expect(ordered('ann', 'LT-DESK')).toEqual([6, 10]);
    expect(paths('mei')).toContain('in_transit');
    expect(paths('ann')).toContain('in_transit');
    expect(paths('raj')).toContain('preparing');
  });
});
