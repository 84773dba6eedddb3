import type { Address, PersonRef } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';
import type { Locale } from '../text/locale.ts';

/**
 * Somebody the desk has never met, with the account they speak from; false, and nothing is kept, when the account speaks for
 * somebody already: two first words may come in two conversations at once.
 */
export async function meetCustomer(
  tx: Tx,
  who: { id: string; name: string; locale: Locale; timeZone: string | null; from: PersonRef; dmKey: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const met = await tx`
    with linked as (
      insert into accounts (platform, account, user_key, customer_id, dm_key, preferred, linked_at)
      values (${who.from.platform}, ${who.from.account}, ${who.from.key}, ${who.id}, ${who.dmKey}, true, ${now})
      on conflict (platform, account, user_key) do nothing
      returning customer_id
    )
    insert into customers (id, name, locale, time_zone, tier, price_list, created_at)
    select customer_id, ${who.name}, ${who.locale}, ${who.timeZone}, 'standard', 'standard', ${now}
    from linked`;
  return met.count === 1;
}

/** Whose account it is. */
export interface AccountOwner {
  customerId: string | null;
  staffId: string | null;
}

/** Locks whoever is reached at an address: before anything that waits for them there, as everybody does. */
export async function lockAccountsAt(tx: Tx, { platform, account, key }: Address): Promise<void> {
  await tx`
    select
    from accounts
    where platform = ${platform}
      and account = ${account}
      and dm_key = ${key}
    order by user_key
    for update`;
}

/** The conversation with this person takes nothing any more; null when it is nobody's, `first` when that is news. */
export async function loseAccount(
  tx: Tx,
  to: Address,
  reason: string,
  now: Temporal.Instant,
): Promise<(AccountOwner & { first: boolean }) | null> {
  const [row] = await tx<(AccountOwner & { first: boolean })[]>`
    with known as (
      select platform, account, user_key, reachable
      from accounts
      where platform = ${to.platform}
        and account = ${to.account}
        and dm_key = ${to.key}
      for update
    )
    update accounts a
    set reachable = false,
      unreachable_since = coalesce(a.unreachable_since, ${now}),
      unreachable_reason = ${reason}
    from known k
    where a.platform = k.platform
      and a.account = k.account
      and a.user_key = k.user_key
    returning a.customer_id as "customerId", a.staff_id as "staffId", k.reachable as first`;
  return row ?? null;
}

/**
 * The person speaks to us in their own conversation, which is where they are reached from now on; null when that was known,
 * `regained` when they could not be reached before.
 */
export async function heardFrom(tx: Tx, from: PersonRef, dmKey: string): Promise<(AccountOwner & { regained: boolean }) | null> {
  const [row] = await tx<(AccountOwner & { regained: boolean })[]>`
    with known as (
      select platform, account, user_key, reachable
      from accounts
      where platform = ${from.platform}
        and account = ${from.account}
        and user_key = ${from.key}
        and (not reachable or dm_key <> ${dmKey})
      for update
    )
    update accounts a
    set reachable = true,
      unreachable_since = null,
      unreachable_reason = null,
      dm_key = ${dmKey}
    from known k
    where a.platform = k.platform
      and a.account = k.account
      and a.user_key = k.user_key
    returning a.customer_id as "customerId", a.staff_id as "staffId", not k.reachable as regained`;
  return row ?? null;
}

export interface LostContact {
  name: string;
  since: Temporal.Instant;
  reason: 'blocked' | 'dm_closed' | 'gone';
}

/** Who cannot be reached there, since when and why. */
export async function findLost(query: Query, to: Address): Promise<LostContact | null> {
  const [row] = await query<LostContact[]>`
    select coalesce(c.name, s.name) as name, a.unreachable_since as since, a.unreachable_reason as reason
    from accounts a
    left join customers c on c.id = a.customer_id
    left join staff s on s.id = a.staff_id
    where a.platform = ${to.platform}
      and a.account = ${to.account}
      and a.dm_key = ${to.key}
      and not a.reachable
    limit 1`;
  return row ?? null;
}

/** A conversation goes on under another key: a person's own, or one of the desk. */
export async function moveConversation(tx: Tx, from: Address, key: string): Promise<void> {
  await tx`
    update accounts
    set dm_key = ${key}
    where platform = ${from.platform}
      and account = ${from.account}
      and dm_key = ${from.key}`;
  await tx`
    with old as (
      delete from desk_conversations
      where platform = ${from.platform}
        and account = ${from.account}
        and key = ${from.key}
      returning platform, account, purpose, name
    )
    insert into desk_conversations (platform, account, key, purpose, name)
    select platform, account, ${key}, purpose, name
    from old
    on conflict do nothing`;
}

/**
 * Where a customer hears us: on the channel they chose for it, in this conversation if they still do, otherwise where they like it
 * best; on these channels, where any are named.
 */
export async function reachableAddress(
  query: Query,
  customerId: string,
  conversation: string | null,
  on: readonly Address['platform'][] | null = null,
  about: 'orders' | 'care' = 'care',
): Promise<Address | null> {
  const [row] = await query<{ platform: Address['platform']; account: string; key: string }[]>`
    select a.platform, a.account, a.dm_key as key
    from accounts a
    join customers c on c.id = a.customer_id
    where a.customer_id = ${customerId}
      and a.reachable
      and (${on === null} or a.platform = any (${on === null ? [] : [...on]}::text[]))
    order by coalesce(a.platform = case ${about} when 'orders' then c.orders_channel else c.care_channel end, false) desc,
      a.platform || ':' || a.account || ':' || a.dm_key is not distinct from ${conversation} desc, a.preferred desc, a.linked_at
    limit 1`;
  return row ? { ...row, kind: 'dm' } : null;
}

/** From now on the account speaks for this person, whoever it spoke for before. */
export async function giveAccount(
  tx: Tx,
  from: PersonRef,
  { customerId = null, staffId = null, dmKey }: { customerId?: string | null; staffId?: string | null; dmKey: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into accounts (platform, account, user_key, customer_id, staff_id, dm_key, preferred, linked_at)
    values (${from.platform}, ${from.account}, ${from.key}, ${customerId}, ${staffId}, ${dmKey},
      not exists (
        select from accounts
        where preferred
          and (customer_id = ${customerId} or staff_id = ${staffId})
          and (platform, account, user_key) <> (${from.platform}, ${from.account}, ${from.key})), ${now})
    on conflict (platform, account, user_key) do update
    set customer_id = excluded.customer_id,
      staff_id = excluded.staff_id,
      dm_key = excluded.dm_key,
      preferred = excluded.preferred,
      reachable = true,
      unreachable_since = null,
      unreachable_reason = null,
      linked_at = excluded.linked_at`;
}
