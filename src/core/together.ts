interface Ways<T, R> {
  /** What each of them comes to, in their order; all of it or nothing. */
  all(those: readonly T[]): Promise<readonly R[]>;
  /** One by itself: each goes this way where it did not work for all of them, so that a bad one is nobody else's trouble. */
  alone(one: T): Promise<R>;
  /** At most so many in one go. */
  most: number;
}

interface Asked<T, R> {
  one: T;
  answer(value: R | Promise<R>): void;
}

/**
 * What many ask for at the same time, done for all of them in one go. Nobody waits for company: the first goes at once, and whoever
 * asks while that is under way goes next, in the order in which they asked.
 */
export function together<T, R>({ all, alone, most }: Ways<T, R>): (one: T) => Promise<R> {
  let waiting: Asked<T, R>[] = [];
  let isRunning = false;

  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const going = waiting.length <= most ? waiting : waiting.slice(0, most);
      waiting = waiting.length <= most ? [] : waiting.slice(most);
      const done = await all(going.map(({ one }) => one)).catch(() => null);
      for (const [at, { one, answer }] of going.entries()) answer(done ? (done[at] as R) : alone(one)); // as many as were asked for
    }
    isRunning = false;
  };

  return (one) =>
    new Promise((answer) => {
      waiting.push({ one, answer });
      if (!isRunning) void run();
    });
}
