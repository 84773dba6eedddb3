import { json } from '../json.ts';
import type { Address, FileRef } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';
import type { ListRow } from '../stock/list.ts';
import type { ListKind } from './lists.ts';

/** A list that came as a file. */
export interface ListFile {
  id: string;
  staffId: string;
  /** Where it was sent, and its card stands. */
  address: Address;
  file: FileRef;
  kind: ListKind | null;
  state: 'waiting' | 'shown' | 'taken' | 'cancelled' | 'refused';
  rows: ListRow[] | null;
  attempts: number;
  createdAt: Temporal.Instant;
}

export async function putListFile(
  tx: Tx,
  { id, staffId, address, file }: Pick<ListFile, 'id' | 'staffId' | 'address' | 'file'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx`
    insert into list_files (id, staff_id, address, file, created_at)
    values (${id}, ${staffId}, ${json(tx, address)}, ${json(tx, file)}, ${now})`;
}

/** The files of these accounts, or of all others. */
export interface Whence {
  within: boolean;
  accounts: readonly string[];
}

export const everywhere: Whence = { within: false, accounts: [] };

const fetchable = (query: Query, { within, accounts }: Whence) => query`
  state = 'waiting'
    and next_at <= now()
    and ((file ->> 'platform') || ':' || (file ->> 'account') = any (${[...accounts]}::text[])) = ${within}`;

/** Whether a file is to be fetched, as a part of a statement. */
export const anyListFile = (query: Query, whence: Whence) => query`exists (select from list_files where ${fetchable(query, whence)})`;

/** The next file to be fetched, ours for as long as the lease; whoever dies with it leaves it to the next. */
export async function claimListFile(query: Query, leaseSeconds: number, whence: Whence): Promise<ListFile | null> {
  const [row] = await query<ListFile[]>`
    update list_files
    set attempts = attempts + 1,
      next_at = now() + make_interval(secs => ${leaseSeconds})
    where id = (
      select id
      from list_files
      where ${fetchable(query, whence)}
      order by next_at
      limit 1
      for update skip locked)
    returning ${columns(query)}`;
  return row ?? null;
}

export async function lockListFile(tx: Tx, id: string): Promise<ListFile | null> {
  const [row] = await tx<ListFile[]>`
    select ${columns(tx)}
    from list_files
    where id = ${id}
    for update`;
  return row ?? null;
}

export async function showRows(tx: Tx, id: string, kind: ListKind, rows: readonly ListRow[]): Promise<void> {
  await tx`
    update list_files
    set state = 'shown',
      kind = ${kind},
      rows = ${json(tx, rows)}
    where id = ${id}`;
}

/** It is over with this file: what was read of it is forgotten. */
export async function endListFile(tx: Tx, id: string, state: 'taken' | 'cancelled' | 'refused'): Promise<void> {
  await tx`
    update list_files
    set state = ${state},
      rows = null
    where id = ${id}`;
}

const columns = (query: Query) => query`
  id, staff_id as "staffId", address, file, kind, state, rows, attempts, created_at as "createdAt"`;

/** Files that nobody will say anything about any more, with what was read of them. */
export async function forgetListFiles(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from list_files where created_at < ${before} and state <> 'waiting'`;
}
