import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

interface Limit {
  maxSize: number;
  onError(c: Context): Response;
}

/**
 * No body larger than that is read. Hono's own limit opens the body as a stream before it looks at its length, which costs a
 * webhook as much as everything else together; a body that says how long it is, is judged by that, and the parser holds it to it.
 */
export function limitBody(limit: Limit): MiddlewareHandler {
  const counting = bodyLimit(limit);
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number(length) <= limit.maxSize ? next() : limit.onError(c);
  };
}
