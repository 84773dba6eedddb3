import type { Platform } from '#core/messages/incoming.ts';
import type { Channel, Database, Log } from '#core/ports.ts';
import type { Sink } from '#core/messages/sink.ts';

/** A message as one person sees it on their platform. */
export interface Sight {
  id: string;
  isDesks: boolean;
  /** Everything a reader sees of it. */
  text: string;
  /** What its buttons carry. */
  tokens: string[];
  edited: boolean;
}

/** Where somebody is: in a channel of the team by its purpose, or in their own conversation with the desk. */
export type Room = string | null;

/** People on one emulated platform, before a desk that is connected to it by the real SDK. Each deed resolves when the desk has heard it. */
export interface Body {
  platform: Platform;
  channel: Channel;
  /** What the platform calls a person, their conversation with the desk, and a channel of the team. */
  userKey(person: string): string;
  placeKey(person: string, room: Room): string;
  sees(person: string, room: Room): Sight[];
  says(person: string, room: Room, text: string): Promise<void>;
  presses(person: string, room: Room, message: string, token: string): Promise<void>;
  /** Fills in the form a press has opened: what is given is typed or chosen, the rest left as it stands. False where none is open. */
  fills(person: string, room: Room, values: Record<string, string>): Promise<boolean>;
  close(): Promise<void>;
}

export interface Surroundings {
  sink: Sink;
  database: Database;
  log: Log;
}

export type OpenBody = (surroundings: Surroundings) => Promise<Body>;

/** A command as it is typed everywhere: its name, and the rest. */
export function typed(text: string): { command: string; rest: string } | null {
  const [, command, rest = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return command ? { command, rest } : null;
}
