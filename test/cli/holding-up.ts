import { expect } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';

/** A table into which nobody can write: so a desk can be killed just before it keeps something. Only a server lets one do that from outside. */
export interface HeldUp {
  /** Resolves when so many wait to write into it. */
  waitedFor(times: number): Promise<void>;
  /** The database forgets whoever waits, as if what they wanted to keep had never come: else it keeps it once it can, although they are dead. */
  forget(): Promise<void>;
  release(): Promise<void>;
}

export async function holdUp(database: OpenDatabase, table: string): Promise<HeldUp> {
  const done = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const holder = database.transaction(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`);
    holding.resolve();
    await done.promise;
  });
  await Promise.race([holding.promise, holder]);
  const waiting = async (): Promise<number> =>
    (await database.sql`select 1 from pg_locks where relation = ${table}::regclass and not granted`).length;
  return {
    async waitedFor(times) {
      await expect.poll(waiting, { timeout: 30_000, interval: 10 }).toBeGreaterThanOrEqual(times);
    },
    async forget() {
      await database.sql`select pg_terminate_backend(pid) from pg_locks where relation = ${table}::regclass and not granted`;
      await expect.poll(waiting, { timeout: 30_000, interval: 10 }).toBe(0);
    },
    async release() {
      done.resolve();
      await holder;
    },
  };
}
