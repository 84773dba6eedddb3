/**
 * How many times longer eight times as much takes: about 8 where work grows with its input, 64 where with its square. Counted
 * is what this thread computed, over as many runs as it takes to be counted at all, so that a busy machine changes nothing. What
 * looks steep is looked at again: the thread may have compiled a pattern or collected garbage meanwhile, and a square stays one.
 */
export function growth(work: (text: string) => unknown, piece: string, times: number): number {
  const took = (text: string): number => {
    const since = process.threadCpuUsage();
    const spent = (): number => {
      const { user, system } = process.threadCpuUsage(since);
      return (user + system) / 1_000;
    };
    let runs = 0;
    // some machines count a thread's time in steps of 4 ms
    do {
      work(text);
      runs++;
    } while (spent() < 60);
    return spent() / runs;
  };
  work(piece.repeat(times));
  let least = Infinity;
  for (let looks = 0; looks < 4 && least >= steepest; looks++)
    least = Math.min(least, took(piece.repeat(8 * times)) / took(piece.repeat(times)));
  return least;
}

/** More than work that grows with its input, and less than work that grows with its square. */
export const steepest = 30;
