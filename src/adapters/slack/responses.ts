import { Recent } from '#adapters/recent.ts';

/** Slack takes answers there for half an hour. */
const goodForMs = 29 * 60 * 1000;
const mostUses = 5;
const most = 1_000;

/**
 * Where a command can be answered although we are no member of the channel it was typed in, and a message changed that one person alone
 * sees. Only kept in memory: who restarts the desk in between types the command again, and gets the message anew.
 */
export interface Responses {
  note(channel: string, person: string, url: unknown): void;
  /** To that person alone, or what is for nobody in particular to whoever typed there last; false where nothing can be answered. */
  answer(channel: string, person: string | null, message: Said, signal: AbortSignal): Promise<boolean>;
  /** Somebody pressed a button of a message that nobody else sees: by this address it can be changed. */
  noteShown(message: string, url: unknown): void;
  /** False where that message cannot be changed any more. */
  replace(message: string, by: Said, signal: AbortSignal): Promise<boolean>;
}

interface Said {
  text: string;
  blocks: unknown[];
}

interface Response {
  url: string;
  until: number;
  uses: number;
}

/** What is said to one of those who typed in a channel is for nobody else there. */
const placeOf = (channel: string, person: string | null): string => `${channel} ${person ?? ''}`;

export function openResponses(apiUrl: string): Responses {
  const urls = new Recent<Response>(most);
  const shown = new Recent<Response>(most);
  const responseAt = (url: unknown): Response | null =>
    typeof url === 'string' && isOfSlack(url, apiUrl) ? { url, until: Date.now() + goodForMs, uses: 0 } : null;
  const respond = async (known: Response | undefined, message: Said, replaces: boolean, signal: AbortSignal): Promise<boolean> => {
    if (!known || known.until < Date.now() || known.uses++ >= mostUses) return false;
    const { text, blocks } = message;
    const body = JSON.stringify({ text, blocks, response_type: 'ephemeral', replace_original: replaces });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(known.url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(() => null);
    return response?.ok ?? false;
  };
  return {
    note(channel, person, url) {
      const response = responseAt(url);
      if (response) for (const place of [placeOf(channel, person), placeOf(channel, null)]) urls.put(place, response);
    },
    answer: (channel, person, message, signal) => respond(urls.get(placeOf(channel, person)), message, false, signal),
    noteShown(message, url) {
      const response = responseAt(url);
      if (response) shown.put(message, response);
    },
    replace: (message, by, signal) => respond(shown.get(message), by, true, signal),
  };
}

/** A place of Slack, or of the server that stands in for it. */
export function isOfSlack(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(?:^|\.)slack(?:-files|-gov)?\.com$/.test(hostname));
}
