import type { Query, Tx } from '../ports.ts';

export interface Account {
  platform: string;
  account: string;
}

/** How far the absolute schedule may run ahead: more than the pause between two looks, or part of the limit would be lost. */
const aheadSeconds = 0.1;

/**
 * How many messages the account may send now. The row stays locked until the transaction ends, so that any number of
 * processes share one limit.
 */
export async function openSlots(tx: Tx, { platform, account }: Account, perSecond: number): Promise<number> {
  const [row] = await tx<{ open: number }[]>`
    insert into channel_accounts as known (platform, account)
    values (${platform}, ${account})
    on conflict (platform, account) do update
    set free_at = greatest(known.free_at, now())
    returning floor(extract(epoch from now() + make_interval(secs => ${aheadSeconds}) - greatest(free_at, now())) * ${perSecond}::float8)::int + 1 as open`;
  return Math.max(0, row?.open ?? 0);
}

export async function takeSlots(tx: Tx, { platform, account }: Account, perSecond: number, count: number): Promise<void> {
  await tx`
    update channel_accounts
    set free_at = greatest(free_at, now()) + make_interval(secs => ${count / perSecond})
    where platform = ${platform}
      and account = ${account}`;
}

/** The platform said it: nothing goes out through the account for so long. */
export async function pauseAccount(tx: Tx, { platform, account }: Account, seconds: number): Promise<void> {
  await tx`
    insert into channel_accounts as known (platform, account, blocked_until)
    values (${platform}, ${account}, now() + make_interval(secs => ${seconds}))
    on conflict (platform, account) do update
    set blocked_until = greatest(known.blocked_until, excluded.blocked_until)`;
}

/** Its credentials are refused: nothing goes out until somebody resumes it. */
export async function stopAccount(tx: Tx, { platform, account }: Account, reason: string, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into channel_accounts as known (platform, account, stopped_at, stopped_reason)
    values (${platform}, ${account}, ${now}, ${reason})
    on conflict (platform, account) do update
    set stopped_at = coalesce(known.stopped_at, excluded.stopped_at),
      stopped_reason = excluded.stopped_reason`;
}

/** After its credentials were mended, that is at every start. */
export async function resumeAccount(query: Query, { platform, account }: Account): Promise<void> {
  await query`
    update channel_accounts
    set stopped_at = null,
      stopped_reason = null
    where platform = ${platform}
      and account = ${account}
      and stopped_at is not null`;
}
