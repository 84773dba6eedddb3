import type { HomeView, MessageBlock, ModalView } from './blocks.ts';

export interface Person {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  /** As it stands in their profile. */
  phone?: string;
  /** Left the workspace: nobody opens a conversation with them any more. */
  deactivated: boolean;
}

export interface Conversation {
  id: string;
  name: string;
  kind: 'im' | 'channel';
  /** Whose direct conversation it is. */
  person: string | null;
  members: Set<string>;
  archived: boolean;
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  /** Ours, or another bot's. */
  botId: string | null;
  text: string;
  blocks: MessageBlock[];
  threadTs: string | null;
  metadata: unknown;
  /** Only this person sees it. */
  onlyFor: string | null;
  edited: boolean;
  /** The ids of what came with it. */
  files: string[];
}

export interface StoredFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
  bytes: Uint8Array;
  title?: string;
  /** Where it was shown: the conversation, and the thread in it. */
  shown?: { channel: string; ts: string; threadTs: string | null }[];
}

/** A workspace with one app in it: who is there, what was said, what the app may do. */
export interface Workspace {
  team: { id: string; name: string; domain: string };
  app: { id: string; botId: string; botUser: string };
  botToken: string;
  appToken: string;
  signingSecret: string;
  scopes: Set<string>;
  people: Map<string, Person>;
  conversations: Map<string, Conversation>;
  messages: Message[];
  files: Map<string, StoredFile>;
  homes: Map<string, HomeView>;
  /** Modals that were opened, by the person who sees them. */
  modals: Map<string, ModalView>;
  /** Trigger ids that were handed out: each opens one modal, within three seconds. */
  triggers: Map<string, { person: string; until: number; used: boolean }>;
  /** A token that is worth nothing, and why. */
  refused: string | null;
  nextTs(): string;
  nextId(prefix: string): string;
}

const botUser = 'U0ORDERLY';

/** What an app that was set up by its manifest may do. */
const granted = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
];

export function openWorkspace(): Workspace {
  let count = 0;
  let last = 0;
  // who listened to a Slack that stood here before has heard its numbers
  const run = Date.now().toString(36).toUpperCase();
  return {
    team: { id: 'T0OFFICE', name: 'Office', domain: 'office' },
    app: { id: 'A0ORDERLY', botId: 'B0ORDERLY', botUser },
    botToken: 'xoxb-emulated-1',
    appToken: 'xapp-1-A0ORDERLY-emulated',
    signingSecret: 'emulated-signing-secret',
    scopes: new Set(granted),
    people: new Map(),
    conversations: new Map(),
    messages: [],
    files: new Map(),
    homes: new Map(),
    modals: new Map(),
    triggers: new Map(),
    refused: null,
    nextTs() {
      // microseconds, as Slack's own: what has no number of its own, such as a form, is told apart by the time
      last = Math.max(Date.now() * 1000, last + 1);
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    nextId: (prefix) => `${prefix}0${run}${String(++count).padStart(8, '0')}`,
  };
}

/** A person by the name tests call them; met on first mention. */
export function personOf(workspace: Workspace, name: string): Person {
  const id = `U0${name.toUpperCase()}`;
  const known = workspace.people.get(id);
  if (known) return known;
  const person: Person = { id, name, locale: 'en-US', timeZone: 'Asia/Shanghai', deactivated: false };
  workspace.people.set(id, person);
  return person;
}

/** The conversation of a person with the app. */
export function directOf(workspace: Workspace, person: Person): Conversation {
  const id = person.id.replace(/^U/, 'D');
  const known = workspace.conversations.get(id);
  if (known) return known;
  const members = new Set([person.id, workspace.app.botUser]);
  const direct: Conversation = { id, name: 'directmessage', kind: 'im', person: person.id, members, archived: false };
  workspace.conversations.set(id, direct);
  return direct;
}

/** A channel by its name; the app is in it, unless it was taken out. */
export function channelOf(workspace: Workspace, name: string): Conversation {
  const id = `C0${name.toUpperCase().replaceAll(/\W/g, '')}`;
  const known = workspace.conversations.get(id);
  if (known) return known;
  const channel: Conversation = { id, name, kind: 'channel', person: null, members: new Set([botUser]), archived: false };
  workspace.conversations.set(id, channel);
  return channel;
}
