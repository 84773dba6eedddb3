import type { ISql, Sql as PostgresSql, TransactionSql } from 'postgres';
import type { Table } from './lists/table.ts';
import type { Button, Card } from './messages/card.ts';
import type { Address, FileRef, PersonRef, Platform } from './messages/incoming.ts';
import type { NoteInput, Reading } from './notes/reading.ts';

/**
 * JavaScript types of SQL values, set once by the data module: `timestamptz` is a `Temporal.Instant`, `date` a
 * `Temporal.PlainDate`, `int8` a `bigint` (money, counters), `numeric` a `number` (quantities).
 */
export type SqlTypes = { bigint: bigint; instant: Temporal.Instant; date: Temporal.PlainDate };
export type Sql = PostgresSql<SqlTypes>;
export type Tx = TransactionSql<SqlTypes>;
/** Parent of both: a store function that reads takes this and runs inside or outside a transaction. */
export type Query = ISql<SqlTypes>;

/** The only way to the data. Serialisation failures and deadlocks are retried inside `transaction`. */
export interface Database {
  sql: Sql;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Clock {
  now(): Temporal.Instant;
}

/** Real time for leases and time-outs; business time never waits on it. */
export interface Timer {
  /** Aborts after so long. */
  after(ms: number): AbortSignal;
  /** Calls again and again until the returned function is called. */
  every(ms: number, work: () => void): () => void;
}

export interface Ids {
  /** A UUIDv7, so that keys sort by time. */
  uuid(): string;
  /** An unguessable token of at most 32 ASCII bytes. */
  token(): string;
  /** What tells whether two texts are the same, and tells nothing else to whoever has not the key: HMAC-SHA-256 in hexadecimal. */
  digest(text: string, key: string): string;
}

/** Stable event name and facts; never message text, tokens or contact data. */
export interface Log {
  info(facts: Record<string, unknown>, event: string): void;
  warn(facts: Record<string, unknown>, event: string): void;
  error(facts: Record<string, unknown>, event: string): void;
}

/** Reads a free-text note. It has no authority: what it returns is data with evidence. */
export interface NoteReader {
  read(note: NoteInput): Reading;
}

/** How an answer is made to have a shape; a server may know only the weaker ways. */
export type AnswerShape = 'json_schema' | 'json_object' | 'text';

export interface ModelQuestion {
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  shape: AnswerShape;
  /** The JSON schema of the answer, and its name. */
  schema: object;
  name: string;
  mostTokens: number;
}

export interface ModelUsage {
  input: number;
  /** Of the input, what the server had read before. */
  cached: number;
  output: number;
}

/** `rejected`: the server takes no such question, perhaps not its shape. */
export type ModelFailure =
  | 'timed_out'
  | 'server_down'
  | 'busy'
  | 'wrong_key'
  | 'rejected'
  | 'refused'
  | 'truncated'
  | 'invalid_answer'
  | 'not_recorded';

export type ModelAnswer = { ms: number; usage: ModelUsage | null } & ({ ok: true; text: string } | { ok: false; reason: ModelFailure });

/** A model that is asked about a note. Its answer is text to be judged; it never rejects and ends with its signal. */
export interface NoteModel {
  /** Whose answers are remembered and counted together. */
  server: string;
  model: string;
  /** The shape it is known to keep to; null where that is to be found out. */
  shape: AnswerShape | null;
  ask(question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer>;
}

/** Reads a file as a spreadsheet would show it. */
export interface TableReader {
  read(bytes: Uint8Array): Table;
}

export interface MessageRef {
  address: Address;
  key: string;
}

export type SendResult =
  | { ok: true; message: MessageRef }
  | { ok: false; kind: 'rate_limited'; retryAfterMs: number; scope: 'conversation' | 'account' }
  | { ok: false; kind: 'unreachable'; reason: 'blocked' | 'not_in_chat' | 'dm_closed' | 'gone' | 'moved'; movedTo?: Address }
  | { ok: false; kind: 'invalid'; detail: string }
  | { ok: false; kind: 'auth'; detail: string }
  | { ok: false; kind: 'unknown_outcome'; detail: string }
  // of a file: its bytes cannot be had, or the platform does not take it
  | { ok: false; kind: 'not_shown'; reason: 'too_large' | 'gone' | 'refused' | 'unread'; detail: string };

/** The bytes of a file; rejects where it is gone, larger than `most` or does not come in time. */
export type ReadFile = (file: FileRef, options: { most: number; signal: AbortSignal }) => Promise<Uint8Array>;

export interface SendOptions {
  /** Stable over retries of one row: the platform's handle against double sends is derived from it. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** Business time at which the desk said it. */
  at: Temporal.Instant;
  /** The key of the message in that conversation under which it belongs, where the platform can do that. */
  replyTo?: string;
  /** What the talk under that message is called, where a thread is opened for it. */
  thread?: string;
  /** Only this person may see it, where the platform can do that. */
  onlyFor?: PersonRef;
  /** Reads a file of the card, from whichever platform it came. */
  readFile?: ReadFile;
}

/** How a file that a card names is sent after it. */
export interface FileOptions extends SendOptions {
  /** The key of the message that names it. */
  under: string;
}

export interface LookForFile extends FileOptions {
  /** The keys of files that came there and are known to be others, however much they look like it. */
  others: readonly string[];
}

/** A platform we speak on. It translates and decides nothing. */
export interface Channel {
  platform: Platform;
  account: string;
  /** It keeps what it is told in our own data, so that nobody outside is waited for. */
  isInside?: true;
  /** Messages per second the platform takes, in all and per conversation; null where nothing is paced. */
  pace: { account: number; conversation: number } | null;
  send(to: Address, card: Card<Button>, options: SendOptions): Promise<SendResult>;
  edit(message: MessageRef, card: Card<Button>, options: SendOptions): Promise<SendResult>;
  /** Looks for a message that was sent with this key and never answered for; null when it is surely not there. */
  find?(to: Address, options: SendOptions): Promise<MessageRef | 'cannot_tell' | null>;
  /** An address that opens a conversation with us and sends us this word, which comes as `/start WORD`. */
  startLink?(word: string): string | null;
  /** Shows a file that a card sent here names, whichever platform it came from. Without it a card shows its files itself. */
  sendFile?(to: Address, file: FileRef, options: FileOptions): Promise<SendResult>;
  /** Looks for a file that was sent and never answered for, as `find` does for messages. */
  findFile?(to: Address, file: FileRef, options: LookForFile): Promise<MessageRef | 'cannot_tell' | null>;
  /** Reads a file that came with a message here. */
  readFile?: ReadFile;
}
