import { loadDemo } from '#adapters/demo/load.ts';
import { loadPast } from '#adapters/demo/past.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { findBusiness } from '#core/people/business.store.ts';
import { emptyEverything } from '#core/people/reset.store.ts';
import type { Tx } from '#core/ports.ts';
import { refreshValueLimits } from '#core/review/value-limits.store.ts';
import { nearestLocale, type Locale } from '#core/text/locale.ts';
import { theBusiness } from './cli/business.ts';
import type { DeskOptions } from './cli/context.ts';
import type { Config } from './config.ts';
import { isLive } from './live.ts';
import { Problem } from './problem.ts';

/**
 * Makes sure there is a business: the demo one where it was asked for or where an embedded database is empty, otherwise one
 * of one's own. A business of one's own never becomes a demo.
 */
export async function settleBusiness(
  database: OpenDatabase,
  config: Config,
  wanted: DeskOptions['business'],
  now: Temporal.Instant,
): Promise<void> {
  const standing = await findBusiness(database.sql);
  if (standing?.origin === 'own' && wanted === 'demo')
    throw new Problem(
      'This database holds a business of its own; the demo is only ever written into an empty one.',
      `Start without --demo, or give the demo a place of its own: ${placeFor(database, 'demo')}`,
      2,
    );
  if (standing?.origin === 'demo' && wanted === 'empty')
    throw new Problem(
      'This database holds the demo business already.',
      `Give your business a place of its own: ${placeFor(database, 'empty')} (or, to go on with the demo, start without --empty).`,
      2,
    );
  if (standing) return;
  if (wanted === 'demo' || (wanted === null && config.databaseUrl === null && !isLive(config)))
    return writeDemo(database, now, { locale: machineLocale() });
  await database.transaction((tx) => theBusiness({ tx, now, ids: randomIds }, config));
}

/** Who starts the demo most likely reads it in the language of their machine. */
const machineLocale = (): Locale => nearestLocale([new Intl.DateTimeFormat().resolvedOptions().locale]);

/** How to start on other data of the same sort: a DATABASE_URL that is set wins over every folder. */
export function placeFor({ engine }: OpenDatabase, business: 'demo' | 'empty'): string {
  const name = business === 'demo' ? 'orderly_demo' : 'orderly_own';
  if (engine === 'server') return `createdb ${name}, then DATABASE_URL=postgres://…/${name} npm start -- --${business}`;
  return business === 'demo' ? 'ORDERLY_DATA_DIR=demo-data npm start' : 'ORDERLY_DATA_DIR=my-data npm start -- --empty';
}

/** The demo business in one transaction: a process that dies half way leaves what was there, not half a business. */
async function writeDemo(
  database: OpenDatabase,
  now: Temporal.Instant,
  { before = async () => {}, locale }: { before?: (tx: Tx) => Promise<void>; locale?: Locale } = {},
): Promise<void> {
  await database.transaction(async (tx) => {
    await before(tx);
    const turn = { tx, now, ids: randomIds };
    if (!(await loadDemo(turn, locale))) return;
    await loadPast(deskTurns({ reader: rulesReader })(turn));
    await refreshValueLimits(turn);
  });
}

/**
 * A fresh demo business, that speaks as it is asked to or else as before, in place of the one that stands; anything else is refused before it is
 * touched. `begin` is called when nothing stands in the way any more, and says which moment it is for the fresh one.
 */
export async function foundAnew(
  database: OpenDatabase,
  begin: () => Promise<Temporal.Instant>,
  locale?: Locale,
): Promise<{ ok: true } | { ok: false; refusal: { code: string; text: string } }> {
  const business = await findBusiness(database.sql);
  if (business?.origin !== 'demo')
    return { ok: false, refusal: { code: 'not_a_demo', text: 'This database was not created by demo mode, so it is never reset.' } };
  const now = await begin();
  await writeDemo(database, now, { before: emptyEverything, locale: locale ?? business.locale });
  return { ok: true };
}
