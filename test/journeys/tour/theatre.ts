import { expect } from 'vitest';
import { csvTables } from '#adapters/csv.ts';
import { loadDemo } from '#adapters/demo/load.ts';
import { loadPast } from '#adapters/demo/past.ts';
import { startHeart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { realTimer } from '#adapters/timer.ts';
import { deskTurns, openDesk } from '#core/desk.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { Channel } from '#core/ports.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { underWay } from '#test/support/settled.ts';
import type { Body, OpenBody } from './bodies/body.ts';
import { noting } from '#test/support/machinery.ts';

/** Who plays, by their id in the demo, and on which platform; and the channels of the team, by purpose. */
export interface Casting {
  people: Record<string, Platform>;
  rooms: Record<string, Platform>;
}

/** The desk of the demo business on emulated platforms, with a clock that is moved by hand. */
export interface Theatre {
  database: OpenDatabase;
  now(): Temporal.Instant;
  bodyOf(person: string): Body;
  /** Resolves when everything that is due was done and said. */
  settle(): Promise<void>;
  /** Moves the clock, stopping at everything due on the way. */
  moveTo(at: Temporal.Instant): Promise<void>;
  /** What the desk complained of. */
  problems: string[];
  close(): Promise<void>;
}

/** An evening in Shanghai, so that the Monday on which every story begins is near. */
const sunday = Temporal.Instant.from('2026-11-29T12:00:00Z');

export async function openTheatre(open: Partial<Record<Platform, OpenBody>>, casting: Casting): Promise<Theatre> {
  const database = await openTestDatabase();
  const problems: string[] = [];
  const log = noting(problems);
  const bodies = new Map<Platform, Body>();
  const stopping = new AbortController();
  let now = sunday;
  const clock = { now: () => now };
  const parts = {
    database,
    clock,
    ids: randomIds,
    log,
    timer: realTimer,
    reader: rulesReader,
    second: null,
    // how fast a platform takes messages is another story, and this one is long
    channels: (): Channel[] => [...bodies.values()].map(({ channel }) => ({ ...channel, pace: null })),
    signal: stopping.signal,
    retentionDays: 30,
    tables: csvTables,
  };
  await database.transaction((tx) => loadDemo({ tx, now, ids: randomIds }));
  await database.transaction((tx) => loadPast(deskTurns(parts)({ tx, now, ids: randomIds })));
  const desk = openDesk(parts);
  const heart = startHeart(() => desk.tick(now), log);
  const sink = sinkOf({ desk, heart, clock });
  for (const openBody of Object.values(open)) {
    const body = await openBody({ sink, database, log });
    bodies.set(body.platform, body);
  }
  const bodyAt = (platform: Platform | undefined): Body => {
    const body = platform && bodies.get(platform);
    if (!body) throw new Error(`nobody plays on ${platform ?? 'no platform'}`);
    return body;
  };
  await moveIn(database, casting, bodyAt);

  const settle = async (): Promise<void> => {
    const waiting = async (): Promise<number> => {
      await heart.beat();
      return underWay(database.sql, now);
    };
    await expect.poll(waiting, { timeout: 20_000, interval: 10 }).toBe(0);
  };

  return {
    database,
    problems,
    now: () => now,
    bodyOf: (person) => bodyAt(casting.people[person]),
    settle,
    async moveTo(target) {
      for (;;) {
        const due = await desk.nextDue(now);
        if (!due || Temporal.Instant.compare(due, now) <= 0 || Temporal.Instant.compare(due, target) > 0) break;
        now = due;
        await settle();
      }
      now = target;
      await settle();
    },
    async close() {
      stopping.abort();
      for (const body of bodies.values()) await body.close();
      await heart.stop();
      await database.close();
    },
  };
}

/** Whoever plays has moved from the playground to their platform, and so have the channels of the team; nobody else is written to. */
async function moveIn({ sql }: OpenDatabase, { people, rooms }: Casting, bodyAt: (platform: Platform) => Body): Promise<void> {
  for (const [person, platform] of Object.entries(people)) {
    const body = bodyAt(platform);
    // who has no conversation with the desk yet is met there
    body.sees(person, null);
    await sql`delete from accounts where user_key = ${person} and platform <> ${platform}`;
    await sql`
      update accounts
      set account = ${body.channel.account}, user_key = ${body.userKey(person)}, dm_key = ${body.placeKey(person, null)}, preferred = true
      where user_key = ${person}`;
  }
  await sql`delete from accounts where account = 'playground'`;
  await sql`delete from desk_conversations`;
  const [somebody = ''] = Object.keys(people);
  for (const [purpose, platform] of Object.entries(rooms)) {
    const { channel, placeKey, sees } = bodyAt(platform);
    sees(somebody, purpose);
    await sql`
      insert into desk_conversations (platform, account, key, purpose)
      values (${platform}, ${channel.account}, ${placeKey(somebody, purpose)}, ${purpose})`;
  }
}
