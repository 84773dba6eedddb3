import type { Ids, Query } from '../ports.ts';
import { laneOf, type Incoming } from './incoming.ts';

/**
 * Keeps each incoming once, however often it is delivered, in the order in which they are given. One statement: outside a transaction
 * it is committed when the promise resolves, and only then may a platform be answered. Rows are locked in the order of their
 * keys, and waited for no longer than so many milliseconds; 0 waits as long as it takes.
 */
export async function acceptAll(
  query: Query,
  incomings: readonly Incoming[],
  ids: Ids,
  mostWaitMs: number,
): Promise<('stored' | 'duplicate')[]> {
  const keys = incomings.map(() => ids.uuid());
  const bodies = incomings.map((incoming) => JSON.stringify(incoming));
  const stored = await query<{ id: string }[]>`
    with given as materialized (
      select g.*, set_config('lock_timeout', ${mostWaitMs}::text, true)
      from unnest(${keys}::uuid[], ${incomings.map(({ address }) => address.platform)}::text[],
        ${incomings.map(({ address }) => address.account)}::text[], ${incomings.map(({ dedupeKey }) => dedupeKey)}::text[],
        ${incomings.map(({ address }) => laneOf(address))}::text[], ${incomings.map(({ at }) => Temporal.Instant.from(at))}::timestamptz[],
        ${bodies}::text[]) with ordinality as g (id, platform, account, dedupe_key, lane, at, body, nth)
    ), key as (
      insert into inbox_keys (platform, account, dedupe_key, inbox_id, at)
      select platform, account, dedupe_key, id, at
      from given
      order by platform, account, dedupe_key, nth
      on conflict do nothing
      returning inbox_id
    ), fresh as (
      select given.*, row_number() over (partition by lane order by nth) as place, count(*) over (partition by lane) as places
      from given
      join key on inbox_id = id
    ), known as (
      insert into inbox_lanes as standing (lane, last_position, pending, next_at)
      select lane, count(*), count(*), now()
      from fresh
      group by lane
      order by lane
      on conflict (lane) do update
      set last_position = standing.last_position + excluded.last_position,
        pending = standing.pending + excluded.pending,
        next_at = case when standing.pending = 0 then now() else standing.next_at end
      returning lane, last_position
    ), turn as (
      insert into inbox_turns (lane)
      select distinct lane
      from known
      join fresh using (lane)
      where last_position = places
      order by lane
      on conflict do nothing
    )
    insert into inbox (id, lane, position, body, at)
    select id, lane, last_position - places + place, body::jsonb, at
    from fresh
    join known using (lane)
    returning id`;
  const kept = new Set(stored.map(({ id }) => id));
  return keys.map((key) => (kept.has(key) ? 'stored' : 'duplicate'));
}

/** The same for one. */
export async function accept(query: Query, incoming: Incoming, ids: Ids): Promise<'stored' | 'duplicate'> {
  const [kept = 'duplicate'] = await acceptAll(query, [incoming], ids, 0);
  return kept;
}
