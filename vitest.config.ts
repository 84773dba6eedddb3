import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';

// the servers of the second opinion are installed inside
const files = globSync('test/**/*.test.ts', { cwd: import.meta.dirname, exclude: ['**/node_modules'] }).map((file) =>
  file.split(sep).join('/'),
);

/** A test that opens a database says so by what it imports. */
const opensDatabase = (file: string): boolean =>
  /\/support\/(?:database|desk)\b/.test(readFileSync(join(import.meta.dirname, file), 'utf8'));

/** Which project a test belongs to: by its folder, and by whether it needs a database. */
const projectOf = (file: string): string =>
  /^test\/(?:adapters|cli|journeys|browser)\//.test(file) || opensDatabase(file) ? 'outside' : 'unit';

const include = (name: string): string[] => files.filter((file) => projectOf(file) === name);
// what statements leave behind is cleared away in fewer, larger rounds; the usual size is one for small programs
setFlagsFromString('--max-semi-space-size=64');
// a busy machine is no failure: nothing here is timed
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    // one more than a small machine has cores: some tests wait for a platform or a process, and another computes meanwhile
    maxWorkers: 3,
    projects: [
      // computes only, and is done within seconds: this is what `npm run check` runs
      { extends: true, test: { name: 'unit', include: include('unit'), ...patient } },
      // with a database, a platform, a process, a browser; one project, as each has workers of its own that load everything anew
      { extends: true, test: { name: 'outside', include: include('outside'), ...patient } },
    ],
  },
});
