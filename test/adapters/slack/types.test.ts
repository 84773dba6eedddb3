import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { homeOf } from '#adapters/slack/home.ts';
import type { Card } from '#core/messages/card.ts';
import { openEar } from '#test/adapters/platforms/stage.ts';
import { typeFaults, type Claim } from '#test/support/payload-types.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { setSlackStage } from './stage.ts';

const types: Record<string, string> = {
  'chat.postMessage': 'ChatPostMessageArguments',
  'chat.postEphemeral': 'ChatPostEphemeralArguments',
  'chat.update': 'ChatUpdateArguments',
  'conversations.open': 'ConversationsOpenArguments',
  'conversations.history': 'ConversationsHistoryArguments',
};

const button = { token: 'tok', action: 'confirm', label: 'Confirm', style: 'primary' as const };
const card: Card = {
  fallback: 'HO-1001',
  blocks: [
    { kind: 'heading', text: 'HO-1001' },
    { kind: 'text', text: '2 **chairs**' },
    { kind: 'fields', fields: [{ label: 'Customer', value: 'Mei' }] },
    { kind: 'table', head: ['Product', 'Qty'], rows: [['Chair', '2']] },
    { kind: 'progress', steps: [{ label: 'Draft', state: 'now' }] },
    { kind: 'quote', text: '2 chairs', marks: [{ start: 0, end: 1, label: '2' }] },
    { kind: 'note', text: 'by Friday' },
    { kind: 'divider' },
    { kind: 'actions', buttons: [button] },
  ],
};

/** An argument as it was before it went over the wire. */
function spelled(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return value.startsWith('{') || value.startsWith('[') ? JSON.parse(value) : value;
}

// a compiler takes its time
describe.runIf(isThorough)(`what is sent to Slack${onlyThorough}`, () => {
  it('is what its own types say', async () => {
    const stage = await setSlackStage('http', openEar());
    const options = () => ({ idempotencyKey: randomUUID(), signal: AbortSignal.timeout(10_000), at: Temporal.Now.instant() });
    const sent = await stage.channel.send(stage.dm, card, options());
    if (!sent.ok) throw new Error(sent.kind);
    await stage.channel.edit(sent.message, card, options());
    await stage.channel.send(stage.dm, card, { ...options(), replyTo: sent.message.key });
    await stage.channel.send({ ...stage.dm, key: 'U0MEI' }, card, options());
    stage.slack.messages('mei', { channel: 'review' });
    const review = { ...stage.dm, key: 'C0REVIEW', kind: 'group' as const };
    await stage.channel.send(review, card, { ...options(), onlyFor: { platform: 'slack', account: 'T0OFFICE', key: 'U0MEI' } });
    const { recorded } = stage.slack;
    await stage.close();

    const claims = recorded.flatMap(({ method, args }): Claim[] => {
      const type = types[method];
      if (!type) return [];
      // which no type knows, and Slack takes
      const known = Object.entries(args).filter(([name]) => name !== 'client_msg_id');
      return [{ from: '@slack/web-api', type, value: Object.fromEntries(known.map(([name, value]) => [name, spelled(value)])) }];
    });
    expect(new Set(claims.map(({ type }) => type)).size).toBe(4);
    const home: Claim = { from: '@slack/web-api', type: 'ViewsPublishArguments', value: { user_id: 'U0MEI', view: homeOf(card) } };
    expect(await typeFaults([...claims, home])).toEqual([]);
    const wrong: Claim = { from: '@slack/web-api', type: 'ChatPostMessageArguments', value: { channel: 7, text: 'x' } };
    expect(await typeFaults([wrong])).toHaveLength(1);
  });
});
