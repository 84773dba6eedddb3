import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packedPlace } from '#adapters/postgres/cluster.ts';
import { makeFolder } from '#adapters/postgres/make-folder.ts';
import { readMigrations } from '#adapters/postgres/migrate.ts';

const digestBytes = 32;

/** Names a migrated, empty database: the same migrations on the same PostgreSQL. */
export function snapshotKey(migrations: string): string {
  const hash = createHash('sha256').update(packedPlace());
  for (const { version, sha256 } of readMigrations(migrations)) hash.update(`${version} ${sha256}\n`);
  return hash.digest('hex').slice(0, 20);
}

/** The archive under this key; null when there is none or it is not what was written. */
export async function readSnapshot(folder: string, key: string): Promise<Blob | null> {
  try {
    const bytes = await readFile(join(folder, `${key}.snapshot`));
    const archive = bytes.subarray(digestBytes);
    return digest(archive).equals(bytes.subarray(0, digestBytes)) ? new Blob([archive]) : null;
  } catch {
    return null;
  }
}

/** Keeps the archive under its key. */
export async function writeSnapshot(folder: string, key: string, archive: Uint8Array): Promise<void> {
  makeFolder(folder);
  const draft = join(folder, `${key}.${process.pid}.draft`);
  await writeFile(draft, Buffer.concat([digest(archive), archive]), { mode: 0o600 });
  await rename(draft, join(folder, `${key}.snapshot`));
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
