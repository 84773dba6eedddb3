import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#core/notes/reading.ts';
import { rulesVersion } from '#core/notes/rules/version.data.ts';

const file = join(import.meta.dirname, '../src/core/notes/rules/version.data.ts');

/** What the rules go by that read these notes so; in whatever order the sets are read. */
export function versionOf(readings: ReadonlyMap<string, Reading>): string {
  const hash = createHash('sha256');
  for (const id of [...readings.keys()].toSorted()) hash.update(JSON.stringify([id, { ...readings.get(id), version: '' }]));
  return `rules-${hash.digest('hex').slice(0, 8)}`;
}

/** Writes the version into the rules; readings are stamped with it from the next start on. */
export function saveVersion(version: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(rulesVersion, version));
}
