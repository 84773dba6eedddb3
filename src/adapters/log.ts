import { pino, type DestinationStream, type Level } from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '#core/ports.ts';

export interface LogOptions {
  level: Level | 'silent';
  /** Where it goes: coloured lines for a person at a terminal, JSON lines for a program. */
  terminal: boolean;
  /** The process' stderr unless given: stdout belongs to what a command answers. */
  to?: DestinationStream;
}

/** A log that lets through only facts known to be harmless: what a new caller adds is left out, and named, until it is listed here. */
export function createLog({ level, terminal, to }: LogOptions): Log {
  const stream =
    to ?? (terminal ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname' }) : pino.destination({ dest: 2, sync: true }));
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    stream,
  );
  return {
    info: (facts, event) => logger.info(harmless(facts), event),
    warn: (facts, event) => logger.warn(harmless(facts), event),
    error: (facts, event) => logger.error(harmless(facts), event),
  };
}

const allowed = new Set([
  'account',
  'action',
  'address',
  'applied',
  'attempt',
  'attempts',
  'by',
  'call',
  'channel',
  'class',
  'code',
  'count',
  'customer',
  'due',
  'duplicates',
  'engine',
  'error',
  'event',
  'fault',
  'host',
  'id',
  'inbox',
  'job',
  'key',
  'kind',
  'lane',
  'lateMs',
  'method',
  'ms',
  'name',
  'number',
  'order',
  'outbox',
  'outcome',
  'path',
  'place',
  'platform',
  'port',
  'reason',
  'remedy',
  'role',
  'second',
  'signal',
  'slot',
  'staff',
  'state',
  'status',
  'version',
  'workspace',
]);

const longest = 200;

function harmless(facts: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(facts).filter(([name]) => allowed.has(name));
  const unlisted = Object.keys(facts).filter((name) => !allowed.has(name));
  return { ...Object.fromEntries(known.map(([name, value]) => [name, plain(value)])), ...(unlisted.length > 0 ? { unlisted } : {}) };
}

function plain(value: unknown): unknown {
  if (value instanceof Error) return faultOf(value);
  if (typeof value === 'string') return value.slice(0, longest);
  if (typeof value === 'bigint' || value instanceof Temporal.Instant) return value.toString();
  return typeof value === 'object' && value !== null ? '[object]' : value;
}

/** Kind and place of an error without its message: a database quotes the values it refused, and those are people's words. */
function faultOf(error: Error): object {
  const at = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
  return { name: error.name, code: 'code' in error ? String(error.code) : null, at: at ?? [] };
}
