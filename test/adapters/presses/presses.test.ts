import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressReaders, renderers } from '#adapters/index.ts';
import { presses } from '#adapters/playground/page/presses.ts';
import { platforms } from '#core/messages/incoming.ts';

const arrived = { account: 'A1', at: '2026-11-30T02:00:00Z' };
const token = 'tk_0123456789abcdef';

/** What the platforms send when a button of ours is pressed, as their documentation shows it, with every field that we do not read. */
const real = {
  slack: {
    type: 'block_actions',
    team: { id: 'T9TK3CUKW', domain: 'example' },
    user: { id: 'UA8RXUSPL', username: 'jtorrance', name: 'jtorrance', team_id: 'T9TK3CUKW' },
    api_app_id: 'AABA1ABCD',
    token: '9s8d9as89d8as9d8as989',
    container: { type: 'message', message_ts: '1548261231.000200', channel_id: 'CBR2V3XEX', is_ephemeral: false },
    trigger_id: '12466734323.1395872398',
    channel: { id: 'CBR2V3XEX', name: 'review-updates' },
    message: { type: 'message', text: 'A card', ts: '1548261231.000200' },
    response_url: 'https://hooks.slack.com/actions/AABA1ABCD/1232321423432/D09sSasdasdAS9091209',
    actions: [
      {
        type: 'button',
        action_id: token,
        block_id: '=qXel',
        value: token,
        action_ts: '1548426417.840180',
        text: { type: 'plain_text', text: 'Approve' },
      },
    ],
  },
  discord: {
    version: 1,
    type: 3,
    token: 'unique_interaction_token',
    message: { type: 0, id: '847588396113166397', channel_id: '345626669114982402', content: '', components: [] },
    member: {
      user: { username: 'mason', id: '53908232506183680', global_name: 'Mason', avatar: null, discriminator: '0' },
      roles: ['290926798626357999'],
      joined_at: '2017-03-13T19:19:14.040000+00:00',
    },
    id: '846462639134605312',
    guild_id: '290926798626357999',
    data: { custom_id: token, component_type: 2, id: 4 },
    channel_id: '345626669114982402',
    channel: { id: '345626669114982402', type: 0, name: 'review' },
    application_id: '290926444748734465',
    locale: 'en-GB',
    guild_locale: 'en-US',
  },
  telegram: {
    update_id: 10000,
    callback_query: {
      id: '4382bfdwdsb323b2d9',
      from: { id: 1111111, is_bot: false, first_name: 'Mei', last_name: 'Chen', username: 'mei', language_code: 'zh-hans' },
      message: { message_id: 1365, date: 1441645532, chat: { id: 1111111, type: 'private', first_name: 'Mei' }, text: 'A card' },
      chat_instance: '-3788',
      data: token,
    },
  },
};

