import type { Connection, Surroundings } from '#adapters/connection.ts';
import type { Channel } from '#core/ports.ts';
import type { Sink } from '#core/messages/sink.ts';
import { slackChannel } from './channel.ts';
import { slackClient } from './client.ts';
import { openCondition } from './condition.ts';
import { inWords, type Fault } from './fault.ts';
import { slackHook } from './hook.ts';
import { watchIdentity, whyRefused, type Identity } from './identity.ts';
import { listen } from './listening.ts';
import { rememberPeople } from './people.ts';
import { openReceiving } from './receiving.ts';
import { openResponses } from './responses.ts';
import type { SlackSettings } from './settings.ts';
import { keepListening } from './socket.ts';

/** Without these the desk can neither speak nor look whether it was heard; what else is missing is told by `doctor`. */
const vital = ['chat:write', 'im:history'];

/** Slack, by HTTP or by Socket Mode. It is not connected before Slack has told who we are; until then events are refused, and come again. */
export async function connectSlack(
  settings: SlackSettings,
  { log }: Pick<Surroundings, 'log'>,
  { retryMs }: { retryMs: number } = { retryMs: 500 },
): Promise<Connection> {
  const { botToken, apiUrl, way } = settings;
  const client = slackClient(botToken, apiUrl);
  const condition = openCondition(log);
  const receiving = openReceiving();
  const responses = openResponses(apiUrl);
  const people = rememberPeople(client);
  const stopping = new AbortController();
  let identity: Identity | null = null;
  let channel: Channel | null = null;
  let listening: Promise<unknown> = Promise.resolve();

  const noteToken = (fault: Fault | null): void => condition.set('token', fault ? inWords(fault) : 'well');
  const noteIdentity = (found: Identity | Fault): void => {
    if ('kind' in found) return noteToken(found);
    const missing = vital.filter((scope) => found.scopes.length > 0 && !found.scopes.includes(scope));
    noteToken(missing.length > 0 ? { kind: 'refused', code: 'missing_scope', detail: missing.join(', ') } : null);
    if (channel?.account === found.account) return;
    identity = found;
    channel = slackChannel({ client, account: found.account, responses, botToken, apiUrl, noteToken });
    log.info({ workspace: found.workspace, account: found.account }, 'slack.known');
    begin();
  };

  /** Socket Mode is opened once it is known who we are; it then keeps itself up. */
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    if (way.kind === 'http') return condition.set('events', 'well');
    let connected = 0;
    let isRefused = false;
    const noteConnections = async (open: number, fault: Fault | null): Promise<void> => {
      connected = open;
      if (open > 0) {
        condition.set('events', 'well');
        // who said that it was taken back says that it is good again, too
        if (isRefused) noteToken(await whyRefused(client));
        isRefused = false;
        return;
      }
      if (!fault) return;
      // a token that was taken back ends the connections too: that is said then, and nothing of the network
      const why = fault.kind === 'unanswered' ? await whyRefused(client) : null;
      if (connected > 0 || stopping.signal.aborted) return;
      if (why) noteToken(why);
      isRefused ||= why !== null;
      condition.set('events', inWords(fault));
    };
    listening = keepListening({
      receiving,
      appToken: way.appToken,
      apiUrl,
      log,
      signal: stopping.signal,
      retryMs,
      noteConnections: (open, fault) => void noteConnections(open, fault),
    });
  };

  return {
    way: way.kind === 'http' ? 'events by HTTP at /hooks/slack' : 'Socket Mode',
    channel: () => channel,
    hook: way.kind === 'http' ? slackHook({ receiving, signingSecret: way.signingSecret, log }) : null,
    start(sink: Sink) {
      listen({
        receiving,
        client,
        botToken,
        apiUrl,
        people,
        responses,
        log,
        sink,
        identity: () => identity,
        noteRevoked: () => noteToken({ kind: 'refused', code: 'token_revoked', detail: 'token_revoked' }),
      });
      void watchIdentity({ client, signal: stopping.signal, retryMs, note: noteIdentity });
    },
    async stop() {
      stopping.abort();
      await listening;
      await receiving.stop();
    },
    health: condition.health,
  };
}
