import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { home } from '#src/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'orderly-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(home, 'bin/orderly.mjs');

/** Runs the real program; `heard` is told everything it has said on stdout so far. */
function start(
  argv: string[],
  options: { env?: Record<string, string>; program?: string; heard?: (out: string, stop: (signal: NodeJS.Signals) => void) => void } = {},
) {
  const env = { PATH: process.env['PATH'], HOME: folder, ORDERLY_DATA_DIR: join(folder, 'data'), INIT_CWD: folder, ...options.env };
  const child = spawn(process.execPath, [options.program ?? program, ...argv], { env, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += String(chunk);
    options.heard?.(said.out, (signal) => child.kill(signal));
  });
  child.stderr.on('data', (chunk: Buffer) => (said.err += String(chunk)));
  return new Promise<{ exitCode: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (exitCode) => resolve({ exitCode, ...said })),
  );
}

it.for(['SIGTERM', 'SIGINT'] as const)('starts, is ready, and ends in order on %s', async (signal) => {
  const ready = Promise.withResolvers<unknown>();
  let asked = false;
  const { exitCode, out, err } = await start(['start', '--port', '0', '--no-open'], {
    heard(said, stop) {
      const url = /answers on (\S+)\n/.exec(said)?.[1];
      if (!url || asked) return;
      asked = true;
      ready.resolve(
        fetch(`${url}/readyz`)
          .then((answer) => answer.json())
          .finally(() => stop(signal)),
      );
    },
  });
  expect([exitCode, await ready.promise], out + err).toEqual([0, { ready: true, faults: [] }]);
});

it('says which port is taken, and does not show a stack', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, err } = await start(['start', '--port', String(port), '--no-open']);
  server.close();
  expect([exitCode, err]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^Port ${port} on 127.0.0.1 is taken, .*\\n.*--port ${port + 1}\\.\\n$`)),
  ]);
});

it('names every wrong setting at once', async () => {
  const { exitCode, err } = await start(['start'], { env: { PORT: 'abc', ORDERLY_LOCALE: 'fr' } });
  expect(exitCode).toBe(2);
  expect(err).toMatch(/PORT[\s\S]*ORDERLY_LOCALE/);
});

it('prints one JSON value and nothing else', async () => {
  const { exitCode, out } = await start(['migrate', '--json']);
  expect([exitCode, JSON.parse(out)]).toEqual([0, { applied: expect.any(Array) }]);
});

it('says in one sentence that its packages are not installed', async () => {
  cpSync(join(home, 'bin'), join(folder, 'bare/bin'), { recursive: true });
  cpSync(join(home, 'src'), join(folder, 'bare/src'), { recursive: true });
  cpSync(join(home, 'package.json'), join(folder, 'bare/package.json'));
  const { exitCode, err } = await start(['--help'], { program: join(folder, 'bare/bin/orderly.mjs') });
  expect([exitCode, err]).toEqual([1, 'Orderly is not installed yet: run `npm ci` in its folder first.\n']);
});
