import { REST } from 'discord.js';
import type { RawFile, RouteLike } from 'discord.js';
import type { DiscordSettings } from './settings.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface CallOptions {
  body?: unknown;
  query?: Record<string, string>;
  files?: RawFile[];
  signal?: AbortSignal;
  /** How long an answer is waited for. */
  ms?: number;
  /** A route whose address holds a token of its own takes none of ours. */
  own?: boolean;
}

/** Discord's REST API through its SDK: one attempt each, within a time; what to do after a failure is the caller's to say. */
export interface Api {
  call<T>(method: Method, route: RouteLike, options?: CallOptions): Promise<T>;
}

/** The SDK has one time for all calls. As an upload takes longer than words, each call has its own, and this is longer than all of them. */
const sdkMs = 10 * 60_000;

export function openApi({ token, apiUrl }: Pick<DiscordSettings, 'token' | 'apiUrl'>, answerMs = 10_000): Api {
  const rest = new REST({ api: apiUrl, version: '10', retries: 0, timeout: sdkMs, offset: 0, rejectOnRateLimit: () => true });
  return {
    async call<T>(method: Method, route: RouteLike, options: CallOptions = {}): Promise<T> {
      // after one 401 the SDK has forgotten it
      rest.setToken(token);
      const { body, query, files, signal, ms = answerMs, own = false } = options;
      const request = {
        // the SDK declares its methods as an enum of the same words
        method: method as Parameters<REST['request']>[0]['method'],
        fullRoute: route,
        auth: !own,
        // until the end of the answer, not of its head
        signal: AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]),
        ...(body === undefined ? {} : { body }),
        ...(query ? { query: new URLSearchParams(query) } : {}),
        ...(files ? { files } : {}),
      };
      return (await rest.request(request)) as T; // what Discord documents for this route
    },
  };
}
