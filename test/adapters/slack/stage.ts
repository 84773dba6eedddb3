import { expect, vi } from 'vitest';
import { emulateSlack, type EmulatedSlack, type EmulationOptions } from '#adapters/emulators/slack/emulate.ts';
import type { Delivery } from '#adapters/emulators/slack/deliver.ts';
import type { Message } from '#adapters/emulators/slack/workspace.ts';
import { pressable } from '#adapters/emulators/slack/pressable.ts';
import type { Connection } from '#adapters/connection.ts';
import { connectSlack } from '#adapters/slack/connect.ts';
import { slashCommands } from '#adapters/slack/manifest.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Log } from '#core/ports.ts';
import { readConfig } from '#src/config.ts';
import { listenFor } from '#test/support/hooked.ts';
import type { Stage, Standing, Trouble } from '#test/adapters/platforms/stage.ts';

/** What the log was told: the event, with its facts. */
export type Told = { event: string } & Record<string, unknown>;

/** The real SDK, connected to a Slack of ours. */
export interface SlackStage extends Stage {
  slack: EmulatedSlack;
  connection: Connection;
  /** Where events are posted to, if they are. */
  hook: string;
  told: Told[];
}

const me = 'mei';

export function settingsFor(slack: EmulatedSlack, more: Record<string, string> = {}) {
  const { slack: settings } = readConfig({ ...slack.settings, ...more });
  if (!settings) throw new Error('there are no settings of Slack');
  return settings;
}

export function openLog(): { log: Log; told: Told[] } {
  const told: Told[] = [];
  const note = (facts: Record<string, unknown>, event: string): void => void told.push({ ...facts, event });
  return { told, log: { info: note, warn: note, error: note } };
}

export async function setSlackStage(
  way: EmulationOptions['way'],
  sink: Sink,
  options: Partial<EmulationOptions> = {},
): Promise<SlackStage> {
  const slack = await emulateSlack({ way, commands: slashCommands, ackMs: 400, retries: [0, 0, 0], ...options });
  const { log, told } = openLog();
  const connection = await connectSlack(settingsFor(slack), { log }, { retryMs: 20 });
  const server = await listenFor(() => connection.hook);
  const hook = `${server.url}/hooks/slack`;
  if (way === 'http') slack.postTo(hook);
  connection.start(sink);
  if (way === 'socket') await slack.sockets.connected(2);
  await vi.waitFor(() => expect(connection.health()).toEqual({ state: 'connected' }), { timeout: 10_000, interval: 5 });
  const channel = connection.channel();
  if (!channel) throw new Error('nobody has told who we are');
  // their conversation with us is there
  slack.messages(me);

  const stage: SlackStage = {
    isPosted: way === 'http',
    slack,
    connection,
    hook,
    told,
    channel,
    dm: { platform: 'slack', account: channel.account, key: 'D0MEI', kind: 'dm' },
    says: async (text) => void (await slack.say(me, text)),
    repeats: async () => void (await slack.repeat()),
    presses: async (key, token) => void (await slack.press(me, key, token)),
    async echoes(text) {
      const { botUser, botId } = slack.workspace.app;
      const said = { type: 'message', channel: 'D0MEI', channel_type: 'im', text };
      await slack.happen({ ...said, ts: '1.000001', event_ts: '1.000001', user: botUser, bot_id: botId });
      await slack.happen({ ...said, ts: '1.000002', event_ts: '1.000002', subtype: 'bot_message', bot_id: 'B0OTHER' });
      await slack.happen({ ...said, ts: '1.000003', event_ts: '1.000003', user: 'U0OTHERBOT', bot_id: 'B0OTHER' });
    },
    trouble: (kind) => trouble(slack, kind),
    standing: () =>
      slack
        .messages(me)
        .filter(({ botId }) => botId !== null)
        .map(standing),
    async crosses(first, second, isDone) {
      const late: Delivery[] = [];
      slack.hold();
      void slack.say(me, first);
      void slack.say(me, second);
      await slack.release(([one, ...rest]) => {
        if (one) late.push(one);
        return rest;
      });
      await isDone();
      slack.hold();
      await slack.release(() => late);
    },
    async forges(text) {
      const body = JSON.stringify({
        type: 'event_callback',
        event_id: 'Ev1',
        event: { type: 'message', channel: 'D0MEI', channel_type: 'im', user: 'U0MEI', ts: '1.1', text },
      });
      const response = await fetch(hook, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return response.status;
    },
    async close() {
      await connection.stop();
      await server.close();
      await slack.close();
    },
  };
  return stage;
}

function trouble(slack: EmulatedSlack, kind: Trouble): void {
  switch (kind) {
    case 'rate_limited':
      return slack.fault({ kind: 'rate_limited', seconds: 7 });
    case 'accept_then_reset':
    case 'hang':
      return slack.fault({ kind }, 'chat.postMessage');
    case 'broken':
      return slack.fault({ kind: 'status', status: 503 });
    case 'blocked':
      return slack.fault({ kind: 'refused', code: 'is_archived' });
    case 'revoked':
      slack.workspace.refused = 'token_revoked';
  }
}

function standing({ ts, text, blocks, edited }: Message): Standing {
  const parts: string[] = [text];
  const pings: string[] = [...text.matchAll(/<[@!][^>]*>/g)].map(String);
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && ['user', 'broadcast', 'usergroup'].includes(String(part.type))) pings.push(String(part.type));
    if ('type' in part && part.type === 'mrkdwn' && 'text' in part)
      pings.push(...[...String(part.text).matchAll(/<[@!#][^>]*>/g)].map(String));
    if ('text' in part && typeof part.text === 'string') parts.push(part.text);
    Object.values(part).forEach(walk);
  };
  blocks.forEach(walk);
  return { key: ts, text: parts.join('\n'), pings, tokens: pressable(blocks).map(({ token }) => token), edited };
}
