/**
 * How many times longer eight times as much takes: about 8 where work grows with its input, 64 where with its square. Counted
 * is what this thread computed, and the best of some tries, so that a busy machine changes nothing.
 */
export function growth(work: (text: string) => unknown, piece: string, times: number): number {
  const took = (text: string): number => {
    let best = Infinity;
    for (let tries = 0; tries < 5; tries++) {
      const since = process.threadCpuUsage();
      work(text);
      const { user, system } = process.threadCpuUsage(since);
      best = Math.min(best, (user + system) / 1_000);
    }
    // what is over at once says nothing
    return best + 0.5;
  };
  work(piece.repeat(times));
  return took(piece.repeat(8 * times)) / took(piece.repeat(times));
}

/** More than work that grows with its input, and less than work that grows with its square. */
export const steepest = 30;
