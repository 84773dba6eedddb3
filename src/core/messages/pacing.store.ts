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

/** Between two looks whether refused credentials were mended: doubles from the first to the most. */
const retry = { firstSeconds: 15, mostSeconds: 600 };

/**
 * Its credentials are refused: nothing goes out any more but one message now and then, to see whether they were mended. True
 * when it was open until now.
 */
export async function stopAccount(
  tx: Tx,
  { platform, account }: Account,
  refusal: { reason: string; now: Temporal.Instant; probe: boolean },
): Promise<boolean> {
  await tx`
    insert into channel_accounts (platform, account)
    values (${platform}, ${account})
    on conflict do nothing`;
  const [known] = await tx<{ open: boolean }[]>`
    select stopped_at is null as open
    from channel_accounts
    where platform = ${platform}
      and account = ${account}
    for update`;
  await tx`
    update channel_accounts
    set stopped_at = coalesce(stopped_at, ${refusal.now}),
      stopped_reason = ${refusal.reason},
      refusals = refusals + case when stopped_at is null or ${refusal.probe} then 1 else 0 end,
      retry_at = case when stopped_at is null then now() + make_interval(secs => ${retry.firstSeconds}) else retry_at end
    where platform = ${platform}
      and account = ${account}`;
  return known?.open ?? false;
}

/** Whether it is our turn to try a stopped account with one message; the next turn comes later each time. */
export async function takeProbe(tx: Tx, { platform, account }: Account): Promise<boolean> {
  const taken = await tx`
    update channel_accounts
    set retry_at = now() + make_interval(secs => least(${retry.firstSeconds} * 2 ^ least(refusals, 20), ${retry.mostSeconds}))
    where platform = ${platform}
      and account = ${account}
      and stopped_at is not null
      and retry_at <= now()`;
  return taken.count === 1;
}

/** The platform took something through it again; false when it was open all the time. */
export async function reopenAccount(tx: Tx, { platform, account }: Account): Promise<boolean> {
  const reopened = await tx`
    update channel_accounts
    set stopped_at = null,
      stopped_reason = null,
      refusals = 0,
      retry_at = '-infinity'
    where platform = ${platform}
      and account = ${account}
      and stopped_at is not null`;
  return reopened.count === 1;
}

/** Whoever starts the desk may just have mended the credentials. */
export async function tryAccountsNow(query: Query): Promise<void> {
  await query`
    update channel_accounts
    set retry_at = '-infinity'
    where stopped_at is not null`;
}
