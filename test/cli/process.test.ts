import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { home } from '#src/config.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const folder = passingFolder('process');
beforeAll(() => giveDataFolder(join(folder, 'data')));

/** Runs a command line to its end. */
const run = (argv: string[], env: Record<string, string> = {}) => start(argv, env).ended;
const start = (argv: string[], env: Record<string, string> = {}) =>
  startProgram(argv, { HOME: folder, ORDERLY_DATA_DIR: join(folder, 'data'), INIT_CWD: folder, ...env });

it.for(isThorough ? (['SIGTERM', 'SIGINT'] as const) : (['SIGTERM'] as const))(
  'starts, is ready, and ends in order on %s',
  async (signal) => {
    const desk = start(['start', '--port', '0', '--no-open', '--empty']);
    const ready = await (await fetch(`${await desk.url}/readyz`)).json();
    const { exitCode, out, err } = await desk.kill(signal);
    expect([exitCode, ready], out + err).toEqual([0, { ready: true, faults: [] }]);
  },
);

it.runIf(isThorough)(`says which port is taken, and does not show a stack${onlyThorough}`, async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, err } = await run(['start', '--port', String(port), '--no-open']);
  server.close();
  expect([exitCode, err]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^Port ${port} on 127.0.0.1 is taken, .*\\n.*--port ${port + 1}\\n$`)),
  ]);
});

it.for([
  ['start', 'npm start -- --port '],
  ['orderly', 'npm run --silent orderly -- start --port '],
  ['', '--port '],
] as const)('hints at another port as it can be typed where npm ran the script “%s”', async ([script, typed]) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, err } = await run(['start', '--port', String(port), '--no-open'], script === '' ? {} : { npm_lifecycle_event: script });
  server.close();
  expect([exitCode, err]).toEqual([1, expect.stringMatching(new RegExp(`^Port ${port} .*\\n.*another port: ${typed}${port + 1}\\n$`))]);
});

it('names every wrong setting at once', async () => {
  const { exitCode, err } = await run(['start'], { PORT: 'abc', ORDERLY_LOCALE: 'fr' });
  expect(exitCode).toBe(2);
  expect(err).toMatch(/PORT[\s\S]*ORDERLY_LOCALE/);
});

it.runIf(isThorough)(`prints one JSON value and nothing else${onlyThorough}`, async () => {
  const { exitCode, out } = await run(['migrate', '--json']);
  expect([exitCode, JSON.parse(out)]).toEqual([0, { applied: expect.any(Array) }]);
});

it.runIf(isThorough && existsSync('/proc'))(`says at once that a data folder cannot be made${onlyThorough}`, async () => {
  const { exitCode, err } = await run(['start', '--no-open', '--port', '0'], { ORDERLY_DATA_DIR: '/proc/nope' });
  expect([exitCode, err]).toEqual([
    1,
    expect.stringMatching(/^The data folder \/proc\/nope cannot be written: .*\n.*ORDERLY_DATA_DIR\.\n$/),
  ]);
});

it.runIf(isThorough)(`says in one sentence that its packages are not installed${onlyThorough}`, async () => {
  cpSync(join(home, 'bin'), join(folder, 'bare/bin'), { recursive: true });
  cpSync(join(home, 'src'), join(folder, 'bare/src'), { recursive: true });
  cpSync(join(home, 'package.json'), join(folder, 'bare/package.json'));
  const { exitCode, err } = await startProgram(['--help'], {}, join(folder, 'bare/bin/orderly.mjs')).ended;
  expect([exitCode, err]).toEqual([1, 'Orderly is not installed yet: run `npm ci` in its folder first.\n']);
});
