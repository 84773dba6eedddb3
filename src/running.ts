import { join } from 'node:path';
import { systemClock } from '#adapters/clock.ts';
import { csvTables } from '#adapters/csv.ts';
import { startHeart } from '#adapters/heart.ts';
import { createApp } from '#adapters/http/app.ts';
import { hooksFirst } from '#adapters/http/hooks.ts';
import { metricsRoutes } from '#adapters/http/metrics.ts';
import { listen, tryPort } from '#adapters/http/server.ts';
import { trackingRoutes } from '#adapters/http/tracking.ts';
import { idsWith } from '#adapters/ids.ts';
import { createLog } from '#adapters/log.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { openPlaygroundClock } from '#adapters/playground/clock.ts';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { realTimer } from '#adapters/timer.ts';
import { deskTurns, openDesk } from '#core/desk.ts';
import { platforms } from '#core/messages/incoming.ts';
import { callTotals } from '#core/notes/model/calls/call.store.ts';
import { findBusiness, readBusiness, type Business } from '#core/people/business.store.ts';
import { belongsToOthers } from '#core/people/reset.store.ts';
import type { Clock, Log } from '#core/ports.ts';
import type { Data, DeskOptions, RunningDesk } from './cli/context.ts';
import { home, type Config } from './config.ts';
import { connectAll, isLive, type Live } from './live.ts';
import { claimNotice, watchClaim } from './claiming.ts';
import { noticesOf } from './notices.ts';
import { foundAnew, placeFor, settleBusiness } from './founding.ts';
import { Problem } from './problem.ts';
import { readersOf } from './second-reader.ts';
import { playgroundOf } from './playing.ts';

/** The wiring of a running desk; with `main.ts` the only file that knows everyone. */
const migrations = join(home, 'migrations');

/** The data, migrated, for a command that does one thing and ends. */
export async function openData(config: Config): Promise<Data> {
  const { database, applied } = await openMigrated(config);
  const business = await findBusiness(database.sql);
  // where the clock can be moved, a command lives in the same business time as the desk
  const clock: Clock = business && hasPlayground(config, business) ? await openPlaygroundClock(database) : systemClock;
  const deskTurn = deskTurns(readersOf(config, business?.origin === 'demo'));
  return {
    database,
    applied,
    place: database.describe().place,
    turn: (work) => database.transaction((tx) => work(deskTurn({ tx, now: clock.now(), ids: idsWith(config.secret) }))),
    close: () => database.close(),
  };
}

/** A fresh demo business; data that demo mode did not create are refused. */
export async function resetDemo(config: Config): Promise<void> {
  const { database } = await openMigrated(config);
  try {
    const clock = await openPlaygroundClock(database);
    const done = await foundAnew(database, () => clock.restart());
    if (!done.ok) throw new Problem(done.refusal.text, `A demo in a place of its own: ${placeFor(database, 'demo')}`, 2);
  } finally {
    await database.close();
  }
}

