import { randomBytes } from 'node:crypto';
import { packedCluster } from '#adapters/postgres/cluster.ts';
import { connectEngine } from '#adapters/postgres/connect.ts';
import { openDatabase, openEngine, type OpenDatabase } from '#adapters/postgres/database.ts';
import { startEngine } from '#adapters/postgres/embedded.ts';
import { lockFolder } from '#adapters/postgres/lock.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { borrowEngine } from './pool.ts';
import { migrations, shelf } from './prepared.ts';
import { isLong } from './runs.ts';
import { readSnapshot, snapshotKey, writeSnapshot } from './snapshot.ts';

export type EngineName = OpenDatabase['engine'];

const server = process.env['TEST_DATABASE_URL'];

/** For `describe.each`: embedded always, a server where TEST_DATABASE_URL names one. */
export const engines: EngineName[] = server ? ['embedded', 'server'] : ['embedded'];

/** The same for what either of them shows as well: both only where there is time. */
export const eitherEngine: EngineName[] = isLong ? engines : ['embedded'];

/** A migrated database of its own: one per test file, closed in `afterAll`. ORDERLY_TEST_ENGINE=server moves all to the server. */
export async function openTestDatabase(options: { engine?: EngineName } = {}): Promise<OpenDatabase> {
  const engine = options.engine ?? (server && process.env['ORDERLY_TEST_ENGINE'] === 'server' ? 'server' : 'embedded');
  if (engine === 'server') return createOnServer(await serverTemplate());
  template ??= embeddedTemplate();
  return openEngine(await borrowEngine(await template), 'memory');
}

/** The same without any migration. */
export function openEmptyDatabase(engine: EngineName): Promise<OpenDatabase> {
  return engine === 'server' ? createOnServer('template1') : openDatabase({ memory: null });
}

let template: Promise<Blob> | undefined;

/** Made by whichever test worker comes first; the others wait at the lock. */
async function embeddedTemplate(): Promise<Blob> {
  const key = snapshotKey(migrations);
  const lock = lockFolder(shelf, { waitMs: 120_000 });
  try {
    return (await readSnapshot(shelf, key)) ?? (await makeTemplate(key));
  } finally {
    lock.release();
  }
}

async function makeTemplate(key: string): Promise<Blob> {
  const engine = await startEngine({ folder: null, archive: await packedCluster() });
  const database = connectEngine(() => engine.socket());
  await migrate(database, migrations);
  await database.end();
  const archive = await engine.dump();
  await engine.close();
  await writeSnapshot(shelf, key, archive);
  return new Blob([Buffer.from(archive)]);
}

async function serverTemplate(): Promise<string> {
  const name = `orderly_template_${snapshotKey(migrations)}`;
  const lock = lockFolder(shelf, { waitMs: 120_000 });
  const admin = await openDatabase({ url: serverUrl(), connections: 1 });
  try {
    const known = await admin.sql`
      select
      from pg_database
      where datname = ${name}`;
    if (known.length > 0) return name;
    await admin.sql.unsafe(`drop database if exists ${name}_draft with (force)`);
    await admin.sql.unsafe(`create database ${name}_draft`);
    const draft = await openDatabase({ url: serverUrl(`${name}_draft`), connections: 1 });
    await draft.migrate(migrations);
    await draft.close();
    await admin.sql.unsafe(`alter database ${name}_draft rename to ${name}`);
    return name;
  } finally {
    await admin.close();
    lock.release();
  }
}

async function createOnServer(from: string): Promise<OpenDatabase> {
  const name = `orderly_test_${randomBytes(6).toString('hex')}`;
  const admin = await openDatabase({ url: serverUrl(), connections: 1 });
  await admin.sql.unsafe(`create database ${name} template ${from}`);
  // no test cuts the power: waiting for the disk at each commit would prove nothing
  await admin.sql.unsafe(`alter database ${name} set synchronous_commit = off`);
  const database = await openDatabase({ url: serverUrl(name) });
  return {
    ...database,
    async close() {
      await database.close();
      await admin.sql.unsafe(`drop database ${name} with (force)`);
      await admin.close();
    },
  };
}

/** The test server's address, with another database on it where one is named. */
export function serverUrl(database?: string): string {
  if (!server) throw new Error('TEST_DATABASE_URL names no server');
  const url = new URL(server);
  if (database) url.pathname = `/${database}`;
  return url.href;
}
