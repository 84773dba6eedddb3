import { writeFile } from 'node:fs/promises';
import { packCluster, packedPlace } from '#adapters/postgres/cluster.ts';
import { startEngine } from '#adapters/postgres/embedded.ts';

/** Packs a new cluster of the installed PostgreSQL for first starts. To be run whenever @electric-sql/pglite changes. */
const engine = await startEngine({ folder: null, archive: null });
const packed = await packCluster(await engine.dump());
await engine.close();
await writeFile(packedPlace(), packed);
console.log(`${packedPlace()}: ${packed.length} bytes`);
