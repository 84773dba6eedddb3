import { createHmac } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Listening } from '#adapters/http/server.ts';
import { connectSlack } from '#adapters/slack/connect.ts';
import type { Connection } from '#adapters/connection.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Channel } from '#core/ports.ts';
import { openLog } from '#test/adapters/slack/stage.ts';
import { options, when } from '#test/adapters/platforms/discord.stage.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { listenFor } from '#test/support/hooked.ts';
import { card } from './cards.ts';
import { isInstalled, load, onlyInstalled } from './servers.ts';

interface Emulate {
  createEmulator(options: { service: 'slack'; port: number; seed: object }): Promise<{ url: string; close(): Promise<void> }>;
}

const name = 'emulate';
const [team, botUser, botId, appId] = ['T000000001', 'U0ORDERLY', 'B0ORDERLY', 'A0ORDERLY'];
const [ours, theirs, signingSecret] = ['xoxb-second-opinion', 'xoxp-second-opinion', 'second-opinion'];

/** An app as its installation leaves it, and one person beside it. */
const seed = {
  slack: {
    signing_secret: signingSecret,
    strict_scopes: true,
    users: [{ name: 'mei', real_name: 'Mei Chen' }],
    oauth_apps: [
      {
        app_id: appId,
        client_id: '1.1',
        client_secret: 'secret',
        name: 'Orderly',
        redirect_uris: [],
        bot_id: botId,
        bot_user_id: botUser,
        bot_name: 'orderly',
      },
    ],
    tokens: [
      {
        token: ours,
        type: 'bot',
        user_id: botUser,
        bot_user_id: botUser,
        bot_id: botId,
        app_id: appId,
        scopes: ['chat:write', 'im:history', 'im:write', 'users:read'],
      },
      { token: theirs, type: 'user', user: 'mei', scopes: ['chat:write', 'im:history', 'im:write'] },
    ],
  },
};

/**
 * What emulate 0.12.2 does otherwise than Slack: nobody can subscribe to its events, though it makes them, and it has neither Socket Mode nor
 * presses, so events are signed and posted here, with the messages as it holds them. Beyond that it leaves `channel_type` out of a message's event
 * and `bot_id` out of what a bot posts; names no scopes in its headers; knows no `oldest` in a history, and gives metadata whether they
 * are asked for or not; a `client_msg_id` sent twice stands twice; and a text of any form and blocks of any kind and number will do.
 */
describe.skipIf(!isInstalled(name))(`Slack as ${name} understands it${onlyInstalled(name)}`, () => {
  let slack: { url: string; close(): Promise<void> };
  let ear: Ear;
  let connection: Connection;
  let http: Listening;
  let channel: Channel;
  let mei: WebClient;
  let dm: Address;
  let person: string;
  beforeAll(async () => {
    const { createEmulator } = await load<Emulate>(name);
    slack = await createEmulator({ service: 'slack', port: 0, seed });
    mei = new WebClient(theirs, { slackApiUrl: `${slack.url}/api/` });
    person = (await mei.auth.test()).user_id ?? '';
    const { channel: opened } = await mei.conversations.open({ users: botUser });
    dm = { platform: 'slack', account: team, key: opened?.id ?? '', kind: 'dm' };
  });
  afterAll(() => slack.close());
  beforeEach(async () => {
    ear = openEar();
    const settings = { botToken: ours, way: { kind: 'http' as const, signingSecret }, apiUrl: `${slack.url}/api/` };
    connection = await connectSlack(settings, { log: openLog().log });
    http = await listenFor(() => connection.hook);
    connection.start(ear);
    await when(() => connection.health().state === 'connected', 'it is connected');
    const found = connection.channel();
    if (!found) throw new Error('nobody has told who we are');
    channel = found;
  });
  afterEach(async () => {
    await connection.stop();
    await http.close(0);
  });

  const standing = async (ts: string) => {
    const { messages = [] } = await mei.conversations.history({ channel: dm.key });
    return messages.find((message) => message.ts === ts);
  };
  const post = async (body: string, type: string): Promise<number> => {
    const at = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`;
    const headers = { 'content-type': type, 'x-slack-request-timestamp': at, 'x-slack-signature': signature };
    return (await fetch(`${http.url}/hooks/slack`, { method: 'POST', headers, body })).status;
  };
  const happens = (event: object): Promise<number> =>
    post(JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${Math.random()}`, event }), 'application/json');

  it('hears what a person writes, by their name', async () => {
    const { message } = await mei.chat.postMessage({ channel: dm.key, text: '2 chairs, please' });
    expect(await happens({ ...message, channel: dm.key, channel_type: 'im' })).toBe(200);
    expect(ear.heard).toMatchObject([{ kind: 'message', text: '2 chairs, please', address: dm, from: { key: person, name: 'mei' } }]);
  });

  it('answers with a card, hears the press of its button, and not itself', async () => {
    const sent = await channel.send(dm, card('Shall we?', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    const message = await standing(sent.message.key);
    expect(await happens({ ...message, channel: dm.key, channel_type: 'im' })).toBe(200);
    expect(ear.heard).toEqual([]);
    const payload = {
      type: 'block_actions',
      team: { id: team },
      user: { id: person, name: 'mei', team_id: team },
      channel: { id: dm.key, name: 'directmessage' },
      container: { type: 'message', message_ts: sent.message.key, channel_id: dm.key },
      message,
      trigger_id: '1.1',
      actions: [...JSON.stringify(message?.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, action_id = '']) => ({
        type: 'button',
        action_id,
        action_ts: '1.2',
      })),
    };
    expect(await post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'application/x-www-form-urlencoded')).toBe(200);
    expect(ear.heard).toMatchObject([{ kind: 'press', token: 'tok_1', messageKey: sent.message.key, address: dm, from: { key: person } }]);
  });

  it('edits a message in place, and knows when it is gone', async () => {
    const sent = await channel.send(dm, card('Draft', 'tok_1'), options());
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel.edit(sent.message, card('Confirmed'), options())).toEqual(sent);
    const now = JSON.stringify(await standing(sent.message.key));
    expect(now).toContain('Confirmed');
    expect(now).not.toContain('tok_1');
    const gone = { ...sent.message, key: '1.000001' };
    expect(await channel.edit(gone, card('Confirmed'), options())).toEqual({ ok: false, kind: 'unreachable', reason: 'gone' });
  });

  it('finds what it has sent, and opens a conversation it knows only by the person', async () => {
    const sending = options();
    const sent = await channel.send(dm, card('Hello, Mei.'), sending);
    if (!sent.ok) throw new Error(sent.kind);
    expect(await channel.find?.(dm, sending)).toEqual(sent.message);
    expect(await channel.find?.(dm, options())).toBeNull();
    expect(await channel.send({ ...dm, key: person }, card('Hello, Mei.'), options())).toMatchObject({ reason: 'moved', movedTo: dm });
  });
});
