import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

/** What came back for an envelope; null where nothing did. */
export type Acknowledged = { payload: unknown } | null;

/** The far end of Socket Mode: connections that were opened, each envelope to one of them. */
export interface Sockets {
  count(): number;
  /** Sends to one connection, in turn; null when it is not acknowledged in time or the connection ends. */
  send(envelope: { type: string; payload: unknown; attempt: number; reason: string }, ms: number): Promise<Acknowledged>;
  /** Asks every connection to come back anew, as the platform does every few hours. */
  refresh(): void;
  /** The connections end without a word. */
  drop(): void;
  /** New connections are refused until it is called with false. */
  refuse(refused: boolean): void;
  /** Resolves once so many are connected. */
  connected(count: number): Promise<void>;
}

export function openSockets(server: Server): Sockets {
  const accepting = new WebSocketServer({ noServer: true });
  const open: WebSocket[] = [];
  const pending = new Map<string, (answer: Acknowledged) => void>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let refused = false;
  let turn = 0;
  let envelopes = 0;

  server.on('upgrade', (request, socket, head) => {
    if (refused || !request.url?.startsWith('/link')) return void socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    accepting.handleUpgrade(request, socket, head, (connection) => {
      open.push(connection);
      // each envelope under way waits for its end
      connection.setMaxListeners(0);
      connection.on('message', (data: Buffer) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown }; // what clients send
        pending.get(envelope_id)?.({ payload: payload ?? null });
      });
      connection.on('close', () => {
        open.splice(open.indexOf(connection), 1);
      });
      connection.send(
        JSON.stringify({ type: 'hello', num_connections: open.length, connection_info: { app_id: 'A0ORDERLY' }, debug_info: {} }),
      );
      for (const { count, resolve } of waiting) if (open.length >= count) resolve();
    });
  });
  server.on('close', () => accepting.close());

  const connected = (count: number): Promise<void> => {
    if (open.length >= count) return Promise.resolve();
    return new Promise((resolve) => waiting.push({ count, resolve }));
  };

  return {
    count: () => open.length,
    connected,
    refuse: (yes) => void (refused = yes),
    async send({ type, payload, attempt, reason }, ms) {
      await connected(1);
      const connection = open[turn++ % open.length];
      if (!connection) return null;
      const envelope_id = `envelope-${++envelopes}`;
      const answered = Promise.withResolvers<Acknowledged>();
      pending.set(envelope_id, answered.resolve);
      const giveUp = (): void => answered.resolve(null);
      const timer = setTimeout(giveUp, ms);
      connection.once('close', giveUp);
      const retried = type === 'events_api' ? { retry_attempt: attempt, retry_reason: reason } : {};
      connection.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api', ...retried }));
      const answer = await answered.promise;
      clearTimeout(timer);
      connection.off('close', giveUp);
      pending.delete(envelope_id);
      return answer;
    },
    refresh() {
      for (const connection of open) {
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
        connection.close();
      }
    },
    drop: () => open.slice().forEach((connection) => connection.terminate()),
  };
}
