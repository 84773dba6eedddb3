import type { Database, Ids, Log } from '../ports.ts';
import { together } from '../together.ts';
import { accept, acceptAll } from './accepting.store.ts';
import { laneOf, type Incoming } from './incoming.ts';

const mostAtOnce = 100;
/** While the database hangs no more than these are kept in memory; a database that works takes less than the platforms' patience for them. */
const room = 5_000;
/** Whoever holds a row that one of them needs is waited for by that one alone. */
const mostWaitMs = 1_000;

/**
 * Keeps what comes in, each once: a promise resolves when its row is committed, and only then may the platform be answered. What
 * comes while a commit is under way shares the next one, for commits are what a database has fewest of. Within
 * a conversation all keep the order in which they came. Where too many wait already it rejects at once with `Crowded`: the platform is to
 * bring it again.
 */
export const openAccepting = (database: Database, ids: Ids, log: Log): ((incoming: Incoming) => Promise<'stored' | 'duplicate'>) =>
  together({
    all: (incomings: readonly Incoming[]) => acceptAll(database.sql, incomings, ids, mostWaitMs),
    alone: (incoming) => database.transaction((tx) => accept(tx, incoming, ids)),
    lineOf: ({ address }) => laneOf(address),
    most: mostAtOnce,
    room,
    crowded: (refused) => (refused === 0 ? log.error({ waiting: room }, 'inbox.crowded') : log.info({ refused }, 'inbox.has_room_again')),
  });
