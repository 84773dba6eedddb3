import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Query } from '#core/ports.ts';
import { codeOf, DatabaseProblem } from './problem.ts';

interface Migration {
  version: string;
  text: string;
  sha256: string;
}

const lockRow = '0000_lock';

/**
 * Applies the files the database lacks, in order, each in its own transaction, and returns their names. Processes that
 * migrate at once wait for each other on one row, which works through poolers and on distributed databases too.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  await createLedger(database);
  const applied: string[] = [];
  for (const migration of pendingOf(migrations, await readLedger(database.sql))) {
    const done = await database.transaction(async (tx) => {
      await tx`
        select
        from schema_migration
        where version = ${lockRow}
        for update`;
      if (!pendingOf(migrations, await readLedger(tx)).includes(migration)) return false;
      await tx.unsafe(migration.text);
      await tx`
        insert into schema_migration (version, sha256)
        values (${migration.version}, ${migration.sha256})`;
      return true;
    });
    if (done) applied.push(migration.version);
  }
  return applied;
}

/** The files that a database lacks; nothing is changed. */
export async function pendingMigrations({ sql }: Database, folder: string): Promise<string[]> {
  const [row] = await sql<{ exists: boolean }[]>`select to_regclass('schema_migration') is not null as exists`;
  const ledger = row?.exists ? await readLedger(sql) : new Map<string, string>();
  return pendingOf(readMigrations(folder), ledger).map(({ version }) => version);
}

/** Line ends do not count: a checkout on Windows holds the same migrations. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}_\w+\.sql$/.test(file));
  return files.sort().map((version) => {
    const text = readFileSync(join(folder, version), 'utf8').replaceAll('\r\n', '\n');
    return { version, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

function pendingOf(migrations: Migration[], ledger: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ version }) => version));
  const unknown = [...ledger.keys()].filter((version) => !known.has(version));
  if (unknown.length > 0)
    throw new DatabaseProblem(
      'database_newer',
      `The database is newer than this program: it has ${unknown.join(', ')}.`,
      'Start the version of Orderly that was used last, or a later one.',
    );
  const edited = migrations.find(({ version, sha256 }) => ledger.has(version) && ledger.get(version) !== sha256);
  if (edited)
    throw new DatabaseProblem(
      'migration_edited',
      `The migration ${edited.version} was edited after it was applied.`,
      'Put the file back as it was, and make the change in a new migration.',
    );
  return migrations.filter(({ version }) => !ledger.has(version));
}

async function createLedger({ sql }: Database): Promise<void> {
  try {
    await sql`
      create table if not exists schema_migration (
        version text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`;
  } catch (error) {
    // Two processes may create it at once in spite of "if not exists": the other one did.
    if (!['23505', '42P07', '42710'].includes(codeOf(error))) throw error;
  }
  await sql`
    insert into schema_migration (version, sha256)
    values (${lockRow}, '-')
    on conflict do nothing`;
}

async function readLedger(query: Query): Promise<Map<string, string>> {
  const rows = await query<{ version: string; sha256: string }[]>`
    select version, sha256
    from schema_migration
    where version <> ${lockRow}`;
  return new Map(rows.map(({ version, sha256 }) => [version, sha256]));
}
