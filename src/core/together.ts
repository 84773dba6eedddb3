interface Ways<T, R> {
  /** What each of them comes to, in their order; all of it or nothing. */
  all(those: readonly T[]): Promise<readonly R[]>;
  /** One by itself: each goes this way where it did not work for all of them, so that a bad one is nobody else's trouble. */
  alone(one: T): Promise<R>;
  /** Those of one line never overtake each other, whichever way they go. */
  lineOf(one: T): string;
  /** At most so many in one go. */
  most: number;
  /** So many may be waited for in all; whoever asks beyond is refused with `Crowded` at once, for what waits without end is memory without end. */
  room: number;
  /** Told 0 when the first is refused, and how many were once there is room again. */
  crowded?(refused: number): void;
}

/** There is no room for more: it was not begun with, and may be asked again. */
export class Crowded extends Error {
  constructor() {
    super('too much is waited for already');
  }
}

interface Asked<T, R> {
  one: T;
  answer(value: R | Promise<R>): void;
}

/**
 * What many ask for at the same time, done for all of them in one go. Nobody waits for company: the first goes at once, and whoever
 * asks while that is under way goes next, in the order in which they asked.
 */
export function together<T, R>({ all, alone, lineOf, most, room, crowded = () => {} }: Ways<T, R>): (one: T) => Promise<R> {
  let waiting: Asked<T, R>[] = [];
  let isRunning = false;
  /** Asked and not answered yet. */
  let present = 0;
  let refused = 0;
  /** Of a line that goes one by one: its last, and who came after that and waits until it is through. */
  const apart = new Map<string, { last: Promise<void>; held: Asked<T, R>[] }>();

  const leave = (count: number): void => {
    present -= count;
    // not as soon as one has left, or it would be told over and over
    if (refused === 0 || present > room / 2) return;
    crowded(refused);
    refused = 0;
  };

  const behind = ({ one, answer }: Asked<T, R>): void => {
    const line = lineOf(one);
    const { last, held } = apart.get(line) ?? { last: Promise.resolve(), held: [] };
    const done = last.then(() => alone(one));
    answer(done);
    const through = (): void => {
      leave(1);
      if (apart.get(line)?.last !== end) return;
      apart.delete(line);
      waiting = [...held, ...waiting];
      if (!isRunning) void run();
    };
    const end = done.then(through, through);
    apart.set(line, { last: end, held });
  };

  /** Whether it can go with the others; if not, it is kept until it can. */
  const isFree = (asked: Asked<T, R>): boolean => {
    const line = apart.get(lineOf(asked.one));
    line?.held.push(asked);
    return line === undefined;
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const next = waiting.length <= most ? waiting : waiting.slice(0, most);
      waiting = waiting.length <= most ? [] : waiting.slice(most);
      const going = apart.size === 0 ? next : next.filter(isFree);
      if (going.length === 0) continue;
      const done = await all(going.map(({ one }) => one)).catch(() => null);
      if (done === null) {
        going.forEach(behind);
        continue;
      }
      going.forEach(({ answer }, at) => answer(done[at] as R)); // as many as were asked for
      leave(going.length);
    }
    isRunning = false;
  };

  return (one) => {
    if (present >= room) {
      if (refused++ === 0) crowded(0);
      return Promise.reject(new Crowded());
    }
    present += 1;
    return new Promise((answer) => {
      waiting.push({ one, answer });
      if (!isRunning) void run();
    });
  };
}
