import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { engines, openEmptyDatabase } from '#test/support/database.ts';

if (!engines.includes('server')) console.info('The conformance suite skips the server: set TEST_DATABASE_URL to run it there too.');

describe.each(engines)('a connection to PostgreSQL, %s', (engine) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await openEmptyDatabase(engine);
    await db.sql`
      create table item (
        id int primary key generated always as identity,
        name text,
        facts jsonb,
        at timestamptz,
        day date,
        price bigint,
        quantity numeric,
        words text[],
        prices bigint[],
        instants timestamptz[],
        days date[],
        quantities numeric[],
        flags boolean[],
        picture bytea
      )`;
    await db.sql`create table counter (id int primary key, value bigint not null)`;
  }, 60_000);

  afterAll(() => db.close());

  test('says its version and place, and no credentials', () => {
    expect(Number.parseInt(db.describe().version)).toBeGreaterThanOrEqual(15);
    expect(db.describe().place).not.toContain('@');
    expect(db.engine).toBe(engine);
  });

  test('JSON keeps text as it is, and half a character as the sign for what cannot be read', async () => {
    const facts = { whole: '😀', cut: '😀'.slice(0, 1), list: [`a${'😀'.slice(1)}`], written: '\\ud83d', none: null };
    const [row] = await db.sql<{ facts: unknown }[]>`select ${db.sql.json(facts)}::jsonb as facts`;
    expect(row?.facts).toEqual({ ...facts, cut: '\ufffd', list: ['a\ufffd'] });
  });

  test('an instant, a date, a bigint and a quantity come back as they went in', async () => {
    const instants = fc
      .bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n })
      .map((micros) =>
        Temporal.Instant.fromEpochMilliseconds(0).add({ microseconds: Number(micros % 1_000_000n), seconds: Number(micros / 1_000_000n) }),
      );
    const days = fc.integer({ min: -719_162, max: 2_932_896 }).map((offset) => Temporal.PlainDate.from('1970-01-01').add({ days: offset }));
    const bigints = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const quantities = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
    await fc.assert(
      fc.asyncProperty(instants, days, bigints, quantities, async (at, day, price, quantity) => {
        const row = {
          at,
          day,
          price,
          quantity,
          instants: [at, null],
          days: [day],
          prices: [price, null],
          quantities: [quantity],
          flags: [true, null, false],
        };
        const [found] = await db.sql`insert into item ${db.sql(row as { at: Temporal.Instant })} returning *`; // the helper's type knows no arrays of ours
        const [again] = await db.sql`
          select
          from item
          where id = ${found?.id}
            and at = ${at}
            and day = any(${[day]}::date[])
            and price = any(${[price]}::bigint[])
            and quantity = ${quantity}
            and instants[1] = ${at}`;
        expect(again).toBeDefined();
        expect(plain(found)).toEqual(plain({ ...found, ...row }));
      }),
      { numRuns: 60 },
    );
  });

  test('an instant is cut to microseconds, never rounded into the future', async () => {
    const at = Temporal.Instant.from('2026-03-29T00:59:59.999999999Z');
    const [row] = await db.sql`select ${at}::timestamptz as at`;
    expect(String(row?.at)).toBe('2026-03-29T00:59:59.999999Z');
  });

  test('an instant means the same whatever zone the session is in', async () => {
    const at = Temporal.Instant.from('2026-10-25T01:30:00Z');
    const [row] = await db.transaction(async (tx) => {
      await tx`set local time zone 'Asia/Kolkata'`;
      return tx`select ${at}::timestamptz as at`;
    });
    expect(String(row?.at)).toBe(String(at));
  });

  test('infinity and a sum too large for a number are refused rather than bent', async () => {
    await expect(db.sql`select 'infinity'::timestamptz`).rejects.toThrow(/store null/);
    await expect(db.sql`select sum(x) from unnest(${[2n ** 62n, 1n]}::bigint[]) x`).rejects.toThrow(/cast it to bigint/);
    const [row] = await db.sql`select sum(x)::bigint as total from unnest(${[2n ** 61n, 1n]}::bigint[]) x`;
    expect(row?.total).toBe(2n ** 61n + 1n);
  });

  test('arrays keep their NULLs, quotes and nesting', async () => {
    const words = ['NULL', null, '', 'a "b"', 'c\\d', '{e,f}', 'g\nh'];
    const [row] = await db.sql`select ${words}::text[] as words, '{{1,2},{3,NULL}}'::int[] as grid, '{}'::text[] as none`;
    expect(row).toEqual({
      words,
      grid: [
        [1, 2],
        [3, null],
      ],
      none: [],
    });
  });

  test('JSON, bytes and a long text survive', async () => {
    const facts = { note: '加急 "quote" \\ \u2028', list: [1, null, { deep: true }] };
    const [row] = await db.sql`
      insert into item (facts, picture, name)
      values (${db.sql.json(facts)}, ${Buffer.from('hi')}, ${'x'.repeat(5e6)})
      returning facts, picture, length(name) as length`;
    expect(row?.facts).toEqual(facts);
    expect(String(row?.picture)).toBe('hi');
    expect(row?.length).toBe(5e6);
  }, 20_000);

  test('500 rows go in with the helper, 50,000 with unnest, and 20 MB come back', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({ name: `helper ${index}`, price: BigInt(index), quantity: index }));
    expect(await db.sql`insert into item ${db.sql(rows)} returning id`).toHaveLength(500);
    const names = Array.from({ length: 50_000 }, (_, index) => `bulk ${index}`);
    expect((await db.sql`insert into item (name) select * from unnest(${names}::text[])`).count).toBe(50_000);
    expect(await db.sql`select repeat('y', 1000000) from generate_series(1, 20)`).toHaveLength(20);
  }, 30_000);

  test('400 statements at once each get their own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, index) =>
        index % 3 === 0
          ? db.sql`select ${index}::int as index, ${`s${index}`}::text as text`
          : index % 3 === 1
            ? db.sql`select ${`s${index}`}::text as text, ${index}::int as index, 5 as more`
            : db.sql.unsafe(`select ${index} as index, 's${index}' as text`),
      ),
    );
    answers.forEach(([row], index) => expect(row).toMatchObject({ index, text: `s${index}` }));
  }, 20_000);

  test('twenty transactions that add to one counter lose none', async () => {
    await db.sql`insert into counter values (1, 0)`;
    const add = () =>
      db.transaction(async (tx) => {
        const [row] = await tx<{ value: bigint }[]>`select value from counter where id = 1 for update`;
        await tx`update counter set value = ${(row?.value ?? 0n) + 1n} where id = 1`;
      });
    await Promise.all(Array.from({ length: 20 }, add));
    const [row] = await db.sql`select value from counter where id = 1`;
    expect(row?.value).toBe(20n);
  });

  test('a rejected transaction leaves nothing, among others that commit', async () => {
    await db.sql`insert into counter values (2, 0)`;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        db.transaction(async (tx) => {
          await tx`update counter set value = value + 1 where id = 2`;
          if (index % 2 === 1) await tx`select * from nowhere`;
        }),
      ),
    );
    const [row] = await db.sql`select value from counter where id = 2`;
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(row?.value).toBe(10n);
  });

  test('a savepoint takes back its own part only', async () => {
    await db.transaction(async (tx) => {
      await tx`insert into counter values (3, 0)`;
      await tx
        .savepoint(async (inner) => {
          await inner`insert into counter values (4, 0)`;
          throw new Error('changed my mind');
        })
        .catch(() => {});
    });
    expect(await db.sql`select id from counter where id in (3, 4)`).toEqual([{ id: 3 }]);
  });

  test('every kind of SQL error is reported and the connection goes on', async () => {
    await expect(db.sql`select * from nowhere`).rejects.toMatchObject({ code: '42P01' });
    await expect(db.sql`select * from nowhere where a = ${1}`).rejects.toMatchObject({ code: '42P01' });
    await expect(db.sql`select 1 / ${0}::int`).rejects.toMatchObject({ code: '22012' });
    await expect(db.sql`insert into counter values (3, 0)`).rejects.toMatchObject({ code: '23505' });
    expect(await db.sql`select ${7}::int as seven`).toEqual([{ seven: 7 }]);
  });

  test('cursors, forEach, describe, several statements and skip locked work', async () => {
    let read = 0;
    await db.transaction(async (tx) => {
      for await (const rows of tx`select * from generate_series(1, 1000)`.cursor(200)) read += rows.length;
    });
    await db.sql`select * from generate_series(1, 1000)`.forEach(() => {
      read++;
    });
    expect(read).toBe(2000);
    expect((await db.sql`select ${1}::int, ${'x'}::text`.describe()).types).toEqual([23, 25]);
    expect(await db.sql.unsafe('select 1 as a; select 2 as b')).toEqual([[{ a: 1 }], [{ b: 2 }]]);
    expect(await db.sql`select id from counter order by id limit ${2} for update skip locked`).toHaveLength(2);
  });

  test('a notification is heard after its transaction commits, and not when it is rolled back', async () => {
    const heard: string[] = [];
    const arrived = Promise.withResolvers<void>();
    const listening = await db.sql.listen('orders', (payload) => {
      heard.push(payload);
      if (payload === 'kept') arrived.resolve();
    });
    await db
      .transaction(async (tx) => {
        await tx.notify('orders', 'taken back');
        throw new Error('changed my mind');
      })
      .catch(() => {});
    await db.transaction(async (tx) => {
      await tx.notify('orders', 'kept');
    });
    await arrived.promise;
    await listening.unlisten();
    expect(heard).toEqual(['kept']);
  });

  test('maintenance runs beside ordinary work', async () => {
    await Promise.all([db.maintain(), db.sql`select 1`]);
  });

  test.runIf(engine === 'embedded')('embedded, copy from stdin is refused and nothing else suffers', async () => {
    await expect(db.sql`copy counter from stdin`.writable()).rejects.toMatchObject({ code: '0A000' });
    await expect(db.transaction((tx) => tx`copy counter from stdin`.writable())).rejects.toMatchObject({ code: '0A000' });
    expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test('a statement time-out is kept on a server and has no effect embedded', async () => {
    const slow = db.transaction(async (tx) => {
      await tx`set local statement_timeout = 20`;
      return tx`select count(*) from generate_series(1, 400000)`;
    });
    if (engine === 'embedded') await slow;
    else await expect(slow).rejects.toMatchObject({ code: '57014' });
  });
});

/** Temporal values have no enumerable parts, so they are compared as text. */
function plain(row: object | undefined): unknown {
  return JSON.parse(JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)));
}
