import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { engines, openEmptyDatabase, openTestDatabase } from '#test/support/database.ts';

describe.each(engines)('migrations, %s', (engine) => {
  let db: OpenDatabase;
  let folder: string;

  beforeAll(async () => {
    db = await openEmptyDatabase(engine);
  }, 60_000);

  afterAll(() => db.close());

  beforeEach(async () => {
    await db.sql.unsafe('drop schema public cascade; create schema public');
    folder = mkdtempSync(join(tmpdir(), 'orderly-migrations-'));
    write('0001_shop.sql', 'create table shop (id int);\ninsert into shop values (1);\n');
    write('0002_more.sql', 'insert into shop values (2);\n');
    return () => rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const shops = async () => (await db.sql`select id from shop order by id`).map((row) => row.id);

  test('each file is applied once, in order; other files are left alone', async () => {
    write('README.md', 'not a migration');
    write('10_short.sql', 'select nonsense');
    expect(await db.migrate(folder)).toEqual(['0001_shop.sql', '0002_more.sql']);
    expect(await db.migrate(folder)).toEqual([]);
    write('0003_last.sql', 'insert into shop values (3)');
    expect(await db.migrate(folder)).toEqual(['0003_last.sql']);
    expect(await shops()).toEqual([1, 2, 3]);
  });

  test('five that migrate at once apply each file once', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => db.migrate(folder)));
    expect(applied.flat().sort()).toEqual(['0001_shop.sql', '0002_more.sql']);
    expect(await shops()).toEqual([1, 2]);
  });

  test('a file that fails leaves nothing of itself and stops those after it', async () => {
    write('0002_more.sql', 'insert into shop values (2); insert into nowhere values (1);');
    write('0003_last.sql', 'insert into shop values (3)');
    await expect(db.migrate(folder)).rejects.toMatchObject({ code: '42P01' });
    expect(await shops()).toEqual([1]);
    write('0002_more.sql', 'insert into shop values (2);');
    expect(await db.migrate(folder)).toEqual(['0002_more.sql', '0003_last.sql']);
  });

  test('a file edited after it was applied is refused by name; other line ends are no edit', async () => {
    await db.migrate(folder);
    write('0001_shop.sql', 'create table shop (id int);\r\ninsert into shop values (1);\r\n');
    expect(await db.migrate(folder)).toEqual([]);
    write('0001_shop.sql', 'create table shop (id bigint);');
    await expect(db.migrate(folder)).rejects.toMatchObject({ code: 'migration_edited', message: expect.stringContaining('0001_shop.sql') });
  });

  test('a database newer than this program is refused', async () => {
    await db.migrate(folder);
    rmSync(join(folder, '0002_more.sql'));
    await expect(db.migrate(folder)).rejects.toMatchObject({ code: 'database_newer', message: expect.stringContaining('0002_more.sql') });
  });

  test('a test database has every migration of Orderly', async () => {
    const ours = join(import.meta.dirname, '../../../migrations');
    const migrated = await openTestDatabase({ engine });
    expect(await migrated.migrate(ours)).toEqual([]);
    const known = await migrated.sql`select version from schema_migration where version <> '0000_lock' order by version`;
    expect(known.map((row) => row.version)).toEqual(
      readdirSync(ours)
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    );
    await migrated.close();
  }, 60_000);
});
