import type { FileRef } from './incoming.ts';
import type { Channel, ReadFile, SendResult, Timer } from '../ports.ts';

/** The largest file that is carried from one platform to another, in bytes; each platform may take less. */
const mostBytes = 20 * 1024 * 1024;
const readMs = 30_000;

/** Why there are no bytes: too many of them, nobody has the file any more, or it cannot be had just now. */
export class Unreadable extends Error {
  reason: 'too_large' | 'gone' | 'unread';

  constructor(reason: Unreadable['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Reads a file wherever it is, so that a channel can show what came over another; rejects where nobody has it in time. */
export function readerOver(channels: () => Iterable<Channel>, timer: Timer): ReadFile {
  return async (file, { most, signal }) => {
    const holder = [...channels()].find(({ platform, account }) => platform === file.platform && account === file.account);
    if (!holder?.readFile) throw new Unreadable('unread', 'nobody here has the file');
    const bound = Math.min(most, mostBytes);
    if (file.size > bound) throw new Unreadable('too_large', 'the file is too large');
    const ending = AbortSignal.any([signal, timer.after(readMs)]);
    const late = new Promise<never>((_, reject) => {
      const end = (): void => reject(new Unreadable('unread', 'the file did not come in time'));
      if (ending.aborted) end();
      else ending.addEventListener('abort', end, { once: true });
    });
    // whatever a platform does with the signal
    const bytes = await Promise.race([holder.readFile(file, { most: bound, signal: ending }), late]);
    if (bytes.length > bound) throw new Unreadable('too_large', 'the file is too large');
    return bytes;
  };
}

/** The bytes of a file that a channel is to show, or what it answers where there are none. */
export async function bytesToShow(
  file: FileRef,
  { readFile, signal }: { readFile?: ReadFile; signal: AbortSignal },
  most = mostBytes,
): Promise<{ bytes: Uint8Array } | { failed: Extract<SendResult, { kind: 'not_shown' }> }> {
  try {
    if (!readFile) throw new Unreadable('unread', 'nobody here reads files');
    return { bytes: await readFile(file, { most, signal }) };
  } catch (error) {
    const reason = error instanceof Unreadable ? error.reason : 'unread';
    return { failed: { ok: false, kind: 'not_shown', reason, detail: error instanceof Error ? error.message.slice(0, 200) : '' } };
  }
}

/** The bytes of an answer, and no more of them than that: what a server says of a length need not be true. */
export async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > most) throw new Unreadable('too_large', `the file is larger than ${most} bytes`);
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
