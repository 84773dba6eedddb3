import type { Query } from '#core/ports.ts';

/** Where the gateway goes on, and the last event of it that is committed. */
export interface SavedSession {
  sessionId: string;
  resumeUrl: string;
  sequence: number;
}

/** With the sign of life of whoever holds it, and for how many seconds there was none. */
export async function findSession(query: Query, account: string): Promise<(SavedSession & { sign: string; quiet: number }) | null> {
  const [row] = await query<{ sessionId: string; resumeUrl: string; sequence: bigint; sign: string; quiet: number }[]>`
    select session_id as "sessionId", resume_url as "resumeUrl", sequence, saved_at::text as sign,
      case when saved_at = '-infinity' then 1e9 else extract(epoch from now() - saved_at)::float8 end as quiet
    from discord_sessions
    where account = ${account}`;
  return row ? { ...row, sequence: Number(row.sequence) } : null;
}

/** Says that somebody is at it. */
export async function holdSession(query: Query, account: string, sessionId: string): Promise<void> {
  await query`
    update discord_sessions
    set saved_at = now()
    where account = ${account}
      and session_id = ${sessionId}`;
}

/** Whoever comes next may go on at once. */
export async function releaseSession(query: Query, account: string, sessionId: string): Promise<void> {
  await query`
    update discord_sessions
    set saved_at = '-infinity'
    where account = ${account}
      and session_id = ${sessionId}`;
}

/** A session that begins takes the place of the one before. */
export async function saveSession(query: Query, account: string, session: SavedSession): Promise<void> {
  await query`
    insert into discord_sessions (account, session_id, resume_url, sequence)
    values (${account}, ${session.sessionId}, ${session.resumeUrl}, ${session.sequence})
    on conflict (account) do update
    set session_id = excluded.session_id,
      resume_url = excluded.resume_url,
      sequence = excluded.sequence,
      saved_at = now()`;
}

/** How far one session has come; another process may have begun its own since. */
export async function advanceSession(query: Query, account: string, { sessionId, sequence }: SavedSession): Promise<void> {
  await query`
    update discord_sessions
    set sequence = ${sequence},
      saved_at = now()
    where account = ${account}
      and session_id = ${sessionId}
      and sequence < ${sequence}`;
}

export async function forgetSession(query: Query, account: string): Promise<void> {
  await query`
    delete from discord_sessions
    where account = ${account}`;
}
