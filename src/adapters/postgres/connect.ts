import type { Duplex } from 'node:stream';
import postgres from 'postgres';
import type { Database, Sql } from '#core/ports.ts';
import { readNullsInArrays, type TypeTable } from './arrays.ts';
import { watchLosses, type Losses } from './losses.ts';
import { guarded } from './statement.ts';
import { outsideGate, runTransaction } from './transaction.ts';
import { sqlTypes } from './types.ts';

type PostgresOptions = postgres.Options<typeof sqlTypes>;

export interface Connected extends Database {
  /** The first query of a pool: throws what keeps it from connecting. */
  greet(): Promise<{ version: string; number: number }>;
  end(): Promise<void>;
}

/** Connects to a server; every option that keeps postgres.js safe is set here. */
export function connectServer(url: string, options: PostgresOptions): Connected {
  const losses = watchLosses();
  return connected(postgres(url, { ...always, onclose: () => losses.noticed(), ...options }), losses);
}

/**
 * Connects to the PostgreSQL in this program. It has one session, so more than one connection would win no time, and would have
 * each statement prepared and planned once more. Work waits for its turn, however long that takes.
 */
export function connectEngine(socket: () => Duplex): Connected {
  const embedded = {
    socket,
    max: 1,
    connect_timeout: 0,
    max_lifetime: null,
    host: 'embedded',
    user: 'postgres',
    pass: '',
    database: 'postgres',
  };
  const losses = watchLosses();
  return connected(postgres({ ...always, onclose: () => losses.noticed(), ...embedded }), losses);
}

/**
 * `max_pipeline`: with the default of 100, a `begin` behind exactly so many queued statements ends outside its transaction.
 * `backoff`: by default eight connections that break at once, as when a server restarts, hold statements back for 20 seconds.
 */
const always = {
  types: sqlTypes,
  max_pipeline: 1e9,
  fetch_types: true,
  backoff: (failures: number) => (0.5 + Math.random() / 2) * Math.min(1, 0.02 * 2 ** failures),
  onnotice: () => {},
};

function connected(opened: unknown, losses: Losses): Connected {
  const raw = opened as Sql; // sqlTypes holds two more types than the core names: numeric and json
  return {
    sql: guarded(raw, outsideGate(raw, losses)),
    transaction: (work) => runTransaction(raw, losses, work),
    greet: () => greet(raw),
    end: () => raw.end({ timeout: 5 }),
  };
}

async function greet(raw: Sql): Promise<{ version: string; number: number }> {
  const [row] = await raw<{ version: string; number: number }[]>`
    select
      current_setting('server_version') as version,
      current_setting('server_version_num')::int as number`;
  if (!row) throw new Error('the database answered without a version');
  const kept = raw.options as unknown as TypeTable & { fetch_types: boolean }; // postgres.js does not declare what it keeps about types
  readNullsInArrays(kept);
  // known for the whole pool: a later connection that broke while it asked again would reject a promise nobody holds, and end the program
  kept.fetch_types = false;
  return row;
}
