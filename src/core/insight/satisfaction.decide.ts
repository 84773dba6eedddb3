import type { Scores } from '../care/figures.store.ts';

/** With fewer answers a share would say more than is known. */
const fewest = 10;
/** Whoever gives this much is content. */
const content = 4;

/** How satisfied those were who answered: the share that gave 4 or 5, from 0 to 1, and the mean; null of too few. */
export interface Satisfaction {
  share: number | null;
  mean: number | null;
}

export function satisfactionOf(scores: readonly Scores[]): Satisfaction {
  const n = scores.reduce((sum, one) => sum + one.n, 0);
  if (n < fewest) return { share: null, mean: null };
  const satisfied = scores.reduce((sum, one) => sum + (one.score >= content ? one.n : 0), 0);
  return { share: satisfied / n, mean: scores.reduce((sum, one) => sum + one.score * one.n, 0) / n };
}
