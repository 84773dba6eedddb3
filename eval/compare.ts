import type { Figures } from './score.ts';

/** The figures of each set that were committed last. */
export type Committed = Partial<Record<string, Figures>>;

/** Figures of which less is better; all others shall grow. */
const lessIsBetter = new Set<keyof Figures>(['silentMisses', 'trivialNoise']);

/** What got worse since the last commit, in words; one tenth of a percent is a fall. */
export function falls(set: string, now: Figures, before: Figures): string[] {
  return Object.keys(before).flatMap((name) => {
    // the keys of a value of this type are its own
    const key = name as keyof Figures;
    const [was, is] = [before[key], now[key]];
    if (was === null || is === null || key === 'notes') return [];
    const worse = lessIsBetter.has(key) ? is > was : is < was;
    return worse ? [`${set}: ${key} was ${was} and is ${is}`] : [];
  });
}
