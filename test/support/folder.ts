import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the tests beside which it is asked for: made before the first and removed after the last, and never made where all are skipped. */
export function passingFolder(name: string): string {
  const folder = join(tmpdir(), `orderly-${name}-${randomBytes(6).toString('hex')}`);
  beforeAll(() => mkdirSync(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
