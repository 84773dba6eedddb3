import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Finding } from '#adapters/connection.ts';
import type { Card } from '#core/messages/card.ts';
import { slackChannel } from './channel.ts';
import { openResponses } from './responses.ts';

const card: Card = {
  blocks: [{ kind: 'text', text: 'Orderly tries whether it is heard here.' }],
  fallback: 'Orderly tries whether it is heard here.',
};
const patienceMs = 15_000;

/** Says something twice under one handle, looks for it by that handle, and takes it back. */
export async function probeSlack(client: WebClient, account: string, key: string): Promise<Finding> {
  const item = `message to ${key}`;
  const parts = {
    client,
    account,
    botToken: '',
    apiUrl: client.slackApiUrl,
    responses: openResponses(client.slackApiUrl),
    noteToken() {},
    noteUnattached() {},
  };
  const channel = slackChannel(parts);
  const to = { platform: 'slack', account, key, kind: key.startsWith('D') ? 'dm' : 'group' } as const;
  const options = { idempotencyKey: randomUUID(), signal: AbortSignal.timeout(patienceMs), at: Temporal.Now.instant() };
  const first = await channel.send(to, card, options);
  if (!first.ok) {
    const reason = 'detail' in first ? first.detail : 'reason' in first ? first.reason : 'it asks us to wait';
    return {
      item,
      says: `It was not taken: ${reason}.`,
      ok: false,
      remedy: 'Invite the app to the channel (/invite @Orderly), and give its id, which begins with C, G or D.',
    };
  }
  const second = await channel.send(to, card, options);
  const found = await channel.find?.(to, options).catch(() => 'cannot_tell' as const);
  for (const { ok, ...sent } of [first, second])
    if (ok && 'message' in sent) await client.chat.delete({ channel: key, ts: sent.message.key }).catch(() => {});
  const twice = second.ok && second.message.key === first.message.key ? 'once' : 'twice';
  const look =
    found === 'cannot_tell'
      ? 'cannot be looked for here, so that after a lost answer it may come twice'
      : found
        ? 'is found again'
        : 'is not found again';
  return { item, says: `It was taken; under one handle it stands there ${twice}, and ${look}.`, ok: true };
}
