import { systemClock } from '#adapters/clock.ts';
import { csvTables } from '#adapters/csv.ts';
import { loadDemo } from '#adapters/demo/load.ts';
import { randomIds } from '#adapters/ids.ts';
import { realTimer } from '#adapters/timer.ts';
import { openDesk, type Desk } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { Channel, Database, Log } from '#core/ports.ts';
import { knowWhatIsUsual } from './usual.ts';

/** The demo business, with these people in a Slack of their own and nobody in the playground. */
export async function loadDemoInSlack(database: Database, people: string[]): Promise<void> {
  await database.transaction(async (tx) => {
    await loadDemo({ tx, now: systemClock.now(), ids: randomIds });
    await knowWhatIsUsual(tx, systemClock.now());
    await tx`
      insert into accounts (platform, account, user_key, customer_id, staff_id, dm_key, preferred, linked_at)
      select 'slack', 'T0OFFICE', 'U0' || upper(user_key), customer_id, staff_id, 'D0' || upper(user_key), false, linked_at
      from accounts
      where user_key = any (${people})
      on conflict do nothing`;
    await tx`delete from accounts where account = 'playground'`;
  });
}

interface Parts {
  database: Database;
  log: Log;
  signal: AbortSignal;
  channels(): Channel[];
}

/** A desk in real time that reads by rules and speaks over these channels, none of which waits a second before it says more. */
export const openLiveDesk = (parts: Parts): Desk =>
  openDesk({
    ...parts,
    channels: () => parts.channels().map((channel) => ({ ...channel, pace: null })),
    clock: systemClock,
    ids: randomIds,
    timer: realTimer,
    reader: rulesReader,
    retentionDays: 30,
    tables: csvTables,
  });
