import { loadDemo } from '#adapters/demo/load.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Desk } from '#core/desk.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import { openTestDatabase } from './database.ts';
import { deskOn } from './desk-on.ts';
import { start } from './desk.ts';
import { noting } from './machinery.ts';
import { knowWhatIsUsual } from './usual.ts';

/** A desk of the demo business, connected by its real SDK to a platform that stands in for the real one. */
export interface Wired<Stand> {
  database: OpenDatabase;
  desk: Desk;
  heart: Heart;
  stand: Stand;
  /** What the log was warned of. */
  problems: string[];
  close(): Promise<void>;
}

export async function wire<Stand extends { channel: Channel; close(): Promise<void> }>(
  open: (sink: Sink, database: OpenDatabase) => Promise<Stand>,
): Promise<Wired<Stand>> {
  const database = await openTestDatabase();
  await database.transaction(async (tx) => {
    await loadDemo({ tx, now: start, ids: randomIds });
    await knowWhatIsUsual(tx, start);
  });
  const problems: string[] = [];
  const log = noting(problems);
  const stopping = new AbortController();
  let speaking: Channel[] = [];
  const desk = deskOn(database, () => start, { log, channels: () => speaking, signal: stopping.signal });
  const heart = startHeart(() => desk.tick(start), log);
  const stand = await open(sinkOf({ desk, heart, clock: { now: () => start } }), database);
  speaking = [{ ...stand.channel, pace: null }];
  return {
    database,
    desk,
    heart,
    stand,
    problems,
    async close() {
      stopping.abort();
      await stand.close();
      await heart.stop();
      await database.close();
    },
  };
}

/** The token of the newest button of an action; of a list, the one that stands for this order. */
export async function tokenOf({ sql }: OpenDatabase, action: string, number: string | null = null): Promise<string> {
  const [button] = await sql<{ token: string }[]>`
    select b.token
    from buttons b
    join outbox said on said.id = b.said_by
    left join orders o on o.id::text = b.args ->> 'order'
    where b.action = ${action}
      and (${number}::text is null or o.number = ${number})
    order by said.seq desc
    limit 1`;
  return button?.token ?? '';
}
