import type { ISql, Parameter } from 'postgres';
import type { SqlTypes } from '#core/ports.ts';
import { WrittenJson } from './types.ts';

/** Asked just before a statement goes out, and told when one came back with an error. */
export interface Gate {
  /** What the statement has to wait for, if anything; it is refused or sent afterwards. */
  settled(): Promise<void> | null;
  refuse(): Error | null;
  failed(error: unknown): void;
}

/** The parts of a postgres.js query that it calls back itself. */
interface Statement {
  handler: (query: Statement) => void;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Sent = (...input: unknown[]) => unknown;

/**
 * `sql`, `tx` or a savepoint of postgres.js with its faults closed: arguments that would break a pipelined connection are
 * refused before they are sent, results are checked for lost rows, and the gate can stop a statement at the last moment.
 */
export function guarded<S extends ISql<SqlTypes>>(raw: S, gate: Gate): S {
  const proxy: S = new Proxy(raw, {
    apply(target, self, input: unknown[]) {
      if (!isTemplate(input[0])) return Reflect.apply(target, self, [fittedHelper(raw, input), ...input.slice(1)]);
      const fitted = input.map((value, index) => (index === 0 ? value : fittedValue(raw, value)));
      return watched(Reflect.apply(target, self, fitted), gate);
    },
    get(target, key) {
      if (key === 'json') return (value: unknown) => raw.typed(new WrittenJson(value), 3802);
      if (key === 'unsafe') return (...input: Parameters<ISql<SqlTypes>['unsafe']>) => watched(target.unsafe(...input), gate);
      // postgres.js sends the notification of a transaction over another connection.
      if (key === 'notify') return (channel: string, payload: string) => proxy`select pg_notify(${channel}, ${payload})`;
      if (key === 'begin' || key === 'reserve' || key === 'file') throw new Error(`sql.${key} is not used here: database.transaction is`);
      const value: unknown = Reflect.get(target, key);
      if (key === 'savepoint' && typeof value === 'function') return savepoint(value as Sent, gate); // Reflect.get knows no types
      return value;
    },
  });
  return proxy;
}

function savepoint(begin: Sent, gate: Gate): Sent {
  return (...input) => {
    const work = input.pop() as (tx: ISql<SqlTypes>) => unknown; // the last argument of tx.savepoint is the work
    return begin(...input, (inner: ISql<SqlTypes>) => work(guarded(inner, gate)));
  };
}

function watched(query: unknown, gate: Gate): unknown {
  const statement = query as Statement; // postgres.js returns its own Query, whose callbacks are public fields
  const { handler, resolve, reject } = statement;
  const send = (self: Statement): void => {
    const refusal = gate.refuse();
    if (refusal) self.reject(refusal);
    else handler(self);
  };
  statement.handler = (self) => {
    const settled = gate.settled();
    if (settled) void settled.then(() => send(self));
    else send(self);
  };
  statement.resolve = (value) => {
    const lost = Array.isArray(value) ? missingRows(value) : null;
    if (lost) reject(lost);
    else resolve(value);
  };
  statement.reject = (error) => {
    gate.failed(error);
    reject(error);
  };
  return query;
}

/**
 * After an error in the middle of rows postgres.js writes the next result behind empty places. The rows are all there, so they
 * are moved to the front: rejecting would call a committed `insert ... returning` a failure.
 */
function missingRows(result: unknown[] & { count?: number | null }): Error | null {
  const surplus = typeof result.count === 'number' && result.length > 0 ? result.length - result.count : 0;
  if (surplus > 0 && !Object.keys(result).some((index) => Number(index) < surplus)) result.splice(0, surplus);
  else if (surplus !== 0) return new Error(`${result.length} rows arrived where ${result.count} were sent`);
  return null;
}

function fittedValue(raw: ISql<SqlTypes>, value: unknown): unknown {
  if (value === undefined) throw new TypeError('undefined is no SQL value: pass null');
  return Array.isArray(value) ? fittedArray(raw, value) : value;
}

/** postgres.js takes the type of the first element for that of the whole array: `[1n]` would be sent as one bigint. */
function fittedArray(raw: ISql<SqlTypes>, values: unknown[]): unknown {
  if (values.includes(undefined)) throw new TypeError('undefined is no SQL value: pass null');
  const first = values.find((value) => value !== null);
  if (typeof first === 'bigint') return raw.array(values as bigint[], 20) satisfies Parameter<unknown>; // SQL arrays have one type
  if (typeof first === 'boolean') return raw.array(values as boolean[], 16) satisfies Parameter<unknown>; // SQL arrays have one type
  return values;
}

/** The first argument of `sql(rows)`, `sql(row, 'column')`, `sql(ids)` or `sql('name')`. */
function fittedHelper(raw: ISql<SqlTypes>, [first, ...rest]: unknown[]): unknown {
  if (Array.isArray(first) && first.length === 0)
    throw new RangeError('an empty list cannot be written: skip the statement, or use = any()');
  const rows = Array.isArray(first) ? first : [first];
  if (!rows.every(isRow)) return first;
  const columns = rest.length > 0 ? rest.flat().map(String) : Object.keys(rows[0] ?? {});
  if (columns.length * rows.length >= 65_534)
    throw new RangeError(`${rows.length} rows of ${columns.length} columns are too many parameters: use unnest`);
  const fitted = rows.map((row) => Object.fromEntries(columns.map((column) => [column, fittedValue(raw, row[column])])));
  return Array.isArray(first) ? fitted : fitted[0];
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && 'raw' in value;
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
