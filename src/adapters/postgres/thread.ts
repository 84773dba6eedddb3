import { Worker } from 'node:worker_threads';
import type { Engine, EngineOptions } from './embedded.ts';
import { engineFailed, engineProblem } from './problem.ts';
import { EngineSocket } from './socket.ts';

export type ToEngine =
  | { kind: 'open'; id: number }
  | { kind: 'bytes'; id: number; bytes: Uint8Array }
  | { kind: 'close'; id: number }
  | { kind: 'stop' };

export type FromEngine =
  | { kind: 'started' }
  | { kind: 'bytes'; id: number; bytes: Uint8Array }
  | { kind: 'closed'; id: number; failure: string | null }
  | { kind: 'stopped' };

/** Runs PostgreSQL in a thread of its own, so that a long query never holds up the event loop of the desk. */
export async function startEngineThread(options: EngineOptions): Promise<Engine> {
  const thread = new EngineThread(new Worker(new URL('worker.ts', import.meta.url), { workerData: options }));
  await thread.answer('started');
  return thread;
}

class EngineThread implements Engine {
  readonly #worker: Worker;
  readonly #sockets = new Map<number, EngineSocket>();
  readonly #awaited = new Map<FromEngine['kind'], PromiseWithResolvers<FromEngine>>();
  #lastId = 0;
  #failure: Error | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromEngine) => this.#hear(message));
    worker.on('error', (error) => this.#fail(engineFailed(error)));
    worker.on('exit', () => this.#fail(engineFailed('its thread ended')));
  }

  socket(): EngineSocket {
    const id = ++this.#lastId;
    const socket = new EngineSocket().attach({
      send: (bytes) => this.#send({ kind: 'bytes', id, bytes: Uint8Array.from(bytes) }),
      close: () => {
        if (this.#sockets.delete(id)) this.#send({ kind: 'close', id });
      },
    });
    this.#sockets.set(id, socket);
    if (this.#failure) setImmediate(() => this.#end(id, this.#failure)); // once postgres.js listens
    this.#send({ kind: 'open', id });
    return socket;
  }

  async close(): Promise<void> {
    if (!this.#failure) {
      this.#send({ kind: 'stop' });
      await this.answer('stopped');
    }
    await this.#worker.terminate();
  }

  answer(kind: FromEngine['kind']): Promise<FromEngine> {
    if (this.#failure) return Promise.reject(this.#failure);
    const awaited = this.#awaited.get(kind) ?? Promise.withResolvers<FromEngine>();
    this.#awaited.set(kind, awaited);
    return awaited.promise;
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message, message.kind === 'bytes' ? [message.bytes.buffer as ArrayBuffer] : []); // a fresh copy, never shared memory
  }

  #hear(message: FromEngine): void {
    if (message.kind === 'bytes') this.#sockets.get(message.id)?.receive(message.bytes);
    else if (message.kind === 'closed' && message.failure !== null) this.#fail(engineProblem(message.failure));
    else if (message.kind === 'closed') this.#end(message.id, null);
    else {
      this.#awaited.get(message.kind)?.resolve(message);
      this.#awaited.delete(message.kind);
    }
  }

  #end(id: number, error: Error | null): void {
    const socket = this.#sockets.get(id);
    this.#sockets.delete(id);
    socket?.destroy(error ?? undefined);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const awaited of this.#awaited.values()) awaited.reject(this.#failure);
    this.#awaited.clear();
    for (const id of this.#sockets.keys()) this.#end(id, this.#failure);
  }
}
