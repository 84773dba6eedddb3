import { describe, expect, it } from 'vitest';
import { incomingOf } from '#adapters/telegram/update.ts';

const me = { id: 700001, username: 'orderly_bot' };
const arrived = { account: '700001', at: '2026-11-25T04:00:00Z', me };
const mei = { id: 4100, is_bot: false, first_name: 'Mei', language_code: 'zh-hans' };
const inPrivate = { message_id: 5, from: mei, chat: { id: 4100, type: 'private' } };
const inGroup = { message_id: 5, from: mei, chat: { id: -100, type: 'supergroup' } };
const read = (message: object) => incomingOf({ update_id: 9, message }, arrived);
const mention = (text: string) => ({ text, entities: [{ type: 'mention', offset: text.indexOf('@'), length: '@orderly_bot'.length }] });

describe('what Telegram tells', () => {
  it('is words in a private chat, with language and message', () => {
    expect(read({ ...inPrivate, text: '2 chairs' })).toMatchObject({
      kind: 'message',
      text: '2 chairs',
      messageKey: '5',
      dedupeKey: '9',
      from: { key: '4100', name: 'Mei', locale: 'zh-hans' },
      address: { key: '4100', kind: 'dm' },
    });
  });

  it('was said when Telegram says, and before what has a higher number in the same second', () => {
    const heard = [5, 41].map((message_id) => read({ ...inPrivate, message_id, date: 1_790_000_000, text: 'make it 2' }));
    const [first, second] = heard.map((incoming) => (incoming?.kind === 'message' ? (incoming.saidAt ?? '') : ''));
    expect([first, second]).toEqual(['2026-09-21T14:13:20.000005Z', '2026-09-21T14:13:20.000041Z']);
  });

  it('has the number that somebody lets Telegram send of themselves, and of nobody else', () => {
    const contact = { phone_number: '8613800138034', first_name: 'Mei', user_id: 4100 };
    expect(read({ ...inPrivate, contact })).toMatchObject({ kind: 'message', text: '', from: { key: '4100', phone: '+8613800138034' } });
    for (const other of [{ ...contact, user_id: 1 }, { phone_number: '1', first_name: 'X' }, 'nonsense'])
      expect(read({ ...inPrivate, text: 'hi', contact: other })?.from).not.toHaveProperty('phone');
  });

  it.for([
    ['/status@orderly_bot HO-1', 'status', 'HO-1'],
    ['/start abc_DEF-1', 'start', 'abc_DEF-1'],
    ['/改地址 HO-1 南京路', '改地址', 'HO-1 南京路'],
  ])('is a command: %s', ([text, command, rest]) => {
    expect(read({ ...inPrivate, text })).toMatchObject({ kind: 'command', command, text: rest });
  });

  it('is for us in a group where it mentions us, answers us or is a command', () => {
    expect(read({ ...inGroup, ...mention('@orderly_bot, 2 chairs') })).toMatchObject({
      text: '2 chairs',
      address: { key: '-100', kind: 'group' },
    });
    expect(read({ ...inGroup, text: 'yes', reply_to_message: { message_id: 3, from: { id: me.id } } })).toMatchObject({ replyTo: '3' });
    expect(read({ ...inGroup, chat: { ...inGroup.chat, title: 'Order desk' }, text: '/orders' })).toMatchObject({
      kind: 'command',
      command: 'orders',
      place: 'Order desk',
    });
    for (const other of [
      { text: 'lunch?' },
      { text: '/orders@other_bot' },
      { text: 'yes', reply_to_message: { message_id: 3, from: { id: 1 } } },
    ])
      expect(read({ ...inGroup, ...other })).toBeNull();
  });

  it('is a conversation of its own in a topic, where what opened it is no message that is answered', () => {
    const topic = { message_thread_id: 7, is_topic_message: true, reply_to_message: { message_id: 7, from: { id: me.id } } };
    const heard = read({ ...inGroup, ...topic, text: 'yes' });
    expect(heard).toMatchObject({ address: { key: '-100/7', kind: 'thread' } });
    expect(heard).not.toHaveProperty('replyTo');
  });

  it('brings files with what is written under them', () => {
    const photo = [{ file_id: 's', file_size: 1 }, { file_id: 'L', file_size: 9 }]; // prettier-ignore
    expect(read({ ...inPrivate, photo, caption: 'broken' })).toMatchObject({
      text: 'broken',
      files: [{ name: 'photo.jpg', size: 9, key: 'photo:L' }],
    });
    expect(read({ ...inPrivate, voice: { file_id: 'V', mime_type: 'audio/ogg' } })).toMatchObject({
      text: '',
      files: [{ key: 'voice:V' }],
    });
    expect(read({ ...inPrivate, sticker: {} })).toMatchObject({ kind: 'message', text: '' });
  });

  it('is an edit, a block, a removal, a move', () => {
    expect(incomingOf({ update_id: 9, edited_message: { ...inPrivate, text: '3 chairs' } }, arrived)).toMatchObject({
      kind: 'message_edited',
      messageKey: '5',
      text: '3 chairs',
    });
    const member = (chat: object, status: string) =>
      incomingOf({ update_id: 9, my_chat_member: { chat, from: mei, new_chat_member: { status } } }, arrived);
    expect(member(inPrivate.chat, 'kicked')).toMatchObject({ kind: 'reachable', reachable: false });
    expect(member(inPrivate.chat, 'member')).toMatchObject({ kind: 'reachable', reachable: true });
    expect(member(inGroup.chat, 'kicked')).toMatchObject({ kind: 'left', address: { key: '-100' } });
    expect(member(inGroup.chat, 'member')).toBeNull();
    expect(read({ ...inGroup, migrate_to_chat_id: -200 })).toMatchObject({ kind: 'moved', to: '-200', address: { key: '-100' } });
  });

  it('is nothing for the desk from bots, channels and the life of a group', () => {
    for (const other of [
      { ...inPrivate, from: { ...mei, is_bot: true }, text: 'x' },
      { ...inGroup, new_chat_members: [mei] },
      { ...inPrivate, chat: { id: -5, type: 'channel' }, text: 'x' },
    ])
      expect(read(other)).toBeNull();
    for (const odd of [null, {}, { update_id: 1 }, { update_id: 1, message: 'x' }]) expect(incomingOf(odd, arrived)).toBeNull();
  });
});
