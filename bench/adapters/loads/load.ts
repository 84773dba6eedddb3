import { openPoster, type Poster } from './post.ts';

/** A platform that stands for the time of a measurement, and what it brings. */
export interface Load {
  /** What a program is started with to speak with it. */
  settings: Record<string, string>;
  /** So many events for whoever listens at that address, no two alike; what they are is made before it resolves. */
  make(count: number, url: string): Promise<Made>;
  close(): Promise<void>;
}

export interface Made {
  /** Brings all of them, so many at once; resolves when they are acknowledged, or are on their way where nothing is acknowledged. */
  bring(): Promise<void>;
  /** Brings so many a second whatever becomes of them; the milliseconds each waited for its acknowledgement. Null where none is given. */
  pace: ((perSecond: number) => Promise<number[]>) | null;
}

/** People who write, each in a conversation of their own. */
export const people = 200;
export const atOnce = 32;
export const words = (at: number): string => `Order ${at}: two ergonomic chairs, black, by Friday please`;

/** Works through all of them, so many at once. */
export async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) await work(all[at] as T); // it is one of them
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Begins with so many a second, evenly, and waits for none of them. */
export async function evenly<T>(all: readonly T[], perSecond: number, work: (one: T) => Promise<number>): Promise<number[]> {
  const begun = performance.now();
  const took: Promise<number>[] = [];
  while (took.length < all.length) {
    const due = Math.min(all.length, Math.floor(((performance.now() - begun) / 1000) * perSecond));
    for (const one of all.slice(took.length, due)) {
      const late = performance.now() - begun - (took.length / perSecond) * 1000;
      took.push(work(one).then((ms) => ms + late));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(took);
}

/** Requests over connections of their own, which no server has left meanwhile. */
export function posting(url: string, requests: readonly Buffer[]): Made {
  const over = async <T>(work: (poster: Poster) => Promise<T>): Promise<T> => {
    const poster = await openPoster(url, atOnce);
    try {
      return await work(poster);
    } finally {
      poster.close();
    }
  };
  return {
    bring: () => over((poster) => inTurns(requests, poster.post)),
    pace: (perSecond) => over((poster) => evenly(requests, perSecond, poster.post)),
  };
}
