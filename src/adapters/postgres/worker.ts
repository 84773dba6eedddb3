import { parentPort, workerData } from 'node:worker_threads';
import type { BridgeConnection } from './bridge.ts';
import { startBridge, type EngineOptions } from './embedded.ts';
import type { FromEngine, ToEngine } from './thread.ts';

const desk = parentPort;
if (!desk) throw new Error('worker.ts runs as a worker thread only');

const { pglite, bridge } = await startBridge(workerData as EngineOptions); // startEngineThread passes nothing else
const connections = new Map<number, BridgeConnection>();

desk.on('message', (message: ToEngine) => {
  if (message.kind === 'open') open(message.id);
  else if (message.kind === 'bytes') connections.get(message.id)?.receive(message.bytes);
  else if (message.kind === 'close') connections.get(message.id)?.close();
  else void pglite.close().then(() => say({ kind: 'stopped' }));
});
say({ kind: 'started' });

function open(id: number): void {
  const connection = bridge.connect({
    data: (bytes) => {
      const copy = Uint8Array.from(bytes);
      say({ kind: 'bytes', id, bytes: copy }, copy);
    },
    closed: (error) => {
      connections.delete(id);
      say({ kind: 'closed', id, failure: error?.message ?? null });
    },
  });
  connections.set(id, connection);
}

function say(message: FromEngine, moved?: Uint8Array): void {
  desk?.postMessage(message, moved ? [moved.buffer as ArrayBuffer] : []); // a copy made here, never shared memory
}
