import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { platforms, type Platform } from '#core/messages/incoming.ts';
import { conforms } from '#test/adapters/platforms/conformance.ts';
import type { Ear, Lacks, Played } from '#test/adapters/platforms/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage } from './stage.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const lacks: Lacks = {
  'other speakers': 'nobody speaks there but the people of the business, and the desk does not hear its own table',
  'crossing deliveries': 'a call is its own delivery, and nothing holds it up',
  'a platform outside': 'what the desk says is kept in its own data: nobody outside can refuse it or keep silent',
};

/** Whoever would be called by what a platform gets. */
const pingsIn: Record<Platform, (payload: unknown) => string[]> = {
  slack: (payload) =>
    JSON.stringify(payload).match(/"type":"(?:user|usergroup|broadcast)"|"type":"mrkdwn","text":"(?:[^"\\]|\\.)*<[@!#]/g) ?? [],
  discord: (payload) => (payload as { allowed_mentions: { parse: string[] } }).allowed_mentions.parse, // as the renderer writes it
  telegram: (payload) => JSON.stringify(payload).match(/<a[ >]|@\w+/g) ?? [],
};

/** Somebody whose call fails makes it again under the same key. */
const mostTries = 3;

/** Mei on the page: her calls over HTTP, and what it shows her. */
async function stagePlayground(platform: Platform, ear: Ear): Promise<Played> {
  await forgetMessages(database.sql);
  const page = await openStage(database, {
    desk: { quick: ear.quick, receive: ear.receive, tick: async () => {}, outcomeOf: (incoming) => ear.outcome(incoming, 0) },
  });
  let last: () => Promise<unknown> = async () => {};
  const call = async (path: string, body: object): Promise<void> => {
    const headers = { 'idempotency-key': randomUUID() };
    const tried = async () => (await page.post(path, { as: 'mei', ...body }, headers)).status;
    last = tried;
    let status = 0;
    for (let tries = 0; tries < mostTries && (status === 0 || status >= 500); tries++) status = await tried();
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  };
  const none = (capability: keyof Lacks) => (): never => {
    throw new Error(lacks[capability]);
  };
  return {
    isPosted: true,
    strangersGet: 403,
    channel: playgroundChannel(platform, database),
    dm: { platform, account: 'playground', key: 'dm:mei', kind: 'dm' },
    says: (text) => call('say', { channel: platform, text }),
    repeats: async () => void (await last()),
    presses: (message, button) => call('press', { message, button }),
    echoes: none('other speakers'),
    crosses: none('crossing deliveries'),
    trouble: none('a platform outside'),
    async standing() {
      const messages = await page.messages('mei', platform);
      return messages
        .filter(({ from }) => from === 'desk')
        .map(({ id, text, payload, buttons, edited }) => ({
          key: id,
          text: `${text}\n${JSON.stringify(payload)}`,
          pings: pingsIn[platform](payload),
          tokens: buttons.map((button) => button.id),
          edited,
        }));
    },
    async forges(text) {
      const foreign = { origin: 'https://evil.example' };
      return (await page.post('say', { as: 'mei', channel: platform, text }, foreign)).status;
    },
    async close() {},
  };
}

for (const platform of platforms) conforms(`The playground as ${platform}`, (ear) => stagePlayground(platform, ear), lacks);
