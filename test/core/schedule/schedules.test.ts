import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { nightly } from '#core/schedule/nightly.ts';
import { advanceSchedules } from '#core/schedule/schedules.ts';
import { anySlotDue } from '#core/schedule/schedules.store.ts';
import type { Schedule } from '#core/schedule/slots.decide.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { empty, turnOf } from '#test/support/machinery.ts';

const at = (local: string, zone = 'Europe/Berlin'): Temporal.Instant => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();

describe.each(engines)('schedules (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const halfHours = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  const everyHalfHour: Schedule = { name: 'half-hourly', times: halfHours, staleAfterHours: 1 };
  const tick = (schedule: Schedule, zone: string, now: Temporal.Instant): Promise<void> =>
    turnOf(database, async (turn) => void (await advanceSchedules(turn, [schedule], zone)), now);
  const fired = async (): Promise<string[]> => {
    const rows = await database.sql<
      { slot: string }[]
    >`select split_part(key, ':', 3) || ':' || split_part(key, ':', 4) as slot from jobs order by key`;
    return rows.map(({ slot }) => slot);
  };

  it('starts with the next slot, not with the one that has passed', async () => {
    await tick(nightly, 'Europe/Berlin', at('2026-11-25T12:00'));
    expect(await fired()).toEqual([]);
    await tick(nightly, 'Europe/Berlin', at('2026-11-26T03:15'));
    expect(await fired()).toEqual(['2026-11-26T03:15']);
    expect((await database.sql`select kind, due_at from jobs`)[0]).toEqual({ kind: 'nightly', due_at: at('2026-11-26T03:15') });
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00', '2026-03-29'],
    ['Europe/Berlin', '2026-10-24T12:00', '2026-10-25'],
    ['America/New_York', '2026-03-07T12:00', '2026-03-08'],
    ['America/New_York', '2026-10-31T12:00', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-10-03T12:00', '2026-10-04'],
    ['Australia/Lord_Howe', '2026-04-04T12:00', '2026-04-05'],
  ])('runs no slot twice in %s around %s', async (zone, from, changing) => {
    const changeTimes = ['01:45', '02:15', '02:30', '03:15'];
    const night: Schedule = { name: 'nightly', times: changeTimes, staleAfterHours: 20 };
    const start = at(from, zone);
    for (let minutes = 0; minutes <= 48 * 60; minutes += 15) {
      await tick(night, zone, start.add({ minutes }));
    }
    const slots = await fired();
    const dayAfter = Temporal.PlainDate.from(changing).add({ days: 1 }).toString();
    // a slot that spring skips shares its instant with a later one: the later stands for both
    expect(new Set(slots).size).toBe(slots.length);
    for (const date of [changing, dayAfter]) expect(slots).toContain(`${date}T03:15`);
    expect(slots.filter((slot) => slot.startsWith(dayAfter))).toEqual(changeTimes.map((time) => `${dayAfter}T${time}`));
  });

  it.each([
    ['Europe/Berlin', '02:30', '2026-03-28', '2026-03-29T03:30+02:00'],
    ['Europe/Berlin', '02:30', '2026-10-24', '2026-10-25T02:30+02:00'],
    ['America/New_York', '02:30', '2026-03-07', '2026-03-08T03:30-04:00'],
    ['America/New_York', '01:30', '2026-10-31', '2026-11-01T01:30-04:00'],
    ['Australia/Lord_Howe', '02:15', '2026-10-03', '2026-10-04T02:45+11:00'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04', '2026-04-05T01:45+11:00'],
  ])('runs a night of %s at %s once although the clock changes, starting %s', async (zone, time, eve, changed) => {
    const night: Schedule = { name: 'nightly', times: [time], staleAfterHours: 20 };
    const start = at(`${eve}T12:00`, zone);
    for (let minutes = 0; minutes <= 48 * 60; minutes += 15) await tick(night, zone, start.add({ minutes }));
    const days = [1, 2].map((after) => Temporal.PlainDate.from(eve).add({ days: after }).toString());
    expect(await fired()).toEqual(days.map((date) => `${date}T${time}`));
    const [first] = await database.sql<{ due_at: Temporal.Instant }[]>`select due_at from jobs order by due_at`;
    expect(first?.due_at).toEqual(Temporal.Instant.from(changed));
  });

  it('runs a repeated local hour once and never stalls', async () => {
    await tick(everyHalfHour, 'Europe/Berlin', at('2026-10-25T00:10'));
    const start = at('2026-10-25T00:10');
    for (let minutes = 0; minutes <= 25 * 60 - 20; minutes += 10) await tick(everyHalfHour, 'Europe/Berlin', start.add({ minutes }));
    expect(await fired()).toEqual(halfHours.slice(1).map((time) => `2026-10-25T${time}`));
  });

  it('catches up once after a rest of days, and skips what is stale', async () => {
    await tick(nightly, 'Europe/Berlin', at('2026-11-20T12:00'));
    await tick(nightly, 'Europe/Berlin', at('2026-11-25T09:00'));
    expect(await fired()).toEqual(['2026-11-25T03:15']);
    await tick(nightly, 'Europe/Berlin', at('2026-11-28T23:50'));
    await tick(nightly, 'Europe/Berlin', at('2026-11-29T03:15'));
    expect(await fired()).toEqual(['2026-11-25T03:15', '2026-11-29T03:15']);
  });

  it('repeats nothing when the clock goes back, and goes on', async () => {
    await tick(nightly, 'Europe/Berlin', at('2026-11-25T03:00'));
    for (const now of ['2026-11-25T05:00', '2026-11-25T02:00', '2026-11-25T03:15', '2026-11-25T04:00', '2026-11-26T03:20'])
      await tick(nightly, 'Europe/Berlin', at(now));
    expect(await fired()).toEqual(['2026-11-25T03:15', '2026-11-26T03:15']);
  });

  it('keeps to local nights when the business moves to another time zone', async () => {
    await tick(nightly, 'Europe/Berlin', at('2026-11-25T03:20'));
    await tick(nightly, 'America/New_York', at('2026-11-25T03:20', 'America/New_York'));
    await tick(nightly, 'America/New_York', at('2026-11-26T03:20', 'America/New_York'));
    const [row] = await database.sql`select time_zone, last_slot, next_at from schedules`;
    expect(row).toEqual({
      time_zone: 'America/New_York',
      last_slot: '2026-11-26T03:15',
      next_at: at('2026-11-27T03:15', 'America/New_York'),
    });
    expect(await fired()).toEqual(['2026-11-26T03:15']);
  });

  const isDue = async ({ name, times }: Schedule, zone: string, now: Temporal.Instant): Promise<boolean> => {
    const { sql } = database;
    const [row] = await sql<
      { due: boolean }[]
    >`select ${anySlotDue(sql, [{ name, times: times.join(' ') }], sql`${zone}::text`, now)} as due`;
    return row?.due ?? false;
  };
  const digestAt = (...times: string[]): Schedule => ({ name: 'digest', times, staleAfterHours: 9 });

  it.each([
    // an earlier hour, before and after today's
    ['09:00', '08:00', '2026-11-25T07:00', ['2026-11-25T08:00', '2026-11-26T08:00']],
    ['09:00', '08:00', '2026-11-25T08:30', ['2026-11-25T08:00', '2026-11-26T08:00']],
    ['09:00', '08:00', '2026-11-25T12:00', ['2026-11-25T09:00', '2026-11-26T08:00']],
    // a later one: whoever had theirs today has no second
    ['09:00', '10:00', '2026-11-25T07:00', ['2026-11-25T10:00', '2026-11-26T10:00']],
    ['09:00', '10:00', '2026-11-25T09:30', ['2026-11-25T09:00', '2026-11-26T10:00']],
    ['09:00', '10:00', '2026-11-25T12:00', ['2026-11-25T09:00', '2026-11-26T10:00']],
    ['09:00', '08:00 20:00', '2026-11-25T08:30', ['2026-11-25T08:00', '2026-11-25T20:00', '2026-11-26T08:00']],
    ['08:00 20:00', '19:00', '2026-11-25T12:00', ['2026-11-25T08:00', '2026-11-25T19:00', '2026-11-26T19:00']],
  ])('goes by other times at once, from %s to %s on %s, on no day by both', async (before, after, changed, expected) => {
    const zone = 'Europe/Berlin';
    const old = digestAt(...before.split(' '));
    const fresh = digestAt(...after.split(' '));
    const change = at(changed);
    for (let now = at('2026-11-24T22:00'); Temporal.Instant.compare(now, at('2026-11-26T19:30')) < 0; now = now.add({ minutes: 10 })) {
      const schedule = Temporal.Instant.compare(now, change) < 0 ? old : fresh;
      if (await isDue(schedule, zone, now)) await tick(schedule, zone, now);
    }
    expect(await fired()).toEqual(expected);
    const late = await database.sql`select key from jobs where planned_at > due_at + interval '30 minutes'`;
    expect(late.count).toBe(0);
  });

  it('goes by other times too where a release before kept none', async () => {
    await tick(digestAt('09:00'), 'Europe/Berlin', at('2026-11-25T09:00'));
    await database.sql`update schedules set times = ''`;
    await tick(digestAt('08:00'), 'Europe/Berlin', at('2026-11-25T12:00'));
    expect((await database.sql`select next_at, times from schedules`)[0]).toEqual({ next_at: at('2026-11-26T08:00'), times: '08:00' });
  });

  it('runs a slot once with four processes at once', async () => {
    await tick(nightly, 'Europe/Berlin', at('2026-11-25T03:00'));
    for (const day of ['25', '26', '27'])
      await Promise.all([1, 2, 3, 4].map(() => tick(nightly, 'Europe/Berlin', at(`2026-11-${day}T03:15`))));
    expect(await fired()).toEqual(['2026-11-25T03:15', '2026-11-26T03:15', '2026-11-27T03:15']);
  });
});
