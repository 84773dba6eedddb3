import { afterAll, expect, it } from 'vitest';
import { openTerminal } from './office.ts';

const terminal = await openTerminal();
afterAll(() => terminal.close());

it('says that there is no business rather than founding one', async () => {
  expect(await terminal.type('digest')).toMatchObject({
    exitCode: 1,
    out: '',
    err: expect.stringContaining('There is no business here yet.'),
  });
  expect((await terminal.database.sql`select from business`).count).toBe(0);
});

it('tells of yesterday in the language and zone of the business', async () => {
  await terminal.type('people', 'add', 'Wei Chen', '--role', 'manager:any');
  expect((await terminal.type('digest')).out).toBe(
    'Daily digest · Tue, Nov 24, 2026\nOur business · the whole day (Europe/Berlin)\n' +
      'A quiet day: no order came in, nothing went wrong, and nothing is waiting.\n',
  );
  expect((await terminal.type('digest', '--date', 'today', '--locale', 'zh-TW')).out).toBe(
    '訂單日報 · 2026年11月25日週三\n本店 · 截至 11月25日週三 05:00（Europe/Berlin）\n這一天很平靜：沒有新訂單，沒有問題，也沒有待辦。\n',
  );
});

it('prints one JSON value, with the day as it begins and ends there', async () => {
  const { out } = await terminal.type('digest', '--date', '2026-10-25', '--json');
  const last = Temporal.PlainDate.from('2026-10-25');
  const days = Array.from({ length: 14 }, (_, at) => ({ date: last.subtract({ days: 13 - at }).toString(), n: 0 }));
  expect(JSON.parse(out)).toEqual({
    date: '2026-10-25',
    timeZone: 'Europe/Berlin',
    from: '2026-10-24T22:00:00Z',
    to: '2026-10-25T23:00:00Z',
    at: '2026-11-25T04:00:00Z',
    figures: [
      { name: 'orders', of: 'day', n: 0, trend: days },
      { name: 'value', of: 'day', n: 0, parts: [], lost: [] },
      { name: 'exceptions', of: 'day', n: 0, parts: [] },
      { name: 'satisfaction', of: 'day', n: 0, parts: [], share: null, mean: null },
      { name: 'touches', of: 'day', n: 0, parts: [] },
      { name: 'withheld', of: 'day', n: 0, parts: [] },
      { name: 'undelivered', of: 'day', n: 0, parts: [] },
      {
        name: 'reading',
        of: 'day',
        n: 0,
        read: 0,
        parts: [],
        calls: [],
        accuracy: [],
        calibrationError: null,
        corrected: { notes: 0, n: 0, fields: [] },
        meant: { n: 0, rules: 0, asked: 0, model: 0 },
      },
      { name: 'backlog', of: 'now', n: 0, parts: [], oldest: [] },
      { name: 'approvals', of: 'now', n: 0, parts: [] },
      { name: 'open_exceptions', of: 'now', n: 0, parts: [] },
      { name: 'cases', of: 'now', n: 0, waiting: 0 },
    ],
  });
});

it.for([
  [['digest', '--date', '24.11.2026'], '24.11.2026 is no day.'],
  [['digest', '--date', '2026-11-26'], '2026-11-26 has not begun yet.'],
  [['digest', '--locale', 'fr'], 'Allowed choices are en, zh-CN, zh-TW'],
] as const)('%j is wrong use, and says why', async ([argv, why]) => {
  expect(await terminal.type(...argv)).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(why) });
});
