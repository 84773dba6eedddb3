import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf, inWords, resultOf } from '#adapters/slack/fault.ts';
import { homeOf } from '#adapters/slack/home.ts';
import type { Card } from '#core/messages/card.ts';
import type { SendOptions } from '#core/ports.ts';
import { words } from '#core/text/words.ts';
import { openEar } from '#test/adapters/platforms/stage.ts';
import { setSlackStage, type SlackStage } from './stage.ts';

const card: Card = { blocks: [{ kind: 'text', text: 'HO-1001' }], fallback: 'HO-1001' };
const options = (more: Partial<SendOptions> = {}): SendOptions => ({
  idempotencyKey: randomUUID(),
  signal: AbortSignal.timeout(10_000),
  at: Temporal.Now.instant(),
  ...more,
});

let stage: SlackStage;
beforeAll(async () => void (stage = await setSlackStage('http', openEar())));
beforeEach(() => void (stage.slack.workspace.messages.length = 0));
afterEach(() => void (stage.slack.workspace.refused = null));
afterAll(() => stage.close());

const group = (name: string) => {
  stage.slack.messages('mei', { channel: name });
  return { platform: 'slack', account: 'T0OFFICE', key: `C0${name.toUpperCase()}`, kind: 'group' } as const;
};

describe('speaking in Slack', () => {
  it('changes in place what one person alone sees, once they have pressed there, and says that it is gone otherwise', async () => {
    const sales = group('sales');
    const onlyFor = { platform: 'slack' as const, account: 'T0OFFICE', key: 'U0MEI' };
    const token = 'tok_'.padEnd(32, 'A');
    const paged: Card = {
      ...card,
      blocks: [...card.blocks, { kind: 'actions', buttons: [{ token, action: 'show_all', label: 'More', style: 'plain' }] }],
    };
    stage.slack.workspace.conversations.get(sales.key)?.members.add(stage.slack.workspace.app.botUser);
    const sent = await stage.channel.send(sales, paged, options({ onlyFor }));
    if (!sent.ok) throw new Error(sent.kind);
    const gone = { ok: false, kind: 'unreachable', reason: 'gone' };
    expect(await stage.channel.edit(sent.message, card, options({ onlyFor }))).toEqual(gone);
    const ts = stage.slack.messages('mei', { channel: 'sales' }).at(-1)?.ts ?? '';
    await stage.slack.press('mei', ts, token);
    const changed: Card = { blocks: [{ kind: 'text', text: 'page two' }], fallback: 'page two' };
    expect(await stage.channel.edit(sent.message, changed, options({ onlyFor }))).toEqual(sent);
    expect(stage.slack.messages('mei', { channel: 'sales' })).toMatchObject([{ ts, text: 'page two', onlyFor: 'U0MEI', edited: true }]);
    expect(stage.slack.messages('lin', { channel: 'sales' })).toEqual([]);
  });

  it('puts an answer under the message it answers', async () => {
    const first = await stage.channel.send(stage.dm, card, options());
    const replyTo = first.ok ? first.message.key : '';
    await stage.channel.send(stage.dm, card, options({ replyTo }));
    expect(stage.slack.messages('mei').map(({ threadTs }) => threadTs)).toEqual([null, replyTo]);
  });

  it('finds under its message what was sent there and never answered for', async () => {
    const first = await stage.channel.send(stage.dm, card, options());
    const sent = options({ replyTo: first.ok ? first.message.key : '' });
    stage.trouble('accept_then_reset');
    await stage.channel.send(stage.dm, card, sent);
    expect(await stage.channel.find?.(stage.dm, sent)).toMatchObject({ key: stage.slack.messages('mei').at(-1)?.ts });
  });

  it('names commands as Slack takes them, and says what a customer typed as they typed it', async () => {
    const typed = 'I typed /status and /review, then /close 12, and nothing came';
    const how = words('en')('cases:how', { customer: 'Mei', number: '12' });
    const said: Card = {
      blocks: [
        { kind: 'text', text: `Mei: ${typed}` },
        { kind: 'quote', text: typed, marks: [] },
        { kind: 'fields', fields: [{ label: 'Reason', value: typed }] },
        { kind: 'table', head: ['Note', 'Of'], rows: [[typed, 'Mei']] },
        { kind: 'note', text: how },
      ],
      fallback: `Mei: ${typed}\n${how}`,
    };
    const sent = await stage.channel.send(stage.dm, said, options());
    const arrived = () => JSON.stringify(stage.slack.messages('mei').at(-1));
    const shown = (): number[] =>
      [typed, '/orderly status', '/orderly close', 'or /orderly reply 12'].map((one) => arrived().split(one).length - 1);
    expect(shown()).toEqual([5, 0, 0, 2]);
    if (sent.ok) await stage.channel.edit(sent.message, said, options());
    expect([sent.ok, shown()]).toEqual([true, [5, 0, 0, 2]]);
    expect(JSON.stringify(homeOf(said)).split(typed)).toHaveLength(5);
    expect(JSON.stringify(homeOf(said))).toContain('or /orderly reply 12');
  });

  it('draws a chart with characters where Slack refuses its own, and leaves every other refusal alone', async () => {
    const chart: Card = { fallback: 'x', blocks: [{ kind: 'chart', title: 'Orders', bars: [{ label: 'Fri', value: 3, shown: '3' }] }] };
    const typesOf = () => stage.slack.messages('mei').map(({ blocks }) => blocks.map(({ type }) => type));
    const native = await stage.channel.send(stage.dm, chart, options());
    stage.slack.fault({ kind: 'refused', code: 'invalid_blocks' }, 'chat.postMessage');
    await stage.channel.send(stage.dm, chart, options());
    expect(typesOf()).toEqual([['data_visualization'], ['rich_text']]);
    stage.slack.fault({ kind: 'refused', code: 'invalid_blocks' }, 'chat.update');
    if (native.ok) await stage.channel.edit(native.message, chart, options());
    expect(typesOf()).toEqual([['rich_text'], ['rich_text']]);
    stage.slack.fault({ kind: 'refused', code: 'invalid_blocks' }, 'chat.postMessage');
    expect(await stage.channel.send(stage.dm, card, options())).toMatchObject({ ok: false, kind: 'invalid' });
  });

  it('whispers in a channel to one person, and says of it later that it is gone', async () => {
    const review = group('review');
    const whispered = await stage.channel.send(
      review,
      card,
      options({ onlyFor: { platform: 'slack', account: 'T0OFFICE', key: 'U0MEI' } }),
    );
    expect(stage.slack.messages('mei', { channel: 'review' })).toHaveLength(1);
    expect(stage.slack.messages('ann', { channel: 'review' })).toHaveLength(0);
    const edited = whispered.ok ? await stage.channel.edit(whispered.message, card, options()) : null;
    expect(edited).toEqual({ ok: false, kind: 'unreachable', reason: 'gone' });
  });

  it('opens a conversation with somebody it only knows by name, and says where it is', async () => {
    stage.slack.say('ann', '').catch(() => {});
    const ann = { ...stage.dm, key: 'U0ANN' };
    expect(await stage.channel.send(ann, card, options())).toMatchObject({
      kind: 'unreachable',
      reason: 'moved',
      movedTo: { ...stage.dm, key: 'D0ANN' },
    });
    Object.assign(stage.slack.workspace.people.get('U0ANN') ?? {}, { deactivated: true });
    expect(await stage.channel.send(ann, card, options())).toMatchObject({ kind: 'unreachable', reason: 'gone' });
  });

  it('answers a command where it is no member, as long as Slack takes an answer there', async () => {
    const sales = group('sales');
    stage.slack.workspace.conversations.get('C0SALES')?.members.delete('U0ORDERLY');
    expect(await stage.channel.send(sales, card, options())).toMatchObject({ kind: 'unreachable', reason: 'not_in_chat' });
    await stage.slack.command('mei', '/review', '', { channel: 'sales' });
    for (let times = 0; times < 5; times++) expect(await stage.channel.send(sales, card, options())).toMatchObject({ ok: true });
    expect(await stage.channel.send(sales, card, options())).toMatchObject({ kind: 'unreachable', reason: 'not_in_chat' });
    expect(stage.slack.responses).toHaveLength(5);
  });

  it('cannot tell what arrived where it may not look', async () => {
    const review = group('review');
    expect(await stage.channel.find?.(review, options())).toBe('cannot_tell');
  });

  it('looks through many messages, and not for ever', async () => {
    const sent = options();
    await stage.channel.send(stage.dm, card, sent);
    const [ours] = stage.slack.workspace.messages;
    if (!ours) throw new Error('nothing was sent');
    const later = (count: number) => Array.from({ length: count }, () => ({ ...ours, ts: stage.slack.workspace.nextTs(), metadata: null }));
    stage.slack.workspace.messages.push(...later(250));
    expect(await stage.channel.find?.(stage.dm, sent)).toMatchObject({ key: ours.ts });
    stage.slack.workspace.messages.push(...later(1_000));
    expect(await stage.channel.find?.(stage.dm, sent)).toBe('cannot_tell');
  });

  it('fetches a picture, and no more of it than asked for', async () => {
    const bytes = new TextEncoder().encode('a picture');
    stage.slack.workspace.files.set('F1', { id: 'F1', name: 'chair.png', mimetype: 'image/png', size: bytes.length, bytes });
    const file = { name: 'chair.png', mimeType: 'image/png', size: 9, platform: 'slack', account: 'T0OFFICE', key: 'F1' } as const;
    const signal = AbortSignal.timeout(5_000);
    expect(new TextDecoder().decode(await stage.channel.readFile?.(file, { most: 9, signal }))).toBe('a picture');
    await expect(stage.channel.readFile?.(file, { most: 8, signal })).rejects.toThrow('larger than 8');
    await expect(stage.channel.readFile?.({ ...file, key: 'F2' }, { most: 9, signal })).rejects.toThrow();
  });

  it.for([
    ['channel_not_found', { kind: 'unreachable', reason: 'gone' }],
    ['is_archived', { kind: 'unreachable', reason: 'gone' }],
    ['not_in_channel', { kind: 'unreachable', reason: 'not_in_chat' }],
    ['messages_tab_disabled', { kind: 'unreachable', reason: 'dm_closed' }],
    ['account_inactive', { kind: 'auth', detail: 'account_inactive' }],
    ['invalid_auth', { kind: 'auth', detail: 'invalid_auth' }],
    ['msg_too_long', { kind: 'invalid', detail: 'msg_too_long' }],
    ['invalid_blocks', { kind: 'invalid', detail: 'invalid_blocks' }],
    ['ratelimited', { kind: 'rate_limited', retryAfterMs: 1000, scope: 'conversation' }],
    ['internal_error', { kind: 'unknown_outcome', detail: 'internal_error' }],
    ['<h1>Bad gateway</h1>', { kind: 'unknown_outcome', detail: 'no answer of Slack' }],
  ] as const)('takes %s for what it is', async ([code, result]) => {
    stage.slack.fault({ kind: 'refused', code }, 'chat.postMessage');
    expect(await stage.channel.send(group('review'), card, options())).toEqual({ ok: false, ...result });
  });

  it('says which right is missing', async () => {
    stage.slack.workspace.scopes.delete('chat:write');
    const result = await stage.channel.send(stage.dm, card, options());
    stage.slack.workspace.scopes.add('chat:write');
    expect(result).toEqual({ ok: false, kind: 'auth', detail: 'missing_scope (chat:write)' });
  });

  it('does not know what became of it when the connection ends before or after', async () => {
    stage.slack.fault({ kind: 'reset' }, 'chat.postMessage');
    expect(await stage.channel.send(stage.dm, card, options())).toMatchObject({ kind: 'unknown_outcome' });
    expect(resultOf(faultOf(new Error('xoxb-1234 is wrong')))).toEqual({
      ok: false,
      kind: 'unknown_outcome',
      detail: 'the connection was lost',
    });
  });

  it('has a remedy for whatever Slack says', () => {
    for (const code of ['invalid_auth', 'token_revoked', 'missing_scope', 'not_allowed_token_type', 'something_new'])
      expect(inWords({ kind: 'refused', code, detail: code }).remedy).not.toBe('');
  });
});
