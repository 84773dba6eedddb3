import { json } from '../../json.ts';
import type { Address } from '../../messages/incoming.ts';
import type { Query, Tx } from '../../ports.ts';
import type { Locale } from '../../text/locale.ts';
import type { Moved, Terms } from './join.decide.ts';

export interface HeldAccount {
  platform: Address['platform'];
  account: string;
  key: string;
  dmKey: string;
  preferred: boolean;
  reachable: boolean;
}

/** The accounts somebody speaks from, the preferred one first. */
export async function accountsOf(query: Query, person: { kind: 'customer' | 'staff'; id: string }): Promise<HeldAccount[]> {
  const rows = await query<HeldAccount[]>`
    select platform, account, user_key as key, dm_key as "dmKey", preferred, reachable
    from accounts
    where ${person.kind === 'customer' ? query`customer_id` : query`staff_id`} = ${person.id}
    order by preferred desc, linked_at, platform, user_key`;
  return [...rows];
}

export async function readTerms(tx: Tx, customerId: string): Promise<Terms> {
  const [row] = await tx<Terms[]>`
    select id, name, company, locale, locale_stated as "localeStated", time_zone as "timeZone", prepaid, credit_limit as "creditLimit",
      price_list as "priceList", tier, address
    from customers
    where id = ${customerId}
    for no key update`;
  if (!row) throw new Error(`customer ${customerId} is gone`);
  return row;
}

export async function saveTerms(tx: Tx, terms: Terms): Promise<void> {
  await tx`
    update customers
    set company = ${terms.company},
      locale = ${terms.locale},
      locale_stated = ${terms.localeStated},
      time_zone = ${terms.timeZone},
      prepaid = ${terms.prepaid},
      credit_limit = ${terms.creditLimit},
      address = ${terms.address}
    where id = ${terms.id}`;
}

/** All accounts of one customer speak for another one; which they were is returned. */
export async function moveAccounts(tx: Tx, from: string, to: string): Promise<HeldAccount[]> {
  const rows = await tx<HeldAccount[]>`
    update accounts
    set customer_id = ${to},
      preferred = preferred and not exists (select from accounts where customer_id = ${to} and preferred)
    where customer_id = ${from}
    returning platform, account, user_key as key, dm_key as "dmKey", preferred, reachable`;
  return [...rows];
}

/** What was said about messages becomes another one's word: all of it, or what is named. */
export async function moveConsents(tx: Tx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update consents
    set customer_id = ${to}
    where customer_id = ${from}
      and (${only === null} or id = any (${[...(only ?? [])]}::uuid[]))
    returning id`;
  return rows.map(({ id }) => id);
}

/** Whoever looks for `former` finds `into`; null: they are themselves again. */
export async function pointTo(tx: Tx, former: string, into: string | null): Promise<void> {
  await tx`update customers set joined_into = ${into} where id = ${former}`;
}

export interface Join {
  id: string;
  customerId: string;
  formerId: string;
  moved: Moved;
}

export async function putJoin(tx: Tx, join: Join, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into joins (id, customer_id, former_id, moved, at)
    values (${join.id}, ${join.customerId}, ${join.formerId}, ${json(tx, join.moved)}, ${now})`;
}

/** With whom this account came to the customer it speaks for, while that stands. */
export async function standingJoin(
  tx: Tx,
  customerId: string,
  { platform, account, key }: Pick<HeldAccount, 'platform' | 'account' | 'key'>,
): Promise<Join | null> {
  const [row] = await tx<Join[]>`
    select id, customer_id as "customerId", former_id as "formerId", moved
    from joins
    where undone_at is null
      and customer_id = ${customerId}
      and moved -> 'accounts' @> ${json(tx, [{ platform, account, key }])}
    order by at desc
    limit 1
    for update`;
  return row ?? null;
}

export async function endJoin(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx`update joins set undone_at = ${now} where id = ${id}`;
}

/** Somebody who was part of another customer: as they are called and speak, without terms of their own. */
export async function partCustomer(tx: Tx, like: { id: string; name: string; locale: Locale }, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into customers (id, name, locale, tier, price_list, created_at)
    values (${like.id}, ${like.name}, ${like.locale}, 'standard', 'standard', ${now})`;
}
