import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIds } from '#adapters/ids.ts';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { openAccepting } from '#core/messages/accepting.ts';
import type { Database } from '#core/ports.ts';
import { home } from '#src/config.ts';
import { quiet, type Inbox } from './ours.ts';

/** Keeps nothing: what is measured ends where the database begins. A question to the data finds nothing, at once. */
export async function openNowhere(): Promise<Inbox> {
  const none = Object.assign([], { count: 0 });
  const nothing = async (): Promise<unknown> => none;
  const sql = Object.assign(nothing, { json: (value: unknown) => value }) as unknown as Database['sql']; // as much of it as adapters ask
  return {
    database: { sql, transaction: (work) => work(sql as unknown as Parameters<typeof work>[0]) },
    receive: async () => 'stored',
  };
}

/** A migrated database of its own: in this process, as `npm start` has it, or on the server at that address. */
export async function openBenchDatabase(url: string | null): Promise<OpenDatabase> {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'orderly-bench-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  const database = await openDatabase(url === null ? { dataDir: folder() } : { url });
  await database.migrate(join(home, 'migrations'));
  return database;
}

/** The inbox of a desk: committed before anybody is told. */
export async function openDurable(url: string | null): Promise<Inbox> {
  const database = await openBenchDatabase(url);
  return { database, receive: openAccepting(database, randomIds, quiet) };
}
