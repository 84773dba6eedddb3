import { createPublicKey, verify } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { Client, GatewayIntentBits, Partials } from 'discord.js';
import { Bot, webhookCallback } from 'grammy';
import type { Given, OpenSubject, Path } from './subject.ts';

/** The SDK of each platform as its own pages show it, with a handler that does nothing. */
export const bare: Record<Path, OpenSubject> = {
  async slack_http(given) {
    const { SLACK_BOT_TOKEN: token = '', SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL: slackApiUrl = '' } = given.settings;
    const app = new App({ token, signingSecret, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });
    app.message(async () => given.heard());
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` }; // it listens on TCP
  },

  async slack_socket(given) {
    const { SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '', SLACK_API_URL: slackApiUrl = '' } = given.settings;
    const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });
    app.message(async () => given.heard());
    await app.start();
    return { url: null };
  },

  async discord_gateway({ settings, heard }) {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
    const client = new Client({ intents, partials: [Partials.Channel], rest: { api: settings['DISCORD_API_URL'] ?? '' } });
    client.on('messageCreate', heard);
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login(settings['DISCORD_TOKEN']);
    await ready;
    return { url: null };
  },

  /** No package needed: what Discord documents, and nothing around it. */
  async discord_http({ settings, heard }) {
    const der = Buffer.from(`302a300506032b6570032100${settings['DISCORD_PUBLIC_KEY']}`, 'hex');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return serving((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const signed = Buffer.concat([Buffer.from(String(request.headers['x-signature-timestamp'])), body]);
        if (!verify(null, signed, key, Buffer.from(String(request.headers['x-signature-ed25519']), 'hex')))
          return void response.writeHead(401).end();
        JSON.parse(body.toString('utf8'));
        heard();
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ type: 6 }));
      });
    });
  },

  async telegram_polling(given) {
    const bot = botOf(given);
    // it ends with the process
    bot.start().catch(() => {});
    return { url: null };
  },

  async telegram_webhook(given) {
    const bot = botOf(given);
    await bot.init();
    const webhook = webhookCallback(bot, 'http', { secretToken: given.settings['TELEGRAM_WEBHOOK_SECRET'] ?? '' });
    return serving((request, response) => void webhook(request, response));
  },
};

function botOf({ settings, heard }: Given): Bot {
  const bot = new Bot(settings['TELEGRAM_BOT_TOKEN'] ?? '', { client: { apiRoot: settings['TELEGRAM_API_URL'] ?? '' } });
  bot.on('message', heard);
  return bot;
}

export async function serving(listener: RequestListener): Promise<{ url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }; // it listens on TCP
}
