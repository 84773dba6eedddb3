import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './method.ts';
import type { Acknowledged, Sockets } from './sockets.ts';
import type { Workspace } from './workspace.ts';

export type DeliveryKind = 'events_api' | 'interactive' | 'slash_commands';

export interface Delivery {
  kind: DeliveryKind;
  body: Answer;
}

export interface Way {
  /** Where events are posted to; null for Socket Mode. */
  hook(): string | null;
  /** So long an answer may take. */
  ackMs: number;
  /** Waits before an event is delivered again, in milliseconds. */
  retries: readonly number[];
}

/** Brings an event to the app until it is acknowledged; presses, forms and commands once. Null when it was given up. */
export async function deliver({ kind, body }: Delivery, way: Way, workspace: Workspace, sockets: Sockets): Promise<Acknowledged> {
  const waits = kind === 'events_api' ? [0, ...way.retries] : [0];
  for (const [attempt, wait] of waits.entries()) {
    // nobody who ends the program waits for it
    if (wait > 0) await pause(wait, undefined, { ref: false });
    const url = way.hook();
    const answer = url
      ? await post(url, { kind, body }, attempt, way.ackMs, workspace.signingSecret)
      : await sockets.send({ type: kind, payload: body, attempt, reason: attempt > 0 ? 'timeout' : '' }, way.ackMs);
    if (answer) return answer;
  }
  return null;
}

async function post(url: string, delivery: Delivery, attempt: number, ms: number, secret: string): Promise<Acknowledged> {
  const { type, text } = formOf(delivery);
  const retried = attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' } : {};
  const headers = { 'content-type': type, ...signed(text, secret), ...retried };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: text, signal: AbortSignal.timeout(ms) });
    const said = await response.text();
    if (!response.ok) return null;
    return { payload: said.startsWith('{') ? JSON.parse(said) : said || null };
  } catch {
    return null;
  }
}

/** Events are posted as JSON, presses and forms as JSON in a field, commands as fields. */
function formOf({ kind, body }: Delivery): { type: string; text: string } {
  if (kind === 'events_api') return { type: 'application/json', text: JSON.stringify(body) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(body) } : (body as Record<string, string>); // a command has texts only
  return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
}

/** The headers by which Slack proves that it is Slack. */
export function signed(text: string, secret: string, seconds = Math.floor(Date.now() / 1000)): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${text}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}
