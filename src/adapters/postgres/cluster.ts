import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

/** Far enough to see that the three databases of a new cluster are copies of one another. */
const window = 27;

/** Where the packed cluster of the installed PostgreSQL lies; `scripts/cluster.ts` writes it. */
export function packedPlace(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as { version: string }; // every package has one
  return join(import.meta.dirname, `cluster-${version}.tar.zst`);
}

/** A cluster in which nothing was ever stored, as an archive: making one takes seconds. Null where none is packed. */
export async function packedCluster(place = packedPlace()): Promise<Blob | null> {
  try {
    const archive = await promisify(zstdDecompress)(await readFile(place), { params: { [constants.ZSTD_d_windowLogMax]: window } });
    return new Blob([archive]);
  } catch {
    return null;
  }
}

export function packCluster(archive: Uint8Array): Promise<Buffer> {
  return promisify(zstdCompress)(archive, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: window,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
}
