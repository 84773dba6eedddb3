import type { WebClient } from '@slack/web-api';
import type { FileRef } from '#core/messages/incoming.ts';
import { readUpTo, Unreadable } from '#core/messages/reading.ts';
import { faultOf } from './fault.ts';
import { isOfSlack } from './responses.ts';

const goneCodes = new Set(['file_not_found', 'file_deleted', 'file_not_visible']);

/** The bytes of a file somebody sent; the token goes to Slack alone. Rejects where it is gone, too large or no file any more. */
export async function readFile(
  { client, botToken, apiUrl }: { client: WebClient; botToken: string; apiUrl: string },
  file: FileRef,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { file: found } = await inTime(client.files.info({ file: file.key }), signal).catch((error: unknown) => {
    const fault = faultOf(error);
    throw fault.kind === 'refused' && goneCodes.has(fault.code) ? new Unreadable('gone', fault.code) : error;
  });
  const url = found?.url_private_download ?? found?.url_private;
  if (!url || !isOfSlack(url, apiUrl)) throw new Unreadable('gone', 'the file is not with Slack');
  const response = await fetch(url, { headers: { authorization: `Bearer ${botToken}` }, signal, redirect: 'error' });
  const type = response.headers.get('content-type') ?? '';
  // who may not read it is shown a page to sign in on
  if (!response.ok || !response.body || (type.startsWith('text/html') && !file.mimeType.startsWith('text/html')))
    throw new Error('Slack does not hand the file out');
  return readUpTo(response.body, most);
}

/** The SDK takes no signal: what it is still doing then, it does for nobody. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const end = (): void => reject(new Error('Slack does not answer'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([work, late]);
}
