/** Slack takes answers there for half an hour. */
const goodForMs = 29 * 60 * 1000;
const mostUses = 5;
const most = 1_000;

/**
 * Where a command can be answered although we are no member of the channel it was typed in. Only kept in memory: who restarts the desk
 * in between types the command again.
 */
export interface Responses {
  note(channel: string, url: unknown): void;
  /** False where nothing can be answered there. */
  answer(channel: string, message: { text: string; blocks: unknown[] }, signal: AbortSignal): Promise<boolean>;
}

export function openResponses(apiUrl: string): Responses {
  const urls = new Map<string, { url: string; until: number; uses: number }>();
  return {
    note(channel, url) {
      if (typeof url !== 'string' || !isOfSlack(url, apiUrl)) return;
      urls.delete(channel);
      urls.set(channel, { url, until: Date.now() + goodForMs, uses: 0 });
      const [oldest] = urls.keys();
      if (urls.size > most && oldest !== undefined) urls.delete(oldest);
    },
    async answer(channel, { text, blocks }, signal) {
      const known = urls.get(channel);
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
