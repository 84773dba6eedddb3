import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedCluster } from './cluster.ts';
import { startEngine, type Engine } from './embedded.ts';
import { engineFailed } from './problem.ts';
import { startEngineThread } from './thread.ts';

export interface FolderOptions {
  dataDir: string;
  /** The packed cluster a new folder starts from, where it is not the one that comes with Orderly. */
  packed?: string;
  /** False keeps PostgreSQL in this thread. */
  thread?: boolean;
}

/**
 * Starts PostgreSQL on the folder, which this process must have locked. A cluster counts from its `ready` mark on: what an
 * earlier start left half made holds nothing yet and is made anew.
 */
export async function startInFolder(folder: string, options: FolderOptions): Promise<Engine> {
  const cluster = join(folder, 'postgres');
  const ready = join(folder, 'ready');
  const run = options.thread === false ? startEngine : startEngineThread;
  try {
    if (existsSync(ready)) return await run({ folder: cluster, archive: null });
    const create = (archive: Blob | null): Promise<Engine> => {
      rmSync(cluster, { recursive: true, force: true });
      mkdirSync(cluster, { mode: 0o700 });
      return run({ folder: cluster, archive });
    };
    const archive = await packedCluster(options.packed);
    const engine = archive ? await create(archive).catch(() => create(null)) : await create(null);
    writeFileSync(ready, '');
    return engine;
  } catch (error) {
    throw engineFailed(error);
  }
}
