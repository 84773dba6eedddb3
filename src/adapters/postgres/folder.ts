import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine, type Engine } from './embedded.ts';
import { engineFailed } from './problem.ts';
import { readSnapshot, snapshotFolder, snapshotKey, writeSnapshot } from './snapshot.ts';
import { startEngineThread } from './thread.ts';

export interface FolderOptions {
  dataDir: string;
  /** The migrations a new database will get: with them it can start from a snapshot of this machine. */
  migrations?: string;
  /** Where snapshots are kept; null for none, the user's cache folder unless given. */
  snapshots?: string | null;
  /** False keeps PostgreSQL in this thread. */
  thread?: boolean;
}

/**
 * Starts PostgreSQL on the folder, which this process must have locked. A cluster counts from its `ready` mark on: what an
 * earlier start left half made holds nothing yet and is made anew.
 */
export async function startInFolder(folder: string, options: FolderOptions): Promise<{ engine: Engine; fresh: boolean }> {
  const cluster = join(folder, 'postgres');
  const ready = join(folder, 'ready');
  const run = options.thread === false ? startEngine : startEngineThread;
  try {
    if (existsSync(ready)) return { engine: await run({ folder: cluster, archive: null }), fresh: false };
    const create = (archive: Blob | null): Promise<Engine> => {
      rmSync(cluster, { recursive: true, force: true });
      mkdirSync(cluster, { mode: 0o700 });
      return run({ folder: cluster, archive });
    };
    const archive = await findSnapshot(options);
    const engine = archive ? await create(archive).catch(() => create(null)) : await create(null);
    writeFileSync(ready, '');
    return { engine, fresh: true };
  } catch (error) {
    throw engineFailed(error);
  }
}

/**
 * Keeps the database as it is now, migrated and empty, for the next new folder on this machine. Returns once the database may
 * be written to, with the promise of the file.
 */
export async function keepSnapshot(engine: Engine, migrations: string, options: FolderOptions): Promise<{ written: Promise<boolean> }> {
  const cache = cacheOf(options);
  if (cache === null) return { written: Promise.resolve(false) };
  return { written: writeSnapshot(cache, snapshotKey(migrations), await engine.dump()) };
}

async function findSnapshot(options: FolderOptions): Promise<Blob | null> {
  const cache = cacheOf(options);
  return cache === null || options.migrations === undefined ? null : readSnapshot(cache, snapshotKey(options.migrations));
}

function cacheOf({ snapshots }: FolderOptions): string | null {
  return snapshots === undefined ? snapshotFolder() : snapshots;
}
