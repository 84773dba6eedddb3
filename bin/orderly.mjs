#!/usr/bin/env node
// Plain JavaScript that an old Node can read too: the program itself is TypeScript and needs the Node that package.json names.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const needed = 26;
const require = module.createRequire(import.meta.url);

if (majorOf(process.versions.node) >= needed) run();
else runWith(pinnedRuntime());

function run() {
  // it would look for ever in a temporary folder that cannot be
  if (existsSync(tmpdir())) module.enableCompileCache();
  import('../src/main.ts').then(
    ({ main }) => main(process.argv.slice(2)).then((exitCode) => (process.exitCode = exitCode)),
    (error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/Cannot find package/.test(error.message)) throw error;
      give('Orderly is not installed yet: run `npm ci` in its folder first.');
    },
  );
}

/** The Node that was installed beside the program, or null when install scripts or optional packages were switched off. */
function pinnedRuntime() {
  try {
    const manifest = require.resolve('node/package.json');
    if (majorOf(require(manifest).version) < needed) return null;
    const names = ['bin/node', 'bin/node.exe'];
    return names.map((name) => join(dirname(manifest), name)).find((path) => existsSync(path)) || null;
  } catch {
    return null;
  }
}

function runWith(runtime) {
  if (runtime === null)
    return give(
      `Orderly needs Node.js ${needed} or later, this is ${process.versions.node}, and the copy that npm installs with it is missing: ` +
        'run `npm ci --include=optional --ignore-scripts=false` in its folder, or install a newer Node.js.',
    );
  const child = spawn(runtime, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => give(`The Node.js that npm installed (${runtime}) does not start: ${error.message}.`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? code : 128 + constants.signals[signal];
  });
}

function give(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}
