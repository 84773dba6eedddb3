/**
 * How many times longer eight times as much takes: about 8 where work grows with its input, 64 where with its square. The best of
 * some tries, so that a busy machine changes nothing.
 */
export function growth(work: (text: string) => unknown, piece: string, times: number): number {
  const took = (text: string): number => {
    let best = Infinity;
    for (let tries = 0; tries < 5; tries++) {
      const since = performance.now();
      work(text);
      best = Math.min(best, performance.now() - since);
    }
    // what is over at once says nothing
    return best + 0.5;
  };
  work(piece.repeat(times));
  return took(piece.repeat(8 * times)) / took(piece.repeat(times));
}

/** More than work that grows with its input, and less than work that grows with its square. */
export const steepest = 30;
