import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sentence, type Offer } from '#core/messages/card.ts';
import type { Delivering, Reach } from '#core/messages/delivery.settle.ts';
import { channelKey, deliverNext } from '#core/messages/delivery.ts';
import type { Address, Incoming } from '#core/messages/incoming.ts';
import { say, type Say } from '#core/messages/outbox.ts';
import type { Channel, Database, Log, Timer } from '#core/ports.ts';
import type { Turn } from '#core/turn.ts';

/** A Wednesday noon in Shanghai. */
export const noon = Temporal.Instant.from('2026-11-25T04:00:00Z');

export const silent: Log = { info() {}, warn() {}, error() {} };

/** Writes what the desk finds amiss into a list. */
export function noting(problems: string[]): Log {
  const note = (facts: object, event: string): void => void problems.push(`${event} ${JSON.stringify(facts)}`);
  return { info() {}, warn: note, error: note };
}

/** A timer that rings only when the test says so. */
export function manualTimer(): Timer & { ring(): void; beat(): void } {
  const timeouts: AbortController[] = [];
  const beats = new Set<() => void>();
  return {
    after() {
      const timeout = new AbortController();
      timeouts.push(timeout);
      return timeout.signal;
    },
    every(_ms, work) {
      beats.add(work);
      return () => void beats.delete(work);
    },
    ring: () => timeouts.forEach((timeout) => timeout.abort()),
    beat: () => beats.forEach((work) => work()),
  };
}

export const addressOf = (platform: Address['platform'], key = 'C1'): Address => ({ platform, account: 'A1', key, kind: 'dm' });

export function messageFrom(key: string, text: string, dedupeKey: string): Incoming {
  const address = addressOf('telegram', key);
  return { kind: 'message', text, dedupeKey, at: noon.toString(), from: { platform: 'telegram', account: 'A1', key }, address };
}

export function turnOf(database: OpenDatabase, work: (turn: Turn) => Promise<void>, now = noon): Promise<void> {
  return database.transaction((tx) => work({ tx, now, ids: randomIds }));
}

type Spoken = Partial<Omit<Say, 'card'>> & { buttons?: Offer[] };

/** One message said and committed; its dedupe key is its text unless given. */
export function speak(database: OpenDatabase, to: Address, text: string, { buttons, ...rest }: Spoken = {}, now = noon): Promise<void> {
  return turnOf(
    database,
    (turn) => say(turn, { to, class: 'transactional', dedupeKey: text, card: sentence(text, buttons ?? []), ...rest }),
    now,
  );
}

/** Nobody stands behind the addresses. */
export const nobody: Reach = {
  async hold() {},
  async lost() {},
  opening: async () => null,
  async undelivered() {},
  async unshown() {},
  async unsaid() {},
  async shut() {},
  async moved() {},
};

/** What a sender needs of its world. */
export function senderWorld(options: Partial<Delivering> = {}): Delivering {
  return {
    now: noon,
    ids: randomIds,
    log: silent,
    timer: manualTimer(),
    signal: new AbortController().signal,
    hurry: new AbortController().signal,
    reach: nobody,
    ...options,
  };
}

/** Delivers until nothing more can be done now; the number of rounds that did something. */
export async function deliverAll(database: Database, channels: Channel[], options: Partial<Delivering> = {}): Promise<number> {
  const byKey = new Map(channels.map((channel) => [channelKey(channel), channel]));
  const world = senderWorld(options);
  let rounds = 0;
  while (await deliverNext(database, byKey, world)) rounds++;
  return rounds;
}

/** Lets the database's clock pass for everything that waits for it. */
export async function passTime(database: OpenDatabase): Promise<void> {
  await database.sql`update lanes set next_at = now(), free_at = now() where next_at is not null`;
  await database.sql`update channel_accounts set blocked_until = now(), free_at = now(), retry_at = now()`;
  await database.sql`update inbox_lanes set next_at = now()`;
  await database.sql`update jobs set retry_at = now()`;
}

export async function statesOf(database: OpenDatabase): Promise<string[]> {
  const rows = await database.sql<{ line: string }[]>`
    select dedupe_key || ' ' || state || case when uncertain then ' (uncertain)' else '' end as line
    from outbox
    order by seq`;
  return rows.map(({ line }) => line);
}

export async function empty(database: OpenDatabase): Promise<void> {
  await database.sql`truncate outbox, lanes, cards, buttons, channel_accounts, inbox, inbox_keys, inbox_lanes, inbox_turns, jobs, schedules`;
}
