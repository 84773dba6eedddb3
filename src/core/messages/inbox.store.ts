import { json } from '../json.ts';
import type { Query, Tx } from '../ports.ts';
import { laneOf, type Address, type Incoming, type Outcome } from './incoming.ts';

/** Where somebody spoke with the desk on this account, as far as it is remembered; where they did last comes first. */
export async function conversationsHeard(query: Query, { platform, account }: Pick<Address, 'platform' | 'account'>, most: number) {
  const rows = await query<{ address: Address }[]>`
    select newest.address
    from inbox_lanes l
    cross join lateral (
      select i.body -> 'address' as address
      from inbox i
      where i.lane = l.lane
      order by i.position desc
      limit 1
    ) newest
    where starts_with(l.lane, ${laneOf({ platform, account, key: '', kind: 'dm' })})
    order by l.next_at desc
    limit ${most}`;
  return rows.map(({ address }) => address);
}

export interface Received {
  state: 'received' | 'done' | 'parked';
  outcome: Outcome | null;
}

/** What came of a delivery; null for one that never came, or whose message was tidied away. */
export async function outcomeOf(query: Query, platform: string, account: string, dedupeKey: string): Promise<Received | null> {
  const [row] = await query<Received[]>`
    select i.state, i.outcome
    from inbox_keys k
    join inbox i on i.id = k.inbox_id
    where k.platform = ${platform}
      and k.account = ${account}
      and k.dedupe_key = ${dedupeKey}`;
  return row ?? null;
}

export interface Waiting {
  id: string;
  lane: string;
  body: Incoming;
  attempts: number;
  /** How often a process began with it and was never heard of again. */
  unfinished: number;
}

/** What was written in a conversation last, newest first; the message that is being handled is not among them. */
export async function lastWords(
  query: Query,
  address: Address,
  since: Temporal.Instant,
  limit: number,
): Promise<{ at: string; text: string }[]> {
  const rows = await query<{ at: string; text: string }[]>`
    select body ->> 'at' as at, body ->> 'text' as text
    from (
      select body, state, at, position
      from inbox
      where lane = ${laneOf(address)}
      order by position desc
      limit 10) recent
    where state = 'done'
      and at >= ${since}
      and body ->> 'kind' = 'message'
      and body ->> 'text' <> ''
    order by position desc
    limit ${limit}`;
  return [...rows];
}

/** What of somebody's in a conversation was handled already although it was said after this moment, by the platform's clock; newest first. */
export async function handledSince(
  query: Query,
  { address, from }: Pick<Incoming, 'address' | 'from'>,
  saidAt: Temporal.Instant,
): Promise<Incoming[]> {
  const rows = await query<{ body: Incoming }[]>`
    select body
    from (
      select body, state, position
      from inbox
      where lane = ${laneOf(address)}
      order by position desc
      limit 50) recent
    where state = 'done'
      and body -> 'from' ->> 'key' = ${from.key}
      and (body ->> 'saidAt')::timestamptz > ${saidAt}
    order by position desc`;
  return rows.map(({ body }) => body);
}

/** Whether a conversation is to be handled, as a part of a statement. */
export const anyHeard = (query: Query) => query`exists (select from inbox_lanes where pending > 0 and next_at <= now())`;

/** Whether a conversation is to be handled. */
export async function isAnyDue(query: Query): Promise<boolean> {
  const [row] = await query<{ due: boolean }[]>`select ${anyHeard(query)} as due`;
  return row?.due ?? false;
}

/** Takes the turn of the conversation that waits longest and that nobody else handles. */
export async function lockDueLane(tx: Tx): Promise<string | null> {
  const [row] = await tx<{ lane: string }[]>`
    select t.lane
    from inbox_lanes l
    join inbox_turns t on t.lane = l.lane
    where l.pending > 0
      and l.next_at <= now()
    order by l.next_at
    limit 1
    for update of t skip locked`;
  return row?.lane ?? null;
}

/** Null when another consumer handled the lane between the look and the lock. */
export async function firstWaiting(tx: Tx, lane: string): Promise<Waiting | null> {
  const [row] = await tx<Waiting[]>`
    select i.id, i.lane, i.body, i.attempts, i.unfinished
    from inbox_lanes l
    join inbox i on i.lane = l.lane
    where l.lane = ${lane}
      and l.next_at <= now()
      and i.state = 'received'
    order by i.position
    limit 1`;
  return row ?? null;
}

/**
 * Counts that somebody begins, before anything can go wrong, and keeps the conversation for the moment until they hold it. The
 * count may be lost with the machine, so its commit waits for no disk.
 */
export async function markBegun(tx: Tx, { id, lane }: Waiting, keepSeconds: number): Promise<void> {
  await tx`
    update inbox
    set unfinished = unfinished + 1
    where id = ${id}
    returning set_config('synchronous_commit', 'off', true)`;
  await tx`
    update inbox_lanes
    set next_at = now() + make_interval(secs => ${keepSeconds})
    where lane = ${lane}`;
}

/** Takes the turn of the conversation for a message that was begun; false when it is over already. */
export async function lockBegun(tx: Tx, { id, lane }: Waiting): Promise<boolean> {
  const turn = await tx`select from inbox_turns where lane = ${lane} for update`;
  if (turn.count === 0) return false;
  const standing = await tx`select from inbox where id = ${id} and state = 'received'`;
  return standing.count === 1;
}

export async function markDone(tx: Tx, waiting: Waiting, outcome: Outcome): Promise<void> {
  await tx`
    update inbox
    set state = 'done',
      unfinished = 0,
      outcome = ${json(tx, outcome)}
    where id = ${waiting.id}`;
  await leaveLane(tx, waiting.lane);
}

/** Puts a message back, or parks it; null when it was handled, or failed again, by somebody else meanwhile. */
export async function markFailed(
  tx: Tx,
  waiting: Waiting,
  failure: { error: string; attempts: number; seconds: number },
): Promise<'received' | 'parked' | null> {
  const [row] = await tx<{ state: 'received' | 'parked' }[]>`
    update inbox
    set attempts = attempts + 1,
      unfinished = 0,
      last_error = ${failure.error},
      state = case when attempts + 1 >= ${failure.attempts}::int then 'parked' else 'received' end
    where id = ${waiting.id}
      and state = 'received'
      and attempts = ${waiting.attempts}
    returning state`;
  if (row?.state === 'parked') await leaveLane(tx, waiting.lane);
  if (row?.state === 'received')
    await tx`
      update inbox_lanes
      set next_at = now() + make_interval(secs => ${failure.seconds})
      where lane = ${waiting.lane}`;
  return row?.state ?? null;
}

/** Out of the way of the others, without another attempt. */
export async function parkUnfinished(tx: Tx, { id, lane }: Waiting, error: string): Promise<void> {
  await tx`
    update inbox
    set state = 'parked',
      last_error = ${error}
    where id = ${id}`;
  await leaveLane(tx, lane);
}

/** The other conversations go before the next message of this one. */
async function leaveLane(tx: Tx, lane: string): Promise<void> {
  await tx`
    update inbox_lanes
    set pending = pending - 1,
      next_at = now()
    where lane = ${lane}`;
}
