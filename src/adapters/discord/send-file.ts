import { Routes, type APIMessage, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { bytesToShow } from '#core/messages/reading.ts';
import type { FileOptions, LookForFile, MessageRef, SendResult } from '#core/ports.ts';
import type { Api } from './api.ts';
import { codeOf, failureOf, statusOf } from './failure.ts';
import { nonceOf } from './nonce.ts';
import { placeOf } from './place.ts';
import { inThread } from './threads.ts';

/** What an upload may take: ten seconds are for words. */
const uploadMs = 60_000;
/** "Request entity too large": how much a server takes depends on its boosts. */
const tooLarge = 40_005;
/** A direct conversation takes no more of a bot. */
const mostInDirect = 10 * 1024 * 1024;
/** Of the messages after the card so many are looked through. */
const most = 100;

interface Speaking {
  api: Api;
  account: string;
}

/**
 * A file in a message of its own, in answer to the card that names it: the message of a card shows only what its components speak of, and
 * what it is can never be taken back, whereas a file alone is drawn, played or offered by every app as it deserves.
 */
export async function sendFile({ api }: Speaking, to: Address, file: FileRef, options: FileOptions): Promise<SendResult> {
  const read = await bytesToShow(file, options, to.kind === 'dm' ? mostInDirect : undefined);
  if ('failed' in read) return read.failed;
  const above = placeOf({ address: to, key: options.under });
  const body: RESTPostAPIChannelMessageJSONBody = {
    attachments: [{ id: 0, filename: file.name }],
    allowed_mentions: { parse: [] },
    nonce: nonceOf(options.idempotencyKey),
    enforce_nonce: true,
    message_reference: { message_id: above.id, fail_if_not_exists: false },
  };
  const files = [{ name: file.name, data: Buffer.from(read.bytes), contentType: file.mimeType }];
  try {
    const { signal } = options;
    const message = await inThread(api, above.channel, signal, () =>
      api.call<APIMessage>('POST', Routes.channelMessages(above.channel), { body, files, signal, ms: uploadMs }),
    );
    const key = above.channel === to.key ? message.id : `${above.channel}/${message.id}`;
    return { ok: true, message: { address: to, key } };
  } catch (error) {
    if (codeOf(error) === tooLarge || statusOf(error) === 413)
      return { ok: false, kind: 'not_shown', reason: 'too_large', detail: 'Discord takes no file of that size there' };
    return failureOf(error);
  }
}

/** The message that brought the file, in answer to the card; null when it surely is not there. Asked once the nonce may be forgotten. */
export async function findFile(
  { api, account }: Speaking,
  to: Address,
  file: FileRef,
  { under, others, signal }: LookForFile,
): Promise<MessageRef | 'cannot_tell' | null> {
  const above = placeOf({ address: to, key: under });
  const query = { after: above.id, limit: String(most) };
  const messages = await api.call<APIMessage[]>('GET', Routes.channelMessages(above.channel), { query, signal });
  const keyOf = (id: string): string => (above.channel === to.key ? id : `${above.channel}/${id}`);
  const ours = messages.find(
    ({ id, author, message_reference, attachments }) =>
      author.id === account &&
      message_reference?.message_id === above.id &&
      !others.includes(keyOf(id)) &&
      attachments.some((one) => isSame(one, file)),
  );
  if (ours) return { address: to, key: keyOf(ours.id) };
  return messages.length < most ? null : 'cannot_tell';
}

/** Discord writes names in characters of its own choice. */
const isSame = (found: { filename: string; size: number; title?: string | null }, { name, size }: FileRef): boolean =>
  size === 0 ? found.filename === name || found.title === name : found.size === size;
