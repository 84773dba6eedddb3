import { afterAll, expect, it } from 'vitest';
import { readCalendar } from '#core/schedule/calendar.store.ts';
import { openTestDatabase } from '#test/support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

it('reads the working times of the business', async () => {
  await expect(readCalendar(database.sql)).rejects.toThrow('not set up');
  await database.sql`
    insert into business (name, time_zone, locale, currency, order_prefix, origin)
    values ('{"en": "Pens", "zh-CN": "Pens", "zh-TW": "Pens"}', 'Europe/Berlin', 'en', 'EUR', 'P-', 'own')`;
  expect(await readCalendar(database.sql)).toEqual({ timeZone: 'Europe/Berlin', intervals: [], holidays: new Set() });
  await database.sql`insert into working_intervals values (1, '09:00', '17:30'), (6, '18:00', '24:00')`;
  await database.sql`insert into holidays values ('2026-12-25', 'Christmas')`;
  expect(await readCalendar(database.sql)).toEqual({
    timeZone: 'Europe/Berlin',
    intervals: [
      { weekday: 1, opens: '09:00', closes: '17:30' },
      { weekday: 6, opens: '18:00', closes: '24:00' },
    ],
    holidays: new Set(['2026-12-25']),
  });
});
