import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { findBusiness } from '#core/people/business.store.ts';
import { speakTo } from '#core/people/setup.store.ts';
import { readConfig } from '#src/config.ts';
import { foundAnew, placeFor, settleBusiness } from '#src/founding.ts';
import { openTestDatabase } from './support/database.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const settings = readConfig({});

describe.for(['demo', 'own'] as const)('a database that was first used for the business %s', (first) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await settleBusiness(database, settings, first === 'demo' ? null : 'empty', now);
  });
  afterAll(() => database.close());

  it('keeps it, whatever is asked for later', async () => {
    await settleBusiness(database, settings, null, now);
    const other = first === 'demo' ? 'empty' : 'demo';
    await expect(settleBusiness(database, settings, other, now)).rejects.toMatchObject({
      exitCode: 2,
      // whoever wants a business of their own is shown the way to it first
      remedy: expect.stringContaining(
        `${other === 'empty' ? 'Give your business' : 'give the demo'} a place of its own: ${placeFor(database, other)}`,
      ),
    });
    expect((await findBusiness(database.sql))?.origin).toBe(first);
  });

  it('is made anew only where that is the demo; another is refused before anything is done to it', async () => {
    await database.sql`delete from prices`;
    let began = false;
    const answer = await foundAnew(database, async () => ((began = true), now));
    expect([answer.ok, began]).toEqual(first === 'demo' ? [true, true] : [false, false]);
    expect((await database.sql`select from prices`).count > 30).toBe(first === 'demo');
  });

  it('speaks in its channels as it was asked to, also when the demo is made anew', async () => {
    await database.transaction((tx) => speakTo(tx, 'zh-TW'));
    await foundAnew(database, async () => now);
    expect((await findBusiness(database.sql))?.locale).toBe('zh-TW');
  });

  it.runIf(first === 'demo')('lets its manager read the language it was begun in, and its clerks their own', async () => {
    await foundAnew(database, async () => now, 'zh-TW');
    expect(await database.sql`select name, locale from staff where name in ('Bob', 'Grace', 'Lin 林') order by name`).toMatchObject([
      { name: 'Bob', locale: 'en' },
      { name: 'Grace', locale: 'zh-TW' },
      { name: 'Lin 林', locale: 'zh-CN' },
    ]);
  });

  it('has a way out that its settings do not stand in', () => {
    expect(placeFor({ ...database, engine: 'server' }, 'demo')).toContain('createdb');
    expect(placeFor({ ...database, engine: 'embedded' }, 'demo')).toContain('ORDERLY_DATA_DIR');
  });
});
