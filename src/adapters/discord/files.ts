import { Routes, type APIMessage } from 'discord-api-types/v10';
import type { FileRef } from '#core/messages/incoming.ts';
import { readUpTo, Unreadable } from '#core/messages/reading.ts';
import type { Api } from './api.ts';
import { statusOf } from './failure.ts';

export interface FileParts {
  api: Api;
  /** Where Discord's API is: its own server may hand out files too. */
  apiUrl: string;
}

/** Where Discord keeps what people attach. */
const fileHosts = ['cdn.discordapp.com', 'media.discordapp.net'];

/** The bytes of an attachment, at most `most` of them. Its address is asked for anew, and is never anywhere but with Discord. */
export async function readAttachment(
  { api, apiUrl }: FileParts,
  { key }: FileRef,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const [channel, message, id] = key.split('/');
  if (![channel, message, id].every((part) => /^\d+$/.test(part ?? ''))) throw new Unreadable('gone', 'that is no file of Discord');
  const found = await api
    .call<APIMessage>('GET', Routes.channelMessage(channel ?? '', message ?? ''), { signal })
    .catch((error: unknown) => {
      throw [403, 404].includes(statusOf(error) ?? 0) ? new Unreadable('gone', 'the message is gone') : error;
    });
  const forwarded = found.message_snapshots?.flatMap((snapshot) => snapshot.message.attachments) ?? [];
  const attachment = [...found.attachments, ...forwarded].find((one) => one.id === id);
  if (!attachment) throw new Unreadable('gone', 'the file is gone');
  if (attachment.size > most) throw new Unreadable('too_large', `the file is larger than ${most} bytes`);
  const url = new URL(attachment.url);
  const isDiscords = url.protocol === 'https:' && fileHosts.includes(url.host);
  if (!isDiscords && url.origin !== new URL(apiUrl).origin) throw new Unreadable('gone', 'the file is nowhere that belongs to Discord');
  // an address elsewhere that it might lead on to was not looked at
  const answer = await fetch(url, { signal, redirect: 'error' });
  if (!answer.ok || !answer.body)
    throw new Unreadable(answer.status === 404 ? 'gone' : 'unread', `the file was not handed out (${answer.status})`);
  return readUpTo(answer.body, most);
}
