import { afterAll, beforeAll } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { conforms } from './conformance.ts';
import { stageDiscord } from './discord.stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

conforms('Discord over the gateway', (ear) => stageDiscord(ear, 'gateway', database));
conforms('Discord with interactions over HTTP', (ear) => stageDiscord(ear, 'http', database));
