import { Duplex } from 'node:stream';

/** The other end of an embedded connection: the bridge in this thread, or a worker that holds it. */
export interface Link {
  send(bytes: Uint8Array): void;
  close(): void;
}

/** What postgres.js takes for a TCP socket. */
export class EngineSocket extends Duplex {
  readyState: 'open' | 'closed' = 'open';
  #link: Link | null = null;

  constructor() {
    super({ allowHalfOpen: false });
  }

  attach(link: Link): this {
    this.#link = link;
    return this;
  }

  receive(bytes: Uint8Array): void {
    if (!this.destroyed) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  override _read(): void {
    // The session pushes whole answers as they come; they are in memory already.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#link?.send(chunk);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.readyState = 'closed';
    this.#link?.close();
    done(error);
  }
}
