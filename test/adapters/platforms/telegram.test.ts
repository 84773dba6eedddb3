import { afterAll, beforeAll } from 'vitest';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { conforms } from './conformance.ts';
import { stageTelegram } from './telegram.stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

conforms('Telegram by long polling', (sink) => stageTelegram(sink, 'polling', database));
conforms('Telegram by webhook', (sink) => stageTelegram(sink, 'webhook', database));
