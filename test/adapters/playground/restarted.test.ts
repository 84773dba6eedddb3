import { afterAll, beforeAll, expect, it } from 'vitest';
import { lives, livePlatforms } from '#adapters/index.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Rehearsed } from '#adapters/rehearsal.ts';
import { accept } from '#core/messages/accepting.store.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { readConfig } from '#src/config.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const log = { info: () => {}, warn: () => {}, error: () => {} };
const portOf = ({ settings }: Rehearsed): number =>
  Number(new URL(Object.entries(settings).find(([name]) => name.endsWith('_API_URL'))?.[1] ?? '').port);
const seatOf = ({ players, places }: Rehearsed) => ({
  as: players.find(({ name }) => name === 'Mei')?.id ?? '',
  place: places.find(({ name }) => name === 'Mei')?.id ?? '',
});

/** A desk with these settings; what it hears is in the inbox, as always. */
async function connected(platform: Platform, settings: Record<string, string>, ear: Ear) {
  const config = readConfig(settings)[platform];
  if (!config) throw new Error('there are no settings');
  // of each platform its own
  const connect = lives[platform].connect as (given: typeof config, around: object) => ReturnType<(typeof lives)['slack']['connect']>;
  const connection = await connect(config, { log, publicUrl: null, database });
  connection.start({
    ...ear,
    receive: async (incoming) => {
      const isNew = (await accept(database.sql, incoming, randomIds)) === 'stored';
      return isNew ? ear.receive(incoming) : 'duplicate';
    },
  });
  return connection;
}

it.for(livePlatforms)(
  'a desk goes on hearing when %s is started anew in the place of the one before',
  { timeout: 90_000 },
  async (platform) => {
    const ear = openEar();
    const texts = () => ear.heard.flatMap((one) => (one.kind === 'message' ? [one.text] : []));
    const hears = async (...said: string[]): Promise<void> => {
      await expect.poll(texts, { timeout: 60_000 }).toEqual(said);
    };
    const first = await lives[platform].rehearse({ port: 0 });
    const connection = await connected(platform, first.settings, ear);
    try {
      await expect.poll(() => first.isHeard(), { timeout: 20_000 }).toBe(true);
      await first.say(seatOf(first), 'one', [], null);
      // Slack speaks over two connections: what is said at once may come in either order
      await hears('one');
      await first.say(seatOf(first), 'two', [], null);
      await hears('one', 'two');
      await expect.poll(async () => (await database.sql`select from discord_listening`).count >= Number(platform === 'discord')).toBe(true);
      await first.close();
      const second = await lives[platform].rehearse({ port: portOf(first) });
      try {
        expect([second.settings, second.players, second.places]).toEqual([first.settings, first.players, first.places]);
        // before the desk is back
        const said = second.say(seatOf(second), 'three', [], null);
        await hears('one', 'two', 'three');
        await said;
        await second.say(seatOf(second), 'four', [], null);
        await hears('one', 'two', 'three', 'four');
        await expect.poll(() => second.see(seatOf(second)).messages.map(({ unheard }) => unheard)).toEqual([false, false]);
      } finally {
        await second.close();
      }
    } finally {
      await connection.stop();
    }
  },
);
