import { createInterface } from 'node:readline';
import { randomIds } from '#adapters/ids.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { openDatabase } from '#adapters/postgres/database.ts';
import { realTimer } from '#adapters/timer.ts';
import { openDesk } from '#core/desk.ts';
import { platforms } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';

/** A desk in a process of its own: does what is due at each moment that comes in, a line each, and says when it is done. */
const database = await openDatabase({ url: process.argv[2] ?? '' });
let now = Temporal.Now.instant();
const problem = (_facts: object, event: string): void => console.log(`problem ${event}`);
const desk = openDesk({
  database,
  clock: { now: () => now },
  ids: randomIds,
  log: { info() {}, warn: problem, error: problem },
  timer: realTimer,
  reader: rulesReader,
  channels: () => platforms.map((platform) => playgroundChannel(platform, database)),
  signal: new AbortController().signal,
  retentionDays: 30,
});
for await (const line of createInterface({ input: process.stdin })) {
  now = Temporal.Instant.from(line);
  await desk.tick(now);
  console.log('done');
}
await database.close();
