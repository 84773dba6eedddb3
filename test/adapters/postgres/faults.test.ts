import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectServer } from '#adapters/postgres/connect.ts';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { engines, openEmptyDatabase, serverUrl } from '#test/support/database.ts';

describe.each(engines)('known faults of the driver, %s', (engine) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await openEmptyDatabase(engine);
    await db.sql`create table kept (attempt int, part int)`;
  }, 60_000);

  afterAll(() => db.close());

  test('a transaction behind any number of queued statements is whole', async () => {
    for (const queued of [99, 100, 101, 400]) {
      const statements = Array.from({ length: queued }, (_, index) => db.sql`select ${index}::int as index`);
      const transaction = db.transaction((tx) => tx`insert into kept values (${queued}, 1)`);
      const answers = await Promise.all(statements);
      await transaction;
      answers.forEach(([row], index) => expect(row?.index).toBe(index));
    }
    await db.sql`insert into kept values (0, 1)`;
    const [row] = await db.sql`select count(*) as count from kept`;
    expect(row?.count).toBe(5n);
  });

  test('an error in the middle of rows does not thin out the next result', async () => {
    for (let round = 0; round < 12; round++) {
      await expect(db.sql`select 1 / (5 - x) from generate_series(1, 9) x`).rejects.toMatchObject({ code: '22012' });
      const rows = await db.sql`select x from generate_series(1, 3) x`;
      expect(rows.map((row) => row.x)).toEqual([1, 2, 3]);
      expect(await db.sql`select 1 where false`).toHaveLength(0);
    }
  });

  test('an argument that cannot be written fails alone, while other statements are in flight', async () => {
    const same = (value: unknown) => db.sql`select ${value as string}::text as text`; // what a type error at run time passes
    await Promise.all(Array.from({ length: 30 }, (_, index) => same(`warm ${index}`)));
    const good = Array.from({ length: 60 }, (_, index) => same(`good ${index}`));
    expect(() => same(undefined)).toThrow(/undefined/);
    expect(() => db.sql.json({ amount: 1n as unknown as number })).toThrow(/BigInt/); // as above
    expect(() => db.sql([])).toThrow(/empty list/);
    expect(() => db.sql([{ a: 1, b: 2 }, { a: 1 }] as { a: number }[], ...(['a', 'b'] as 'a'[]))).toThrow(/undefined/); // as above
    (await Promise.all(good)).forEach(([row], index) => expect(row?.text).toBe(`good ${index}`));
  });

  test('a statement that forgot its tx is told so instead of waiting for ever', async () => {
    await expect(
      db.transaction(async (tx) => {
        await tx`select 1`;
        await db.sql`insert into kept values (1000, 1)`;
      }),
    ).rejects.toThrow(/use its tx/);
    await expect(db.transaction(() => db.transaction((tx) => tx`select 1`))).rejects.toThrow(/pass its tx on/);
    expect(() => db.sql.begin(async () => {})).toThrow(/database.transaction/);
    expect(await db.sql`select from kept where attempt = 1000`).toHaveLength(0);
  });

  test('a statement that outlives its transaction never reaches the database', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.transaction(async (tx) => {
      late = async () => tx`insert into kept values (2000, 1)`;
      await tx`select 1`;
    });
    await expect(late?.()).rejects.toThrow(/had ended/);
    expect(await db.sql`select from kept where attempt = 2000`).toHaveLength(0);
  });

  test('a serialisation failure runs the work again, and an ordinary error does not', async () => {
    let runs = 0;
    const fail = (code: string, times: number) =>
      db.transaction(async (tx) => {
        runs++;
        await tx`insert into kept values (3000, ${runs})`;
        if (runs <= times) await tx.unsafe(`do $$ begin raise exception using errcode = '${code}'; end $$`);
      });
    await fail('40001', 2);
    expect(await db.sql`select part from kept where attempt = 3000`).toEqual([{ part: 3 }]);
    runs = 0;
    await expect(fail('23505', 1)).rejects.toMatchObject({ code: '23505' });
    expect(runs).toBe(1);
    runs = 0;
    await expect(fail('40P01', 1000)).rejects.toMatchObject({ code: '40P01' });
    expect(runs).toBe(8);
  }, 20_000);
});

