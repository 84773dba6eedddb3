import type { Tx } from '../ports.ts';

/**
 * After the database's clock was set back, times to wait for lie further ahead than any that is ever given: those count as
 * come. Whoever sends to an address just then keeps it for as long as a lease lasts.
 */
export async function forgetOldClock(tx: Tx, { mostSeconds, leaseSeconds }: { mostSeconds: number; leaseSeconds: number }): Promise<void> {
  await tx`
    update inbox_lanes
    set next_at = now()
    where pending > 0
      and next_at > now() + make_interval(secs => ${mostSeconds})`;
  await tx`
    update lanes
    set next_at = case
        when next_at <= now() + make_interval(secs => ${mostSeconds}) then next_at
        when token is null then now()
        else now() + make_interval(secs => ${leaseSeconds}) end,
      free_at = least(free_at, now())
    where next_at is not null
      and greatest(next_at, free_at) > now() + make_interval(secs => ${mostSeconds})`;
  await tx`
    update channel_accounts
    set free_at = case when free_at > now() + make_interval(secs => ${mostSeconds}) then now() else free_at end,
      blocked_until = case when blocked_until > now() + make_interval(secs => ${mostSeconds}) then now() else blocked_until end,
      retry_at = case when retry_at > now() + make_interval(secs => ${mostSeconds}) then now() else retry_at end
    where greatest(free_at, blocked_until, retry_at) > now() + make_interval(secs => ${mostSeconds})`;
}
