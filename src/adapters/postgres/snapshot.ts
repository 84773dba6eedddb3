import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { readMigrations } from './migrate.ts';

const digestBytes = 32;

/** Where this machine keeps snapshots: a cache, so that a first start takes a second instead of several. */
export function snapshotFolder(): string {
  const caches: Partial<Record<NodeJS.Platform, string>> = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  return join(homedir(), caches[platform()] ?? '.cache', 'orderly');
}

/** Names a migrated, empty database: the same migrations on the same PostgreSQL. */
export function snapshotKey(migrations: string): string {
  const hash = createHash('sha256').update(engineVersion());
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

/** Keeps the archive in place of older ones; says whether it could. */
export async function writeSnapshot(folder: string, key: string, archive: Uint8Array): Promise<boolean> {
  try {
    makeFolder(folder);
    const older = (await readdir(folder)).filter((name) => name.endsWith('.snapshot'));
    const draft = join(folder, `${key}.${process.pid}.draft`);
    await writeFile(draft, Buffer.concat([digest(archive), archive]), { mode: 0o600 });
    await rename(draft, join(folder, `${key}.snapshot`));
    for (const name of older) if (name !== `${key}.snapshot`) await rm(join(folder, name), { force: true });
    return true;
  } catch {
    return false;
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function engineVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return readFileSync(join(entry, '..', '..', 'package.json'), 'utf8');
}
