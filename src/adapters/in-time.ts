interface Limits {
  /** Without it only the signal ends the wait. */
  ms?: number;
  /** Ends the wait as well. */
  signal?: AbortSignal;
}

/** Whoever waits for the same signal: to look for one listener among those of many events takes longer than the event. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** What the work gives, or `instead` where it takes longer. Whatever waited goes with it: a timer left for each event would be memory and work for nothing. */
export function inTime<T, U>(work: Promise<T>, { ms, signal }: Limits, instead: U): Promise<T | U> {
  return new Promise((resolve, reject) => {
    const others = signal && waitingFor(signal);
    const over = (): void => {
      clearTimeout(timer);
      others?.delete(end);
    };
    const end = (): void => {
      over();
      resolve(instead);
    };
    const timer = ms === undefined ? undefined : setTimeout(end, Math.max(0, ms)).unref();
    others?.add(end);
    work.then(
      (value) => {
        over();
        resolve(value);
      },
      (error: unknown) => {
        over();
        reject(error);
      },
    );
    // what is there already is given all the same
    if (signal?.aborted || (ms !== undefined && ms <= 0)) void Promise.resolve().then(end);
  });
}

function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = waiting.get(signal);
  if (known) return known;
  const those = new Set<() => void>();
  waiting.set(signal, those);
  signal.addEventListener('abort', () => those.forEach((end) => end()), { once: true });
  return those;
}
