import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { packedCluster, packedPlace } from '#adapters/postgres/cluster.ts';
import { openDatabase } from '#adapters/postgres/database.ts';
import { lockFolder } from '#adapters/postgres/lock.ts';
import { prepared } from '#test/support/prepared.ts';
import { isThorough, onlyThorough, runs } from '#test/support/runs.ts';

const ground = mkdtempSync(join(tmpdir(), 'orderly-folders-'));
const migrations = join(ground, 'migrations');
/** A folder that was opened and migrated once. */
let opened: string;
/** Empty; `copyOpened` makes it a copy of that. */
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  mkdirSync(migrations);
  writeFileSync(join(migrations, '0001_stored.sql'), 'create table stored (number int, text text)');
  opened = await prepared('folder', migrations, firstStart);
});

const copyOpened = (): void => cpSync(opened, folder, { recursive: true });

async function firstStart(dataDir: string): Promise<void> {
  const db = await openDatabase({ dataDir, thread: false });
  expect(await db.migrate(migrations)).toEqual(['0001_stored.sql']);
  await db.sql`insert into stored values (1, 'from the first start')`;
  await db.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(ground, 'data-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await end(child);
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => rmSync(ground, { recursive: true, force: true }));

test('a second process on the folder is told which process has it', async () => {
  copyOpened();
  const first = writer('hold');
  expect(await first.line()).toBe('open');
  const second = writer('hold');
  expect(await second.line()).toMatch(new RegExp(`^folder_held .*process ${first.child.pid} `));
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'folder_held',
    remedy: expect.stringContaining(`kill ${first.child.pid}`),
  });
  await end(first.child);
  const db = await openDatabase({ dataDir: folder, thread: false });
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'folder_held',
    message: expect.stringContaining(`process ${process.pid} `),
  });
  expect(await writer('hold').line()).toMatch(new RegExp(`^folder_held .*process ${process.pid} `));
  await db.close();
  lockFolder(folder).release();
});

test.runIf(isThorough)(
  `after kill -9 under load the folder opens and nothing acknowledged is lost${onlyThorough}`,
  async () => {
    let before = 0;
    for (let round = 0; round < runs(1); round++) {
      const { child, line } = writer('write', before);
      expect(await line()).toBe('open');
      let acknowledged = before;
      while (acknowledged < before + 40 + round * 17) acknowledged = Number(await line());
      await end(child);
      for (let more = await line(); more !== null; more = await line()) acknowledged = Number(more);
      const db = await openDatabase({ dataDir: folder, thread: false });
      const rows = await db.sql<{ number: number; parts: bigint }[]>`
      select number, count(*) as parts
      from stored
      group by number
      order by number`;
      await db.close();
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
      expect(rows.every(({ number, parts }, index) => number === index + 1 && parts === 2n)).toBe(true);
      before = rows.length;
    }
  },
  120_000,
);

test('the packed cluster is of the PostgreSQL that is installed; after an upgrade scripts/cluster.ts packs a new one', async () => {
  expect(await packedCluster()).not.toBeNull();
});

test('a packed cluster that is cut off or missing is none', async () => {
  const packed = join(folder, 'packed');
  expect(await packedCluster(packed)).toBeNull();
  writeFileSync(packed, readFileSync(packedPlace()).subarray(0, 100_000));
  expect(await packedCluster(packed)).toBeNull();
});

test.runIf(isThorough)(`a new folder is made without it where it is no cluster${onlyThorough}`, async () => {
  const packed = join(folder, 'packed');
  writeFileSync(packed, zstdCompressSync('no cluster'));
  const db = await openDatabase({ dataDir: join(folder, 'new'), packed, thread: false });
  expect(await db.migrate(migrations)).toEqual(['0001_stored.sql']);
  await db.close();
});

test('a folder whose first start was cut off is made anew, and its data is kept ever after', async () => {
  copyOpened();
  rmSync(join(folder, 'ready'));
  rmSync(join(folder, 'postgres', 'base'), { recursive: true });
  const again = await openDatabase({ dataDir: folder, thread: false });
  await again.migrate(migrations);
  expect(await again.sql`select from stored`).toHaveLength(0);
  await again.close();
  expect(existsSync(join(folder, 'ready'))).toBe(true);
});

test('damaged data is reported with its remedy and not replaced', async () => {
  copyOpened();
  rmSync(join(folder, 'postgres', 'global'), { recursive: true });
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'engine_failed',
    remedy: expect.stringContaining('backup'),
  });
  expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
});

test.for([
  ['under a file', () => join(folder, 'file', 'data'), 'part of that path is a file'],
  ['where a file is', () => join(folder, 'file'), 'there is a file of that name'],
  [
    'in a place that takes none',
    () => (existsSync('/proc/self') ? '/proc/orderly/data' : join(folder, 'file', 'data')),
    'cannot be written',
  ],
] as const)('a folder %s is reported with its remedy', async ([, dataDir, reason]) => {
  writeFileSync(join(folder, 'file'), '');
  await expect(openDatabase({ dataDir: dataDir() })).rejects.toMatchObject({
    code: 'folder_not_writable',
    message: expect.stringContaining(reason),
    remedy: expect.stringContaining('ORDERLY_DATA_DIR'),
  });
});

test('a long query leaves the event loop free', async () => {
  const db = await openDatabase({ dataDir: folder });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const since = performance.now();
  await db.sql`select count(*) from generate_series(1, 3000000) x where x % 7 = 0`;
  const took = performance.now() - since;
  delay.disable();
  expect(took).toBeGreaterThan(150);
  expect(delay.max / 1e6).toBeLessThan(took / 2);
  await db.close();
});

function writer(task: 'hold' | 'write', from = 0) {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'writer.ts'), folder, migrations, task, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, line: async (): Promise<string | null> => (await lines.next()).value ?? null };
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
