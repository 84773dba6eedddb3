import type { TelegramApi } from './api.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import { placeOf } from './address.ts';
import { fileOf, type FileKind } from './file.ts';

/** A message of ours has at most so many; the card names the rest. */
const most = 10;

/**
 * Sends on the files that a card shows and Telegram holds, below it. The card names them already, so one that cannot be sent takes
 * nothing away, and is no reason to say the card again.
 */
export async function sendFiles(api: TelegramApi, to: Address, under: number, card: Card, signal: AbortSignal): Promise<void> {
  const files = card.blocks.flatMap((block) =>
    block.kind === 'file' && block.file.platform === 'telegram' && block.file.account === to.account ? (fileOf(block.file) ?? []) : [],
  );
  for (const { kind, id } of files.slice(0, most)) {
    const place: Place = { ...placeOf(to), reply_parameters: { message_id: under, allow_sending_without_reply: true } };
    await sendOn(api, kind, id, place, signal).catch(() => undefined);
  }
}

type Place = ReturnType<typeof placeOf> & { reply_parameters: { message_id: number; allow_sending_without_reply: boolean } };

function sendOn(api: TelegramApi, kind: FileKind, id: string, place: Place, signal: AbortSignal): Promise<unknown> {
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
