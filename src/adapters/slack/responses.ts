import { Recent } from '#adapters/recent.ts';

/** Slack takes answers there for half an hour. */
const goodForMs = 29 * 60 * 1000;
const mostUses = 5;
const most = 1_000;

/**
 * Where a command can be answered although we are no member of the channel it was typed in. Only kept in memory: who restarts the desk
 * in between types the command again.
 */
export interface Responses {
  note(channel: string, person: string, url: unknown): void;
  /** To that person alone, or what is for nobody in particular to whoever typed there last; false where nothing can be answered. */
  answer(channel: string, person: string | null, message: { text: string; blocks: unknown[] }, signal: AbortSignal): Promise<boolean>;
}

/** What is said to one of those who typed in a channel is for nobody else there. */
const placeOf = (channel: string, person: string | null): string => `${channel} ${person ?? ''}`;

export function openResponses(apiUrl: string): Responses {
  const urls = new Recent<{ url: string; until: number; uses: number }>(most);
  return {
    note(channel, person, url) {
      if (typeof url !== 'string' || !isOfSlack(url, apiUrl)) return;
      const response = { url, until: Date.now() + goodForMs, uses: 0 };
      for (const place of [placeOf(channel, person), placeOf(channel, null)]) urls.put(place, response);
    },
    async answer(channel, person, { text, blocks }, signal) {
      const known = urls.get(placeOf(channel, person));
      if (!known || known.until < Date.now() || known.uses++ >= mostUses) return false;
      const body = JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: false });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(known.url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(() => null);
      return response?.ok ?? false;
    },
  };
}

/** A place of Slack, or of the server that stands in for it. */
export function isOfSlack(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(?:^|\.)slack(?:-files|-gov)?\.com$/.test(hostname));
}
