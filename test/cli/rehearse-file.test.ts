import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { passingFolder } from '#test/support/folder.ts';
import { startProgram } from '#test/support/program.ts';

const folder = passingFolder('emulating');
const emulate = (...argv: string[]) => startProgram(['platforms', 'emulate', ...argv], { INIT_CWD: folder });

it('writes the settings of a desk into a file, once the platforms listen', async () => {
  const program = emulate('slack', '--port', '0', '--env', 'first.env');
  await program.url;
  const { SLACK_API_URL, ORDERLY_REHEARSAL_URL } = parseEnv(readFileSync(join(folder, 'first.env'), 'utf8'));
  expect((await fetch(`${SLACK_API_URL}auth.test`, { method: 'POST' })).status).toBe(200);
  expect(ORDERLY_REHEARSAL_URL).toBe(await program.url);
  const { exitCode, out } = await program.kill('SIGTERM');
  expect([exitCode, out]).toEqual([0, expect.stringMatching(/^The settings of a desk stand in first\.env\n/)]);
});

it('leaves the file as it is where a port is taken, and names a port from which all are free', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as AddressInfo; // it listens on a port
  writeFileSync(join(folder, 'kept.env'), 'SLACK_BOT_TOKEN=kept\n');
  // the page can be had, and the last of its platforms not
  const { exitCode, out, err } = await emulate('--port', String(port - 3), '--env', 'kept.env').ended;
  other.close();
  expect([exitCode, out]).toEqual([1, '']);
  expect(err).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken, perhaps by another Orderly\.\nStop that program, or /);
  const advised = Number(/--port (\d+)\./.exec(err)?.[1]);
  expect([advised > port, (advised - (port - 3)) % 100]).toEqual([true, 0]);
  expect(readFileSync(join(folder, 'kept.env'), 'utf8')).toBe('SLACK_BOT_TOKEN=kept\n');
});

it('says that a file cannot be written, and ends', async () => {
  const { exitCode, out, err } = await emulate('slack', '--port', '0', '--env', 'nowhere/one.env').ended;
  expect([exitCode, out, err]).toEqual([2, '', expect.stringContaining('cannot be written')]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});
