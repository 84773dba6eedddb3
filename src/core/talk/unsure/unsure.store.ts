import { json } from '../../json.ts';
import type { Address } from '../../messages/incoming.ts';
import type { SecondOfMessage } from '../../notes/intent/model/verify.ts';
import { wishes, type Wish } from '../../notes/intent/wish.ts';
import type { Query, Tx } from '../../ports.ts';
import type { Locale } from '../../text/locale.ts';

/** A customer's message that was not clear, what it may want, and what they said it does. */
export interface Unsure {
  id: string;
  customerId: string;
  address: Address;
  locale: Locale;
  text: string;
  /** What was said of it before the buttons, where that is more than that it is not clear. */
  lead: string | null;
  /** What the rules think. */
  hints: Wish[];
  chosen: string | null;
  /** What a model read in it; null where none was asked, or has not answered. */
  second: SecondOfMessage | null;
}

export async function putUnsure(
  tx: Tx,
  { id, customerId, address, locale, text, lead, hints }: Omit<Unsure, 'chosen' | 'second'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into unclear_messages (id, at, customer_id, address, locale, said, lead, hints)
    values (${id}, ${now}, ${customerId}, ${json(tx, address)}, ${locale}, ${text}, ${lead}, ${json(tx, hints)})`;
}

const columns = (query: Query) => query`id, customer_id as "customerId", address, locale, said as text, lead, hints, chosen, second`;

export async function findUnsure(query: Query, id: string): Promise<Unsure | null> {
  const [row] = await query<Unsure[]>`select ${columns(query)} from unclear_messages where id = ${id}`;
  return row ?? null;
}

export async function lockUnsure(tx: Tx, id: string): Promise<Unsure | null> {
  const [row] = await tx<Unsure[]>`select ${columns(tx)} from unclear_messages where id = ${id} for update`;
  return row ?? null;
}

/** A customer says what they meant: with their words and what the rules and a model made of them, an example to learn from. */
export async function keepChoice(tx: Tx, id: string, wish: string, now: Temporal.Instant): Promise<void> {
  await tx`
    update unclear_messages
    set chosen = ${wish},
      chosen_at = ${now}
    where id = ${id}`;
}

/** Whether it was asked less than so long ago, by the clock of the database: no business time passes while somebody looks at a card. */
export async function isFresh(query: Query, id: string, seconds: number): Promise<boolean> {
  const fresh = await query`
    select
    from unclear_messages
    where id = ${id}
      and asked_at > now() - make_interval(secs => ${seconds})`;
  return fresh.count > 0;
}

export async function keepSecondOfMessage(tx: Tx, id: string, second: SecondOfMessage): Promise<void> {
  await tx`update unclear_messages set second = ${json(tx, second)} where id = ${id}`;
}

/** A message with what its customer said they wanted by it. */
export type Chosen = Omit<Unsure, 'chosen'> & { at: Temporal.Instant; chosen: Wish };

/** Those in the order in which they were written, so many after one. */
export async function chosenAfter(query: Query, after: { at: Temporal.Instant; id: string } | null, limit: number): Promise<Chosen[]> {
  const rows = await query<Chosen[]>`
    select at, ${columns(query)}
    from unclear_messages
    where chosen = any(${[...wishes]})
      and (${after === null} or (at, id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by at, id
    limit ${limit}`;
  return [...rows];
}

/** They repeat what customers wrote, and are kept no longer than messages. */
export async function deleteOldUnsure(tx: Tx, before: Temporal.Instant, most: number): Promise<void> {
  await tx`
    delete from unclear_messages
    where id in (
      select id
      from unclear_messages
      where at < ${before}
      order by at
      limit ${most})`;
}
