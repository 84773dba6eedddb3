import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#adapters/postgres/database.ts';
import { lockFolder } from '#adapters/postgres/lock.ts';
import { snapshotKey } from './snapshot.ts';

export const migrations = join(import.meta.dirname, '../../migrations');
/** Per checkout: the migrations of another one would put its own databases in the place of ours. */
export const shelf = join(import.meta.dirname, '../../node_modules/.cache/orderly-test-databases');

/** A folder that is made once for these migrations and kept: by whichever test comes first, while the others wait. */
export async function prepared(name: string, of: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(shelf, `${name}-${snapshotKey(of)}`);
  const lock = lockFolder(shelf, { waitMs: 120_000 });
  try {
    if (existsSync(folder)) return folder;
    const draft = `${folder}-draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    await make(draft);
    renameSync(draft, folder);
    return folder;
  } finally {
    lock.release();
  }
}

/** Makes a data folder that was opened and migrated before, and holds nothing yet: a start on it takes half a second. */
export async function giveDataFolder(to: string): Promise<void> {
  const from = await prepared('data', migrations, async (folder) => {
    const database = await openDatabase({ dataDir: folder, thread: false });
    await database.migrate(migrations);
    await database.close();
  });
  cpSync(from, to, { recursive: true });
}
