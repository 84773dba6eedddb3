/** Work that waits for somebody outside, and for which nobody here waits. */
export interface Line {
  /** Begins whatever has its turn, and returns at once. */
  go(now: Temporal.Instant): void;
  /** Resolves when nothing that was begun is on its way. */
  quiet(): Promise<void>;
}

interface LineParts {
  /** So much is on its way at once: what hangs takes its own place and no other. */
  most: number;
  /** Takes what is next, as much as there is room; null when nothing can be begun now. */
  begin(now: Temporal.Instant, room: number): Promise<(() => Promise<unknown>)[] | null>;
  failed(error: unknown): void;
}

/** Keeps a line full: as soon as something has ended, what waits takes its place. */
export function openLine({ most, begin, failed }: LineParts): Line {
  const onTheWay = new Set<Promise<void>>();
  let filling: Promise<void> | null = null;
  let next: Temporal.Instant | null = null;

  const launch = (work: () => Promise<unknown>, now: Temporal.Instant): void => {
    const flight: Promise<void> = work()
      .then(() => undefined, failed)
      .finally(() => {
        onTheWay.delete(flight);
        go(now);
      });
    onTheWay.add(flight);
  };

  const fill = async (): Promise<void> => {
    for (let now = next; now; now = next) {
      next = null;
      while (onTheWay.size < most) {
        const works = await begin(now, most - onTheWay.size);
        if (!works) break;
        for (const work of works) launch(work, now);
      }
    }
  };

  const go = (now: Temporal.Instant): void => {
    // business time never goes back within a line
    next = next && Temporal.Instant.compare(next, now) > 0 ? next : now;
    filling ??= fill()
      .catch(failed)
      .finally(() => {
        filling = null;
        // somebody came while it was ending
        if (next) go(next);
      });
  };

  const isQuiet = (): boolean => filling === null && onTheWay.size === 0;
  return {
    go,
    async quiet() {
      while (!isQuiet()) await Promise.all([filling, ...onTheWay]);
    },
  };
}
