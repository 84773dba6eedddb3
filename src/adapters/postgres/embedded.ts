import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { Bridge } from './bridge.ts';
import { engineFailed } from './problem.ts';
import { EngineSocket } from './socket.ts';
import { statementBytes } from './wire.ts';

/** PostgreSQL inside this program: in this thread (`startEngine`) or in one of its own (`startEngineThread`). */
export interface Engine {
  socket(): EngineSocket;
  close(): Promise<void>;
}

export interface PackableEngine extends Engine {
  /** The data folder as a tar archive, taken while no transaction is open. */
  dump(): Promise<Uint8Array>;
}

export interface EngineOptions {
  /** Where the data lives; null keeps it in memory. */
  folder: string | null;
  /** What a new database starts from: an archive that `dump` made; null makes an empty one. */
  archive: Blob | null;
}

/**
 * Given at every start, so that data of any age and every session have them. A statement is planned once: there is one session and
 * each is prepared in it, and to plan one takes longer than to run it. Nothing here plans better for knowing the values: what is
 * rare is named in the statement. A new log file need not be written full of zeros first, as none is ever synchronised to the disk.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'plan_cache_mode=force_generic_plan', '-c', 'wal_init_zero=off'];
/** No page in memory is ever half written. */
const forMemory = ['-c', 'full_page_writes=off'];

export async function startEngine(options: EngineOptions): Promise<PackableEngine> {
  const { pglite, bridge } = await startBridge(options);
  return {
    socket() {
      const socket = new EngineSocket();
      const connection = bridge.connect({
        data: (bytes) => socket.receive(bytes),
        closed: (error) => socket.destroy(error ?? undefined),
      });
      return socket.attach({ send: (bytes) => connection.receive(bytes), close: () => connection.close() });
    },
    dump: () => dump(pglite, bridge),
    // One that failed may never answer again, not even to this.
    close: async () => (bridge.failed ? undefined : pglite.close()),
  };
}

/** From here on PostgreSQL is spoken to through the bridge only: its own API would not wait for a turn. */
export async function startBridge(options: EngineOptions): Promise<{ pglite: PGlite; bridge: Bridge }> {
  const settings: PGliteOptions = { startParams: options.folder === null ? [...startParams, ...forMemory] : startParams };
  if (options.folder !== null) settings.dataDir = options.folder;
  if (options.archive !== null) settings.loadDataDir = options.archive;
  const pglite = await PGlite.create(settings);
  return { pglite, bridge: new Bridge((messages) => execute(pglite, messages)) };
}

/** Whoever calls this has the turn: the bridge gives it to one at a time. There is nothing to write back, neither in memory nor in a folder. */
async function execute(pglite: PGlite, messages: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  try {
    await pglite.execProtocolRawStream(messages, { syncToFs: false, onRawData: (part) => parts.push(Buffer.from(part)) });
  } catch (error) {
    throw engineFailed(error);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function dump(pglite: PGlite, bridge: Bridge): Promise<Uint8Array> {
  return bridge.exclusively(async () => {
    await execute(pglite, statementBytes('checkpoint'));
    const archive = await pglite.dumpDataDir('none');
    return new Uint8Array(await archive.arrayBuffer());
  });
}
