import { Hono } from 'hono';
import type { Hook } from '#adapters/hook.ts';
import { hooksFirst } from '#adapters/http/hooks.ts';
import { listen, type Listening } from '#adapters/http/server.ts';
import { silent } from './machinery.ts';

/** A port to which a platform can post; the hook may be known later. */
export function listenFor(hookOf: () => Hook | null): Promise<Listening> {
  return listen(new Hono(), { host: '127.0.0.1', port: 0 }, (request, response) => {
    const hook = hookOf();
    return hook !== null && hooksFirst([hook], silent)(request, response);
  });
}
