import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Hook, Posted } from '#adapters/hook.ts';
import type { Log } from '#core/ports.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import { Crowded } from '#core/together.ts';
import type { Receiving } from './receiving.ts';

const largest = 4 * 1024 * 1024;
const mostSecondsApart = 300;

interface Parts {
  receiving: Receiving;
  signingSecret: string;
  log: Log;
}

/** Where Slack posts to. It is answered with 200 once what it brought is committed; with 500 or 503 it brings an event again. */
export function slackHook({ receiving, signingSecret, log }: Parts): Hook {
  return {
    path: '/hooks/slack',
    largest,
    async answer(posted) {
      if (!isGenuine(posted, signingSecret)) {
        log.warn({}, 'slack.not_signed');
        return { status: 401, body: 'not signed by Slack' };
      }
      const body = bodyOf(posted.body.toString('utf8'), posted.header('content-type'));
      if (!body) return { status: 400, body: 'nothing that Slack sends' };
      if ('ssl_check' in body) return { status: 200 };
      if (body['type'] === 'url_verification') return { status: 200, body: { challenge: body['challenge'] } };
      const retryNum = Number(posted.header('x-slack-retry-num') || 0);
      const retryReason = posted.header('x-slack-retry-reason');
      try {
        const answer = await receiving.bring({ body, retryNum, ...(retryReason ? { retryReason } : {}) });
        return typeof answer === 'string' || (typeof answer === 'object' && answer !== null)
          ? { status: 200, body: answer }
          : { status: 200 };
      } catch (error) {
        log.warn({ error: errorLine(error), attempt: retryNum }, 'slack.not_received');
        return { status: error instanceof Crowded ? 503 : 500, body: 'not received' };
      }
    },
  };
}

/**
 * Signed with our secret over exactly these bytes, and not long ago: an old one may be somebody's copy. Bolt's own check takes a
 * random key and two more digests for each comparison; this one compares in constant time as well.
 */
function isGenuine({ header, body }: Posted, signingSecret: string): boolean {
  const timestamp = header('x-slack-request-timestamp');
  const [, signature] = /^v0=([0-9a-f]{64})$/.exec(header('x-slack-signature')) ?? [];
  if (signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > mostSecondsApart) return false;
  const ours = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(ours, Buffer.from(signature, 'hex'));
}

/** JSON, or fields of which one holds JSON. */
function bodyOf(raw: string, type: string): Record<string, unknown> | null {
  if (type.startsWith('application/json')) return recordIn(raw);
  const fields = Object.fromEntries(new URLSearchParams(raw));
  return fields['payload'] === undefined ? fields : recordIn(fields['payload']);
}

function recordIn(json: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null; // just looked
  } catch {
    return null;
  }
}
