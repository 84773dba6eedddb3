import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#adapters/postgres/database.ts';
import { DatabaseProblem } from '#adapters/postgres/problem.ts';
import { requireVersion } from '#adapters/postgres/server.ts';
import { engines, serverUrl } from '#test/support/database.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('a server that cannot be used is named with its remedy', () => {
  test('no server answers there', async () => {
    const { port } = await listen(() => {});
    servers.splice(0).forEach((server) => server.close());
    const problem = await openingFails(`postgres://ana:s3cret@127.0.0.1:${port}/orders`);
    expect(problem).toMatchObject({ code: 'server_unreachable', exitCode: 1 });
    expect(problem.message).toContain(`127.0.0.1:${port}`);
  });

  test('something listens but never answers', async () => {
    const { port } = await listen(() => {});
    const problem = await openingFails(`postgres://ana:s3cret@127.0.0.1:${port}/orders`);
    expect(problem.code).toBe('server_unreachable');
  });

  test.each([
    ['28P01', 'password_wrong', 'Check user and password'],
    ['28000', 'password_wrong', 'pg_hba.conf'],
    ['3D000', 'database_missing', 'createdb orders'],
    ['53300', 'server_unreachable', 'Check that it runs'],
  ])('the server refuses with %s', async (sqlstate, code, remedy) => {
    const { port } = await listen((answer) => answer(refusal(sqlstate)));
    const problem = await openingFails(`postgres://ana:s3cret@127.0.0.1:${port}/orders`);
    expect(problem.code).toBe(code);
    expect(problem.remedy).toContain(remedy);
  });

  test.each(['', 'orders', 'mysql://ana:s3cret@host/orders', 'postgres://ana:s3%zcret@[host/orders'])(
    'the address %j is none',
    async (url) => {
      expect(await openingFails(url)).toMatchObject({ code: 'url_invalid', exitCode: 2 });
    },
  );

  test('a server older than PostgreSQL 15 is refused', () => {
    expect(() => requireVersion({ number: 140_013, version: '14.13' })).toThrow(/PostgreSQL 14.13/);
    expect(() => requireVersion({ number: 150_000, version: '15.0' })).not.toThrow();
  });

  test.runIf(engines.includes('server'))('a real server says which database it lacks', async () => {
    const problem = await openingFails(serverUrl('orders_nobody_made'));
    expect(problem).toMatchObject({ code: 'database_missing' });
  });
});

describe('a session on a server', () => {
  const watchful = /tcp_keepalives_idle|idle_in_transaction_session_timeout/;

  test('does without unusual settings where a pooler refuses them', async () => {
    const starts: string[] = [];
    const { port } = await listen((answer, start) => {
      starts.push(start.toString());
      answer(refusal(watchful.test(start.toString()) ? '08P01' : '28P01'));
    });
    expect(await openingFails(`postgres://ana:s3cret@127.0.0.1:${port}/orders`)).toMatchObject({ code: 'password_wrong' });
    expect(starts.map((start) => watchful.test(start))).toEqual([true, false]);
  });

  test.runIf(engines.includes('server'))('is given up by the server soon after this machine is gone', async () => {
    const database = await openDatabase({ url: serverUrl(), connections: 1 });
    const [row] = await database.sql`
      select current_setting('tcp_keepalives_idle') as idle, current_setting('idle_in_transaction_session_timeout') as stuck`;
    await database.close();
    expect(row).toEqual({ idle: '10', stuck: '1min' });
  });
});

async function openingFails(url: string): Promise<DatabaseProblem> {
  const error: unknown = await openDatabase({ url, connectTimeoutSeconds: 0.3 }).then(
    () => new Error('it opened'),
    (problem: unknown) => problem,
  );
  if (!(error instanceof DatabaseProblem)) throw error;
  expect(JSON.stringify([error.message, error.remedy, error.stack, Object.entries(error), String(error.cause)])).not.toContain('s3');
  return error;
}

/** A server that reads the start of a connection and answers as told. */
async function listen(respond: (answer: (bytes: Buffer) => void, start: Buffer) => void): Promise<AddressInfo> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (start) => respond((bytes) => socket.end(bytes), Buffer.from(start)));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server.address() as AddressInfo; // a TCP server has one
}

function refusal(sqlstate: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlstate}\0Mrefused\0\0`);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
