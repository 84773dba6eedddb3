import { account } from './channel.ts';
import type { FileRef, Platform } from '#core/messages/incoming.ts';
import type { PlaygroundFile } from './answers.ts';
import { fileTypes } from './file-types.ts';

/** How a browser gets a file: as the type it was sent as, or to be saved. */
export function fileHeaders(name: string, mimeType: string): Record<string, string> {
  const known = fileTypes.find((type) => type === mimeType);
  const disposition = known?.startsWith('image/') ? 'inline' : 'attachment';
  return {
    'content-type': known ?? 'application/octet-stream',
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeName(name)}`,
    'cache-control': 'private, max-age=3600',
  };
}

/** RFC 8187: what encodeURIComponent leaves but the header does not allow is encoded too. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const fileRef = (platform: Platform, { id, name, mimeType, size }: Omit<PlaygroundFile, 'url'>): FileRef => ({
  name,
  mimeType,
  size,
  platform,
  account,
  key: id,
});

/** The file as one person who sees the message it came with may fetch it. */
export function asSeenFile({ key, name, mimeType, size }: FileRef, as: string, message: string): PlaygroundFile {
  const query = new URLSearchParams({ as, message }).toString();
  return { id: key, name, mimeType, size, url: `/playground/api/files/${encodeURIComponent(key)}?${query}` };
}
