import { createInterface } from 'node:readline';
import { openDatabase } from '#adapters/postgres/database.ts';
import { deskOn } from '#test/support/desk-on.ts';

/** A desk in a process of its own: does what is due at each moment that comes in, a line each, and says when it is done. */
const database = await openDatabase({ url: process.argv[2] ?? '' });
let now = Temporal.Now.instant();
const problem = (_facts: object, event: string): void => console.log(`problem ${event}`);
const desk = deskOn(database, () => now, { log: { info() {}, warn: problem, error: problem } });
for await (const line of createInterface({ input: process.stdin })) {
  now = Temporal.Instant.from(line);
  await desk.tick(now);
  console.log('done');
}
await database.close();
