import { engineFailed, type DatabaseProblem } from './problem.ts';
import { cancelRequest, idle, kinds, lastMessage, message, messagesIn, withoutCopy } from './wire.ts';

/** Runs whole wire-protocol messages on the one session PostgreSQL has inside this process. */
export type Execute = (messages: Uint8Array) => Promise<Uint8Array>;

/** What a connection hears: bytes for its client, and once that it is over, with the error that ended it. */
export interface Listener {
  data(bytes: Uint8Array): void;
  closed(error: Error | null): void;
}

/**
 * Lets several connections share one session: each has the session for a whole transaction, or from a Flush to its Sync, and
 * the others wait. Prepared statements have unique names per connection, so they can share the session too.
 */
export class Bridge {
  readonly #execute: Execute;
  readonly #connections = new Set<BridgeConnection>();
  readonly #waiting: { who: object; go: () => void }[] = [];
  #turn: object | null = null;
  #idle = true;
  #failure: DatabaseProblem | null = null;

  constructor(execute: Execute) {
    this.#execute = execute;
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  connect(listener: Listener): BridgeConnection {
    const connection = new BridgeConnection(this, listener);
    this.#connections.add(connection);
    return connection;
  }

  /** Runs work that speaks to the session itself while no connection is in a transaction. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const who = {};
    await this.#take(who);
    try {
      return await work();
    } finally {
      this.#release(who);
    }
  }

  async run(connection: BridgeConnection, unit: Uint8Array): Promise<void> {
    await this.#take(connection);
    if (connection.closed) return;
    const answer = await this.#execute(unit).catch((error: unknown) => this.#fail(error));
    const notes = this.#read(answer);
    if (answer.length > 0) connection.listener.data(answer);
    for (const note of notes) for (const other of this.#connections) if (other !== connection) other.listener.data(note);
    if (this.#idle && lastMessage(unit) !== kinds.flush) this.#release(connection);
  }

  /** A session that failed once answers nobody any more, and may never return: everyone is told, now and later. */
  #fail(error: unknown): never {
    this.#failure ??= engineFailed(error);
    for (const connection of this.#connections) connection.close(this.#failure);
    for (const { go } of this.#waiting.splice(0)) go();
    throw this.#failure;
  }

  /** Called when nothing of this connection is running any more; what it left open is rolled back. */
  async leave(connection: BridgeConnection): Promise<void> {
    this.#connections.delete(connection);
    if (this.#turn !== connection || this.#failure) return;
    try {
      this.#read(await this.#execute(message(kinds.sync, '')));
      if (!this.#idle) this.#read(await this.#execute(message(kinds.query, 'rollback\0')));
      this.#release(connection);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #take(who: object): Promise<void> {
    if (this.#turn === null) this.#turn = who;
    else if (this.#turn !== who && !this.#failure) await new Promise<void>((go) => this.#waiting.push({ who, go }));
    if (this.#failure) throw this.#failure;
  }

  #release(who: object): void {
    if (this.#turn !== who) return;
    const next = this.#waiting.shift();
    this.#turn = next?.who ?? null;
    next?.go();
  }

  /** Notes the transaction status, and returns the notifications: every connection hears those. */
  #read(answer: Uint8Array): Uint8Array[] {
    const notes: Uint8Array[] = [];
    for (const { type, bytes } of messagesIn(answer)) {
      if (type === kinds.readyForQuery) this.#idle = bytes[5] === idle;
      if (type === kinds.notification) notes.push(bytes);
    }
    return notes;
  }
}

/** One client's side of the bridge; takes its bytes in any portions. */
export class BridgeConnection {
  readonly listener: Listener;
  closed = false;
  readonly #bridge: Bridge;
  #pending: Buffer = Buffer.alloc(0);
  #started = false;
  #running = false;

  constructor(bridge: Bridge, listener: Listener) {
    this.#bridge = bridge;
    this.listener = listener;
  }

  receive(bytes: Uint8Array): void {
    this.#pending = this.#pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#pending, bytes]);
    if (!this.#running) void this.#drain();
  }

  close(error: Error | null = null): void {
    if (this.closed) return;
    this.closed = true;
    this.listener.closed(error);
    if (!this.#running) this.#bridge.leave(this).catch(() => {}); // leave has told everyone
  }

  async #drain(): Promise<void> {
    this.#running = true;
    try {
      for (let unit = this.#nextUnit(); unit && !this.closed; unit = this.#nextUnit()) await this.#bridge.run(this, unit);
    } catch (error) {
      this.close(error instanceof Error ? error : new Error(String(error)));
    }
    this.#running = false;
    if (this.closed) await this.#bridge.leave(this).catch(() => {}); // leave has told everyone
  }

  /** The messages up to the next Query, Sync or Flush: what PostgreSQL answers in one go. */
  #nextUnit(): Buffer | null {
    if (!this.#started) return this.#startup();
    let end = 0;
    for (const { type, bytes } of messagesIn(this.#pending)) {
      end += bytes.length;
      if (type === kinds.terminate) return this.#leave();
      if (type === kinds.query || type === kinds.sync || type === kinds.flush) return withoutCopy(this.#cut(end));
    }
    return null;
  }

  #startup(): Buffer | null {
    if (this.#pending.length < 8 || this.#pending.length < this.#pending.readInt32BE(0)) return null;
    const first = this.#cut(this.#pending.readInt32BE(0));
    if (first.readInt32BE(4) === cancelRequest) return this.#leave();
    this.#started = true;
    return first;
  }

  #cut(length: number): Buffer {
    const unit = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    return unit;
  }

  #leave(): null {
    this.close();
    return null;
  }
}
