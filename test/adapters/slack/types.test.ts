import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openEar } from '#test/adapters/platforms/stage.ts';
import { cardOfEveryKind, formOfEveryKind } from '#test/support/every-kind.ts';
import { spoilt, typeFaults, type Claim } from '#test/support/payload-types.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { setSlackStage } from './stage.ts';

const types: Record<string, string> = {
  'chat.postMessage': 'ChatPostMessageArguments',
  'chat.postEphemeral': 'ChatPostEphemeralArguments',
  'chat.update': 'ChatUpdateArguments',
  'conversations.open': 'ConversationsOpenArguments',
  'conversations.history': 'ConversationsHistoryArguments',
  'views.open': 'ViewsOpenArguments',
  'views.publish': 'ViewsPublishArguments',
};

/** An argument as it was before it went over the wire. */
function spelled(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^\d{1,5}$/.test(value)) return Number(value);
  return value.startsWith('{') || value.startsWith('[') ? JSON.parse(value) : value;
}

/** The native chart is younger than the published types; the local Slack holds it against its documented shape. */
function published(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one?.type !== 'data_visualization').map(published);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, published(one)]));
}

// a compiler takes its time
describe.runIf(isThorough)(`what is sent to Slack${onlyThorough}`, () => {
  it('is what its own types say, and a payload with a single bad part is found', async () => {
    const { recorded, responses } = await everythingSent();
    const claims = recorded.flatMap(({ method, args }): Claim[] => {
      const type = types[method];
      if (!type) return [];
      // which no type knows, and Slack takes
      const known = Object.entries(args).filter(([name]) => name !== 'client_msg_id');
      return [{ from: '@slack/web-api', type, value: Object.fromEntries(known.map(([name, value]) => [name, spelled(value)])) }];
    });
    expect(new Set(claims.map(({ type }) => type))).toEqual(new Set(Object.values(types)));
    expect(responses).toHaveLength(1);
    claims.push(...responses.map(({ body }) => ({ from: '@slack/bolt', type: 'RespondArguments', value: body })));
    for (const claim of claims) claim.value = published(claim.value);
    expect(await typeFaults(claims)).toEqual([]);
    expect(await typeFaults(claims.map(spoilt))).toHaveLength(claims.length);
  });
});

/** Every kind of card, form, page and edit there is, as Slack got it. */
async function everythingSent() {
  const ear = openEar();
  const stage = await setSlackStage('http', ear);
  const { slack, channel, dm } = stage;
  const card = cardOfEveryKind();
  const options = () => ({ idempotencyKey: randomUUID(), signal: AbortSignal.timeout(10_000), at: Temporal.Now.instant() });
  const sent = await channel.send(dm, card, options());
  if (!sent.ok) throw new Error(sent.kind);
  await channel.edit(sent.message, card, options());
  await channel.send(dm, card, { ...options(), replyTo: sent.message.key });
  await channel.send({ ...dm, key: 'U0MEI' }, card, options());
  await channel.find?.(dm, options());
  slack.messages('mei', { channel: 'review' });
  const review = { ...dm, key: 'C0REVIEW', kind: 'group' as const };
  const only = { platform: 'slack' as const, account: dm.account, key: 'U0MEI' };
  await channel.send(review, card, { ...options(), onlyFor: only });
  // where we are no member, a command is answered where it was typed
  await slack.command('mei', '/orders', '', { channel: 'review' });
  slack.fault({ kind: 'refused', code: 'not_in_channel' }, 'chat.postMessage');
  await channel.send(review, card, options());
  const form = formOfEveryKind('tok_card');
  ear.quick = async () => ({ form, locale: 'en' });
  await slack.press('mei', sent.message.key, 'tok_card');
  ear.home = async () => card;
  const shown = slack.called('views.publish');
  await slack.happen({ type: 'app_home_opened', tab: 'home', user: 'U0MEI', channel: dm.key, event_ts: '1.1' });
  await shown;
  const { recorded, responses } = slack;
  await stage.close();
  return { recorded, responses };
}
