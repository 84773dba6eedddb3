import { errorLine } from '#core/messages/failure.decide.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Database, Log } from '#core/ports.ts';
import { advanceListening, findListening, saveListening } from './listening.store.ts';

/** Resolves when it is committed; false when the desk leaves before. */
type Keep = (incoming: Incoming) => Promise<boolean>;

export interface ListeningParts {
  database: Database;
  log: Log;
  account: string;
  /** The session with the gateway; null between two. */
  session(): string | null;
  /** For how long what was heard waits to be committed. */
  behindMs(): number;
  /** Hears what was written since then; rejects where it could not even be looked for. */
  catchUp(since: Temporal.Instant, keep: Keep): Promise<void>;
}

const noteMs = 2_500;
/** What waits longer is not heard yet; the mark stands where it stood. A look back goes somewhat further than this anyway. */
const mostBehindMs = 60_000;

/** Keeps until when everything was heard, and has what was missed made up for when a session begins that follows on no other. */
export class Listening {
  #parts: ListeningParts;
  /** The session of which nothing is missing. */
  #whole: string | null = null;
  #noting: NodeJS.Timeout;
  isConnected = false;

  constructor(parts: ListeningParts) {
    this.#parts = parts;
    this.#noting = setInterval(() => void this.#note(), noteMs);
    this.#noting.unref();
  }

  /** To be called when a session has begun or goes on, before anything that comes in it is heard. Never rejects. */
  begin = async (keep: Keep): Promise<void> => {
    const { database, log, account, catchUp } = this.#parts;
    const session = this.#parts.session();
    if (session === null || session === this.#whole) return;
    try {
      const before = await findListening(database.sql, account);
      if (before && before.session !== session) await catchUp(before.since, keep);
      await saveListening(database.sql, account, session);
      this.#whole = session;
    } catch (error) {
      // with the next session it is looked for once more, from the same moment on
      log.warn({ error: errorLine(error) }, 'discord.not_caught_up');
    }
  };

  async leave(): Promise<void> {
    clearInterval(this.#noting);
    await this.#note();
  }

  async #note(): Promise<void> {
    const { database, account, session, behindMs } = this.#parts;
    if (behindMs() > mostBehindMs) return;
    if (!this.isConnected || this.#whole === null || this.#whole !== session()) return;
    // a mark that is somewhat old costs a second look, nothing else
    await advanceListening(database.sql, account, this.#whole).catch(() => {});
  }
}
