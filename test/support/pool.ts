import { connectEngine } from '#adapters/postgres/connect.ts';
import { startEngine, type Engine } from '#adapters/postgres/embedded.ts';
import type { Query } from '#core/ports.ts';

/** What a migrated database holds before anybody used it. */
interface Fresh {
  shape: string;
  written: bigint;
  rows: [table: string, rows: string][];
  sequences: { name: string; value: bigint; called: boolean }[];
}

interface Pooled {
  engine: Engine;
  fresh: Fresh;
}

/** More written than this has grown the memory that PostgreSQL keeps: such a one is not worth keeping. */
const mostWritten = 200_000_000n;
const mostSpare = 2;

/** Databases of this worker whose tests are over: to empty one takes a tenth of what starting PostgreSQL anew takes. */
const spare: Pooled[] = [];

/** A database as the archive has it. Whoever closes it hands it on, where nothing of what was done to it is left. */
export async function borrowEngine(archive: Blob): Promise<Engine> {
  const pooled = spare.pop() ?? (await startPooled(archive));
  return {
    socket: () => pooled.engine.socket(),
    async close() {
      const isEmpty = spare.length < mostSpare && (await onSession(pooled.engine, (sql) => empty(sql, pooled.fresh)).catch(() => false));
      if (isEmpty) spare.push(pooled);
      else await pooled.engine.close();
    },
  };
}

async function startPooled(archive: Blob): Promise<Pooled> {
  const engine = await startEngine({ folder: null, archive });
  const fresh = await onSession(engine, async (sql) => ({
    shape: await shapeOf(sql),
    written: await writtenBy(sql),
    rows: await Promise.all((await usedTables(sql)).map(async (table): Promise<[string, string]> => [table, await rowsOf(sql, table)])),
    sequences: await sequencesOf(sql),
  }));
  return { engine, fresh };
}

async function onSession<T>(engine: Engine, work: (sql: Query) => Promise<T>): Promise<T> {
  const { sql, greet, end } = connectEngine(() => engine.socket());
  try {
    await greet();
    return await work(sql);
  } finally {
    await end();
  }
}

/** Makes it as it was; false where that is more than to empty it. */
async function empty(sql: Query, fresh: Fresh): Promise<boolean> {
  await sql.unsafe('discard all');
  if ((await shapeOf(sql)) !== fresh.shape || (await writtenBy(sql)) - fresh.written > mostWritten) return false;
  const used = await usedTables(sql);
  await sql.unsafe(`truncate ${used.join(', ')} restart identity cascade`);
  for (const [table, rows] of fresh.rows)
    await sql`insert into ${sql(table)} select * from jsonb_populate_recordset(null::${sql(table)}, ${rows}::text::jsonb)`;
  for (const { name, value, called } of fresh.sequences) await sql`select setval(${name}::regclass, ${value}, ${called})`;
  await sql`select pg_stat_reset()`;
  return true;
}

/**
 * A word for tables, columns, constraints, indexes, functions and triggers as they are, for settings that outlive a session, and for
 * what was found out about the data, which plans of statements depend on.
 */
async function shapeOf(sql: Query): Promise<string> {
  const [row] = await sql<{ shape: string }[]>`
    select md5(concat_ws('/',
      (select string_agg(concat_ws(' ', oid, relname, relkind, relchecks, relhastriggers, reloptions), ',' order by oid)
        from pg_class where oid >= 16384 and relkind <> 't'),
      (select string_agg(concat_ws(' ', attrelid, attname, atttypid, attnotnull, atthasdef, attisdropped), ',' order by attrelid, attnum)
        from pg_attribute where attrelid >= 16384 and attnum > 0),
      (select string_agg(concat_ws(' ', oid, convalidated), ',' order by oid) from pg_constraint where oid >= 16384),
      (select string_agg(concat_ws(' ', indexrelid, indisvalid), ',' order by indexrelid) from pg_index where indexrelid >= 16384),
      (select string_agg(oid || ' ' || md5(prosrc), ',' order by oid) from pg_proc where oid >= 16384),
      (select string_agg(concat_ws(' ', oid, tgenabled), ',' order by oid) from pg_trigger),
      (select count(*) from pg_namespace where nspname not like 'pg_temp%' and nspname not like 'pg_toast%'),
      (select count(*) from pg_db_role_setting),
      (select count(*) from pg_statistic where starelid >= 16384))) as shape`;
  return row?.shape ?? '';
}

async function writtenBy(sql: Query): Promise<bigint> {
  const [row] = await sql<{ written: bigint }[]>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as written`;
  return row?.written ?? 0n;
}

/** Those that ever held a row. */
async function usedTables(sql: Query): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select oid::regclass::text as name
    from pg_class
    where relkind = 'r'
      and relnamespace = 'public'::regnamespace
      and pg_relation_size(oid) > 0`;
  return rows.map(({ name }) => name);
}

async function rowsOf(sql: Query, table: string): Promise<string> {
  const [row] = await sql<{ rows: string }[]>`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${sql(table)} t`;
  return row?.rows ?? '[]';
}

async function sequencesOf(sql: Query): Promise<Fresh['sequences']> {
  return sql<Fresh['sequences']>`
    select sequencename as name, coalesce(last_value, start_value) as value, last_value is not null as called
    from pg_sequences
    where schemaname = 'public'`;
}
