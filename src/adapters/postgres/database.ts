import { resolve } from 'node:path';
import type { Database } from '#core/ports.ts';
import { connectEngine, connectServer } from './connect.ts';
import { startEngine, type Engine } from './embedded.ts';
import { startInFolder, type FolderOptions } from './folder.ts';
import { lockFolder } from './lock.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { codeOf } from './problem.ts';
import { placeOf, problemOf, requireVersion } from './server.ts';

export interface ServerOptions {
  url: string;
  /** At most so many connections; 10 unless given. */
  connections?: number;
  /** Off for poolers that hand each statement to another backend. */
  prepare?: boolean;
  /** 10 unless given. */
  connectTimeoutSeconds?: number;
}

export interface MemoryOptions {
  /** What it starts from, an archive of `Engine.dump`; null for an empty database. */
  memory: Blob | null;
}

export interface OpenDatabase extends Database {
  engine: 'server' | 'embedded';
  /** For people: version and place, without credentials. */
  describe(): { version: string; place: string };
  /** Applies what is pending in this folder of migrations and returns the names of the applied files. */
  migrate(folder: string): Promise<string[]>;
  /** The names of the files of this folder that it lacks; nothing is changed. */
  pendingMigrations(folder: string): Promise<string[]>;
  /** Vacuums and analyses where no autovacuum runs, that is embedded; other statements wait meanwhile. */
  maintain(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the data wherever it is; what a person can mend is thrown as a `DatabaseProblem`. */
export function openDatabase(options: ServerOptions | FolderOptions | MemoryOptions): Promise<OpenDatabase> {
  if ('url' in options) return openServer(options);
  return 'memory' in options ? openMemory(options) : openFolder(options);
}

async function openServer(options: ServerOptions): Promise<OpenDatabase> {
  const place = placeOf(options.url);
  const { end, greeting, ...database } = await greetServer(options, watchful)
    // a pooler that knows only the usual settings calls the others a protocol violation
    .catch((error: unknown) => (codeOf(error) === '08P01' ? greetServer(options, {}) : Promise.reject(error)))
    .catch((error: unknown) => Promise.reject(problemOf(error, place)));
  return {
    ...database,
    engine: 'server',
    describe: () => ({ version: greeting.version, place: `${place.host}/${place.database}` }),
    migrate: (folder) => migrate(database, folder),
    pendingMigrations: (folder) => pendingMigrations(database, folder),
    maintain: async () => {},
    close: end,
  };
}

/**
 * The server notices within half a minute that this machine is gone, and gives back what a transaction of ours held; by
 * default that takes two hours.
 */
const watchful = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 4,
  idle_in_transaction_session_timeout: 60_000,
};

async function greetServer(options: ServerOptions, settings: Partial<typeof watchful>) {
  const { end, greet, ...database } = connectServer(options.url, {
    max: options.connections ?? 10,
    prepare: options.prepare ?? true,
    connect_timeout: options.connectTimeoutSeconds ?? 10,
    connection: { application_name: 'orderly', TimeZone: 'UTC', DateStyle: 'ISO', ...settings },
  });
  try {
    const greeting = await greet();
    requireVersion(greeting);
    return { ...database, end, greeting };
  } catch (error) {
    await end();
    throw error;
  }
}

async function openMemory({ memory }: MemoryOptions): Promise<OpenDatabase> {
  return openEngine(await startEngine({ folder: null, archive: memory }), 'memory');
}

async function openFolder(options: FolderOptions): Promise<OpenDatabase> {
  const folder = resolve(options.dataDir);
  const lock = lockFolder(folder);
  try {
    const database = await openEngine(await startInFolder(folder, options), folder);
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The same over a PostgreSQL inside this program that runs already; closing it closes that too. */
export async function openEngine(engine: Engine, place: string): Promise<OpenDatabase> {
  const { end, greet, ...database } = connectEngine(() => engine.socket());
  const { version } = await greet();
  return {
    ...database,
    engine: 'embedded',
    describe: () => ({ version, place }),
    migrate: (folder) => migrate(database, folder),
    pendingMigrations: (folder) => pendingMigrations(database, folder),
    async maintain() {
      await database.sql`vacuum analyze`;
    },
    async close() {
      await end();
      await engine.close();
    },
  };
}
