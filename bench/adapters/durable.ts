import { randomUUID } from 'node:crypto';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { inTurns } from './loads/load.ts';
import { median, openArm, percentile, round, rounded, type Arm } from './measure.ts';
import { openBenchDatabase } from './subjects/inboxes.ts';
import type { Path } from './subjects/subject.ts';

/** What is posted has an acknowledgement whose time can be taken. */
const posted: readonly Path[] = ['slack_http', 'telegram_webhook', 'discord_http'];
const turns = { warmUp: 1, rounds: 7 };
const events = 1_000;
const paceSeconds = 2;

/** Committed before it is acknowledged: events a second beside the slower of the bare SDK and the database, and how long an acknowledgement takes. */
export async function measureDurable(paths: readonly Path[]): Promise<object> {
  const found: Record<string, object> = { embedded: await onEngine(paths, null) };
  const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  await onServer(server, async (url) => void (found['server'] = await onEngine(paths, url)));
  return found;
}

async function onEngine(paths: readonly Path[], url: string | null): Promise<object> {
  const found: Partial<Record<Path, object>> = {};
  const database = await openBenchDatabase(url);
  await database.sql`create table bench_commits (id uuid primary key, body jsonb not null)`;
  for (const path of posted.filter((one) => paths.includes(one))) {
    found[path] = await onPath(path, url, database);
    process.stderr.write(`${url ? 'server' : 'embedded'} ${path} ${JSON.stringify(found[path])}\n`);
  }
  await database.close();
  return found;
}

/**
 * One after the other, again and again, so that each turn compares what was measured within seconds: the desk, the bare SDK, the database
 * alone, and then the desk at 70 % of what it has just done. Of all turns the middle one is shown.
 */
async function onPath(path: Path, url: string | null, database: OpenDatabase): Promise<object> {
  const arms = { durable: await openArm('durable', path, url), bare: await openArm('bare', path) };
  const taken: { perSecond: number; bare: number; commits: number; p50: number; p99: number }[] = [];
  for (let at = -turns.warmUp; at < turns.rounds; at += 1) {
    const { perSecond } = await round(arms.durable, events);
    const bare = await round(arms.bare, events);
    const commits = await commitsOf(database);
    const waited = await paced(arms.durable, 0.7 * perSecond);
    if (at >= 0) taken.push({ perSecond, bare: bare.perSecond, commits, p50: percentile(waited, 0.5), p99: percentile(waited, 0.99) });
  }
  await Promise.all(Object.values(arms).map((arm) => arm.close()));
  const middle = (of: (one: (typeof taken)[number]) => number, digits = 0): number => rounded(median(taken.map(of)), digits);
  const half = (of: (one: (typeof taken)[number]) => number, digits = 0): number[] =>
    [0.25, 0.75].map((share) => rounded(percentile(taken.map(of), share), digits));
  const ofCeiling = (one: (typeof taken)[number]): number => one.perSecond / Math.min(one.bare, one.commits);
  return {
    perSecond: middle((one) => one.perSecond),
    barePerSecond: middle((one) => one.bare),
    commitsPerSecond: middle((one) => one.commits),
    ofCeiling: middle(ofCeiling, 2),
    ofCeilingHalf: half(ofCeiling, 2),
    acknowledgedMs: { p50: middle((one) => one.p50), p99: middle((one) => one.p99), p99Half: half((one) => one.p99) },
  };
}

async function paced(arm: Arm, perSecond: number): Promise<number[]> {
  const { pace } = await arm.load.make(Math.ceil(perSecond * paceSeconds), arm.running.url);
  return (await pace?.(perSecond)) ?? [];
}

/** A row in a transaction of its own, so many at once, with nothing in front of the database. */
async function commitsOf(database: OpenDatabase): Promise<number> {
  const body = JSON.stringify({ text: 'two ergonomic chairs, black, by Friday please'.repeat(8) });
  const begun = performance.now();
  await inTurns(
    Array.from({ length: events }, () => randomUUID()),
    (id) => database.transaction((tx) => tx`insert into bench_commits values (${id}, ${body}::text::jsonb)`),
  );
  return (events / (performance.now() - begun)) * 1000;
}

/** A database of its own on that server, which goes with it; only a server that does not answer is passed over. */
async function onServer(server: string, work: (url: string) => Promise<void>): Promise<void> {
  const admin = await openDatabase({ url: server, connections: 1, connectTimeoutSeconds: 3 }).catch(() => null);
  if (!admin) return void process.stderr.write(`No PostgreSQL server was measured: ${new URL(server).host} does not answer.\n`);
  const name = `orderly_bench_${randomUUID().slice(0, 8)}`;
  try {
    await admin.sql.unsafe(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await work(url.href);
  } finally {
    await admin.sql.unsafe(`drop database if exists ${name} with (force)`);
    await admin.close();
  }
}
