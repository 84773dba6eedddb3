import type { SendOptions } from '#core/ports.ts';

/** Where a message of ours really stands: what was for one person of a group may stand in their own chat, or be seen by them alone. */
export type Standing =
  | { kind: 'here'; message: number }
  | { kind: 'ephemeral'; person: number; message: number }
  | { kind: 'direct'; person: string; message: number };

export const ephemeralKey = (person: string | number, message: string | number): string => `only:${person}:${message}`;
export const directKey = (person: string | number, message: string | number): string => `dm:${person}:${message}`;

/** Null for a key that no message of ours can have. */
export function standingOf(key: string): Standing | null {
  const [, where, person = '', message = ''] = /^(?:(only|dm):(\d+):)?(\d{1,15})$/.exec(key) ?? [];
  if (message === '') return null;
  if (where === 'only') return { kind: 'ephemeral', person: Number(person), message: Number(message) };
  return where === 'dm' ? { kind: 'direct', person, message: Number(message) } : { kind: 'here', message: Number(message) };
}

/** What it stands under; where that is gone, it is said all the same. */
export function under({ replyTo }: Pick<SendOptions, 'replyTo'>) {
  const standing = replyTo === undefined ? null : standingOf(replyTo);
  return standing?.kind === 'here' ? { reply_parameters: { message_id: standing.message, allow_sending_without_reply: true } } : {};
}
