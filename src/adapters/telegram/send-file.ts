import { GrammyError, InputFile } from 'grammy';
import type { TelegramApi } from './api.ts';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { bytesToShow } from '#core/messages/reading.ts';
import type { FileOptions, SendResult } from '#core/ports.ts';
import { placeOf } from './address.ts';
import { fileOf, type FileKind } from './file.ts';
import { standingOf } from './message-key.ts';
import { refusedBy } from './result.ts';

/** Telegram shows these as pictures, up to ten megabytes. */
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp']);
const mostOfPicture = 10 * 1024 * 1024;

/** Shows a file below the card that names it: what this bot was sent it passes on, anything else it uploads. */
export async function sendFile(api: TelegramApi, to: Address, file: FileRef, options: FileOptions): Promise<SendResult> {
  const place = { ...placeOf(to), ...inAnswer(options) };
  const held = file.platform === 'telegram' && file.account === to.account ? fileOf(file) : null;
  try {
    const sent = held ? await sendOn(api, held, place, options.signal) : await upload(api, file, place, options);
    return 'ok' in sent ? sent : { ok: true, message: { address: to, key: String(sent.message_id) } };
  } catch (error) {
    return held && isOfFile(error) ? gone : tooLarge(error) ? large : refusedBy(error, to);
  }
}

const gone: SendResult = { ok: false, kind: 'not_shown', reason: 'gone', detail: 'Telegram does not have the file any more' };
const large: SendResult = { ok: false, kind: 'not_shown', reason: 'too_large', detail: 'Telegram takes no file of that size' };

const isOfFile = (error: unknown): boolean => error instanceof GrammyError && /file identifier|file_id|FILE_/i.test(error.description);
const tooLarge = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 413;

async function upload(api: TelegramApi, file: FileRef, place: Place, options: FileOptions): Promise<{ message_id: number } | SendResult> {
  const read = await bytesToShow(file, options);
  if ('failed' in read) return read.failed;
  const { bytes } = read;
  const given = (): InputFile => new InputFile(bytes, quoted(file.name));
  if (pictures.has(file.mimeType) && bytes.length <= mostOfPicture)
    try {
      return await api.sendPhoto({ ...place, photo: given() }, options.signal);
    } catch (error) {
      // one that is too long, too wide or no picture at all is a file like any other
      if (!(error instanceof GrammyError) || !/PHOTO_|IMAGE_PROCESS_FAILED/.test(error.description)) throw error;
    }
  return api.sendDocument({ ...place, document: given() }, options.signal);
}

/** The SDK writes a name into the head of a form as it is: without quotes it could name other fields, and a line break makes it throw. */
const quoted = (name: string): string => `"${name.replaceAll(/["\\\p{Cc}]/gu, '_')}"`;

type Place = ReturnType<typeof placeOf> & ReturnType<typeof inAnswer>;

function inAnswer({ under }: FileOptions) {
  const standing = standingOf(under);
  return standing?.kind === 'here' ? { reply_parameters: { message_id: standing.message, allow_sending_without_reply: true } } : {};
}

function sendOn(
  api: TelegramApi,
  { kind, id }: { kind: FileKind; id: string },
  place: Place,
  signal: AbortSignal,
): Promise<{ message_id: number }> {
  switch (kind) {
    case 'photo':
      return api.sendPhoto({ ...place, photo: id }, signal);
    case 'document':
      return api.sendDocument({ ...place, document: id }, signal);
    case 'voice':
      return api.sendVoice({ ...place, voice: id }, signal);
    case 'audio':
      return api.sendAudio({ ...place, audio: id }, signal);
    case 'video':
      return api.sendVideo({ ...place, video: id }, signal);
    case 'video_note':
      return api.sendVideoNote({ ...place, video_note: id }, signal);
    case 'animation':
      return api.sendAnimation({ ...place, animation: id }, signal);
  }
}
