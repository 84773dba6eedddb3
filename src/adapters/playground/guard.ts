import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { failure } from './failure.ts';

const ourselves = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Only a page of ours on this machine may speak: another name in Host is a rebound domain, another Origin a foreign page, and
 * a POST that is not JSON is what a foreign form can send without asking.
 */
export const onlyOurselves: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (!ourselves.test(host))
    return failure(
      context,
      403,
      'foreign_host',
      'This page answers on this machine only: open it as http://127.0.0.1 or http://localhost.',
    );
  const origin = context.req.header('origin');
  if (origin !== undefined && !sameHost(origin, host))
    return failure(context, 403, 'foreign_origin', 'This page does not answer to pages of other places.');
  if (context.req.method === 'POST' && !/^application\/json(?:\s*;|\s*$)/i.test(context.req.header('content-type') ?? '')) {
    return failure(context, 415, 'not_json', 'Send the body as JSON, with the header content-type: application/json.');
  }
  await next();
};

export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  // plain http on this machine: a promise of https would lock the reader out of other local servers
  strictTransportSecurity: false,
});

/** What somebody sent has no right to do anything, however it is opened. Before `safeHeaders`, whose policy it replaces. */
export const sandboxed: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('content-security-policy', "default-src 'none'; sandbox");
};

function sameHost(origin: string, host: string): boolean {
  const parsed = URL.parse(origin);
  return (
    parsed !== null &&
    /^https?:$/.test(parsed.protocol) &&
    parsed.host.toLowerCase() === new URL(`${parsed.protocol}//${host}`).host.toLowerCase()
  );
}
