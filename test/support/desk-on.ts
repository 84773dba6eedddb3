import { randomIds } from '#adapters/ids.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { realTimer } from '#adapters/timer.ts';
import { openDesk, type Desk, type DeskParts } from '#core/desk.ts';
import { platforms } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { silent } from './machinery.ts';

/** A desk on a database that may have others: it reads by rules and speaks over the playground, unless `parts` say otherwise. */
export const deskOn = (
  database: DeskParts['database'],
  now: () => Temporal.Instant,
  parts: Partial<Omit<DeskParts, 'database' | 'clock'>> = {},
): Desk =>
  openDesk({
    database,
    clock: { now },
    ids: randomIds,
    log: silent,
    timer: realTimer,
    reader: rulesReader,
    channels: () => platforms.map((platform) => playgroundChannel(platform, database)),
    signal: new AbortController().signal,
    retentionDays: 30,
    ...parts,
  });
