import { afterEach, describe, expect, it } from 'vitest';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { setSlackStage, type SlackStage } from './stage.ts';

const stages: SlackStage[] = [];
afterEach(() => Promise.all(stages.splice(0).map((stage) => stage.close())));

const ways = ['http', 'socket'] as const;

async function hearing(way: (typeof ways)[number], ear: Ear = openEar()) {
  const stage = await setSlackStage(way, ear);
  stages.push(stage);
  return { ear, stage, slack: stage.slack };
}

const mei = { platform: 'slack', account: 'T0OFFICE', key: 'U0MEI' } as const;
const dm = { platform: 'slack', account: 'T0OFFICE', key: 'D0MEI', kind: 'dm' } as const;
const review = { platform: 'slack', account: 'T0OFFICE', key: 'C0REVIEW', kind: 'group' } as const;

describe.each(ways)('what people do in Slack, by %s', (way) => {
  it('is heard with who they are and by which clock they live, as the workspace tells it', async () => {
    const { ear, slack } = await hearing(way);
    const person = slack.workspace.people.get('U0MEI');
    Object.assign(person ?? {}, { name: 'Mei Chen', locale: 'zh-TW', timeZone: 'Asia/Taipei', phone: '+886 912 345 678' });
    await slack.say('mei', 'two &lt;big&gt; chairs &amp; <https://example.com|a desk> for <@U0ANN>');
    expect(ear.heard).toMatchObject([
      {
        kind: 'message',
        text: 'two <big> chairs & a desk for @U0ANN',
        from: { ...mei, name: 'Mei Chen', locale: 'zh-TW', timeZone: 'Asia/Taipei', phone: '+886 912 345 678' },
        address: dm,
      },
    ]);
  });

  it('is heard although the workspace does not tell who they are', async () => {
    const { ear, slack } = await hearing(way);
    slack.fault({ kind: 'status', status: 500 }, 'users.info');
    await slack.say('mei', '2 chairs');
    expect(ear.heard).toMatchObject([{ text: '2 chairs', from: mei }]);
  });

  it('is heard with files, in threads, and when it is changed or taken back', async () => {
    const { ear, slack } = await hearing(way);
    await slack.say('mei', 'like this', { files: [{ id: 'F1', name: 'chair.png', mimetype: 'image/png', size: 70 }] });
    const [first] = slack.messages('mei');
    const ts = first?.ts ?? '';
    await slack.say('mei', 'and a desk', { thread: ts });
    await slack.changeWords('mei', ts, 'like that');
    await slack.changeWords('mei', ts, 'like that');
    await slack.takeBack('mei', ts);
    expect(ear.heard).toMatchObject([
      { kind: 'message', messageKey: ts, files: [{ name: 'chair.png', mimeType: 'image/png', size: 70, key: 'F1' }] },
      { kind: 'message', replyTo: ts, thread: ts },
      { kind: 'message_edited', messageKey: ts, text: 'like that' },
      { kind: 'message_deleted', messageKey: ts },
    ]);
  });

  it('in a channel is heard where it is for us, without our name', async () => {
    const { ear, slack } = await hearing(way);
    await slack.say('mei', 'talk among people', { channel: 'review' });
    await slack.say('mei', '<@U0ORDERLY> status HO-1001', { channel: 'review' });
    expect(ear.heard).toMatchObject([{ kind: 'message', text: 'status HO-1001', address: review }]);
  });

  it('is a command, each under its own name or behind /orderly', async () => {
    const { ear, slack } = await hearing(way);
    await slack.command('mei', '/order', '2 chairs');
    await slack.command('mei', '/orderly', 'approve HO-1001');
    await slack.command('mei', '/orderly', '');
    await slack.command('mei', '/review', '', { channel: 'review' });
    expect(ear.heard).toMatchObject([
      { kind: 'command', command: 'order', text: '2 chairs', address: dm },
      { kind: 'command', command: 'approve', text: 'HO-1001', address: dm },
      { kind: 'command', command: 'help', text: '', address: dm },
      { kind: 'command', command: 'review', text: '', address: review, place: '#review' },
    ]);
    // in a conversation of one's own nothing is called anything
    expect(ear.heard[0]).not.toHaveProperty('place');
  });

  it('between two people is answered to the one who called us, in their own conversation', async () => {
    const { ear, slack } = await hearing(way);
    const between = {
      id: 'D0OTHERS',
      name: 'directmessage',
      kind: 'im' as const,
      person: null,
      members: new Set(['U0MEI', 'U0ANN']),
      archived: false,
    };
    slack.workspace.conversations.set('C0DIRECTMESSAGE', between);
    await slack.command('mei', '/orders', '', { channel: 'directmessage' });
    expect(ear.heard).toMatchObject([{ kind: 'command', command: 'orders', address: dm }]);
  });

  it('makes an order of a message, with whose words they are', async () => {
    const { ear, slack } = await hearing(way);
    await slack.say('ann', '3 lamps for the lobby', { channel: 'sales' });
    const [message] = slack.messages('ann', { channel: 'sales' });
    await slack.shortcut('mei', 'make_order', message?.ts ?? '');
    await slack.shortcut('mei', 'something_else', message?.ts ?? '');
    expect(ear.heard).toMatchObject([
      { kind: 'command', command: 'order', text: '3 lamps for the lobby', from: mei, address: dm, wordsOf: { key: 'U0ANN', name: 'ann' } },
    ]);
  });

  it('that is for nobody is acknowledged and forgotten', async () => {
    const { ear, slack } = await hearing(way);
    const place = { channel: 'C0REVIEW', user: 'U0MEI', ts: '1.1', event_ts: '1.1' };
    expect(await slack.happen({ type: 'message', channel_type: 'channel', text: 'hi', ...place })).not.toBeNull();
    expect(await slack.happen({ type: 'message', channel_type: 'im', subtype: 'channel_join', text: 'hi', ...place })).not.toBeNull();
    expect(await slack.happen({ type: 'reaction_added', ...place })).not.toBeNull();
    expect(ear.heard).toEqual([]);
  });

  it('ends our being there: in a channel, and in the workspace', async () => {
    const { ear, slack, stage } = await hearing(way);
    await slack.happen({ type: 'member_left_channel', user: 'U0ANN', channel: 'C0REVIEW' });
    await slack.happen({ type: 'member_left_channel', user: 'U0ORDERLY', channel: 'C0REVIEW' });
    await slack.happen({ type: 'app_uninstalled' });
    expect(ear.heard).toMatchObject([
      { kind: 'left', address: review },
      { kind: 'left', everywhere: true },
    ]);
    expect(stage.connection.health()).toMatchObject({ state: 'down', remedy: expect.stringContaining('Install the app again') });
  });

  it('comes late and out of order as it comes', async () => {
    const { ear, slack } = await hearing(way);
    slack.hold();
    await slack.say('mei', 'first');
    await slack.say('mei', 'second');
    await slack.release((held) => held.toReversed());
    expect(ear.heard).toMatchObject([{ text: 'second' }, { text: 'first' }]);
  });

  it('is no longer brought again after the third time', async () => {
    const { ear, slack } = await hearing(way);
    ear.away = 4;
    await slack.say('mei', 'lost');
    await slack.say('mei', 'kept');
    expect(ear.brought).toBe(5);
    expect(ear.heard).toMatchObject([{ text: 'kept' }]);
  });

  it('opens a form before anything is received, and brings back what was filled in', async () => {
    const ear = openEar();
    const token = 'form_token';
    const field = { name: 'reason', kind: 'long_text' as const, label: 'Why?', required: true };
    ear.quick = async () => ({ form: { id: token, title: 'Reject the order', fields: [field] }, locale: 'en' });
    const { slack, stage } = await hearing(way, ear);
    const button = { token, action: 'reject', label: 'Reject', style: 'danger' as const };
    const options = { idempotencyKey: 'k1', signal: AbortSignal.timeout(5_000), at: Temporal.Now.instant() };
    const card = { blocks: [{ kind: 'actions' as const, buttons: [button] }], fallback: 'HO-1001' };
    const sent = await stage.channel.send(stage.dm, card, options);
    await slack.press('mei', sent.ok ? sent.message.key : '', token);
    expect(ear.heard).toEqual([]);

    ear.outcome = async () => ({ ok: false, refusal: { code: 'x', text: 'Say more.' } });
    expect(await slack.submit('mei', { reason: 'no' })).toEqual({
      payload: { response_action: 'errors', errors: { reason: 'Say more.' } },
    });
    ear.outcome = async () => ({ ok: true });
    await slack.submit('mei', { reason: 'No stock before spring.' });
    expect(slack.workspace.modals.size).toBe(0);
    expect(ear.heard).toMatchObject([
      { kind: 'form', token, values: { reason: 'no' }, address: dm },
      { kind: 'form', token, values: { reason: 'No stock before spring.' }, address: dm },
    ]);
  });

  it('shows on the app’s page what waits for whoever opens it', async () => {
    const ear = openEar();
    ear.home = async ({ from }) => ({ blocks: [{ kind: 'text', text: `for ${from.key}` }], fallback: 'x' });
    const { slack } = await hearing(way, ear);
    const shown = slack.called('views.publish');
    await slack.happen({ type: 'app_home_opened', user: 'U0MEI', channel: 'D0MEI', tab: 'home', event_ts: '1.1' });
    expect(await shown).toMatchObject({ outcome: 'ok' });
    expect(JSON.stringify(slack.workspace.homes.get('U0MEI'))).toContain('for U0MEI');
  });
});