describe('a press as its platform sends it', () => {
  it('in a channel of Slack is told apart by its trigger and time', () => {
    expect(pressReaders.slack(real.slack, arrived)).toEqual({
      kind: 'press',
      token,
      saidAt: '2019-01-25T14:26:57.840180Z',
      messageKey: '1548261231.000200',
      dedupeKey: '12466734323.1395872398:1548426417.840180',
      at: arrived.at,
      from: { platform: 'slack', account: 'A1', key: 'UA8RXUSPL', name: 'jtorrance' },
      address: { platform: 'slack', account: 'A1', key: 'CBR2V3XEX', kind: 'group' },
    });
  });

  it('of what stands in a menu of Slack is the same, whichever kind of menu', () => {
    const action_ts = real.slack.actions.at(0)?.action_ts;
    for (const type of ['overflow', 'static_select']) {
      const chosen = { type, action_id: 'tk_menu', block_id: '=qXel', selected_option: { text: { type: 'plain_text', text: 'Hold' }, value: token }, action_ts }; // prettier-ignore
      expect(pressReaders.slack({ ...real.slack, actions: [chosen] }, arrived)).toEqual(pressReaders.slack(real.slack, arrived));
    }
    expect(pressReaders.slack({ ...real.slack, actions: [{ type: 'overflow', action_id: 'tk_menu', action_ts }] }, arrived)).toBeNull();
  });

  it('of what stands in a menu of Discord is the same', () => {
    const chosen = (values: string[]) => ({ ...real.discord, data: { custom_id: 'tk_menu', component_type: 3, id: 4, values } });
    expect(pressReaders.discord(chosen([token]), arrived)).toEqual(pressReaders.discord(real.discord, arrived));
    expect(pressReaders.discord(chosen([]), arrived)).toBeNull();
  });

  it('in a server of Discord comes from a member, with their language', () => {
    expect(pressReaders.discord(real.discord, arrived)).toEqual({
      kind: 'press',
      token,
      messageKey: '847588396113166397',
      dedupeKey: '846462639134605312',
      at: arrived.at,
      from: { platform: 'discord', account: 'A1', key: '53908232506183680', name: 'Mason', locale: 'en-GB' },
      address: { platform: 'discord', account: 'A1', key: '345626669114982402', kind: 'group' },
    });
  });

  it('in a private chat of Telegram is told apart by its update', () => {
    expect(pressReaders.telegram(real.telegram, arrived)).toEqual({
      kind: 'press',
      token,
      messageKey: '1365',
      dedupeKey: '10000',
      at: arrived.at,
      from: { platform: 'telegram', account: 'A1', key: '1111111', name: 'Mei Chen', locale: 'zh-hans' },
      address: { platform: 'telegram', account: 'A1', key: '1111111', kind: 'dm' },
    });
  });

  it.each(platforms)('says nothing on %s of what is no press', (platform) => {
    for (const other of platforms.filter((each) => each !== platform)) expect(pressReaders[platform](real[other], arrived)).toBeNull();
    fc.assert(fc.property(fc.anything(), (update) => pressReaders[platform](update, arrived) === null));
  });

  it.each(platforms)('comes back on %s from the page out of a menu', (platform) => {
    const button = (name: string) => ({ token: name, action: name, label: name, style: 'plain' as const });
    const person = { id: 'mei', name: 'Mei', role: 'customer', language: 'en', channel: platform, channels: [platform] } as const;
    for (const count of [2, 7]) {
      const buttons = [token, ...Array.from({ length: count - 1 }, (_, at) => `tk_${at}`)].map(button);
      const { payload } = renderers[platform]({
        fallback: 'x',
        blocks: [{ kind: 'actions', buttons: [button('tk_first')], more: { open: button('tk_menu'), back: button('tk_back'), buttons } }],
      });
      const pressed = { person: { ...person, channels: [platform] }, conversation: { id: 'review', kind: 'group' as const }, message: 'm1', token, payload }; // prettier-ignore
      const update: unknown = JSON.parse(JSON.stringify(presses[platform](pressed)));
      expect(JSON.stringify(update).includes('tk_menu')).toBe(platform !== 'telegram');
      expect(pressReaders[platform](update, arrived)).toMatchObject({ token, messageKey: 'm1' });
    }
  });

  it.each(platforms)('comes back on %s from the page as it was pressed, and carries the token alone', (platform) => {
    const person = { id: 'mei', name: '陈美 Mei', role: 'customer', language: 'zh-CN', channel: platform, channels: [platform] } as const;
    for (const kind of ['dm', 'group'] as const) {
      const conversation = { id: kind === 'dm' ? 'dm:mei' : 'review', kind };
      const update = presses[platform]({ person: { ...person, channels: [platform] }, conversation, message: 'm1', token, payload: null });
      expect(pressReaders[platform](JSON.parse(JSON.stringify(update)), arrived)).toMatchObject({
        token,
        messageKey: 'm1',
        from: { platform, key: 'mei', name: '陈美 Mei' },
        address: { platform, key: conversation.id, kind },
      });
    }
  });
});
