import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import type { Patience } from '#adapters/discord/patience.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectTo, hasty, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

/** Discord's gateway, and desks that come and go on it: a new one for each test of the suite that asks for it. */
export interface Line {
  readonly server: EmulatedDiscord;
  /** What the desks hear, where a test gives them no other. */
  readonly ear: Ear;
  readonly database: OpenDatabase;
  connect(sink?: Ear, patience?: Patience): Promise<Connected>;
  /** The desk that came last goes. */
  leave(): Promise<void>;
  /** The words that were heard. */
  texts(): string[];
  healthy(desk: Connected): Promise<void>;
}

export function openLine(): Line {
  let database: OpenDatabase;
  let server: EmulatedDiscord;
  let ear: Ear;
  const open: Connected[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    server = await emulateDiscord({ way: 'gateway' });
    ear = openEar();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await server.close();
  });
  return {
    get server() {
      return server;
    },
    get ear() {
      return ear;
    },
    get database() {
      return database;
    },
    async connect(sink = ear, patience = hasty) {
      const connected = await connectTo(server, sink, database, patience);
      open.push(connected);
      return connected;
    },
    async leave() {
      await open.pop()?.close();
    },
    texts: () => ear.heard.flatMap((one) => (one.kind === 'message' ? [one.text] : [])),
    healthy: (desk) => when(() => desk.connection.health().state === 'connected', 'it is connected'),
  };
}
