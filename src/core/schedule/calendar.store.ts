import type { Query } from '../ports.ts';
import type { Calendar } from './calendar.ts';

/** The working times of the business as they stand now. */
export async function readCalendar(query: Query): Promise<Calendar> {
  const [row] = await query<{ timeZone: string; intervals: Calendar['intervals']; holidays: string[] }[]>`
    select time_zone as "timeZone",
      coalesce((
        select jsonb_agg(jsonb_build_object('weekday', weekday, 'opens', to_char(opens, 'HH24:MI'),
          'closes', case when closes = '24:00' then '24:00' else to_char(closes, 'HH24:MI') end) order by weekday, opens)
        from working_intervals), '[]') as intervals,
      coalesce((select jsonb_agg(day::text) from holidays), '[]') as holidays
    from business`;
  if (!row) throw new Error('the business is not set up');
  return { timeZone: row.timeZone, intervals: row.intervals, holidays: new Set(row.holidays) };
}
