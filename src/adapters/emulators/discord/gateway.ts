import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Json, World } from './guild.ts';

/** Opcodes. */
const op = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, acknowledged: 11 };
/** Guilds, messages of guilds, direct messages: an event comes to whoever asked for its kind. */
const intent = { guilds: 1, guildMessages: 512, directMessages: 4096 };
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

interface Event {
  s: number;
  t: string;
  d: Json;
}

interface Session {
  id: string;
  intents: number;
  sequence: number;
  /** What can be told again; what a heartbeat has acknowledged is forgotten. */
  events: Event[];
  socket: WebSocket | null;
}

export interface Gateway {
  /** An event for every session that asked for its kind; told when a session is resumed, where none is connected. */
  dispatch(t: string, d: Json, direct: boolean): void;
  /** The last event once more, under a new number. */
  repeat(): void;
  /** From now on events wait, until they are released in the order given. */
  hold(): void;
  release(order?: (held: { t: string; d: Json; direct: boolean }[]) => { t: string; d: Json; direct: boolean }[]): void;
  /** Ends every connection: by a code, or as a line that breaks. */
  drop(code?: number): void;
  /** Lets nobody in until it is back; resolves when somebody has tried. */
  away(): Promise<void>;
  back(): void;
  /** Asks every connection to come back. */
  reconnect(): void;
  /** Forgets every session: whoever resumes is told that it is over. */
  forget(): void;
  /** Whoever resumes gets no answer, until it is told otherwise. */
  ignoreResumes(isIgnored: boolean): void;
  /** Resolves when a session is connected. */
  connected(): Promise<void>;
  /** Of each connection, oldest first: how it began. */
  begun: ('identify' | 'resume')[];
  sessions: Session[];
}

export function openGateway(server: Server, world: World, url: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  let isAway: (() => void) | null = null;
  server.on('upgrade', (request, socket, head) => {
    if (!isAway) return sockets.handleUpgrade(request, socket, head, (line) => sockets.emit('connection', line));
    socket.destroy();
    isAway();
  });
  const sessions: Session[] = [];
  const begun: Gateway['begun'] = [];
  let waiting: (() => void)[] = [];
  let last: { t: string; d: Json; direct: boolean } | null = null;
  let held: { t: string; d: Json; direct: boolean }[] | null = null;

  const tell = (session: Session, t: string, d: Json): void => {
    const event = { s: ++session.sequence, t, d };
    session.events.push(event);
    send(session.socket, { op: op.dispatch, ...event });
  };

  const identify = (socket: WebSocket, d: Json): Session | null => {
    const intents = Number(d['intents']);
    if (d['token'] !== world.token || world.revoked) return close(socket, 4004);
    if ((intents & privileged) !== 0) return close(socket, 4014);
    if (world.starts-- <= 0) return close(socket, 4000);
    const session: Session = { id: randomBytes(16).toString('hex'), intents, sequence: 0, events: [], socket };
    sessions.push(session);
    begun.push('identify');
    tell(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: [{ id: world.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.application.id, flags: 0 },
    });
    tell(session, 'GUILD_CREATE', {
      id: world.guild,
      name: 'Harbour Office',
      channels: [...world.places.values()].flatMap(({ id, type, name }) => (type === 0 ? [{ id, type, name }] : [])),
      threads: [...world.places.values()].flatMap(({ id, type, name, thread }) =>
        thread && !thread.archived ? [{ id, type, name, parent_id: thread.parent, owner_id: thread.owner }] : [],
      ),
      members: [],
    });
    return session;
  };

  let isDeaf = false;
  const resume = (socket: WebSocket, d: Json): Session | null => {
    if (isDeaf) return null;
    if (d['token'] !== world.token || world.revoked) return close(socket, 4004);
    const session = sessions.find(({ id }) => id === d['session_id']);
    if (!session || Number(d['seq']) > session.sequence) {
      send(socket, { op: op.invalid, d: false });
      return null;
    }
    begun.push('resume');
    session.socket?.close(4000);
    session.socket = socket;
    session.events = session.events.filter(({ s }) => s > Number(d['seq']));
    for (const event of session.events) send(socket, { op: op.dispatch, ...event });
    tell(session, 'RESUMED', {});
    return session;
  };

  sockets.on('connection', (socket) => {
    let session: Session | null = null;
    send(socket, { op: op.hello, d: { heartbeat_interval: 41_250 } });
    socket.on('message', (data: Buffer) => {
      const { op: code, d } = JSON.parse(String(data)) as { op: number; d: Json }; // what a client sends
      if (code === op.heartbeat) {
        const acknowledged = Number(d);
        if (session) session.events = session.events.filter(({ s }) => s > acknowledged);
        send(socket, { op: op.acknowledged });
      } else if (code === op.identify && session) socket.close(4005);
      else if (code === op.identify || code === op.resume) {
        session = code === op.identify ? identify(socket, d) : resume(socket, d);
        if (session) for (const resolve of waiting.splice(0)) resolve();
      } else if (!session) socket.close(4003);
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = null;
    });
  });

  const bring = (event: { t: string; d: Json; direct: boolean }): void => {
    if (held) return void held.push(event);
    last = event;
    for (const session of sessions) if (wants(session, event)) tell(session, event.t, event.d);
  };

  return {
    begun,
    sessions,
    dispatch: (t, d, direct) => bring({ t, d, direct }),
    repeat: () => void (last && bring(last)),
    hold: () => void (held ??= []),
    release(order = (all) => all) {
      const all = order(held ?? []);
      held = null;
      for (const event of all) bring(event);
    },
    drop(code) {
      for (const socket of sockets.clients)
        if (code === undefined) socket.terminate();
        else socket.close(code);
    },
    away() {
      for (const socket of sockets.clients) socket.terminate();
      return new Promise<void>((resolve) => {
        isAway = resolve;
      });
    },
    back: () => void (isAway = null),
    reconnect() {
      for (const socket of sockets.clients) send(socket, { op: op.reconnect, d: null });
    },
    forget() {
      sessions.length = 0;
    },
    ignoreResumes: (isIgnored) => void (isDeaf = isIgnored),
    connected: () =>
      sessions.some(({ socket }) => socket !== null)
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            waiting = [...waiting, resolve];
          }),
  };
}

function wants({ intents }: Session, { t, direct }: { t: string; direct: boolean }): boolean {
  if (t === 'INTERACTION_CREATE') return true;
  if (t.startsWith('MESSAGE_')) return (intents & (direct ? intent.directMessages : intent.guildMessages)) !== 0;
  return (intents & intent.guilds) !== 0;
}

function send(socket: WebSocket | null, payload: Json): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(payload));
}

function close(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}
