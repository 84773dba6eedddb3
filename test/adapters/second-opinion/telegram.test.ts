import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Listening } from '#adapters/http/server.ts';
import { connectTelegram } from '#adapters/telegram/connect.ts';
import { telegramSettings } from '#adapters/telegram/settings.ts';
import type { Connection } from '#adapters/connection.ts';
import type { Hook } from '#adapters/hook.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Channel } from '#core/ports.ts';
import { openLog } from '#test/adapters/platforms/telegram.stage.ts';
import { options, when } from '#test/adapters/platforms/discord.stage.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { listenFor } from '#test/support/hooked.ts';
import { card } from './cards.ts';
import { isInstalled, load, onlyInstalled } from './servers.ts';

interface Sent {
  messageId: number;
  message: { chat_id: string; text?: string; reply_markup?: { inline_keyboard: { text: string; callback_data?: string }[][] } };
}

interface Client {
  makeMessage(text: string, more?: object): object;
  makeCallbackQuery(data: string, more?: object): object;
}

interface TelegramServer {
  config: { port: number; apiURL: string };
  webServer: RequestListener & { settings: unknown };
  server: Server | null;
  storage: { botMessages: Sent[] };
  webhooks: Record<string, object>;
  start(): Promise<void>;
  stop(): Promise<boolean>;
  getClient(token: string, options: { userId: number; chatId: number; firstName: string }): Client;
  addUserMessage(message: object): Promise<void>;
  addUserCallback(callback: object): Promise<void>;
}

const name = 'telegram-test-api';
/** Every bot is number 666 there. */
const token = '666:AA-second-opinion';
const mei = 4100;

/**
 * What telegram-test-api 4.2.1 does otherwise than Telegram: it knows nine methods, and to any other answers 500 in a shape of its own instead of
 * 404, so those that the desk asks on connecting are answered here; `getUpdates` is answered at once, whatever the timeout, and knows no offset;
 * an edit answers `null`, whether there is such a message or not; `secret_token` of a webhook is forgotten; a press names no message
 * unless it is told to; times of our messages are in milliseconds; the token may be any, and no text is too long or badly formed.
 */
const missing: Record<string, { status: number; body: object }> = {
  getWebhookInfo: { status: 200, body: { ok: true, result: { url: '', has_custom_certificate: false, pending_update_count: 0 } } },
  sendRichMessage: { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } },
  deleteEphemeralMessage: { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } },
};

async function openServer(): Promise<TelegramServer> {
  const { default: Opened } = await load<{ default: new () => TelegramServer }>(name);
  const server = new Opened();
  const { webServer } = server;
  const front: RequestListener = (request, response) => {
    const lacking = missing[(request.url ?? '').replaceAll(/^.*\/|\?.*$/g, '')];
    if (!lacking) return webServer(request, response);
    response.writeHead(lacking.status, { 'content-type': 'application/json' }).end(JSON.stringify(lacking.body));
  };
  server.webServer = Object.assign(front, { settings: webServer.settings });
  // it takes 0 for 9000 when it is given as an option
  server.config.port = 0;
  await server.start();
  if (!server.server) throw new Error('it does not listen');
  server.config.apiURL = `http://localhost:${(server.server.address() as AddressInfo).port}`; // it listens on TCP
  return server;
}

describe.skipIf(!isInstalled(name))(`Telegram as ${name} understands it${onlyInstalled(name)}`, () => {
  let database: OpenDatabase;
  let telegram: TelegramServer;
  let ear: Ear;
  let connection: Connection;
  let http: Listening | null;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    telegram = await openServer();
    ear = openEar();
    http = null;
  });
  afterEach(async () => {
    await connection.stop();
    await http?.close(0);
    await telegram.stop();
  });

  const connect = async (way: 'polling' | 'webhook'): Promise<Channel> => {
    let hook: Hook | null = null;
    if (way === 'webhook') http = await listenFor(() => hook);
    const given = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_CONNECTION: way, TELEGRAM_API_URL: telegram.config.apiURL };
    const settings = telegramSettings(given, http?.url ?? null);
    if (settings === null || typeof settings === 'string') throw new Error(settings ?? 'no settings');
    const { log } = openLog();
    connection = await connectTelegram(settings, { log, publicUrl: http?.url ?? null, database });
    hook = connection.hook;
    connection.start(ear);
    const channel = connection.channel();
    if (!channel) throw new Error('it has no account');
    if (way === 'polling') await when(() => connection.health().state === 'connected', 'it is connected');
    return channel;
  };
  const dm = { platform: 'telegram', account: '666', key: String(mei), kind: 'dm' } as const;
  const client = () => telegram.getClient(token, { userId: mei, chatId: mei, firstName: 'Mei' });
  const heard = () => when(() => ear.heard.length > 0, 'it was heard');

  it('hears what a person writes', async () => {
    await connect('polling');
    await telegram.addUserMessage(client().makeMessage('2 chairs, please'));
    await heard();
    expect(ear.heard).toMatchObject([{ kind: 'message', text: '2 chairs, please', address: dm, from: { key: String(mei), name: 'Mei' } }]);
  });

  it('answers with a card, and hears the press of its button', async () => {
    const channel = await connect('polling');
    const sent = await channel.send(dm, card('Shall we?', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    const [{ messageId, message } = {}] = telegram.storage.botMessages;
    expect({ messageId: String(messageId), chat: message?.chat_id }).toEqual({ messageId: sent.message.key, chat: String(mei) });
    expect(message?.reply_markup?.inline_keyboard.flat()).toMatchObject([{ text: 'Confirm', callback_data: 'tok_1' }]);
    await telegram.addUserCallback(client().makeCallbackQuery('tok_1', { message: { message_id: messageId } }));
    await heard();
    expect(ear.heard).toMatchObject([{ kind: 'press', token: 'tok_1', messageKey: sent.message.key, address: dm }]);
  });

  it('edits a message in place', async () => {
    const channel = await connect('polling');
    const sent = await channel.send(dm, card('Draft', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel.edit(sent.message, card('Confirmed'), options())).toEqual(sent);
    expect(telegram.storage.botMessages).toMatchObject([{ message: { text: expect.stringContaining('Confirmed') } }]);
  });

  it('takes nothing from a webhook that does not show its secret', async () => {
    await connect('webhook');
    await when(() => Object.keys(telegram.webhooks).length === 1, 'the webhook is set');
    await expect(telegram.addUserMessage(client().makeMessage('a thousand chairs'))).rejects.toThrow(/401/);
    expect(ear.brought).toBe(0);
  });
});
