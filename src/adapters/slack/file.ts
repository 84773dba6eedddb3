import type { WebClient } from '@slack/web-api';
import type { FileRef } from '#core/messages/incoming.ts';
import { isOfSlack } from './responses.ts';

/** The bytes of a file somebody sent; the token goes to Slack alone. Rejects where it is gone, too large or no file any more. */
export async function readFile(
  { client, botToken, apiUrl }: { client: WebClient; botToken: string; apiUrl: string },
  file: FileRef,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { file: found } = await client.files.info({ file: file.key });
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
