import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#adapters/clock.ts';
import { inspectModel } from '#adapters/openai/inspect.ts';
import { livePlatforms, type LivePlatform } from '#adapters/index.ts';
import { openDatabase, type OpenDatabase } from '#adapters/postgres/database.ts';
import { DatabaseProblem } from '#adapters/postgres/problem.ts';
import { deliveryFigures } from '#core/messages/delivery.figures.store.ts';
import { platformNames, type Platform } from '#core/messages/incoming.ts';
import { findBusiness } from '#core/people/business.store.ts';
import { nextDue } from '#core/schedule/jobs.store.ts';
import { moment } from '#core/text/format.ts';
import type { Finding, Section } from './cli/context.ts';
import { home, type Config } from './config.ts';
import { Problem } from './problem.ts';
import { setUpOne } from './setting-up.ts';

export interface ExaminationOptions {
  /** Where a test message may be posted, by platform. */
  probe: Partial<Record<Platform, string>>;
}

/** Everything that a desk needs, looked at without changing anything but what a probe is told to. */
export async function examine(config: Config, { probe }: ExaminationOptions): Promise<Section[]> {
  const settings: Section = { name: 'Settings', findings: [{ item: 'settings', ok: true, says: 'All of them can be read.' }] };
  const [data, model, ...live] = await Promise.all([
    examineData(config),
    examineModel(config),
    ...livePlatforms.map((platform) => examinePlatform(platform, config, probe)),
  ]);
  return [settings, ...data, model, ...live];
}

async function examinePlatform(platform: LivePlatform, config: Config, probe: ExaminationOptions['probe']): Promise<Section> {
  const found = await setUpOne(platform, config, config.publicUrl);
  const name = platformNames[platform];
  if (!found) return { name, findings: [{ item: 'connection', ok: true, says: 'Not connected: there is no token.' }] };
  return { name, findings: await found.setup.inspect({ probe: probe[platform] ?? null }) };
}

/** Who reads notes beside the rules. */
async function examineModel({ model, reader }: Config): Promise<Section> {
  const name = 'Model';
  if (!model || reader === 'rules' || reader === 'replay')
    return { name, findings: [{ item: 'model', ok: true, says: 'None is connected; notes are read by rules.' }] };
  const { day, month } = model.budget;
  const limits = [day === null ? [] : [`${day} a day`], month === null ? [] : [`${month} a month`]].flat();
  const says = limits.length > 0 ? `At most ${limits.join(' and ')} (${model.currency}).` : 'No budget is set; it may cost what it costs.';
  return { name, findings: [...(await inspectModel(model)), { item: 'budget', ok: true, says }] };
}

/** A clock that is further off than this makes promises and time-outs wrong. */
const mostSkewSeconds = 5;
const mostLateSeconds = 15 * 60;

async function examineData(config: Config): Promise<Section[]> {
  const { databaseUrl, dataDir } = config;
  // to look for data must not make any
  if (databaseUrl === null && !existsSync(dataDir))
    return [
      {
        name: 'Data',
        findings: [{ item: 'database', ok: true, says: `There are no data in ${dataDir} yet; the first start makes them.` }],
      },
    ];
  let opened: OpenDatabase;
  try {
    opened = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl });
  } catch (error) {
    return [{ name: 'Data', findings: [notOpened(error)] }];
  }
  try {
    const pending = await opened.pendingMigrations(join(home, 'migrations'));
    const { place, version } = opened.describe();
    const findings: Finding[] = [
      { item: 'database', ok: true, says: `PostgreSQL ${version}, ${place}` },
      pending.length === 0
        ? { item: 'migrations', ok: true, says: 'All are applied.' }
        : {
            item: 'migrations',
            ok: false,
            says: `${pending.length} are not applied yet.`,
            remedy: 'The next start applies them, or: npm run --silent orderly -- migrate',
          },
      await clockFinding(opened),
    ];
    return [{ name: 'Data', findings }, ...(pending.length === 0 ? [await examineDesk(opened)] : [])];
  } finally {
    await opened.close();
  }
}

function notOpened(error: unknown): Finding {
  if (error instanceof DatabaseProblem && error.code === 'folder_held')
    return { item: 'database', ok: true, says: `${error.message} How that one is: GET /readyz of it.` };
  if (error instanceof Problem) return { item: 'database', ok: false, says: error.message, remedy: error.remedy };
  throw error;
}

async function clockFinding({ sql }: OpenDatabase): Promise<Finding> {
  const before = systemClock.now();
  const [row] = await sql<{ now: Temporal.Instant }[]>`select clock_timestamp() as now`;
  const after = systemClock.now();
  const seconds = row ? Math.max(before.since(row.now).total('seconds'), row.now.since(after).total('seconds'), 0) : 0;
  const says =
    seconds < 1
      ? 'The database’s clock and this machine’s agree.'
      : `The database’s clock and this machine’s are ${seconds.toFixed(0)} s apart.`;
  return seconds <= mostSkewSeconds
    ? { item: 'clocks', ok: true, says }
    : { item: 'clocks', ok: false, says, remedy: 'Let both take their time from the network (NTP).' };
}

async function examineDesk({ sql }: OpenDatabase): Promise<Section> {
  const name = 'Desk';
  const business = await findBusiness(sql);
  if (!business)
    return {
      name,
      findings: [{ item: 'business', ok: true, says: 'There is none yet; the first start makes one.' }],
    };
  const now = systemClock.now();
  const [due, figures] = await Promise.all([nextDue(sql, now), deliveryFigures(sql, now)]);
  const at = (when: Temporal.Instant): string => `${moment(when, business.timeZone, 'en')} (${business.timeZone})`;
  const late = figures.oldestDueSeconds ?? 0;
  const parked = figures.inbox.parked + figures.jobs.parked;
  const look = 'npm run --silent orderly -- outbox';
  return {
    name,
    findings: [
      { item: 'time', ok: true, says: `It is ${at(now)}; the next thing becomes due ${due ? at(due) : 'at no known time'}.` },
      late < mostLateSeconds
        ? { item: 'messages', ok: true, says: 'Nothing has waited long to be sent.' }
        : {
            item: 'messages',
            ok: false,
            says: `The oldest message has been due for ${Math.round(late / 60)} min.`,
            remedy: `Is a desk running, and its platform connected? ${look}`,
          },
      parked === 0
        ? { item: 'put aside', ok: true, says: 'No message or planned step was given up.' }
        : { item: 'put aside', ok: false, says: `${parked} messages or planned steps were given up.`, remedy: `What they were: ${look}` },
      ...figures.stopped.map(({ platform, account, reason, since }): Finding => ({
        item: `${platform} ${account}`,
        ok: false,
        says: `Stopped since ${at(since)}: ${reason}.`,
        remedy: 'Mend its token or rights and start the desk again; what waits is then sent.',
      })),
    ],
  };
}
