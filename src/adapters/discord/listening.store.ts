import type { Query } from '#core/ports.ts';

/** Discord's clock and ours may differ so much; what is read twice is heard once. */
const margin = '10 minutes';
/** Who waited longer for an answer than this is not helped by one any more. */
const most = '7 days';

/** The session in which everything was heard last, and from when on that is to be doubted; null where the desk never listened. */
export async function findListening(query: Query, account: string): Promise<{ session: string; since: Temporal.Instant } | null> {
  const [row] = await query<{ session: string; since: Temporal.Instant }[]>`
    select session_id as session, greatest(heard_until - ${margin}::interval, now() - ${most}::interval) as since
    from discord_listening
    where account = ${account}`;
  return row ?? null;
}

/** Everything up to now was heard, and this session goes on from here. */
export async function saveListening(query: Query, account: string, session: string): Promise<void> {
  await query`
    insert into discord_listening (account, session_id)
    values (${account}, ${session})
    on conflict (account) do update
    set session_id = excluded.session_id,
      heard_until = now()`;
}

/** The same while it goes on; another process may have begun its own since. */
export async function advanceListening(query: Query, account: string, session: string): Promise<void> {
  await query`
    update discord_listening
    set heard_until = now()
    where account = ${account}
      and session_id = ${session}`;
}
