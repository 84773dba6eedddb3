import { GrammyError } from 'grammy';
import type { FileRef } from '#core/messages/incoming.ts';
import { readUpTo, Unreadable } from '#core/messages/reading.ts';
import type { TelegramApi } from './api.ts';
import { fileOf } from './file.ts';

interface Reading {
  api: TelegramApi;
  apiUrl: string;
  token: string;
}

/** Telegram hands no bot a larger one. */
const mostBytes = 20 * 1024 * 1024;

/** The bytes of a file; the address it is fetched from holds the token, so no error says it. */
export function fileReader({ api, apiUrl, token }: Reading) {
  return async (file: FileRef, { most, signal }: { most: number; signal: AbortSignal }): Promise<Uint8Array> => {
    const known = fileOf(file);
    if (!known) throw new Unreadable('gone', 'this is no file of Telegram');
    const room = Math.min(most, mostBytes);
    const { file_path } = await api.getFile({ file_id: known.id }, signal).catch((error: unknown) => {
      throw whyNot(error);
    });
    const answer = await fetch(`${apiUrl}/file/bot${token}/${file_path ?? ''}`, { signal, redirect: 'error' }).catch(() => null);
    if (!answer?.ok || !answer.body)
      throw new Unreadable(
        answer?.status === 404 ? 'gone' : 'unread',
        `Telegram does not hand the file out (${answer?.status ?? 'no answer'})`,
      );
    return readUpTo(answer.body, room);
  };
}

function whyNot(error: unknown): Unreadable {
  if (!(error instanceof GrammyError)) return new Unreadable('unread', 'Telegram cannot be reached');
  const { error_code, description } = error;
  if (/file is too big/i.test(description)) return new Unreadable('too_large', 'Telegram hands no bot so large a file');
  return new Unreadable(error_code === 400 ? 'gone' : 'unread', `Telegram hands the file out no more (${error_code})`);
}
