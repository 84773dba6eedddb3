import { join } from 'node:path';
import { systemClock } from '#adapters/clock.ts';
import { demoAccount, loadDemo } from '#adapters/demo/load.ts';
import { loadPast } from '#adapters/demo/past.ts';
import { hiddenPeople } from '#adapters/demo/hidden.ts';
import { startHeart } from '#adapters/heart.ts';
import { createApp } from '#adapters/http/app.ts';
import { listen, tryPort } from '#adapters/http/server.ts';
import { randomIds } from '#adapters/ids.ts';
import { renderers } from '#adapters/index.ts';
import { createLog } from '#adapters/log.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { openPlaygroundClock } from '#adapters/playground/clock.ts';
import { playgroundPage } from '#adapters/playground/page.ts';
import { playgroundRoutes } from '#adapters/playground/routes.ts';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { realTimer } from '#adapters/timer.ts';
import { deskTurns, openDesk } from '#core/desk.ts';
import { platforms } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { newestOrders } from '#core/orders/overview.store.ts';
import { findBusiness, readBusiness } from '#core/people/business.store.ts';
import { playgroundPeople } from '#core/people/overview.store.ts';
import { refreshValueLimits } from '#core/review/value-limits.store.ts';
import { belongsToOthers, emptyEverything } from '#core/people/reset.store.ts';
import type { Clock, Log } from '#core/ports.ts';
import { theBusiness } from './cli/business.ts';
import type { Data, DeskOptions, RunningDesk } from './cli/context.ts';
import { home, type Config } from './config.ts';
import { Problem } from './problem.ts';

/** The wiring of a running desk; with `main.ts` the only file that knows everyone. */
const migrations = join(home, 'migrations');

/** The data, migrated, for a command that does one thing and ends. */
export async function openData(config: Config): Promise<Data> {
  const { database, applied } = await openMigrated(config);
  return {
    database,
    applied,
    place: database.describe().place,
    turn: (work) => database.transaction((tx) => work({ tx, now: systemClock.now(), ids: randomIds })),
    close: () => database.close(),
  };
}

/** A fresh demo business; data that demo mode did not create are refused. */
export async function resetDemo(config: Config): Promise<void> {
  const { database } = await openMigrated(config);
  try {
    const clock = await openPlaygroundClock(database);
    const done = await emptyAndReload(database, await clock.restart());
    if (!done.ok) throw new Problem(done.refusal.text, 'A demo of its own: ORDERLY_DATA_DIR=demo-data npm start', 2);
  } finally {
    await database.close();
  }
}