/** Opens the data, makes sure there is a business, and runs the desk until it is closed. */
export async function openRunningDesk(config: Config, options: DeskOptions, { terminal, asTyped }: Terminal): Promise<RunningDesk> {
  const log = createLog({ level: config.logLevel, terminal });
  // said before a database is made, which takes its time
  await tryPort({ ...options, asTyped });
  const { database } = await openMigrated(config, options.business === 'demo');
  try {
    await settleBusiness(database, config, options.business, systemClock.now());
    return await runDesk(database, { ...options, config, log, asTyped });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openMigrated({ databaseUrl, dataDir }: Config, isDemo = false): Promise<{ database: OpenDatabase; applied: string[] }> {
  const database = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl });
  try {
    if (isDemo && (await belongsToOthers(database.sql)))
      throw new Problem(
        'This database holds tables of another program; the demo is only ever written into an empty one.',
        `Give it a database of its own: ${placeFor(database, 'demo')}`,
        2,
      );
    return { database, applied: await database.migrate(migrations) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Where the start was typed. */
export interface Terminal {
  terminal: boolean;
  /** What stands before options there: npm keeps those to itself that are not after two dashes. */
  asTyped: string;
}

interface DeskParts extends DeskOptions, Pick<Terminal, 'asTyped'> {
  config: Config;
  log: Log;
}

/** The desk with everything around it, listening. */
async function runDesk(database: OpenDatabase, { config, log, host, port, business: wanted, asTyped }: DeskParts): Promise<RunningDesk> {
  const business = await readBusiness(database.sql);
  const isPlayground = hasPlayground(config, business);
  const playgroundClock = isPlayground ? await openPlaygroundClock(database) : null;
  const clock: Clock = playgroundClock ?? systemClock;
  const stages = isPlayground ? platforms.map((platform) => playgroundChannel(platform, database)) : [];
  const live = await connectAll(config, { log, publicUrl: config.publicUrl, database });
  const stopping = new AbortController();
  const { isInstant, ...reading } = readersOf(config, business.origin === 'demo');
  const desk = openDesk({
    database,
    clock,
    ids: idsWith(config.secret),
    log,
    timer: realTimer,
    ...reading,
    channels: () => [...stages, ...live.channels()],
    signal: stopping.signal,
    retentionDays: config.retentionDays,
    tables: csvTables,
  });
  await desk.takeUp(database.engine === 'embedded');
  const wake = (): void => heart.wake();
  const heart = startHeart(async () => {
    await playgroundClock?.follow();
    await desk.beat(clock.now(), wake);
    if (isInstant && (await desk.readNotes(clock.now()))) await desk.beat(clock.now(), wake);
  }, log);
  // a model takes its time: nobody else waits for it
  const readers = isInstant ? null : startHeart(async () => void ((await desk.readNotes(clock.now())) && (await heart.beat())), log);
  const app = createApp({
    log,
    faults: () => faultsOf(database, live),
    home: isPlayground ? '/playground' : null,
    routes: playgroundClock ? [playgroundOf({ database, desk, heart, clock: playgroundClock, business, log })] : [],
  });
  app.route('/', metricsRoutes({ calls: () => callTotals(database.sql) }));
  app.route('/', trackingRoutes({ keys: config.apiKeys, track: desk.track, settle: () => heart.beat(), log }));
  const claim = await claimNotice({ database, clock });
  let stopWatching = (): void => {};
  const server = await listen(app, { host, port, asTyped }, hooksFirst(live.hooks, log)).catch(async (error: unknown) => {
    stopping.abort();
    await readers?.stop();
    await heart.stop();
    await desk.quiet();
    throw error;
  });
  live.start(sinkOf({ desk, heart, clock }));
  // a desk that is asked to stop meanwhile closes the data under it
  desk.warmUp().catch((error: unknown) => (stopping.signal.aborted ? undefined : log.warn({ error }, 'desk.cold')));
  const stopMaintaining = maintainNowAndThen(database, log);
  const started = { isPlayground, isLive: live.count > 0, origin: business.origin, isDemoMeant: wanted === 'demo' };
  return {
    url: server.url,
    page: isPlayground ? `${server.url}/playground` : null,
    notices: [...noticesOf(database, started), ...live.notices, ...claim],
    watch(tell) {
      // once somebody leads, there is always somebody
      if (claim.length > 0) stopWatching = watchClaim({ database, clock, timer: realTimer, log }, tell);
    },
    async close() {
      stopping.abort();
      stopWatching();
      stopMaintaining();
      await Promise.all([server.close(), live.stop()]);
      await readers?.stop();
      await heart.stop();
      await desk.quiet();
      await database.close();
    },
  };
}

/** Without a platform the playground stands in for all three; on a server only for the demo business. */
const hasPlayground = (config: Config, { origin }: Pick<Business, 'origin'>): boolean =>
  origin === 'demo' || (config.databaseUrl === null && !isLive(config));

const firstMaintenanceMs = 60_000;
const maintenanceMs = 6 * 60 * 60 * 1000;

/** Once when whoever started it has seen what they wanted to see first, for other statements wait meanwhile; then every few hours. */
function maintainNowAndThen(database: OpenDatabase, log: Log): () => void {
  const maintain = (): void => void database.maintain().catch((error: unknown) => log.warn({ error }, 'database.maintenance_failed'));
  const first = setTimeout(maintain, firstMaintenanceMs);
  const later = setInterval(maintain, maintenanceMs);
  for (const timer of [first, later]) timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(later);
  };
}

/** An embedded database that is busy answers later than a server would. */
const answerMs = 5_000;

async function faultsOf(database: OpenDatabase, live: Live): Promise<string[]> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), answerMs);
  const answers = database.sql`select 1`.then(
    () => true,
    () => false,
  );
  const healthy = await Promise.race([answers, late.promise]);
  clearTimeout(timer);
  return [...(healthy ? [] : ['The database does not answer.']), ...live.faults().map(({ fault, remedy }) => `${fault} ${remedy}`)];
}