describe.runIf(engines.includes('server'))('known faults of the driver, on a server only', () => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await openEmptyDatabase('server');
    await db.sql`create table kept (attempt int, part int)`;
  });

  afterAll(() => db.close());

  test('two transactions that cannot both be true end one after the other', async () => {
    await db.sql`create table doctor (name text primary key, on_call boolean not null)`;
    await db.sql`insert into doctor values ('Ana', true), ('Bo', true)`;
    const met = Promise.withResolvers<void>();
    let arrived = 0;
    const goHome = (name: string) =>
      db.transaction(async (tx) => {
        await tx`set transaction isolation level serializable`;
        const rest = await tx`select from doctor where on_call`;
        if (++arrived === 2) met.resolve();
        await met.promise;
        if (rest.length > 1) await tx`update doctor set on_call = false where name = ${name}`;
      });
    await Promise.all([goHome('Ana'), goHome('Bo')]);
    expect(await db.sql`select from doctor where on_call`).toHaveLength(1);
    expect(arrived).toBeGreaterThanOrEqual(3); // the loser may lose again before the winner is seen as committed
  });

  test('two transactions that deadlock both succeed', async () => {
    await db.sql`insert into kept values (4001, 0), (4002, 0)`;
    const met = Promise.withResolvers<void>();
    let arrived = 0;
    const lockBoth = (first: number, second: number) =>
      db.transaction(async (tx) => {
        await tx`update kept set part = part + 1 where attempt = ${first}`;
        if (++arrived === 2) met.resolve();
        await met.promise;
        await tx`update kept set part = part + 1 where attempt = ${second}`;
      });
    await Promise.all([lockBoth(4001, 4002), lockBoth(4002, 4001)]);
    expect(await db.sql`select part from kept where attempt in (4001, 4002)`).toEqual([{ part: 2 }, { part: 2 }]);
  }, 20_000);

  test('when its backend is killed a transaction is rejected and nothing of it persists', async () => {
    const killer = await openDatabase({ url: await urlOf(db), connections: 1 });
    let refusedLater = 0;
    const attempt = (number: number) =>
      db.transaction(async (tx) => {
        const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
        await tx`insert into kept values (${number}, 1)`;
        if (number % 3 === 0) await killer.sql`select pg_terminate_backend(${row?.pid ?? 0}, 5000)`;
        for (const part of [2, 3]) {
          await tx`insert into kept values (${number}, ${part})`.catch((error: unknown) => {
            refusedLater++;
            if (number % 2 === 0) throw error;
          });
        }
      });
    const numbers = Array.from({ length: 90 }, (_, index) => index + 1);
    const outcomes = await Promise.allSettled(numbers.map(attempt));
    const rows = await db.sql`select attempt, count(*)::int as parts from kept where attempt between 1 and 90 group by attempt`;
    const parts = new Map(rows.map((row) => [row.attempt, row.parts]));
    for (const number of numbers) {
      const isKilled = number % 3 === 0;
      const isSaved = outcomes[number - 1]?.status === 'fulfilled';
      if (isKilled) expect(isSaved).toBe(false);
      // a neighbour may meet the dying connection too; whatever is rejected leaves nothing, whatever is not leaves all
      expect(parts.get(number) ?? 0).toBe(isSaved ? 3 : 0);
    }
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(30);
    expect(refusedLater).toBeGreaterThan(30);
    await killer.close();
  }, 30_000);

  test('after a restart that ends every backend the next statements wait a second at most', async () => {
    const killer = await openDatabase({ url: await urlOf(db), connections: 1 });
    for (let round = 0; round < 5; round++) {
      const working = Promise.allSettled(Array.from({ length: 40 }, () => db.transaction((tx) => tx`select ${round}::int`)));
      await endAll(killer);
      await working;
    }
    const since = performance.now();
    await Promise.all(Array.from({ length: 40 }, () => persistently(() => db.sql`select 1`)));
    expect(performance.now() - since).toBeLessThan(5000);
    await killer.close();
  }, 30_000);

  test('what broke with every connection and is tried again at once is answered, and with what it asked for', async () => {
    const killer = await openDatabase({ url: await urlOf(db), connections: 1 });
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    for (let round = 0; round < 4; round++) {
      const statement = (number: number) => db.sql`select ${number}::int as number, pg_sleep(0.01)`;
      const transaction = (number: number) => db.transaction((tx) => tx`select ${number}::int as number, pg_sleep(0.01)`);
      const ask = round % 2 === 0 ? statement : transaction;
      const answers = Promise.all(numbers.map((number) => persistently(() => ask(number))));
      for (let restart = 0; restart < 5; restart++) await endAll(killer);
      expect((await answers).map(([row]) => row?.number)).toEqual(numbers);
    }
    await killer.close();
  }, 30_000);

  test('only the first connection asks for types: one that broke meanwhile would end the program', async () => {
    const asked: string[] = [];
    const pool = connectServer(await urlOf(db), { max: 5, debug: (_connection, query) => void asked.push(query) });
    await pool.greet();
    await Promise.all(Array.from({ length: 20 }, () => pool.transaction((tx) => tx`select pg_sleep(0.02), ${['a', 'b']}::text[] as list`)));
    await pool.end();
    expect(asked.filter((query) => query.includes('typarray'))).toHaveLength(1);
    expect(asked.filter((query) => query.includes('pg_sleep'))).toHaveLength(20);
  });

  test('without prepared statements, as some poolers need, answers are the same', async () => {
    const plain = await openDatabase({ url: await urlOf(db), prepare: false });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => plain.sql`select ${index}::int as index`));
    answers.forEach(([row], index) => expect(row?.index).toBe(index));
    expect(await plain.sql`select from pg_prepared_statements`).toHaveLength(0);
    await plain.close();
  });
});

/** What a restart does to whoever is connected. */
const endAll = (killer: OpenDatabase) => killer.sql`
  select pg_terminate_backend(pid)
  from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

/** Tries again at once what failed, as often as a connection may break that nobody knew to be broken. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 50) throw error;
    }
  }
}

async function urlOf(db: OpenDatabase): Promise<string> {
  const [row] = await db.sql<{ name: string }[]>`select current_database() as name`;
  return serverUrl(row?.name);
}
