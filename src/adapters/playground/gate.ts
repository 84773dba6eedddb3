/** Lets many pass together, or one alone: nobody speaks while the clock is moved or the business is made anew. */
export interface Gate {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function openGate(): Gate {
  let alone: Promise<unknown> = Promise.resolve();
  let together = new Set<Promise<unknown>>();
  return {
    together(work) {
      const running = alone.then(work);
      const over = quietly(running);
      together.add(over);
      void over.then(() => together.delete(over));
      return running;
    },
    alone(work) {
      const before = [alone, ...together];
      together = new Set();
      const running = Promise.all(before).then(work);
      alone = quietly(running);
      return running;
    },
  };
}

/** The same end without its failure: whoever waits for it is not the one who asked. */
function quietly(running: Promise<unknown>): Promise<void> {
  return running.then(
    () => {},
    () => {},
  );
}
