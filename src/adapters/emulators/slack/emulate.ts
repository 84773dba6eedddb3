import type { AddressInfo } from 'node:net';
import { deliver, signed, type Delivery } from './deliver.ts';
import { changedEvent, commandEvent, deletedEvent, eventOf, pressEvent, saidEvent, shortcutEvent, submitEvent } from './events.ts';
import { openFaults, type Fault } from './faults.ts';
import type { Answer } from './method.ts';
import { stateOf } from './modal-state.ts';
import { webApi, type Recorded } from './server.ts';
import { openSockets, type Acknowledged, type Sockets } from './sockets.ts';
import { invalidCommand } from './slackbot.ts';
import { channelOf, directOf, openWorkspace, personOf, type Conversation, type Message, type Workspace } from './workspace.ts';

export interface EmulationOptions {
  way: 'http' | 'socket';
  /** 0 takes any free one. */
  port?: number;
  /** The slash commands the app registered, each with its slash; any where none are named. */
  commands?: readonly string[];
  /** So long the app may take to acknowledge; Slack gives it three seconds. */
  ackMs?: number;
  /** Waits before an event that was not acknowledged comes again; Slack's own are at once, a minute, five minutes. */
  retries?: readonly number[];
}

export interface Place {
  /** A channel by its name; the direct conversation with the app where none is given. */
  channel?: string;
  thread?: string;
}

/** A Slack of one's own: a workspace with one app in it, strict, and faulty when it is told to be. Deeds resolve when the app has acknowledged them. */
export interface EmulatedSlack {
  url: string;
  /** What the desk is started with to speak with this Slack. */
  settings: Record<string, string>;
  workspace: Workspace;
  sockets: Sockets;
  recorded: Recorded[];
  /** Where events are posted to, the other way than Socket Mode. */
  postTo(url: string): void;
  say(person: string, text: string, at?: Place & { files?: Answer[] }): Promise<Acknowledged>;
  changeWords(person: string, ts: string, text: string): Promise<Acknowledged>;
  takeBack(person: string, ts: string): Promise<Acknowledged>;
  command(person: string, command: string, text: string, at?: Place): Promise<Acknowledged>;
  press(person: string, ts: string, token: string): Promise<Acknowledged>;
  /** Fills in the modal that stands open before a person: by field, what was typed or chosen. */
  submit(person: string, values: Record<string, string>): Promise<Acknowledged>;
  /** A message shortcut. */
  shortcut(person: string, callback: string, ts: string): Promise<Acknowledged>;
  /** Any other event. */
  happen(event: Answer): Promise<Acknowledged>;
  /** Delivers the last thing once more. */
  repeat(): Promise<Acknowledged>;
  /** From now on nothing is delivered, until `release` delivers it in the order given. */
  hold(): void;
  release(order?: (held: Delivery[]) => Delivery[]): Promise<void>;
  /** What a person sees in a conversation, oldest first. */
  messages(person: string, at?: Place): Message[];
  fault(fault: Fault, method?: string): void;
  /** The same for every call from now on; null ends it. */
  lasting(fault: Fault | null): void;
  /** Resolves with the first call of a method that is recorded from now on. */
  called(method: string): Promise<Recorded>;
  /** Headers as Slack signs with, for whoever posts something by hand. */
  sign(text: string, seconds?: number): Record<string, string>;
  /** What was sent to a `response_url`, oldest first. */
  responses: { ts: string; person: string; channel: string; body: unknown }[];
  close(): Promise<void>;
}

