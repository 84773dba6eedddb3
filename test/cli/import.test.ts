import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBusiness } from '#core/people/business.store.ts';
import { readPrices, readProducts } from '#core/stock/catalogue.store.ts';
import { readStock } from '#core/stock/stock.store.ts';
import { openTerminal } from './office.ts';

let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  terminal = await openTerminal();
  terminal.write('products.csv', 'sku,name_en,price,kind\nMUG-1,Mug,12.50,goods\nFIT-1,Fitting,80,service\nBAD 1,Bad,1,goods\n');
  terminal.write(
    'stock.csv',
    'location,sku,on_hand,incoming,incoming_due\nBerlin,MUG-1,20,5,2026-12-01\nBerlin,MUG-1,,7,2026-12-08\nBerlin,FIT-1,3,,\nBerlin,MUG-1,21,,\nBerlin,NONE,,4,2026-12-01\n',
  );
});
afterAll(() => terminal.close());

const report = async (...argv: string[]): Promise<unknown> => JSON.parse((await terminal.type(...argv, '--json')).out);

it('a dry run reports what would happen and writes nothing, not even a business', async () => {
  const { exitCode, out } = await terminal.type('import', 'products', 'products.csv', '--dry-run');
  expect([exitCode, out]).toEqual([0, expect.stringContaining('3 rows read: 2 would be taken, 0 unchanged, 1 refused.')]);
  expect(await readProducts(terminal.database.sql)).toEqual([]);
  expect(await findBusiness(terminal.database.sql)).toBeNull();
});

it('products are on sale afterwards, and every process is told that its index is old', async () => {
  expect(await report('import', 'products', 'products.csv')).toMatchObject({ read: 3, taken: 2, unchanged: 0, refused: [{ row: 4 }] });
  expect((await readProducts(terminal.database.sql)).map(({ sku }) => sku)).toEqual(['FIT-1', 'MUG-1']);
  expect((await readPrices(terminal.database.sql, 'standard', 'EUR', ['MUG-1'])).get('MUG-1')?.unit).toBe(1250n);
  expect(await findBusiness(terminal.database.sql)).toMatchObject({ origin: 'own', timeZone: 'Europe/Berlin', catalogueVersion: 2n });
});

it('taking the same list over again changes nothing', async () => {
  expect(await report('import', 'products', 'products.csv')).toMatchObject({ taken: 0, unchanged: 2 });
  expect((await findBusiness(terminal.database.sql))?.catalogueVersion).toBe(2n);
});

it('a stock list counts shelves, announces deliveries and says which rows it could not take', async () => {
  expect(await report('import', 'stock', 'stock.csv')).toMatchObject({
    read: 5,
    taken: 2,
    opened: ['Berlin'],
    refused: [
      { row: 4, reason: 'FIT-1 is no product that lies in stock: import the products first' },
      { row: 5, reason: 'MUG-1 at Berlin is counted in an earlier row' },
      { row: 6, reason: 'NONE is no product that lies in stock: import the products first' },
    ],
  });
  const [shelf] = await readStock(terminal.database.sql, ['MUG-1']);
  expect(shelf).toMatchObject({ location: 'Berlin', free: 20, incoming: expect.toSatisfy((incoming: unknown[]) => incoming.length === 2) });
  expect(await report('import', 'stock', 'stock.csv')).toMatchObject({ taken: 0, unchanged: 2, opened: [] });
});

it.for(['products', 'stock', 'customers'])('the file of %s that --help shows is one that can be taken over', async (list) => {
  const { out } = await terminal.type('import', list, '--help');
  const [, file = ''] = /^A file of .*:\n((?: {2}.*\n)+)/m.exec(out) ?? [];
  terminal.write('shown.csv', file.replaceAll(/^ {2}/gm, ''));
  const { read, taken } = (await report('import', list, 'shown.csv')) as { read: number; taken: number }; // the report has these
  expect(read).toBeGreaterThan(1);
  expect(taken).toBe(read);
});

it('a list without a single good row fails, and still reports', async () => {
  terminal.write('bad.csv', 'sku,price\n?,1\n');
  const { exitCode, out, err } = await terminal.type('import', 'products', 'bad.csv', '--json');
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ read: 1, taken: 0 });
  expect(err).toContain('No row could be taken.');
});

it('a file that is not there is named', async () => {
  expect(await terminal.type('import', 'products', 'nowhere.csv')).toMatchObject({
    exitCode: 1,
    out: '',
    err: expect.stringContaining('nowhere.csv cannot be read'),
  });
});
