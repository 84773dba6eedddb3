import type { WebClient } from '@slack/web-api';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { bytesToShow } from '#core/messages/reading.ts';
import type { FileOptions, LookForFile, MessageRef, SendResult } from '#core/ports.ts';
import { faultOf } from './fault.ts';
import { since } from './find.ts';

/** Of the files in a conversation so many are looked through. */
const most = 100;

/** Where the message stands in a thread already, Slack wants to hear of the first of it. */
const threadOf = ({ replyTo, under }: FileOptions): string => replyTo ?? under;

/**
 * Puts a file under the message that names it, for whoever reads there may not open what was sent elsewhere, be it here or on another
 * platform. An app that was given no right to files says words all the same: it is the file that is refused, not our token.
 */
export async function attachFile(client: WebClient, to: Address, file: FileRef, options: FileOptions): Promise<SendResult> {
  const read = await bytesToShow(file, options);
  if ('failed' in read) return read.failed;
  try {
    return await upload(client, to, file, read.bytes, options);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'refused' && ofRights.has(fault.code))
      return { ok: false, kind: 'not_shown', reason: 'refused', detail: fault.detail };
    throw error;
  }
}

/** Refusals of a token that Slack takes for words. */
const ofRights = new Set(['missing_scope', 'no_permission', 'not_allowed_token_type']);

async function upload(client: WebClient, to: Address, { name }: FileRef, bytes: Uint8Array, options: FileOptions): Promise<SendResult> {
  const { file_id, upload_url } = await client.files.getUploadURLExternal({ filename: name, length: bytes.length });
  if (!file_id || !upload_url) throw new Error('Slack does not say where the file goes');
  const taken = await fetch(upload_url, { method: 'POST', body: new Uint8Array(bytes), signal: options.signal });
  // nobody sees it before the last of the three calls
  if (!taken.ok)
    return { ok: false, kind: 'not_shown', reason: taken.status === 413 ? 'too_large' : 'unread', detail: `Slack: ${taken.status}` };
  await client.files.completeUploadExternal({
    files: [{ id: file_id, title: name }],
    channel_id: to.key,
    thread_ts: threadOf(options),
  });
  return { ok: true, message: { address: to, key: keyOf(file_id) } };
}

const keyOf = (id: string | undefined): string => `file:${id ?? ''}`;

/** The file under that message, by its name and size; null when it surely is not there. */
export async function findAttached(
  client: WebClient,
  to: Address,
  file: FileRef,
  options: LookForFile,
): Promise<MessageRef | 'cannot_tell' | null> {
  try {
    const { files = [], paging } = await client.files.list({ channel: to.key, ts_from: since(options), count: most });
    const ours = files.find(({ id, title, size, shares }) => {
      if (options.others.includes(keyOf(id))) return false;
      const threads = [...(shares?.public?.[to.key] ?? []), ...(shares?.private?.[to.key] ?? [])].map(({ thread_ts }) => thread_ts);
      return title === file.name && (file.size === 0 || size === file.size) && threads.includes(threadOf(options));
    });
    if (ours?.id) return { address: to, key: keyOf(ours.id) };
    return (paging?.total ?? 0) > most ? 'cannot_tell' : null;
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'refused' && fault.code === 'missing_scope') return 'cannot_tell';
    throw error;
  }
}
