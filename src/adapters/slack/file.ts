import type { WebClient } from '@slack/web-api';
import type { FileRef } from '#core/messages/incoming.ts';
import { isOfSlack } from './responses.ts';

/** The bytes of a file somebody sent; the token goes to Slack alone. Rejects where it is gone, too large or no file any more. */
export async function readFile(
  { client, botToken, apiUrl }: { client: WebClient; botToken: string; apiUrl: string },
  file: FileRef,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { file: found } = await inTime(client.files.info({ file: file.key }), signal);
  const url = found?.url_private_download ?? found?.url_private;
  if (!url || !isOfSlack(url, apiUrl)) throw new Error('the file is not with Slack');
  const response = await fetch(url, { headers: { authorization: `Bearer ${botToken}` }, signal, redirect: 'error' });
  const type = response.headers.get('content-type') ?? '';
  // who may not read it is shown a page to sign in on
  if (!response.ok || !response.body || (type.startsWith('text/html') && !file.mimeType.startsWith('text/html')))
    throw new Error('Slack does not hand the file out');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > most) throw new Error('the file is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
