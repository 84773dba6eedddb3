import type { Sink } from '#core/messages/sink.ts';
import type { Channel, Database, Log } from '#core/ports.ts';
import type { Hook } from './hook.ts';

/** How a connection is. `fault` is one sentence for whoever runs the desk, `remedy` what mends it; no secret is in either. */
export type Health = { state: 'connecting' } | { state: 'connected' } | { state: 'down'; fault: string; remedy: string };

/** What a platform's adapter is given when it connects. */
export interface Surroundings {
  log: Log;
  /** The address under which the platform reaches this desk's HTTP port; null where nothing from outside does. */
  publicUrl: string | null;
  /** For what an adapter itself must remember; it never touches a table of the core. */
  database: Database;
}

/**
 * A platform that the desk is connected to: the channel it speaks on, and the ears. A fault of one never throws out of it: it is
 * told by `health`, once in the log, and heals by itself where it can.
 */
export interface Connection {
  /** The way events come in, in a word or two for whoever starts the desk: "Socket Mode", "webhook". */
  way: string;
  /** The account it speaks as; null as long as the platform has not told which one that is. */
  channel(): Channel | null;
  /** Where the platform posts to; null where nothing is posted. */
  hook: Hook | null;
  /** Begins to listen, and returns at once: connecting goes on in the background until `stop`. */
  start(sink: Sink): void;
  /** Hears nothing new any more; resolves when what was being received is committed. */
  stop(): Promise<void>;
  health(): Health;
}

export type Connect<Settings> = (settings: Settings, surroundings: Surroundings) => Promise<Connection>;

/** One thing that was looked at. A fault is one sentence, with what mends it; no secret is in either. */
export type Finding = { item: string; says: string } & ({ ok: true } | { ok: false; remedy: string });

/** One thing that the platform has now as it should be; `done` is false where it only would be changed. */
export interface Change {
  /** For whoever runs the command: "register 14 commands", "set the webhook to https://…". */
  what: string;
  done: boolean;
}

/** What is registered with a platform once and not at every start: commands, menus, webhooks. Nothing here needs the data. */
export interface Setup {
  /** Brings the platform up to what this version needs; nothing, where it is that already. Rejects with a `Problem`. */
  sync(options: { dryRun: boolean }): Promise<Change[]>;
  /** What a person needs beside it: a link that creates or invites, a manifest to paste. What is long is for whoever asks. */
  invitation(): Promise<{ title: string; text: string; isLong?: true }[]>;
  /**
   * What is and what should be: token, rights, webhook, commands, limits. With `probe`, a message is posted to that conversation,
   * sent twice under one handle, and deleted again, and what the platform did with it is told. Never rejects.
   */
  inspect(options: { probe: string | null }): Promise<Finding[]>;
}

export type SetUp<Settings> = (settings: Settings, surroundings: Pick<Surroundings, 'publicUrl'>) => Promise<Setup>;
