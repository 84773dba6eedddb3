import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql, Tx } from '#core/ports.ts';
import { isConnectionLost, type Losses } from './losses.ts';
import { codeOf } from './problem.ts';
import { guarded, type Gate } from './statement.ts';

const attempts = 8;
const conflicts = new Set(['40001', '40P01']);

interface Scope {
  sql: Sql;
  open: boolean;
}

/** Knows, along await chains, whether the running code is inside a transaction. */
const scopes = new AsyncLocalStorage<Scope>();

/**
 * Stops a statement that forgot to use `tx`: embedded it would wait for its own transaction for ever, on a server it would
 * persist although the transaction is rolled back.
 */
export function outsideGate(sql: Sql, losses: Losses): Gate {
  return {
    settled: losses.settled,
    refuse: () => (insideTransaction(sql) ? new Error('This statement runs outside the open transaction: use its tx, not sql') : null),
    failed: losses.noticed,
  };
}

function insideTransaction(sql: Sql): boolean {
  const scope = scopes.getStore();
  return scope?.sql === sql && scope.open;
}

/**
 * Runs the work in one transaction and, after a serialisation failure or a deadlock, runs it again from the start, so the work
 * must have no effect besides its statements. A lost connection is not retried: the commit may have happened.
 */
export async function runTransaction<T>(sql: Sql, losses: Losses, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (insideTransaction(sql)) throw new Error('A transaction is open here already: pass its tx on');
  for (let attempt = 1; ; attempt++) {
    try {
      const settled = losses.settled();
      if (settled) await settled;
      return await attemptOnce(sql, losses, work);
    } catch (error) {
      if (attempt === attempts || !conflicts.has(codeOf(error))) throw error;
      await pause(Math.random() * 8 * 2 ** attempt);
    }
  }
}

/**
 * When the backend dies, postgres.js would send later statements of the work, and its own rollback, to whatever connection
 * comes next. So from the first sign of a lost connection every statement is refused, the caller is rejected at once, and the
 * work's own outcome is never handed to postgres.js.
 */
function attemptOnce<T>(sql: Sql, losses: Losses, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope: Scope = { sql, open: true };
  const lost = Promise.withResolvers<never>();
  let death: Error | null = null;
  const die = (error: unknown): void => {
    losses.noticed(error);
    death ??= error instanceof Error ? error : new Error('connection lost', { cause: error });
    lost.reject(death);
  };
  const gate: Gate = {
    settled: losses.settled,
    refuse: () => death ?? (scope.open ? null : new Error('This statement came after its transaction had ended: await it inside')),
    failed: (error) => {
      if (isConnectionLost(error)) die(error);
    },
  };
  const never = new Promise<never>(() => {});
  const run = async (tx: Tx): Promise<T> => {
    try {
      const value = await scopes.run(scope, async () => work(guarded(tx, gate)));
      return death ? await never : value;
    } catch (error) {
      gate.failed(error);
      if (death) return await never;
      throw error;
    } finally {
      scope.open = false;
    }
  };
  const ended = sql.begin(run).catch((error: unknown) => {
    if (isConnectionLost(error)) die(error);
    throw error;
  }) as Promise<T>; // postgres.js unwraps arrays of promises in its type; the work returns a promise already
  ended
    .catch(() => {})
    .finally(() => {
      scope.open = false;
    });
  return Promise.race([ended, lost.promise]);
}
