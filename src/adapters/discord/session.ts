import type { SessionInfo } from '@discordjs/ws';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Database, Log } from '#core/ports.ts';
import { Progress } from './progress.ts';
import { advanceSession, forgetSession, saveSession, type SavedSession } from './session.store.ts';

export interface SessionParts {
  database: Database;
  log: Log;
  account: string;
}

/** What is told again after a process died is heard once; so it need not be known to the last event. */
const saveMs = 1_000;

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
  /** The line broke: that ends no session, although the SDK gives it up. */
  broken = false;

  constructor(parts: SessionParts, found: SavedSession | null) {
    this.#parts = parts;
    this.#session = found;
    this.#saved = found?.sequence ?? 0;
    this.#progress = new Progress(this.#saved);
  }

  retrieve = (shardId: number): SessionInfo | null => {
    if (!this.#session) return null;
    const { sessionId, resumeUrl } = this.#session;
    return { sessionId, resumeURL: resumeUrl, sequence: this.#progress.committed, shardId, shardCount: 1 };
  };

  update = (_shardId: number, info: SessionInfo | null): void => {
    if (!info) {
      if (!this.broken) this.#forget();
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
    return this.#write(() => advanceSession(this.#parts.database.sql, this.#parts.account, { ...session, sequence }));
  }

  #begin({ sessionId, resumeURL, sequence }: SessionInfo): void {
    const session = { sessionId, resumeUrl: resumeURL, sequence };
    this.#session = session;
    this.#progress = new Progress(sequence);
    this.#saved = sequence;
    void this.#write(() => saveSession(this.#parts.database.sql, this.#parts.account, session));
  }

  #forget(): void {
    this.#session = null;
    void this.#write(() => forgetSession(this.#parts.database.sql, this.#parts.account));
  }

  /** One after the other; a database that is away for a moment costs a longer replay, nothing else. */
  #write(work: () => Promise<void>): Promise<void> {
    const { log } = this.#parts;
    this.#writing = this.#writing.then(work).catch((error: unknown) => log.warn({ error: errorLine(error) }, 'discord.session_unsaved'));
    return this.#writing;
  }
}
