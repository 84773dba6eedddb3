import { say } from '../messages/outbox.ts';
import type { Draft } from '../messages/card.ts';
import { sentence } from '../messages/card.ts';
import { errorLine } from '../messages/failure.decide.ts';
import { readBusiness } from '../people/business.store.ts';
import { findReader } from '../people/speaker.store.ts';
import { record } from '../events/event.store.ts';
import type { Channel, Database, Ids, Log, TableReader, Timer } from '../ports.ts';
import type { Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { headingOf, rowsOf } from './columns.decide.ts';
import { claimListFile, endListFile, everywhere, lockListFile, showRows, type ListFile, type Whence } from './list-file.store.ts';
import { liveName, reportCard } from './list.cards.ts';
import { kindOfHeading, listKinds, lists, type ListKind, type Report } from './lists.ts';
import type { Rows, Table } from './table.ts';

/** The largest file that is fetched, in bytes; what is larger is for the terminal. */
export const mostBytes = 2 * 1024 * 1024;
/** More rows than that are for the terminal too: they are taken over in one transaction. */
const mostRows = 5_000;
const fetchMs = 8_000;
const leaseSeconds = 60;
const mostAttempts = 3;

export interface Fetching {
  now: Temporal.Instant;
  ids: Ids;
  log: Log;
  timer: Timer;
  /** Null: no list is read here. */
  tables: TableReader | null;
}

/** Fetches the next list that came as a file, outside of any transaction, and shows what it would do. False when none waits. */
export async function fetchNextList(
  database: Database,
  channels: readonly Channel[],
  world: Fetching,
  whence: Whence = everywhere,
): Promise<boolean> {
  const fetching = await claimNextList(database, channels, world, whence);
  await fetching?.();
  return fetching !== null;
}

/** Takes the next list that came as a file from there; null when none waits. What is returned fetches it. */
export async function claimNextList(
  database: Database,
  channels: readonly Channel[],
  world: Fetching,
  whence: Whence,
): Promise<(() => Promise<void>) | null> {
  const { tables } = world;
  const claimed = tables && (await claimListFile(database.sql, leaseSeconds, whence));
  return claimed && (() => fetchList(database, channels, world, claimed, tables));
}

async function fetchList(
  database: Database,
  channels: readonly Channel[],
  world: Fetching,
  claimed: ListFile,
  tables: TableReader,
): Promise<void> {
  try {
    await showNext(database, claimed, world, await fetched(claimed, channels, world, tables));
  } catch (error) {
    // it comes back when its lease is over; after the third time its sender hears that nothing came of it
    world.log.warn({ list: claimed.id, attempt: claimed.attempts, error: errorLine(error) }, 'list.failed');
    if (claimed.attempts >= mostAttempts) await showNext(database, claimed, world, null);
  }
}

/** What was read of the file, for its sender to see. `null`: it could not be had. */
async function showNext(database: Database, claimed: ListFile, world: Fetching, read: Read | null): Promise<void> {
  const tried = read?.ok ? await tryList(database, world, claimed, read) : null;
  const { id } = claimed;
  await database.transaction(async (tx) => {
    const turn = { tx, now: world.now, ids: world.ids };
    const list = await lockListFile(tx, id);
    if (list?.state !== 'waiting') return;
    const locale = await localeOf(turn, list);
    if (!read?.ok || !tried) return refuse(turn, list, refusalOf(read, locale));
    const { rows, ignored } = read.rows;
    await showRows(tx, id, read.kind, rows);
    const after = { list: id, kind: read.kind, read: rows.length };
    await record(turn, { kind: 'list.shown', actor: { kind: 'system' }, via: list.address, after });
    const about = { id, file: list.file.name, kind: read.kind, report: tried, ignored, done: false };
    await showList(turn, list, reportCard(about, locale), 'shown');
  });
}

async function fetched({ file }: ListFile, channels: readonly Channel[], { timer }: Fetching, tables: TableReader): Promise<Read | null> {
  const channel = channels.find(({ platform, account }) => platform === file.platform && account === file.account);
  if (!channel?.readFile) return null;
  const signal = timer.after(fetchMs);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('the file did not come in time')), { once: true }),
  );
  // whatever a platform does with the signal
  const bytes = await Promise.race([channel.readFile(file, { most: mostBytes, signal }), late]);
  if (bytes.length > mostBytes) throw new Error(`the file is larger than ${mostBytes} bytes`);
  return readList(tables.read(bytes));
}

type Read =
  | { ok: true; kind: ListKind; rows: Extract<Rows, { ok: true }> }
  | { ok: false; fault: 'no_text' | 'no_table' | 'no_list' | 'missing' | 'twice' | 'too_many_rows'; columns: string[] };

function readList(table: Table): Read {
  if (!table.ok) return { ok: false, fault: table.fault, columns: [] };
  const kind = kindOfHeading(headingOf(table.records[0] ?? []));
  if (!kind) return { ok: false, fault: 'no_list', columns: [] };
  const rows = rowsOf(table.records, lists[kind].columns);
  if (!rows.ok) return { ok: false, fault: rows.fault === 'not_called' ? 'missing' : rows.fault, columns: rows.columns };
  return rows.rows.length > mostRows ? { ok: false, fault: 'too_many_rows', columns: [] } : { ok: true, kind, rows };
}

/** What the list would do: done for real, and undone. */
async function tryList(
  database: Database,
  { now, ids }: Fetching,
  list: ListFile,
  { kind, rows: { rows } }: Extract<Read, { ok: true }>,
): Promise<Report> {
  let report: Report | undefined;
  try {
    await database.transaction(async (tx) => {
      const turn = { tx, now, ids };
      report = await lists[kind].take(turn, rows, await readBusiness(tx), await localeOf(turn, list));
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone && report) return report;
    throw error;
  }
  throw new Error('a trial is always undone');
}

/** Thrown to roll a trial back. */
class Undone extends Error {}

function refusalOf(read: Read | null, locale: Locale): string {
  const t = words(locale);
  if (read === null || read.ok) return t('lists:refused.not_fetched');
  const needed = listKinds.map((kind) =>
    t('lists:needs', { kind: t(`lists:name.${kind}`), columns: lists[kind].columns.needed.join(', ') }),
  );
  return [
    t(`lists:refused.${read.fault}`, { columns: read.columns.join(', '), most: String(mostRows) }),
    ...(read.fault === 'no_list' ? needed : []),
  ].join('\n');
}

async function refuse(turn: Turn, list: ListFile, text: string): Promise<void> {
  await endListFile(turn.tx, list.id, 'refused');
  await showList(turn, list, sentence(`${list.file.name}: ${text}`), 'refused');
}

const localeOf = async ({ tx }: Turn, { address }: ListFile): Promise<Locale> =>
  (await findReader(tx, address))?.locale ?? (await readBusiness(tx)).locale;

/** What is known of a file stands where it was sent, in one message. */
export async function showList(turn: Turn, { id, address }: Pick<ListFile, 'id' | 'address'>, card: Draft, because: string): Promise<void> {
  await say(turn, { to: address, class: 'transactional', dedupeKey: `${liveName(id)}:${because}`, card, live: liveName(id) });
}
