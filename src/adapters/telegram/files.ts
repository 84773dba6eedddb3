import { GrammyError } from 'grammy';
import type { FileRef } from '#core/messages/incoming.ts';
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
    if (!known) throw new Error('this is no file of Telegram');
    const room = Math.min(most, mostBytes);
    const { file_path } = await api.getFile({ file_id: known.id }, signal).catch((error: unknown) => {
      throw new Error(
        error instanceof GrammyError ? `Telegram hands the file out no more (${error.error_code})` : 'Telegram cannot be reached',
      );
    });
    const answer = await fetch(`${apiUrl}/file/bot${token}/${file_path ?? ''}`, { signal, redirect: 'error' }).catch(() => null);
    if (!answer?.ok || !answer.body) throw new Error(`Telegram hands the file out no more (${answer?.status ?? 'no answer'})`);
    return readUpTo(answer.body, room);
  };
}

/** Stops as soon as it is too much: what a server says of the length is not believed. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > most) throw new Error(`the file is larger than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
