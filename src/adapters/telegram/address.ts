import type { Address } from '#core/messages/incoming.ts';

/** A chat as an update names it. */
export interface ChatRef {
  id: string | number;
  type: 'private' | 'group' | 'supergroup';
  /** The topic of a forum. */
  thread?: string | number | undefined;
}

/** The conversation behind a chat: a topic of a group is one of its own, with the group before a slash in its key. */
export function addressOf(account: string, { id, type, thread }: ChatRef): Address {
  const key = String(id);
  if (type === 'private') return { platform: 'telegram', account, key, kind: 'dm' };
  if (thread === undefined) return { platform: 'telegram', account, key, kind: 'group' };
  return { platform: 'telegram', account, key: `${key}/${thread}`, kind: 'thread' };
}

/** Where Telegram sends what is for an address. */
export function placeOf({ key }: Pick<Address, 'key'>): { chat_id: string; message_thread_id?: number } {
  const [chat_id = '', thread] = key.split('/');
  return thread === undefined ? { chat_id } : { chat_id, message_thread_id: Number(thread) };
}

/** The person's own chat: there, its number is theirs. */
export const directOf = ({ account }: Pick<Address, 'account'>, person: string): Address => ({
  platform: 'telegram',
  account,
  key: person,
  kind: 'dm',
});
