import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageFromDiscord, type HeardMessage } from '#adapters/discord/heard.ts';
import { commandFromDiscord, madeIn, typingFromDiscord } from '#adapters/discord/typed.ts';

const arrived = { account: '1000', at: '2026-11-30T02:00:00Z' };
const mei = { id: '2000', username: 'mei.chen', global_name: 'Mei', avatar: null, discriminator: '0' };

/** A message as the gateway brings it, with fields that nobody reads. */
const message = (more: object): HeardMessage =>
  ({
    id: '3000', type: 0, channel_id: '4000', author: mei, content: '2 chairs', attachments: [], embeds: [], mentions: [], mention_roles: [], mention_everyone: false, pinned: false, tts: false, timestamp: '2026-11-30T02:00:00+00:00', edited_timestamp: null, flags: 0, components: [],
    ...more,
  }) as object as HeardMessage; // prettier-ignore
const heard = (more: object, event: 'created' | 'updated' = 'created') => messageFromDiscord(message(more), event, arrived);

describe('what is heard of a message on Discord', () => {
  it('is what a person wrote directly', () => {
    expect(heard({})).toMatchObject({
      kind: 'message',
      text: '2 chairs',
      dedupeKey: '3000',
      messageKey: '3000',
      address: { kind: 'dm', key: '4000' },
      from: { key: '2000', name: 'Mei' },
    });
  });

  it.for([
    ['of another bot', { author: { ...mei, bot: true } }],
    ['of Discord itself', { author: { ...mei, system: true } }],
    ['of a webhook', { webhook_id: '5' }],
    ['that tells of somebody who joined', { type: 7 }],
    ['in a server without our name', { guild_id: '9', mentions: [mei] }],
  ] as const)('is nothing %s', ([, more]) => {
    expect(heard(more)).toBeNull();
  });

  it('is what was said to us in a server, with the names of others', () => {
    const mentions = [{ id: '1000', username: 'orderly', global_name: null }, mei];
    expect(heard({ guild_id: '9', content: '<@1000> order for <@2000>: 2 chairs <@777>', mentions })).toMatchObject({
      text: 'order for Mei: 2 chairs <@777>',
      address: { kind: 'group' },
    });
  });

  it('is what was forwarded, with its files, and answers nothing', () => {
    const file = { id: '7', filename: 'a.pdf', content_type: 'application/pdf', size: 5, url: 'https://cdn.discordapp.com/a.pdf' };
    const forwarded = {
      content: '',
      message_reference: { type: 1, message_id: '8' },
      message_snapshots: [{ message: { content: '3 desks', attachments: [file] } }],
    };
    expect(heard(forwarded)).toMatchObject({ kind: 'message', text: '3 desks', files: [{ name: 'a.pdf', key: '4000/3000/7' }] });
    expect(heard(forwarded)).not.toHaveProperty('replyTo');
  });

  it('is a command where a client does not know it', () => {
    expect(heard({ content: '/Status HO-1001 now' })).toMatchObject({ kind: 'command', command: 'status', text: 'HO-1001 now' });
    expect(heard({ content: '/改地址 HO-1001' })).toMatchObject({ kind: 'command', command: '改地址' });
    expect(heard({ content: '/ or not' })).toMatchObject({ kind: 'message' });
  });

  it('is no edit when Discord has only looked at a link', () => {
    expect(heard({}, 'updated')).toBeNull();
    expect(heard({ edited_timestamp: '2026-11-30T02:01:00+00:00' }, 'updated')).toMatchObject({
      kind: 'message_edited',
      messageKey: '3000',
    });
  });
});

describe('an interaction on Discord', () => {
  const base = { id: '1', type: 2, locale: 'zh-TW', channel: { id: '4000', type: 0 }, guild_id: '9', member: { user: mei }, context: 0 };

  it('in a server that has not invited us is answered directly: nowhere else may we write', () => {
    expect(madeIn({ ...base, authorizing_integration_owners: { '0': '9' } }, arrived)?.address).toMatchObject({
      kind: 'group',
      key: '4000',
    });
    expect(madeIn({ ...base, authorizing_integration_owners: { '1': '2000' } }, arrived)?.address).toMatchObject({
      kind: 'dm',
      key: '2000',
    });
  });

  it('with a message of a program makes an order of its words, and of nobody', () => {
    const data = {
      type: 3,
      name: 'Make this an order',
      target_id: '3',
      resolved: { messages: { '3': { content: '2 chairs', author: { ...mei, bot: true } } } },
    };
    expect(commandFromDiscord({ ...base, data }, arrived)).toMatchObject({ command: 'order', text: '2 chairs' });
    expect(commandFromDiscord({ ...base, data }, arrived)).not.toHaveProperty('wordsOf');
  });

  it('of any other shape is nothing, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (data, channel) => {
        for (const given of [data, { ...base, data }, { ...base, channel, data }])
          for (const read of [madeIn, commandFromDiscord, typingFromDiscord]) expect(() => read(given, arrived)).not.toThrow();
      }),
    );
  });
});
