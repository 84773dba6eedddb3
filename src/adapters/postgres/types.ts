/**
 * SQL values as JavaScript values, set once for every connection. A serializer here never throws: postgres.js calls it while
 * other statements are in flight and would reject one of those instead; what it cannot write, PostgreSQL refuses.
 * `number`s reach the int8 serializer too (`limit ${20}`), and strings reach all of them.
 */
export const sqlTypes = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: bigint): unknown => String(value),
    parse: (raw: string): bigint => BigInt(raw),
  },
  instant: {
    to: 1184,
    from: [1184],
    serialize: (value: Temporal.Instant): unknown => (value instanceof Temporal.Instant ? toMicroseconds(value) : String(value)),
    parse: toInstant,
  },
  date: {
    to: 1082,
    from: [1082],
    serialize: (value: Temporal.PlainDate): unknown => String(value),
    parse: (raw: string): Temporal.PlainDate => Temporal.PlainDate.from(raw),
  },
  numeric: {
    to: 1700,
    from: [1700],
    serialize: (value: number): unknown => String(value),
    parse: toNumber,
  },
  json: {
    to: 114,
    from: [114, 3802],
    serialize: toJson,
    parse: (raw: string): unknown => JSON.parse(raw),
  },
};

/** Written when it is handed over: a value JSON cannot hold (a bigint, a cycle) must fail there, not on the wire. */
export class WrittenJson {
  readonly text: string;
  constructor(value: unknown) {
    this.text = written(value) ?? 'null';
  }
}

/** PostgreSQL takes no half of a character, and what is cut somewhere may end with one: it becomes the sign for what cannot be read. */
function written(value: unknown): string | undefined {
  const text = JSON.stringify(value) as string | undefined; // of a function there is none
  if (!text?.includes('\\ud')) return text;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner));
}

function toJson(value: unknown): unknown {
  if (value instanceof WrittenJson) return value.text;
  try {
    return written(value);
  } catch (error) {
    return String(error);
  }
}

/** PostgreSQL keeps microseconds and rounds; cutting off keeps an instant from moving into the future. */
function toMicroseconds(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'microsecond' });
}

function toInstant(raw: string): Temporal.Instant {
  if (raw.endsWith('infinity')) throw new RangeError(`timestamptz '${raw}' is no instant: store null, or do not read the column`);
  return Temporal.Instant.from(raw);
}

/** `sum()` and `avg()` of a bigint are numeric: a sum of money that does not fit a number must not be rounded in silence. */
function toNumber(raw: string): number {
  const value = Number(raw);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError(`numeric ${raw} does not fit a number: cast it to bigint in the query`);
  return value;
}
