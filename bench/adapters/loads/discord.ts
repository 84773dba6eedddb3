import { setImmediate } from 'node:timers/promises';
import { emulateDiscord } from '#adapters/emulators/discord/emulate.ts';
import { directOf, type Json, type Message, messageJson, personOf, plainMessage } from '#adapters/emulators/discord/guild.ts';
import { people, posting, words, type Load } from './load.ts';
import { requestOf } from './post.ts';

const chunk = 50;

/** Direct messages over the gateway, or presses of a button over HTTP, as Discord tells of them. */
export async function loadDiscord(way: 'gateway' | 'http'): Promise<Load> {
  const discord = await emulateDiscord({ way });
  const { world } = discord;
  const authors = Array.from({ length: people }, (_, at) => personOf(world, `Person ${at}`));
  const places = authors.map((author) => directOf(world, author));
  const messageOf = (at: number, by: Message['author'], content: string, components: Json[] = []): Json =>
    messageJson(world, {
      ...plainMessage(),
      id: world.nextId(),
      channel: places[at % people]?.id ?? '',
      author: by,
      content,
      components,
      flags: components.length > 0 ? 1 << 15 : 0,
    });
  const pressOf = (at: number): Json => {
    const button = { type: 2, style: 1, custom_id: 'tok_confirm', label: 'Confirm', id: 2 };
    const card = [{ type: 17, id: 1, components: [{ type: 10, content: words(at), id: 3 }, { type: 1, id: 4, components: [button] }] }]; // prettier-ignore
    return {
      id: world.nextId(),
      application_id: world.application.id,
      type: 3,
      data: { component_type: 2, custom_id: button.custom_id, id: button.id },
      token: `token_${at}`.padEnd(32, 'A'),
      version: 1,
      locale: 'en-GB',
      channel_id: places[at % people]?.id ?? '',
      channel: { id: places[at % people]?.id ?? '', type: 1 },
      context: 1,
      authorizing_integration_owners: { '0': '0' },
      user: authors[at % people],
      message: messageOf(at, world.bot, '', card),
    };
  };
  return {
    settings: discord.settings,
    async make(count, url) {
      if (way === 'gateway') {
        const messages = Array.from({ length: count }, (_, at) => messageOf(at, authors[at % people] ?? world.bot, words(at)));
        const bring = async (): Promise<void> => {
          for (const [at, message] of messages.entries()) {
            discord.gateway.dispatch('MESSAGE_CREATE', { ...message, channel_type: 1 }, true);
            if (at % chunk === 0) await setImmediate();
          }
        };
        return { bring, pace: null };
      }
      const requests = Array.from({ length: count }, (_, at) => {
        const body = JSON.stringify(pressOf(at));
        return requestOf(url, body, discord.sign(body));
      });
      return posting(url, requests);
    },
    close: () => discord.close(),
  };
}
