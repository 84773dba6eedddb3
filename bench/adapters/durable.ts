import { randomUUID } from 'node:crypto';
import { openDatabase } from '#adapters/postgres/database.ts';
import type { Cost } from './cost.ts';
import { inTurns } from './loads/load.ts';
import { byTurns, median, openArm, percentile, rounded } from './measure.ts';
import { openBenchDatabase } from './subjects/inboxes.ts';
import type { Path } from './subjects/subject.ts';

/** What is posted has an acknowledgement whose time can be taken. */
const posted: readonly Path[] = ['slack_http', 'telegram_webhook', 'discord_http'];
const commits = 2_000;
const paceSeconds = 5;

/** Committed before it is acknowledged: events a second beside the slower of the bare SDK and the database, and how long an acknowledgement takes. */
export async function measureDurable(paths: readonly Path[], costs: Partial<Record<Path, Cost>>): Promise<object> {
  const found: Record<string, object> = { embedded: await onEngine(paths, costs, null) };
  const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  await onServer(server, async (url) => void (found['server'] = await onEngine(paths, costs, url)));
  return found;
}

async function onEngine(paths: readonly Path[], costs: Partial<Record<Path, Cost>>, url: string | null): Promise<object> {
  const perSecondOfDatabase = await commitsOf(url);
  const found: Record<string, object> = {};
  for (const path of posted.filter((one) => paths.includes(one))) {
    const arm = await openArm('durable', path, url);
    const { durable } = await byTurns({ durable: arm }, { events: 1_500, warmUp: 1, rounds: 3 });
    const perSecond = median(durable.map((round) => round.perSecond));
    const ceiling = Math.min(1_000_000 / (costs[path]?.bareUs ?? 1), perSecondOfDatabase);
    const pace = 0.7 * perSecond;
    const { pace: paced } = await arm.load.make(Math.ceil(pace * paceSeconds), arm.running.url);
    const waited = (await paced?.(pace)) ?? [];
    await arm.close();
    found[path] = {
      perSecond: rounded(perSecond),
      ofCeiling: rounded(perSecond / ceiling, 2),
      acknowledgedMs: { p50: rounded(percentile(waited, 0.5), 1), p99: rounded(percentile(waited, 0.99), 1) },
    };
    process.stderr.write(`${url ? 'server' : 'embedded'} ${path} ${JSON.stringify(found[path])}\n`);
  }
  return { commitsPerSecond: rounded(perSecondOfDatabase), ...found };
}

/** A row in a transaction of its own, so many at once, with nothing in front of the database. */
async function commitsOf(url: string | null): Promise<number> {
  const database = await openBenchDatabase(url);
  await database.sql`create table bench_commits (id uuid primary key, body jsonb not null)`;
  const body = JSON.stringify({ text: 'two ergonomic chairs, black, by Friday please'.repeat(8) });
  const begun = performance.now();
  await inTurns(
    Array.from({ length: commits }, () => randomUUID()),
    (id) => database.transaction((tx) => tx`insert into bench_commits values (${id}, ${body}::text::jsonb)`),
  );
  const perSecond = (commits / (performance.now() - begun)) * 1000;
  await database.sql`drop table bench_commits`;
  await database.close();
  return perSecond;
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
