import type { WebClient } from '@slack/web-api';
import type { Card } from '#core/messages/card.ts';
import type { FileRef } from '#core/messages/incoming.ts';
import type { MessageRef, ReadFile } from '#core/ports.ts';

const most = 20 * 1024 * 1024;
const patienceMs = 60_000;

/**
 * Puts the files a card speaks of under its message, for whoever reads there may not open what was sent elsewhere, be it here or on another
 * platform. Where one cannot be had, the card has its name and size all the same.
 */
export async function attachFiles(client: WebClient, readFile: ReadFile, { address, key }: MessageRef, card: Card): Promise<void> {
  const files = card.blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
  const signal = AbortSignal.timeout(patienceMs);
  const attach = async (file: FileRef): Promise<void> => {
    const bytes = await readFile(file, { most, signal });
    const { file_id, upload_url } = await client.files.getUploadURLExternal({ filename: file.name, length: bytes.length });
    if (!file_id || !upload_url) throw new Error('Slack does not say where the file goes');
    const taken = await fetch(upload_url, { method: 'POST', body: new Uint8Array(bytes), signal });
    if (!taken.ok) throw new Error(`Slack does not take the file: ${taken.status}`);
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: file.name }], channel_id: address.key, thread_ts: key });
  };
  const faults: unknown[] = [];
  // one that cannot be had keeps none of the others away
  for (const file of files) await attach(file).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}
