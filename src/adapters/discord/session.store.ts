import type { Query } from '#core/ports.ts';

/** Where the gateway goes on, and the last event of it that is committed. */
export interface SavedSession {
  sessionId: string;
  resumeUrl: string;
  sequence: number;
}

export async function findSession(query: Query, account: string): Promise<SavedSession | null> {
  const [row] = await query<{ sessionId: string; resumeUrl: string; sequence: bigint }[]>`
    select session_id as "sessionId", resume_url as "resumeUrl", sequence
    from discord_sessions
    where account = ${account}`;
  return row ? { ...row, sequence: Number(row.sequence) } : null;
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
