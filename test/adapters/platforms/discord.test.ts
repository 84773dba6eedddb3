import { afterAll, beforeAll } from 'vitest';
import { componentsOf, textOf } from '#adapters/emulators/discord/components.ts';
import { directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import type { Fault } from '#adapters/emulators/discord/faults.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { conforms } from './conformance.ts';
import { connectToEmulated, when } from './discord.stage.ts';
import type { Ear, SetStage, Trouble } from './stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const faults: Record<Trouble, Fault> = {
  rate_limited: { kind: 'rate_limited', seconds: 7 },
  accept_then_reset: { kind: 'accept_then_reset' },
  broken: { kind: 'status', status: 502 },
  hang: { kind: 'hang' },
  blocked: { kind: 'refused', status: 403, code: 50_007 },
  revoked: { kind: 'refused', status: 401, code: 0 },
};

const stageOf =
  (way: 'gateway' | 'http'): SetStage =>
  async (sink) => {
    const { server, connection, hook, close } = await connectToEmulated(sink, database, { way });
    const { world } = server;
    const place = directOf(world, personOf(world, 'Mei'));
    const channel = connection.channel();
    if (!channel) throw new Error('it does not know who it is');
    const ear = sink as Ear;
    /** What was brought is brought once the ear has heard of it. */
    const brought = async (deed: () => unknown): Promise<void> => {
      const before = ear.brought;
      await deed();
      await when(() => ear.brought > before, 'it was brought');
    };
    return {
      channel,
      dm: { platform: 'discord', account: world.bot.id, key: place.id, kind: 'dm' },
      says: (text) => brought(() => server.say('Mei', text)),
      repeats: () => brought(() => server.gateway.repeat()),
      async presses(key, token) {
        const answer = await server.press('Mei', key, token);
        if (answer?.type !== 6) throw new Error(`the press was answered with ${JSON.stringify(answer)}`);
      },
      async echoes(text) {
        server.echo('itself', text, { person: 'Mei' });
        server.echo('another', text, { person: 'Mei' });
      },
      trouble: (kind) => server.fault(faults[kind]),
      standing: () =>
        server.messages('Mei').map((message) => ({
          key: message.id,
          text: textOf(message),
          pings: message.pings,
          tokens: componentsOf(message.components).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : [])),
          edited: message.edited !== null,
        })),
      async forges(text) {
        if (!hook) return null;
        const body = JSON.stringify({
          id: '1',
          type: 2,
          data: { type: 1, name: 'order', options: [{ name: 'words', type: 3, value: text }] },
        });
        const headers = { ...server.sign(body), 'x-signature-ed25519': 'ab'.repeat(64) };
        return (await fetch(hook, { method: 'POST', body, headers })).status;
      },
      close,
    };
  };

conforms('Discord over the gateway', stageOf('gateway'));
conforms('Discord with interactions over HTTP', stageOf('http'));
