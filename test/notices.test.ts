import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { placeFor } from '#src/founding.ts';
import { noticesOf } from '#src/notices.ts';
import { openTestDatabase } from './support/database.ts';

let database: OpenDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const warnings = (desk: Partial<Parameters<typeof noticesOf>[1]>): string[] =>
  noticesOf(database, { isPlayground: true, isLive: true, origin: 'demo', isDemoMeant: false, ...desk }).filter((line) =>
    line.startsWith('WARNING'),
  );

it('warns in one line where a platform speaks for the demo business, with the way to a place of its own', () => {
  expect(warnings({})).toEqual([expect.stringContaining(placeFor(database, 'empty'))]);
});

it('warns nobody who asked for the demo, has a business of their own or no platform', () => {
  expect(warnings({ isDemoMeant: true })).toEqual([]);
  expect(warnings({ origin: 'own' })).toEqual([]);
  expect(warnings({ isLive: false })).toEqual([]);
});
