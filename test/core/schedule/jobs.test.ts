import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { handleNextJob, plan, unplan, type JobHandlers } from '#core/schedule/jobs.ts';
import { beginDueJob, nextDue } from '#core/schedule/jobs.store.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { addressOf, empty, noon, passTime, silent, speak, turnOf } from '#test/support/machinery.ts';

function doing(handle: JobHandlers['handle'] = async () => {}): JobHandlers & { done: string[]; givenUp: string[] } {
  const done: string[] = [];
  const givenUp: string[] = [];
  return {
    done,
    givenUp,
    async handle(turn, job) {
      await handle(turn, job);
      done.push(job.key);
    },
    async parked(_turn, job) {
      givenUp.push(job.key);
    },
  };
}

describe.each(engines)('jobs (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const later = noon.add({ hours: 72 });
  const planned = (key: string, dueAt = noon): Promise<void> =>
    turnOf(database, (turn) => plan(turn, { key, kind: 'expire_draft', dueAt, body: { key } }));
  const drain = async (handlers: JobHandlers, now = noon): Promise<void> => {
    while (await handleNextJob(database, { now, ids: randomIds, log: silent }, handlers));
  };

  it('does a job when its business time has come, and not before', async () => {
    await planned('a', later);
    const desk = doing();
    await drain(desk);
    expect(desk.done).toEqual([]);
    await drain(desk, later);
    expect(desk.done).toEqual(['a']);
  });

  it('does each job once with three racers', async () => {
    for (let index = 0; index < 40; index++) await planned(`job ${index}`);
    const desk = doing();
    await Promise.all([drain(desk), drain(desk), drain(desk)]);
    await drain(desk);
    expect(desk.done.toSorted()).toEqual(Array.from({ length: 40 }, (_, index) => `job ${index}`).toSorted());
  });

  it('moves a job that is planned again, and forgets one that is cancelled', async () => {
    await planned('moved');
    await planned('moved', later);
    await planned('cancelled');
    await turnOf(database, (turn) => unplan(turn, 'cancelled'));
    const desk = doing();
    await drain(desk);
    expect(desk.done).toEqual([]);
    await drain(desk, later);
    expect(desk.done).toEqual(['moved']);
  });

  it('does a job again that planned itself anew while it was done', async () => {
    await planned('reminder');
    const desk = doing(async (turn, job) => {
      if (Temporal.Instant.compare(job.dueAt, noon) === 0) await plan(turn, { ...job, kind: 'expire_draft', dueAt: later });
    });
    await drain(desk);
    await drain(desk, later);
    await drain(desk, later);
    expect(desk.done).toEqual(['reminder', 'reminder']);
  });

  it('undoes what a failing job wrote, tries it again, and parks it after the fifth time', async () => {
    await planned('poison');
    await planned('healthy', noon.add({ seconds: 1 }));
    const desk = doing(async (turn, job) => {
      if (job.key !== 'poison') return;
      await plan(turn, { key: 'half', kind: 'expire_draft', dueAt: later, body: {} });
      throw new Error('it broke');
    });
    for (let round = 0; round < 6; round++) {
      await drain(desk, noon.add({ seconds: 1 }));
      await passTime(database);
    }
    expect(desk).toMatchObject({ done: ['healthy'], givenUp: ['poison'] });
    expect((await database.sql`select from jobs where key = 'half'`).count).toBe(0);
  });

  it('parks a job that ends the process whenever it is done', async () => {
    await planned('poison');
    await planned('healthy', noon.add({ seconds: 1 }));
    const desk = doing();
    for (let death = 0; death < 5; death++) {
      expect(await beginDueJob(database.sql, noon, 5)).toMatchObject({ key: 'poison', unfinished: death });
      await drain(desk);
      expect(desk.done).toEqual([]);
      await passTime(database);
    }
    await drain(desk, noon.add({ seconds: 1 }));
    expect(desk).toMatchObject({ done: ['healthy'], givenUp: ['poison'] });
    await planned('poison');
    await drain(desk);
    expect(desk.done).toEqual(['healthy', 'poison']);
  });

  it('knows the next business time at which anything becomes due', async () => {
    expect(await nextDue(database.sql, noon)).toBeNull();
    await planned('due already', noon);
    await planned('in three days', later);
    await speak(database, addressOf('telegram'), 'tomorrow', { dueAt: noon.add({ hours: 24 }) });
    expect(await nextDue(database.sql, noon)).toEqual(noon.add({ hours: 24 }));
    expect(await nextDue(database.sql, noon.add({ hours: 24 }))).toEqual(later);
    await database.sql`insert into schedules (name, time_zone, last_slot, next_at) values ('nightly', 'UTC', '2026-11-25T03:15', ${noon.add({ hours: 1 })})`;
    expect(await nextDue(database.sql, noon)).toEqual(noon.add({ hours: 1 }));
  });
});
