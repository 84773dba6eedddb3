import type { Channel, ReadFile, Timer } from '../ports.ts';

/** The largest file that is carried from one platform to another, in bytes; each platform may take less. */
const mostBytes = 20 * 1024 * 1024;
const readMs = 30_000;

/** Reads a file wherever it is, so that a channel can show what came over another; rejects where nobody has it in time. */
export function readerOver(channels: () => Iterable<Channel>, timer: Timer): ReadFile {
  return async (file, { most, signal }) => {
    const holder = [...channels()].find(({ platform, account }) => platform === file.platform && account === file.account);
    if (!holder?.readFile) throw new Error('nobody here has the file');
    const bound = Math.min(most, mostBytes);
    if (file.size > bound) throw new Error('the file is too large');
    const ending = AbortSignal.any([signal, timer.after(readMs)]);
    const late = new Promise<never>((_, reject) => {
      const end = (): void => reject(new Error('the file did not come in time'));
      if (ending.aborted) end();
      else ending.addEventListener('abort', end, { once: true });
    });
    // whatever a platform does with the signal
    const bytes = await Promise.race([holder.readFile(file, { most: bound, signal: ending }), late]);
    if (bytes.length > bound) throw new Error('the file is too large');
    return bytes;
  };
}
