export type StopSignal = 'SIGINT' | 'SIGTERM';

/** What this needs of the process and the clock, so that a test can be the process. */
export interface Surroundings {
  on(signal: StopSignal, heard: () => void): void;
  /** Milliseconds that only ever rise. */
  elapsed(): number;
  after(ms: number, then: () => void): void;
  exit(code: number): void;
}

const patienceMs = 10_000;
/** npm passes Ctrl-C on to a program that the terminal has told already. */
const echoMs = 1_000;

/**
 * Resolves when somebody asks the program to stop. From then on it has ten seconds to end by itself; a second signal ends it
 * at once, unless it comes so soon that it is the echo of the first.
 */
export function untilAsked(around: Surroundings = thisProcess): Promise<StopSignal> {
  const { promise, resolve } = Promise.withResolvers<StopSignal>();
  let askedAt: number | null = null;
  const hear = (signal: StopSignal) => (): void => {
    if (askedAt !== null) {
      if (around.elapsed() - askedAt >= echoMs) around.exit(exitCodes[signal]);
      return;
    }
    askedAt = around.elapsed();
    around.after(patienceMs, () => around.exit(1));
    resolve(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) around.on(signal, hear(signal));
  return promise;
}

/** What a shell expects of a program that a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } satisfies Record<StopSignal, number>;

const thisProcess: Surroundings = {
  on: (signal, heard) => void process.on(signal, heard),
  elapsed: () => performance.now(),
  after: (ms, then) => void setTimeout(then, ms).unref(),
  exit: (code) => process.exit(code),
};
