import type { Database, Ids } from '../ports.ts';
import { together } from '../together.ts';
import { accept, acceptAll } from './accepting.store.ts';
import { laneOf, type Incoming } from './incoming.ts';

const mostAtOnce = 100;
/** Whoever holds a row that one of them needs is waited for by that one alone. */
const mostWaitMs = 1_000;

/**
 * Keeps what comes in, each once: a promise resolves when its row is committed, and only then may the platform be answered. What
 * comes while a commit is under way shares the next one, for commits are what a database has fewest of. Within
 * a conversation all keep the order in which they came.
 */
export const openAccepting = (database: Database, ids: Ids): ((incoming: Incoming) => Promise<'stored' | 'duplicate'>) =>
  together({
    all: (incomings: readonly Incoming[]) => acceptAll(database.sql, incomings, ids, mostWaitMs),
    alone: (incoming) => database.transaction((tx) => accept(tx, incoming, ids)),
    lineOf: ({ address }) => laneOf(address),
    most: mostAtOnce,
  });
