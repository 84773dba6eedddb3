interface Limits {
  ms: number;
  /** Ends the wait as well. */
  signal?: AbortSignal;
}

/** What the work gives, or `instead` where it takes longer. Whatever waited goes with it: a timer left for each event would be memory and work for nothing. */
export async function inTime<T, U>(work: Promise<T>, { ms, signal }: Limits, instead: U): Promise<T | U> {
  const over = Promise.withResolvers<U>();
  const end = (): void => over.resolve(instead);
  if (signal?.aborted || ms <= 0) end();
  const timer = setTimeout(end, Math.max(0, ms)).unref();
  signal?.addEventListener('abort', end);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}
