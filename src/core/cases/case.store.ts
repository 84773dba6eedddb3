import { json } from '../json.ts';
import type { Address } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';
import type { Case, CaseAbout, CaseMessage, Words } from './case.ts';

/** False when the customer has an open case already. */
export async function insertCase(
  tx: Tx,
  opened: { id: string; customerId: string; orderId: string | null; about: CaseAbout; address: Address; earlier: Case['earlier'] },
  now: Temporal.Instant,
): Promise<boolean> {
  const { platform, account, key } = opened.address;
  const inserted = await tx`
    insert into cases (id, number, customer_id, order_id, about, state, version, platform, account, conversation, earlier, opened_at, waiting_since)
    values (${opened.id}, nextval('case_numbers'), ${opened.customerId}, ${opened.orderId}, ${opened.about}, 'open', 1, ${platform}, ${account},
      ${key}, ${json(tx, opened.earlier)}, ${now}, ${now})
    on conflict (customer_id) where state = 'open' do nothing`;
  return inserted.count === 1;
}

/** As `giveBackNumbers` of orders. */
export async function giveBackCaseNumbers(query: Query): Promise<void> {
  await query`
    select setval('case_numbers', max(c.number))
    from case_numbers s
    join cases c on c.number between s.last_value - 32 and s.last_value
    having max(c.number) is not null`;
}

/** Locks the case against every other change until the transaction ends. */
export async function lockCase(tx: Tx, id: string): Promise<Case | null> {
  const [row] = await tx<CaseRow[]>`select ${columns(tx)} from cases where id = ${id} for update`;
  return row ? toCase(row) : null;
}

/** The customer's open case, locked. */
export async function lockOpenCase(tx: Tx, customerId: string): Promise<Case | null> {
  const [row] = await tx<CaseRow[]>`select ${columns(tx)} from cases where customer_id = ${customerId} and state = 'open' for update`;
  return row ? toCase(row) : null;
}

export async function findCase(query: Query, id: string): Promise<Case | null> {
  const [row] = await query<CaseRow[]>`select ${columns(query)} from cases where id = ${id}`;
  return row ? toCase(row) : null;
}

export async function findOpenCase(query: Query, customerId: string): Promise<Case | null> {
  const [row] = await query<CaseRow[]>`select ${columns(query)} from cases where customer_id = ${customerId} and state = 'open'`;
  return row ? toCase(row) : null;
}

/** What a customer's open case is about; null where none is open. */
export async function openCaseAbout(query: Query, customerId: string): Promise<CaseAbout | null> {
  const [row] = await query<{ about: CaseAbout }[]>`select about from cases where customer_id = ${customerId} and state = 'open'`;
  return row?.about ?? null;
}

export async function latestCase(query: Query, customerId: string): Promise<Case | null> {
  const [row] = await query<CaseRow[]>`
    select ${columns(query)}
    from cases
    where customer_id = ${customerId}
    order by opened_at desc
    limit 1`;
  return row ? toCase(row) : null;
}

export async function findCaseByNumber(query: Query, number: bigint): Promise<Case | null> {
  const [row] = await query<CaseRow[]>`select ${columns(query)} from cases where number = ${number}`;
  return row ? toCase(row) : null;
}

/** Open cases; those who wait come first, the longest wait before the others. */
export async function openCases(query: Query, limit: number): Promise<Case[]> {
  const rows = await query<CaseRow[]>`
    select ${columns(query)}
    from cases
    where state = 'open'
    order by waiting_since, number
    limit ${limit}`;
  return rows.map(toCase);
}

/** Saves what may change of a case, one version on. */
export async function saveCase(tx: Tx, changed: Case): Promise<void> {
  const { platform, account, key } = changed.address;
  await tx`
    update cases
    set order_id = ${changed.orderId},
      about = ${changed.about},
      state = ${changed.state},
      version = ${changed.version},
      platform = ${platform},
      account = ${account},
      conversation = ${key},
      messages = ${changed.messages},
      waiting_since = ${changed.waitingSince},
      first_reply_at = ${changed.firstReplyAt},
      closed_at = ${changed.closedAt},
      closed_by = ${changed.closedBy}
    where id = ${changed.id}`;
}

export async function insertCaseMessage(
  tx: Tx,
  message: Words & { id: string; caseId: string; position: number; author: 'customer' | 'staff'; authorId: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into case_messages (id, case_id, position, at, author, author_id, text, files)
    values (${message.id}, ${message.caseId}, ${message.position}, ${now}, ${message.author}, ${message.authorId}, ${message.text},
      ${json(tx, message.files)})`;
}

/** The newest messages of a case, oldest of them first. */
export async function lastMessages(query: Query, caseId: string, limit: number): Promise<CaseMessage[]> {
  const rows = await query<CaseMessage[]>`
    select m.id, m.at, m.author, coalesce(s.name, c.name) as name, m.text, m.files
    from case_messages m
    left join staff s on m.author = 'staff' and s.id = m.author_id
    left join customers c on m.author = 'customer' and c.id = m.author_id
    where m.case_id = ${caseId}
    order by m.position desc
    limit ${limit}`;
  return rows.toReversed();
}

/** The words of cases that were closed before a moment; that there was a conversation stays. */
export async function emptyClosedCases(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`
    with old as (
      update cases
      set emptied = true,
        earlier = '[]'
      where state = 'closed'
        and not emptied
        and closed_at < ${before}
      returning id
    )
    update case_messages m
    set text = null,
      files = '[]'
    from old
    where m.case_id = old.id`;
}

type CaseRow = Omit<Case, 'address'> & { platform: Address['platform']; account: string; conversation: string };

const columns = (query: Query) => query`
  id, number, customer_id as "customerId", order_id as "orderId", about, state, version, platform, account, conversation, earlier,
    messages, opened_at as "openedAt", waiting_since as "waitingSince", first_reply_at as "firstReplyAt", closed_at as "closedAt",
    closed_by as "closedBy"`;

function toCase({ platform, account, conversation, ...rest }: CaseRow): Case {
  return { ...rest, address: { platform, account, key: conversation, kind: 'dm' } };
}
