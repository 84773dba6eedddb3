import { isValidSlackRequest } from '@slack/bolt';
import { Hono } from 'hono';
import { limitBody } from '#adapters/body-limit.ts';
import type { Log } from '#core/ports.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Receiving } from './receiving.ts';

const largestBody = 4 * 1024 * 1024;
const mostSecondsApart = 300;

interface Parts {
  receiving: Receiving;
  signingSecret: string;
  log: Log;
}

/** Where Slack posts to. It is answered with 200 once what it brought is committed; with 500 it brings an event again. */
export function slackHook({ receiving, signingSecret, log }: Parts): Hono {
  const hook = new Hono();
  hook.post('/hooks/slack', limitBody({ maxSize: largestBody, onError: (c) => c.text('too large', 413) }), async (c) => {
    const raw = await c.req.text();
    if (!isGenuine(raw, c.req.header('x-slack-request-timestamp'), c.req.header('x-slack-signature'), signingSecret)) {
      log.warn({}, 'slack.not_signed');
      return c.text('not signed by Slack', 401);
    }
    const body = bodyOf(raw, c.req.header('content-type') ?? '');
    if (!body) return c.text('nothing that Slack sends', 400);
    if ('ssl_check' in body) return c.text('');
    if (body['type'] === 'url_verification') return c.json({ challenge: body['challenge'] });
    const retryNum = Number(c.req.header('x-slack-retry-num') ?? 0);
    const retryReason = c.req.header('x-slack-retry-reason');
    try {
      const answer = await receiving.bring({ body, retryNum, ...(retryReason ? { retryReason } : {}) });
      return typeof answer === 'object' && answer !== null ? c.json(answer) : c.text(typeof answer === 'string' ? answer : '');
    } catch (error) {
      log.warn({ error: errorLine(error), attempt: retryNum }, 'slack.not_received');
      return c.text('not received', 500);
    }
  });
  return hook;
}

/** Signed with our secret over exactly these bytes, and not long ago: an old one may be somebody's copy. */
function isGenuine(raw: string, timestamp = '', signature = '', signingSecret: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  if (Math.abs(Date.now() / 1000 - seconds) > mostSecondsApart) return false;
  const headers = { 'x-slack-request-timestamp': seconds, 'x-slack-signature': signature };
  return isValidSlackRequest({ signingSecret, body: raw, headers });
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
