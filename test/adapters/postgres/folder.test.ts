import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#adapters/postgres/database.ts';

let place: string;
let folder: string;
let migrations: string;
const snapshots = mkdtempSync(join(tmpdir(), 'orderly-snapshots-'));
const children: ChildProcess[] = [];

afterAll(() => rmSync(snapshots, { recursive: true, force: true }));

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'orderly-folder-'));
  folder = join(place, 'data');
  migrations = mkdtempSync(join(place, 'migrations-'));
  writeFileSync(join(migrations, '0001_stored.sql'), 'create table stored (number int, text text)');
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await end(child);
  rmSync(place, { recursive: true, force: true });
});

test('a second process on the folder is told which process has it', async () => {
  const first = writer('hold');
  expect(await first.line()).toBe('open');
  const second = writer('hold');
  expect(await second.line()).toMatch(new RegExp(`^folder_held .*process ${first.child.pid} `));
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'folder_held',
    remedy: expect.stringContaining(`kill ${first.child.pid}`),
  });
  await end(first.child);
  const db = await openDatabase({ dataDir: folder, snapshots });
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'folder_held',
    message: expect.stringContaining(`process ${process.pid} `),
  });
  expect(await writer('hold').line()).toMatch(new RegExp(`^folder_held .*process ${process.pid} `));
  await db.close();
  await (await openDatabase({ dataDir: folder, snapshots })).close();
}, 60_000);

test('after kill -9 under load, three times, the folder opens and nothing acknowledged is lost', async () => {
  for (let round = 0; round < 3; round++) {
    const { child, line } = writer('write');
    expect(await line()).toBe('open');
    let acknowledged = 0;
    while (acknowledged < 40 + round * 17) acknowledged = Number(await line());
    await end(child);
    for (let more = await line(); more !== null; more = await line()) acknowledged = Number(more);
    const db = await openDatabase({ dataDir: folder, migrations, snapshots });
    const rows = await db.sql<{ number: number; parts: bigint }[]>`
      select number, count(*) as parts
      from stored
      group by number
      order by number`;
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(rows.every(({ number, parts }, index) => number === index + 1 && parts === 2n)).toBe(true);
    await db.sql`truncate stored`;
    await db.close();
  }
}, 120_000);

test('a new folder starts from the snapshot of an earlier one, and without it when that is damaged', async () => {
  rmSync(snapshots, { recursive: true, force: true });
  const start = async (name: string) => {
    const db = await openDatabase({ dataDir: join(place, name), migrations, snapshots });
    const applied = await db.migrate(migrations);
    await db.sql`insert into stored values (1, ${name})`;
    const stored = await db.sql`select text from stored`;
    await db.close();
    expect(stored).toEqual([{ text: name }]);
    return applied;
  };
  expect(await start('first')).toEqual(['0001_stored.sql']);
  expect(await start('second')).toEqual([]);
  const [file = ''] = readdirSync(snapshots);
  const bytes = readFileSync(join(snapshots, file));
  writeFileSync(join(snapshots, file), bytes.fill(7, bytes.length / 2, bytes.length / 2 + 1));
  expect(await start('third')).toEqual(['0001_stored.sql']);
  writeFileSync(join(migrations, '0002_more.sql'), 'create table more (id int)');
  expect(await start('fourth')).toEqual(['0001_stored.sql', '0002_more.sql']);
  expect(readdirSync(snapshots)).toHaveLength(1);
}, 60_000);

test('a folder whose first start was cut off is made anew, and its data is kept ever after', async () => {
  const db = await openDatabase({ dataDir: folder, migrations, snapshots });
  await db.migrate(migrations);
  await db.close();
  rmSync(join(folder, 'ready'));
  rmSync(join(folder, 'postgres', 'base'), { recursive: true });
  const again = await openDatabase({ dataDir: folder, migrations, snapshots });
  await again.migrate(migrations);
  expect(await again.sql`select from stored`).toHaveLength(0);
  await again.close();
  expect(existsSync(join(folder, 'ready'))).toBe(true);
}, 60_000);

test('damaged data is reported with its remedy and not replaced', async () => {
  await (await openDatabase({ dataDir: folder, migrations, snapshots })).close();
  rmSync(join(folder, 'postgres', 'global'), { recursive: true });
  await expect(openDatabase({ dataDir: folder, migrations, snapshots })).rejects.toMatchObject({
    code: 'engine_failed',
    remedy: expect.stringContaining('backup'),
  });
  expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
}, 60_000);

test.for([
  ['under a file', () => join(place, 'file', 'data'), 'part of that path is a file'],
  ['where a file is', () => join(place, 'file'), 'there is a file of that name'],
  [
    'in a place that takes none',
    () => (existsSync('/proc/self') ? '/proc/orderly/data' : join(place, 'file', 'data')),
    'cannot be written',
  ],
] as const)('a folder %s is reported with its remedy', async ([, dataDir, reason]) => {
  writeFileSync(join(place, 'file'), '');
  await expect(openDatabase({ dataDir: dataDir() })).rejects.toMatchObject({
    code: 'folder_not_writable',
    message: expect.stringContaining(reason),
    remedy: expect.stringContaining('ORDERLY_DATA_DIR'),
  });
});

test('a long query leaves the event loop free', async () => {
  const db = await openDatabase({ dataDir: folder, migrations, snapshots });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const since = performance.now();
  await db.sql`select count(*) from generate_series(1, 3000000) x where x % 7 = 0`;
  const took = performance.now() - since;
  delay.disable();
  expect(took).toBeGreaterThan(150);
  expect(delay.max / 1e6).toBeLessThan(took / 2);
  await db.close();
}, 60_000);

function writer(task: 'hold' | 'write') {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'writer.ts'), folder, migrations, snapshots, task], {
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
