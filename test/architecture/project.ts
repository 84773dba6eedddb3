import { globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { read, type Source } from './source.ts';

export const root = resolve(import.meta.dirname, '../..');

let known: Source[] | undefined;

/** Every file of ours that holds code, read once for all tests of a worker. */
export const sources = (): Source[] => (known ??= readSources());

function readSources(): Source[] {
  const files = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'bin/*.mjs', 'vitest.config.ts'], {
    cwd: root,
    // what is installed on demand below them is not ours
    exclude: ['**/node_modules/**'],
  });
  return files.sort().map((file) => read(file.split(sep).join('/'), readFileSync(join(root, file), 'utf8')));
}
