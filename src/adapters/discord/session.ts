import { setTimeout as pause } from 'node:timers/promises';
import type { SessionInfo } from '@discordjs/ws';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Database, Log } from '#core/ports.ts';
import { Progress } from './progress.ts';
import {
  advanceSession,
  findSession,
  forgetSession,
  holdSession,
  releaseSession,
  saveSession,
  type SavedSession,
} from './session.store.ts';

export interface SessionParts {
  database: Database;
  log: Log;
  account: string;
  /** Another process holds the session that is kept; this one has its own, and keeps nothing. */
  isSecond: boolean;
}

/** What is told again after a process died is heard once; so it need not be known to the last event. */
const saveMs = 1_000;
const holdMs = 2_500;
/** Whoever holds a session and gives no sign of life for so long is dead. */
const deadSeconds = 7;

/** The session to go on with. One that a living process holds stays with that: Discord gives a session to one connection alone. */
export async function takeSession(
  { sql }: Database,
  account: string,
  { signal, lookMs }: { signal: AbortSignal; lookMs: number },
): Promise<{ found: SavedSession | null; isSecond: boolean }> {
  const first = await findSession(sql, account);
  for (let found = first; found; found = await findSession(sql, account)) {
    if (found.quiet > deadSeconds) return { found, isSecond: false };
    if (found.sign !== first?.sign) return { found: null, isSecond: true };
    await pause(lookMs, undefined, { signal });
  }
  return { found: null, isSecond: false };
}

/**
 * The session with the gateway as its SDK asks for it. The SDK is told how far everything is committed, not how far it has heard:
 * that is where Discord goes on after a break, in this process and in the next.
 */
export class Session {
  #parts: SessionParts;
  #session: SavedSession | null;
  #progress: Progress;
  #saved: number;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #holding: NodeJS.Timeout;
  /** The line broke: that ends no session, although the SDK gives it up. */
  broken = false;

  constructor(parts: SessionParts, found: SavedSession | null) {
    this.#parts = parts;
    this.#session = found;
    this.#saved = found?.sequence ?? 0;
    this.#progress = new Progress(this.#saved);
    const hold = (): void => void (this.#session && this.#write(({ sql }, account, { sessionId }) => holdSession(sql, account, sessionId)));
    if (found) hold();
    this.#holding = setInterval(hold, holdMs);
    this.#holding.unref();
  }

  /** Nothing more is heard here; whoever comes next goes on. */
  async leave(): Promise<void> {
    clearInterval(this.#holding);
    await this.save();
    if (this.#session) await this.#write(({ sql }, account, { sessionId }) => releaseSession(sql, account, sessionId));
  }

  /** The session that goes on now; null between two. */
  get id(): string | null {
    return this.#session?.sessionId ?? null;
  }

  retrieve = (shardId: number): SessionInfo | null => {
    if (!this.#session) return null;
    const { sessionId, resumeUrl } = this.#session;
    return { sessionId, resumeURL: resumeUrl, sequence: this.#progress.committed, shardId, shardCount: 1 };
  };

  update = (_shardId: number, info: SessionInfo | null): void => {
    if (!info) {
      if (!this.broken) this.giveUp();
    } else if (info.sessionId !== this.#session?.sessionId) this.#begin(info);
  };

  /** Whether this event is new here; then its `end` must follow once it is committed. */
  begin(sequence: number): boolean {
    return this.#progress.begin(sequence);
  }

  end(sequence: number): void {
    this.#progress.end(sequence);
    if (this.#progress.committed > this.#saved) this.#timer ??= setTimeout(() => void this.save(), saveMs);
  }

  /** Writes down how far it has come. */
  save(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const session = this.#session;
    const sequence = this.#progress.committed;
    if (!session || sequence <= this.#saved) return this.#writing;
    this.#saved = sequence;
    return this.#write(({ sql }, account) => advanceSession(sql, account, { ...session, sequence }));
  }

  #begin({ sessionId, resumeURL, sequence }: SessionInfo): void {
    const session = { sessionId, resumeUrl: resumeURL, sequence };
    this.#session = session;
    this.#progress = new Progress(sequence);
    this.#saved = sequence;
    void this.#write(({ sql }, account) => saveSession(sql, account, session));
  }

  /** It is not gone on with: the next line begins a new one. */
  giveUp(): void {
    void this.#write(({ sql }, account) => forgetSession(sql, account));
    this.#session = null;
  }

  /** One after the other; a database that is away for a moment costs a longer replay, nothing else. */
  #write(work: (database: Database, account: string, session: SavedSession) => Promise<void>): Promise<void> {
    const { log, database, account, isSecond } = this.#parts;
    const session = this.#session;
    if (isSecond || !session) return this.#writing;
    this.#writing = this.#writing
      .then(() => work(database, account, session))
      .catch((error: unknown) => log.warn({ error: errorLine(error) }, 'discord.session_unsaved'));
    return this.#writing;
  }
}
