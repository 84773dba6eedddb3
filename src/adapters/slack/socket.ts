import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Log } from '#core/ports.ts';
import { clientOptions, quiet } from './client.ts';
import { faultOf, type Fault } from './fault.ts';
import type { Receiving } from './receiving.ts';

/** Slack closes each connection every few hours: while one comes back the other hears. */
const connections = 2;
/** A connection that is not greeted in this time is none. */
const greetingMs = 10_000;
const longestWaitMs = 60_000;

interface Parts {
  receiving: Receiving;
  appToken: string;
  apiUrl: string;
  log: Log;
  signal: AbortSignal;
  /** Before a connection that could not be had is tried again, for the first time. */
  retryMs: number;
  /** Told how many connections there are, and why there is none. */
  noteConnections(open: number, fault: Fault | null): void;
}

/** What the client tells of an envelope. */
interface Envelope {
  ack(payload: object): Promise<void>;
  body: Record<string, unknown>;
  retry_num?: number;
  retry_reason?: string;
  accepts_response_payload?: boolean;
}

/** Socket Mode, kept up until the signal: an envelope is acknowledged once it is committed, and not at all where it is not. */
export async function keepListening(parts: Parts): Promise<void> {
  const open = new Set<number>();
  const note = (at: number, isOpen: boolean, fault: Fault | null): void => {
    if (isOpen) open.add(at);
    else open.delete(at);
    parts.noteConnections(open.size, fault);
  };
  await Promise.all(Array.from({ length: connections }, (_, at) => keepConnected(parts, (isOpen, fault) => note(at, isOpen, fault))));
}

async function keepConnected(parts: Parts, note: (isOpen: boolean, fault: Fault | null) => void): Promise<void> {
  const { signal, retryMs } = parts;
  for (let failures = 0; !signal.aborted;) {
    // a client is used once: its own way of coming back ends the process when Slack is out of reach
    const client = clientOf(parts);
    const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    try {
      await greeted(client, signal);
      failures = 0;
      note(true, null);
      await Promise.race([closed, aborted(signal)]);
      note(false, null);
    } catch (error) {
      failures += 1;
      note(false, faultOf(error));
    }
    await hangUp(client);
    if (!signal.aborted && failures > 0) await pause(waitMs(failures, retryMs), undefined, { signal, ref: false }).catch(() => {});
  }
}

function clientOf({ receiving, appToken, apiUrl, log }: Parts): SocketModeClient {
  const client = new SocketModeClient({ appToken, autoReconnectEnabled: false, logger: quiet, clientOptions: clientOptions(apiUrl) });
  client.on('slack_event', (envelope: Envelope) => {
    acknowledge(receiving, envelope).catch((error: unknown) =>
      log.warn({ error: errorLine(error), attempt: envelope.retry_num ?? 0 }, 'slack.not_received'),
    );
  });
  client.on('error', () => {}); // its end is told by 'disconnected'
  return client;
}

async function acknowledge(receiving: Receiving, envelope: Envelope): Promise<void> {
  const { body, retry_num, retry_reason } = envelope;
  const answer = await receiving.bring({
    body,
    ...(retry_num === undefined ? {} : { retryNum: retry_num }),
    ...(retry_reason ? { retryReason: retry_reason } : {}),
  });
  const payload = typeof answer === 'object' && answer !== null && envelope.accepts_response_payload ? answer : {};
  // a connection that has ended meanwhile leaves it unacknowledged: it comes again, and is known
  await envelope.ack(payload).catch(() => {});
}

/** Resolves once Slack has greeted us. */
async function greeted(client: SocketModeClient, signal: AbortSignal): Promise<void> {
  const late = AbortSignal.any([signal, AbortSignal.timeout(greetingMs)]);
  const starting = client.start().catch((error: unknown) => {
    throw error ?? new Error('the connection was lost');
  });
  await Promise.race([
    starting,
    aborted(late).then(() => {
      throw new Error('Slack did not greet us in time');
    }),
  ]);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function hangUp(client: SocketModeClient): Promise<void> {
  await Promise.race([client.disconnect().catch(() => {}), pause(1_000, undefined, { ref: false })]);
  client.removeAllListeners('slack_event');
}

/** Doubles up to a minute; spread, so that not all come back at once. */
const waitMs = (failures: number, retryMs: number): number =>
  Math.min(retryMs * 2 ** (failures - 1), longestWaitMs) * (0.75 + Math.random() / 2);