/** Opens the data, makes sure there is a business, and runs the desk until it is closed. */
export async function openRunningDesk(config: Config, options: DeskOptions, terminal: boolean): Promise<RunningDesk> {
  const log = createLog({ level: config.logLevel, terminal });
  // said before a database is made, which takes its time
  await tryPort(options);
  const { database } = await openMigrated(config, options.business === 'demo');
  try {
    await settleBusiness(database, config, options.business);
    return await runDesk(database, { ...options, config, log });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openMigrated({ databaseUrl, dataDir }: Config, isDemo = false): Promise<{ database: OpenDatabase; applied: string[] }> {
  const database = await openDatabase(databaseUrl === null ? { dataDir, migrations } : { url: databaseUrl });
  try {
    if (isDemo && (await belongsToOthers(database.sql)))
      throw new Problem(
        'This database holds tables of another program; the demo is only ever written into an empty one.',
        'Create a database for it: createdb orderly_demo',
        2,
      );
    return { database, applied: await database.migrate(migrations) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Makes sure there is a business: the demo one where it was asked for or where an embedded database is empty, otherwise one
 * of one's own. A business of one's own never becomes a demo.
 */
async function settleBusiness(database: OpenDatabase, config: Config, wanted: DeskOptions['business']): Promise<void> {
  const standing = await findBusiness(database.sql);
  if (standing?.origin === 'own' && wanted === 'demo')
    throw new Problem(
      'This database holds a business of its own; the demo is only ever written into an empty one.',
      'Start without --demo, or give the demo a folder of its own: ORDERLY_DATA_DIR=demo-data npm start',
      2,
    );
  if (standing?.origin === 'demo' && wanted === 'empty')
    throw new Problem(
      'This database holds the demo business already.',
      'Start without --empty, or choose another folder: ORDERLY_DATA_DIR=my-data npm start -- --empty',
      2,
    );
  if (standing) return;
  const now = systemClock.now();
  if (wanted === 'demo' || (wanted === null && config.databaseUrl === null)) return writeDemo(database, now, { inPlaceOfOld: false });
  await database.transaction((tx) => theBusiness({ tx, now, ids: randomIds }, config));
}

/** The demo business in one transaction: a process that dies half way leaves what was there, not half a business. */
async function writeDemo(database: OpenDatabase, now: Temporal.Instant, options: { inPlaceOfOld: boolean }): Promise<void> {
  await database.transaction(async (tx) => {
    if (options.inPlaceOfOld) await emptyEverything(tx);
    const turn = { tx, now, ids: randomIds };
    if (!(await loadDemo(turn))) return;
    await loadPast(deskTurns({ reader: rulesReader })(turn));
    await refreshValueLimits(turn);
  });
  await database.maintain();
}

async function emptyAndReload(
  database: OpenDatabase,
  now: Temporal.Instant,
): Promise<{ ok: true } | { ok: false; refusal: { code: string; text: string } }> {
  const business = await findBusiness(database.sql);
  if (business?.origin !== 'demo')
    return { ok: false, refusal: { code: 'not_a_demo', text: 'This database was not created by demo mode, so it is never reset.' } };
  await writeDemo(database, now, { inPlaceOfOld: true });
  return { ok: true };
}

interface DeskParts extends DeskOptions {
  config: Config;
  log: Log;
}

/** The desk with everything around it, listening. */
async function runDesk(database: OpenDatabase, { config, log, host, port }: DeskParts): Promise<RunningDesk> {
  const business = await readBusiness(database.sql);
  // without a platform the playground stands in for all three; on a server only for the demo business
  const isPlayground = business.origin === 'demo' || config.databaseUrl === null;
  const playgroundClock = isPlayground ? await openPlaygroundClock(database) : null;
  const clock: Clock = playgroundClock ?? systemClock;
  const channels = isPlayground ? platforms.map((platform) => playgroundChannel(platform, database)) : [];
  const stopping = new AbortController();
  const desk = openDesk({
    database,
    clock,
    ids: randomIds,
    log,
    timer: realTimer,
    reader: rulesReader,
    channels,
    signal: stopping.signal,
    retentionDays: config.retentionDays,
  });
  await desk.takeUp(database.engine === 'embedded');
  const heart = startHeart(() => desk.tick(clock.now()), log);
  const app = createApp({ log, faults: () => faultsOf(database) });
  if (playgroundClock)
    app.route(
      '/',
      playgroundRoutes({
        db: database,
        // one beat at a time in this process: whoever waits for it knows that what was due is done
        desk: { quick: desk.quick, receive: desk.receive, tick: () => heart.beat(), outcomeOf: desk.outcomeOf },
        clock: playgroundClock,
        log,
        timeZone: business.timeZone,
        people: () => playgroundPeople(database.sql, demoAccount, hiddenPeople()),
        orders: async () => {
          const orders = await newestOrders(database.sql, demoAccount, business.locale, 100);
          return orders.map((order) => ({ ...order, total: Number(order.total), promise: order.promise?.toString() ?? null }));
        },
        nextDue: desk.nextDue,
        reset: (now) => emptyAndReload(database, now),
        page: playgroundPage(),
        renderers,
      }),
    );
  const server = await listen(app, { host, port }).catch(async (error: unknown) => {
    await heart.stop();
    throw error;
  });
  desk.warmUp().catch((error: unknown) => stopping.signal.aborted || log.warn({ error }, 'desk.cold'));
  const maintenance = setInterval(() => {
    database.maintain().catch((error: unknown) => log.warn({ error }, 'database.maintenance_failed'));
  }, maintenanceMs);
  maintenance.unref();
  return {
    url: server.url,
    page: isPlayground ? `${server.url}/playground` : null,
    notices: noticesOf(database, isPlayground, business.origin),
    async close() {
      stopping.abort();
      clearInterval(maintenance);
      await server.close();
      await heart.stop();
      await database.close();
    },
  };
}

const maintenanceMs = 6 * 60 * 60 * 1000;

function noticesOf(database: OpenDatabase, isPlayground: boolean, origin: 'demo' | 'own'): string[] {
  const { place, version } = database.describe();
  return [
    `Data: ${place} (PostgreSQL ${version})`,
    ...(database.engine === 'embedded'
      ? ['The built-in database survives a crash but not a power cut; for real business set DATABASE_URL to a PostgreSQL server.']
      : []),
    ...(isPlayground
      ? []
      : [
          'No chat platform is connected and this is not the demo business, so nobody can write to this desk yet. To try it: DATABASE_URL=<an empty database> npm start -- --demo',
        ]),
    ...(isPlayground && origin === 'own'
      ? [
          'Your own business: `npm run --silent orderly -- import products FILE.csv`, `import stock FILE.csv` and `people add NAME` fill it (stop the desk first).',
        ]
      : []),
  ];
}

/** An embedded database that is busy answers later than a server would. */
const answerMs = 5_000;

async function faultsOf(database: OpenDatabase): Promise<string[]> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), answerMs);
  const answers = database.sql`select 1`.then(
    () => true,
    () => false,
  );
  const healthy = await Promise.race([answers, late.promise]);
  clearTimeout(timer);
  return healthy ? [] : ['The database does not answer.'];
}
