import type { Platform } from '../../messages/incoming.ts';
import type { Query, Tx } from '../../ports.ts';
import type { KeptContact } from './contact.decide.ts';

/** Kept once; false where they gave too many in a day for it to mean anything. */
export async function putContact(
  tx: Tx,
  customerId: string,
  contact: KeptContact,
  now: Temporal.Instant,
  mostInDay: number,
): Promise<boolean> {
  await tx`
    insert into contacts as known (customer_id, kind, digest, tail, noted_at, last_at, listed)
    select ${customerId}, ${contact.kind}, ${contact.digest}, ${contact.tail}, ${now}, ${now}, false
    where (
      select count(*)
      from contacts
      where customer_id = ${customerId}
        and noted_at > ${now.subtract({ hours: 24 })}) < ${mostInDay}
    on conflict (customer_id, kind, digest) do update
    set last_at = greatest(known.last_at, excluded.last_at)`;
  const kept = await tx`select from contacts where customer_id = ${customerId} and digest = ${contact.digest}`;
  return kept.count === 1;
}

/** What a list says of the customer with that key in another program. */
export async function putListedContact(
  tx: Tx,
  { source, ref }: { source: string; ref: string },
  contact: KeptContact,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into contacts as known (customer_id, kind, digest, tail, noted_at, last_at, listed)
    select coalesce(joined_into, id), ${contact.kind}, ${contact.digest}, ${contact.tail}, ${now}, ${now}, true
    from customers
    where source = ${source}
      and external_ref = ${ref}
    on conflict (customer_id, kind, digest) do update
    set last_at = greatest(known.last_at, excluded.last_at),
      listed = true`;
}

/** Two customers of whom one is new here and speaks from one account alone. */
export interface Pair {
  newcomerId: string;
  knownId: string;
}

/**
 * Who gave the same before and is somebody else, where this one is new here and unlinked; whoever stands in a list is known whenever
 * they gave it. Nobody becomes the known one by giving what a newcomer gave: so they would try out who is a customer.
 */
export async function pairsOf(
  query: Query,
  customerId: string,
  contact: KeptContact,
  since: Temporal.Instant,
  limit: number,
): Promise<Pair[]> {
  const rows = await query<Pair[]>`
    select n.id as "newcomerId", k.id as "knownId"
    from customers n
    join contacts mine on mine.customer_id = n.id and mine.digest = ${contact.digest}
    cross join lateral (
      select coalesce(c.joined_into, c.id) as id, min(theirs.noted_at) as noted_at
      from contacts theirs
      join customers c on c.id = theirs.customer_id
      where theirs.digest = mine.digest
      group by 1) giver
    join customers k on k.id = giver.id
    where n.id = ${customerId}
      and n.id <> k.id
      and n.created_at > ${since}
      and n.source is null
      and (k.source is not null or (k.created_at, k.id) < (n.created_at, n.id) and giver.noted_at <= mine.noted_at)
      and (select count(*) from accounts a where a.customer_id = n.id) = 1
      and not exists (select from joins j where j.customer_id = n.id and j.undone_at is null)
    order by k.created_at, k.id
    limit ${limit}`;
  return [...rows];
}

export interface Hint extends Pair {
  id: string;
  kind: KeptContact['kind'];
  tail: string;
  state: 'open' | 'code_given' | 'refused';
  newcomer: string;
  known: string;
  /** Where the newcomer writes. */
  platform: Platform;
  decidedBy: string | null;
}

/** True when nobody was told of these two before, and not of too many in the day before. */
export async function putHint(
  tx: Tx,
  { id, newcomerId, knownId }: Pair & { id: string },
  { kind, tail }: Pick<KeptContact, 'kind' | 'tail'>,
  now: Temporal.Instant,
  most: { ofOne: number; inAll: number },
): Promise<boolean> {
  const put = await tx`
    insert into hints (id, newcomer_id, known_id, kind, tail, at)
    select ${id}, ${newcomerId}, ${knownId}, ${kind}, ${tail}, ${now}
    where (select count(*) from hints where at > ${now.subtract({ hours: 24 })}) < ${most.inAll}
      and (select count(*) from hints where newcomer_id = ${newcomerId} and at > ${now.subtract({ hours: 24 })}) < ${most.ofOne}
    on conflict do nothing`;
  return put.count === 1;
}

/** Locked, so that of two who decide at once the second finds it decided. Both are who they are by now: whoever was joined is the one they were joined to. */
export async function lockHint(tx: Tx, id: string): Promise<Hint | null> {
  const [row] = await tx<Hint[]>`
    select h.id, n.id as "newcomerId", k.id as "knownId", h.kind, h.tail, h.state, n.name as newcomer, k.name as known,
      (select a.platform from accounts a where a.customer_id = n.id order by a.linked_at limit 1) as platform, s.name as "decidedBy"
    from hints h
    join customers n on n.id = (select coalesce(c.joined_into, c.id) from customers c where c.id = h.newcomer_id)
    join customers k on k.id = (select coalesce(c.joined_into, c.id) from customers c where c.id = h.known_id)
    left join staff s on s.id = h.decided_by
    where h.id = ${id}
    for update of h`;
  return row ?? null;
}

export async function decideHint(
  tx: Tx,
  id: string,
  state: 'code_given' | 'refused',
  staffId: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    update hints
    set state = ${state},
      decided_by = ${staffId},
      decided_at = ${now}
    where id = ${id}`;
}

/** What was not said for so long, or not named by a list for so long; and hints, decided or not, that old. */
export async function forgetContacts(
  tx: Tx,
  before: { said: Temporal.Instant; listed: Temporal.Instant; told: Temporal.Instant },
): Promise<void> {
  await tx`
    delete from contacts
    where last_at < ${before.said}
      and (not listed or last_at < ${before.listed})`;
  await tx`delete from hints where at < ${before.told}`;
}