export async function emulateSlack(options: EmulationOptions): Promise<EmulatedSlack> {
  const workspace = openWorkspace();
  const faults = openFaults();
  const recorded: Recorded[] = [];
  const responses: EmulatedSlack['responses'] = [];
  const respondIds = new Map<string, { person: string; channel: string; uses: number; pressed: string | null }>();
  const waiting: { method: string; from: number; resolve: (call: Recorded) => void }[] = [];
  let hook: string | null = null;
  let last: Delivery | null = null;
  let held: Delivery[] | null = null;

  const server = webApi({
    workspace,
    faults,
    recorded,
    socketUrl: () => `${url.replace('http', 'ws')}/link/?ticket=${workspace.nextId('t')}`,
    respond(id, body) {
      const known = respondIds.get(id);
      if (!known || known.uses++ >= 5) return false;
      const said = body as { text: string; blocks: Message['blocks']; replace_original?: boolean }; // what apps answer with
      const pressed = said.replace_original ? workspace.messages.find(({ ts }) => ts === known.pressed) : undefined;
      if (pressed) {
        Object.assign(pressed, { text: said.text, blocks: said.blocks, edited: true });
        recorded.push({ method: 'response_url', args: {}, outcome: 'ok' });
        return true;
      }
      responses.push({ ts: workspace.nextTs(), person: known.person, channel: known.channel, body });
      return true;
    },
    called() {
      for (const one of waiting.splice(0)) {
        const call = recorded.slice(one.from).find(({ method }) => method === one.method);
        if (call) one.resolve(call);
        else waiting.push(one);
      }
    },
  });
  const sockets = openSockets(server);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const way = { hook: () => hook, ackMs: options.ackMs ?? 3_000, retries: options.retries ?? [0, 60_000, 300_000] };

  const bring = async (delivery: Delivery | null): Promise<Acknowledged> => {
    if (!delivery) return null;
    last = delivery;
    if (!held) return deliver(delivery, way, workspace, sockets);
    held.push(delivery);
    return null;
  };
  const place = (person: string, at: Place = {}): Conversation => {
    const who = personOf(workspace, person);
    if (!at.channel) return directOf(workspace, who);
    const channel = channelOf(workspace, at.channel);
    channel.members.add(who.id);
    return channel;
  };
  const respondTo = (person: string, channel: string, pressed: string | null = null): string => {
    const id = workspace.nextId('r');
    respondIds.set(id, { person, channel, uses: 0, pressed });
    return `${url}/respond/${id}`;
  };
  const messageAt = (ts: string): Message => {
    const found = workspace.messages.find((message) => message.ts === ts);
    if (!found) throw new Error(`there is no message ${ts}`);
    return found;
  };
  const conversationOf = (message: Message): Conversation => {
    const found = workspace.conversations.get(message.channel);
    if (!found) throw new Error(`there is no conversation ${message.channel}`);
    return found;
  };

  return {
    url,
    settings: settingsOf(workspace, `${url}/api/`, options.way),
    workspace,
    sockets,
    recorded,
    responses,
    postTo: (to) => void (hook = to),
    say(person, text, at = {}) {
      const conversation = place(person, at);
      const message: Message = {
        ts: workspace.nextTs(),
        channel: conversation.id,
        user: personOf(workspace, person).id,
        botId: null,
        text,
        blocks: [],
        threadTs: at.thread ?? null,
        metadata: null,
        onlyFor: null,
        edited: false,
        files: (at.files ?? []).map(({ id }) => String(id)),
      };
      workspace.messages.push(message);
      const files = at.files ? { subtype: 'file_share', files: at.files } : {};
      return bring(saidEvent(workspace, message, conversation, { client_msg_id: workspace.nextId('c'), ...files }));
    },
    changeWords(_person, ts, text) {
      const message = messageAt(ts);
      const before = message.text;
      Object.assign(message, { text, edited: true });
      return bring(changedEvent(workspace, message, before));
    },
    takeBack(_person, ts) {
      const message = messageAt(ts);
      workspace.messages.splice(workspace.messages.indexOf(message), 1);
      return bring(deletedEvent(workspace, message));
    },
    command(person, command, text, at) {
      const conversation = place(person, at);
      if (options.commands && !options.commands.includes(command)) {
        workspace.messages.push(invalidCommand(workspace, command, conversation, personOf(workspace, person)));
        return Promise.resolve(null);
      }
      return bring(
        commandEvent(workspace, personOf(workspace, person), conversation, { command, text }, respondTo(person, conversation.id)),
      );
    },
    press(person, ts, token) {
      const message = messageAt(ts);
      const conversation = conversationOf(message);
      return bring(
        pressEvent(workspace, personOf(workspace, person), { message, conversation }, token, respondTo(person, conversation.id, ts)),
      );
    },
    async submit(person, values) {
      const who = personOf(workspace, person);
      const view = workspace.modals.get(who.id);
      if (!view) throw new Error(`no modal stands open before ${person}`);
      const answer = await bring(submitEvent(workspace, who, view, stateOf(view, values)));
      const said = answer?.payload as { response_action?: string } | null | undefined; // what apps answer with
      if (answer && said?.response_action !== 'errors') workspace.modals.delete(who.id);
      return answer;
    },
    shortcut(person, callback, ts) {
      const message = messageAt(ts);
      const conversation = conversationOf(message);
      return bring(
        shortcutEvent(workspace, personOf(workspace, person), message, conversation, callback, respondTo(person, conversation.id)),
      );
    },
    happen: (event) => bring(eventOf(workspace, event)),
    repeat: () => bring(last),
    hold: () => void (held ??= []),
    async release(order = (all) => all) {
      const all = order(held ?? []);
      held = null;
      for (const delivery of all) await bring(delivery);
    },
    messages(person, at) {
      const { id } = place(person, at);
      const me = personOf(workspace, person).id;
      return workspace.messages.filter(({ channel, onlyFor }) => channel === id && (onlyFor === null || onlyFor === me));
    },
    fault: (fault, method) => faults.add(fault, method),
    lasting: faults.always,
    called: (method) => new Promise((resolve) => waiting.push({ method, from: recorded.length, resolve })),
    sign: (text, seconds) => signed(text, workspace.signingSecret, seconds),
    async close() {
      sockets.drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function settingsOf(
  { botToken, appToken, signingSecret }: Workspace,
  apiUrl: string,
  way: EmulationOptions['way'],
): Record<string, string> {
  const common = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, SLACK_CONNECTION: way };
  return way === 'http' ? { ...common, SLACK_SIGNING_SECRET: signingSecret } : { ...common, SLACK_APP_TOKEN: appToken };
}
