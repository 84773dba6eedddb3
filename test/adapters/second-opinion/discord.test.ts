import { ChannelType, GatewayDispatchEvents, InteractionResponseType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDiscord } from '#adapters/discord/connect.ts';
import type { Connection } from '#adapters/connection.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Channel } from '#core/ports.ts';
import { openLog } from '#test/adapters/platforms/telegram.stage.ts';
import { options, when } from '#test/adapters/platforms/discord.stage.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { card } from './cards.ts';
import { isInstalled, load, onlyInstalled } from './servers.ts';

interface Place {
  user(id: string): {
    sendMessage(message: { content: string }): Promise<APIMessage>;
    clickButton(press: { messageId: string; customId: string }): Promise<{ id: string }>;
  };
  getMessages(): Promise<APIMessage[]>;
  waitForInteractionAck(of: { interactionId: string }): Promise<{ type: number }>;
}

interface DigitalDiscord {
  restUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  channel(id: string): Place;
  /** Of its own use. */
  server: { gateway: { broadcast(event: string, data: object): void } };
}

const name = 'discord-digital-twin';
const token = 'second.opinion.token';
const [guild, shop, bot, mei] = ['100000000000000001', '100000000000000002', '100000000000000003', '100000000000000004'];

/**
 * What discord-digital-twin 0.1.1 does otherwise than Discord: it knows no direct messages (the gateway tells of each message with a `guild_id`, if
 * an empty one, and there is no way to open a conversation), names nobody in `mentions`, so a message that names us is told as Discord tells it
 * here; leaves `authorizing_integration_owners` of a press empty, as if the app were installed nowhere; it answers any token, no matter how it is written down; a session cannot be resumed; `nonce` is kept but not enforced, a message sent
 * twice stands twice; intents are ignored; and nothing is too long, too many or badly formed.
 */
async function openTwin(): Promise<DigitalDiscord> {
  const { DigitalDiscord: Twin } = await load<{ DigitalDiscord: new (given: object) => DigitalDiscord }>(name);
  const twin = new Twin({
    guild: { id: guild, name: 'Hanok' },
    channels: [{ id: shop, name: 'orders', type: ChannelType.GuildText }],
    users: [{ id: mei, username: 'Mei' }],
    botUser: { id: bot, username: 'Orderly' },
    botToken: token,
  });
  await twin.start();
  return twin;
}

describe.skipIf(!isInstalled(name))(`Discord as ${name} understands it${onlyInstalled(name)}`, () => {
  let database: OpenDatabase;
  let twin: DigitalDiscord;
  let ear: Ear;
  let connection: Connection;
  let channel: Channel;
  // one for all: its database is in memory, and every twin of a process has the same; and it never answers who wants to resume a session
  beforeAll(async () => {
    database = await openTestDatabase();
    twin = await openTwin();
    ear = openEar();
    const { log } = openLog();
    const settings = { token, way: { kind: 'gateway' as const }, applicationId: null, apiUrl: twin.restUrl };
    connection = await connectDiscord(settings, { log, publicUrl: null, database });
    connection.start(ear);
    await when(() => connection.health().state === 'connected', 'it is connected');
    const found = connection.channel();
    if (!found) throw new Error('it does not know who it is');
    channel = found;
  });
  beforeEach(() => {
    ear.heard = [];
    ear.brought = 0;
  });
  afterAll(async () => {
    await connection.stop();
    await twin.stop();
    await database.close();
  });

  const place: Address = { platform: 'discord', account: bot, key: shop, kind: 'group' };
  /** Where an app has no place of its own in a server, it answers whoever pressed by themselves. */
  const own: Address = { ...place, key: mei, kind: 'dm' };
  const standing = async (key: string): Promise<APIMessage | undefined> =>
    (await twin.channel(shop).getMessages()).find(({ id }) => id === key);
  const heard = () => when(() => ear.heard.length > 0, 'it was heard');

  it('hears what names it, and nothing else that is said in a channel', async () => {
    const said = await twin
      .channel(shop)
      .user(mei)
      .sendMessage({ content: `<@${bot}> 2 chairs, please` });
    const mentions = [{ id: bot, username: 'Orderly', discriminator: '0000', global_name: null, avatar: null }];
    twin.server.gateway.broadcast(GatewayDispatchEvents.MessageCreate, { ...said, guild_id: guild, mentions });
    await heard();
    expect(ear.heard).toMatchObject([{ kind: 'message', text: '2 chairs, please', address: place, from: { key: mei, name: 'Mei' } }]);
    expect(ear.brought).toBe(1);
  });

  it('answers with a card, hears the press of its button, and not itself', async () => {
    const sent = await channel.send(place, card('Shall we?', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    expect(JSON.stringify((await standing(sent.message.key))?.components)).toContain('tok_1');
    const press = await twin.channel(shop).user(mei).clickButton({ messageId: sent.message.key, customId: 'tok_1' });
    await heard();
    expect(ear.heard).toMatchObject([
      { kind: 'press', token: 'tok_1', messageKey: sent.message.key, address: own, from: { key: mei, name: 'Mei' } },
    ]);
    const { type } = await twin.channel(shop).waitForInteractionAck({ interactionId: press.id });
    expect(type).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(ear.brought).toBe(1);
  });

  it('edits a message in place, and knows when it is gone', async () => {
    const sent = await channel.send(place, card('Draft', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel.edit(sent.message, card('Confirmed'), options())).toEqual(sent);
    const now = await standing(sent.message.key);
    expect(JSON.stringify(now)).toContain('Confirmed');
    expect(JSON.stringify(now)).not.toContain('tok_1');
    expect(now?.edited_timestamp).not.toBeNull();
    const gone = { ...sent.message, key: '100000000000000009' };
    expect(await channel.edit(gone, card('Confirmed'), options())).toEqual({ ok: false, kind: 'unreachable', reason: 'gone' });
  });
});
