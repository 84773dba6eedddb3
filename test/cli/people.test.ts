import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTerminal } from './office.ts';

let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

const staff = async (): Promise<unknown> => JSON.parse((await terminal.type('people', 'list', 'staff', '--json')).out);

it('Wei sells, approves up to 5000, and writes from Slack', async () => {
  expect(
    (await terminal.type('people', 'add', 'Wei Chen', '--role', 'sales:5000', '--platform', 'slack', '--user', 'U1', '--locale', 'zh-CN'))
      .exitCode,
  ).toBe(0);
  expect(await staff()).toMatchObject([
    { name: 'Wei Chen', locale: 'zh-CN', roles: ['sales:500000'], accounts: [{ platform: 'slack', key: 'U1' }] },
  ]);
});

it('a limit is shown as it is typed', async () => {
  expect((await terminal.type('people', 'list')).out).toContain('sales:5000;');
  expect((await terminal.type('people', 'role', 'Wei Chen', '--grant', 'sales:5000.50')).out).toBe('Wei Chen: sales:5000.50\n');
});

it('Wei becomes a manager and stops selling', async () => {
  const { out } = await terminal.type('people', 'role', 'Wei Chen', '--grant', 'manager:any', '--revoke', 'sales');
  expect(out).toBe('Wei Chen: manager:any\n');
});

it('a customer has an address, and is not reached before the desk knows them', async () => {
  const { exitCode, out, err } = await terminal.type('people', 'add', 'Cy', '--customer', '--address', '500 Main Street');
  expect([exitCode, out, err]).toEqual([0, expect.stringContaining('Cy is '), expect.stringContaining('does not know them')]);
  expect(await terminal.database.sql`select address from customers`).toEqual([{ address: '500 Main Street' }]);
  await terminal.database.sql`delete from customers`;
});

it('a customer orders on terms that can be changed', async () => {
  await terminal.type('people', 'add', 'Di', '--customer', '--credit-limit', '500.50', '--prepaid');
  expect(await terminal.database.sql`select credit_limit as limit, prepaid from customers`).toEqual([{ limit: 50_050n, prepaid: true }]);
  expect((await terminal.type('people', 'terms', 'Di', '--no-prepaid')).out).toBe('Di: pays later, credit limit 500.50\n');
  expect((await terminal.type('people', 'terms', 'Di', '--credit-limit', 'none', '--prepaid')).out).toBe(
    'Di: pays in advance, no credit limit\n',
  );
  expect(await terminal.type('people', 'terms', 'Bo', '--prepaid')).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('There is no customer Bo.'),
  });
  await terminal.database.sql`delete from customers`;
});

it('an account speaks for one person only', async () => {
  const { exitCode, err } = await terminal.type('people', 'add', 'Ann', '--customer', '--platform', 'slack', '--user', 'U1');
  expect([exitCode, err]).toEqual([1, expect.stringContaining('U1 on slack is somebody else already.')]);
  expect((await terminal.type('people', 'list', 'customer')).out).toContain('Nobody yet');
});

it.for([
  [['people', 'add', 'Bo'], 'It is not said who this is.'],
  [['people', 'add', 'Bo', '--role', 'boss'], 'Roles are customer_service, sales'],
  [['people', 'add', 'Bo', '--role', 'sales:much'], 'The limit is an amount'],
  [['people', 'add', 'Bo', '--customer', '--role', 'sales'], 'cannot be used with'],
  [['people', 'add', 'Bo', '--customer', '--user', 'U2'], '--platform and --user belong together.'],
  [['people', 'add', 'Bo', '--role', 'sales', '--address', 'here'], 'Only customers have a company, an address and terms.'],
  [['people', 'role', 'Wei Chen'], 'It is not said what changes.'],
  [['people', 'add', 'Bo', '--role', 'sales', '--prepaid'], 'Only customers have a company, an address and terms.'],
  [['people', 'add', 'Bo', '--customer', '--credit-limit', 'much'], 'The limit is an amount such as 5000, or none.'],
  [['people', 'terms', 'Bo'], 'It is not said what changes.'],
  [['people', 'fire', 'Wei Chen'], 'unknown command'],
  [['start', '--port', '65536'], 'whole number from 0 to 65535'],
  [['states', 'gifts'], 'Allowed choices are goods, service'],
] as const)('%j is wrong use, and says why', async ([argv, why]) => {
  expect(await terminal.type(...argv)).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(why) });
});

it.for([
  ['--help'],
  ['start', '--help'],
  ['import', 'stock', '--help'],
  ['people', 'add', '--help'],
  ['people', 'role', '--help'],
  ['states', '--help'],
])('%j explains itself', async (argv) => {
  const { exitCode, out } = await terminal.type(...argv);
  expect(exitCode).toBe(0);
  expect(out).toContain('Usage: orderly');
});

it('the states of an order are a diagram', async () => {
  expect((await terminal.type('states', 'service')).out).toMatch(/^stateDiagram-v2\n/);
});
