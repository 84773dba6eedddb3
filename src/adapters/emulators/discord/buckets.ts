/** Discord's limits: so many calls of a route a window, by channel; and so many a second in all. */
export interface Buckets {
  /** Null where the call may go on; otherwise how long it has to wait. */
  take(route: string, major: string): { seconds: number; scope: 'user' | 'global' } | null;
  headers(route: string, major: string): Record<string, string>;
}

/** Five messages in five seconds in a channel, as Discord has had it for years; the rest is wide. */
const limits: Record<string, { most: number; ms: number }> = {
  'POST /channels/:id/messages': { most: 5, ms: 5_000 },
  'PATCH /channels/:id/messages/:message': { most: 5, ms: 5_000 },
};
/** Answers to interactions do not count. */
const outside = /\/(?:interactions|webhooks)\//;

export function openBuckets(globalPerSecond: number, isRelaxed: boolean): Buckets {
  const windows = new Map<string, { used: number; until: number }>();
  const windowOf = (key: string, ms: number) => {
    const now = Date.now();
    const known = windows.get(key);
    const window = known && known.until > now ? known : { used: 0, until: now + ms };
    windows.set(key, window);
    return window;
  };
  const seconds = (until: number): number => Math.max(0.001, (until - Date.now()) / 1000);
  return {
    take(route, major) {
      if (isRelaxed) return null;
      if (!outside.test(route)) {
        const all = windowOf('', 1_000);
        if (all.used >= globalPerSecond) return { seconds: seconds(all.until), scope: 'global' };
        all.used++;
      }
      const limit = limits[route];
      if (!limit) return null;
      const window = windowOf(`${route} ${major}`, limit.ms);
      if (window.used >= limit.most) return { seconds: seconds(window.until), scope: 'user' };
      window.used++;
      return null;
    },
    headers(route, major) {
      const limit = limits[route];
      if (!limit || isRelaxed) return {};
      const window = windowOf(`${route} ${major}`, limit.ms);
      return {
        'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 32),
        'x-ratelimit-limit': String(limit.most),
        'x-ratelimit-remaining': String(limit.most - window.used),
        'x-ratelimit-reset-after': String(seconds(window.until)),
      };
    },
  };
}
